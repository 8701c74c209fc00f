import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import type { Refusal } from '../../../engine/webhook/readBody';
import { rememberedReads } from '../../../engine/operation/reads';
import type { Sender } from '../../../engine/transport/sender';
import { timedReads } from '../../../engine/webhook/timedReads';
import type { TidyEvent } from './events';
import { sipsSender } from '../shared/sips';
import { confirmEvent, isNeverKnown, TOO_LATE, type Confirmation } from './confirmEvent';

/** An event with what SIPS says of it. */
export type ConfirmedEvent = TidyEvent & { confirmation: Confirmation };

/** Whether to ask SIPS, and what to do with what it does not know. */
export const confirmField: INodeProperties = {
	displayName: 'Confirm with SIPS',
	name: 'confirm',
	type: 'options',
	options: [
		{ name: 'No', value: 'off', description: 'Start with what was sent. It may have been sent by anybody who knows the URL.' },
		{
			name: 'Read and Attach',
			value: 'attach',
			description: 'Read the order or invoice first and put it beside the event as "confirmation". Events of what does not exist are marked.',
		},
		{
			name: 'Start Only for Confirmed Events',
			value: 'drop',
			description: 'As before, but what does not exist at SIPS starts nothing. While SIPS cannot be asked, the caller gets a 503 and has to send again.',
		},
	],
	default: 'off',
	description: 'Whether to ask SIPS for the order or invoice before starting. Act on the state in "confirmation": SIPS wrote that one.',
};

/**
 * Asks SIPS about each event.
 *
 * @param dropsUnconfirmed leaves out what SIPS does not know
 * @returns a refusal where only confirmed events may start and SIPS could not be asked: the event is not lost, it is to come again
 */
export async function confirmed(
	context: IWebhookFunctions,
	events: TidyEvent[],
	dropsUnconfirmed: boolean,
): Promise<{ events: ConfirmedEvent[] } | { refusal: Refusal }> {
	const confirmations = await timedReads(
		context,
		sipsSender,
		events,
		(sender) => {
			const ask = rememberedReads(sender);
			return async (event) => shown(await confirmEvent(event, ask), sender);
		},
		TOO_LATE,
	);
	const found = events.map((event, at): ConfirmedEvent => ({ ...event, confirmation: confirmations[at] ?? TOO_LATE }));
	return dropsUnconfirmed ? onlyConfirmed(context, found) : { events: found };
}

/** As it goes into the workflow. Our own words stay as they are: by them one is known that will never be confirmed. */
function shown(confirmation: Confirmation, sender: Sender): Confirmation {
	const { reason } = confirmation;
	return reason === null || isNeverKnown(confirmation) ? confirmation : { ...confirmation, reason: sender.hideSecrets(reason) };
}

/**
 * Those that SIPS confirms. While one may still be confirmed, none: the caller sends all of them again. One of which that will never
 * be known must not hold up the others for ever: they start, and the log of n8n names it. Alone it is refused, too.
 */
function onlyConfirmed(context: IWebhookFunctions, found: ConfirmedEvent[]): { events: ConfirmedEvent[] } | { refusal: Refusal } {
	const events = found.filter(({ confirmation }) => confirmation.confirmed === true);
	const unknown = found.filter(({ confirmation }) => confirmation.confirmed === null);
	if (unknown.length > 0 && (events.length === 0 || !unknown.every(({ confirmation }) => isNeverKnown(confirmation)))) {
		return { refusal: { status: 503, reason: 'The event cannot be confirmed at the moment. Send it again later.' } };
	}
	for (const { eventKey, confirmation } of unknown) {
		context.logger.warn(`${context.getNode().name}: event ${eventKey} started nothing, since SIPS cannot confirm it. ${confirmation.reason}`);
	}
	return { events };
}
