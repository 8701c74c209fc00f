import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { rememberedReads } from '../../../engine/operation/reads';
import type { Sender } from '../../../engine/transport/sender';
import type { Refusal } from '../../../engine/webhook/readBody';
import { timedReads } from '../../../engine/webhook/timedReads';
import { withoutLinks } from '../shared/bearerLinks';
import type { Family } from '../shared/family';
import { confirmEvent, TOO_LATE, type Confirmation } from './confirmEvent';
import type { XCoverEvent } from './events';
import { BOOKING_READS } from './readBooking';

/** An event with what XCover says of it. */
export type ConfirmedEvent = XCoverEvent & { confirmation: Confirmation };

/** The choices of `confirm` with which XCover is asked: the kinds of access. */
const ASKING: readonly Family[] = ['signature', 'elements'];

/**
 * Whether to ask XCover, and with which access. The credentials to ask with hang on this field, which has a choice without one: n8n takes a field each of
 * whose choices has a credential for the way to sign in, and hides it from the panel together with all others that a credential hangs on.
 */
export const confirmField: INodeProperties = {
	displayName: 'Confirm with XCover',
	name: 'confirm',
	type: 'options',
	options: [
		{ name: 'No', value: 'off', description: 'Start with what was sent. The call is signed, its body is not.' },
		{ name: 'With XCover Signature', value: 'signature', description: 'Read the booking first, with the API key, API secret and partner code that you have from Cover Genius' },
		{ name: 'With XCover Elements', value: 'elements', description: 'Read the booking first, with the client ID and client secret that you have from Cover Genius' },
	],
	default: 'off',
	description: 'Whether to ask XCover for the booking before starting. It is put beside the event as "confirmation". Act on that: XCover wrote it.',
};

/** What to do with an event that XCover does not confirm. */
export const unconfirmedField: INodeProperties = {
	displayName: 'If Not Confirmed',
	name: 'unconfirmed',
	type: 'options',
	options: [
		{ name: 'Start and Mark', value: 'attach', description: 'Start the workflow all the same. "confirmation" says that it is not confirmed, and why.' },
		{
			name: 'Start Nothing',
			value: 'drop',
			description: 'What XCover does not confirm, or cannot be asked about, starts nothing: the caller gets a 503, so that XCover sends it again, three times in all',
		},
	],
	default: 'attach',
	displayOptions: { show: { confirm: [...ASKING] } },
	description: 'What to do with an event that XCover contradicts, does not know, or cannot be asked about',
};

/** What of the panel decides. */
interface Confirming {
	/** With which access to ask. */
	family: Family;
	/** Whether links to personal data are put out, too. */
	areLinksWanted: boolean;
	/** Whether an event that is not confirmed starts nothing. */
	startsOnlyConfirmed: boolean;
}

/**
 * Asks XCover about each event.
 *
 * @returns a refusal where only confirmed events may start and one is not: what XCover shows may lag behind what it tells, so the event is to come again
 */
export async function confirmed(context: IWebhookFunctions, events: XCoverEvent[], { family, areLinksWanted, startsOnlyConfirmed }: Confirming): Promise<{ events: ConfirmedEvent[] } | { refusal: Refusal }> {
	const { sender: options, find } = BOOKING_READS[family];
	const confirmations = await timedReads(
		context,
		options,
		events,
		(sender) => {
			const ask = rememberedReads(sender);
			return async (event) => shown(await confirmEvent(event, async (id) => await find(id, ask)), sender, areLinksWanted);
		},
		TOO_LATE,
	);
	const found = events.map((event, at): ConfirmedEvent => ({ ...event, confirmation: confirmations[at] ?? TOO_LATE }));
	const open = startsOnlyConfirmed ? found.filter(({ confirmation }) => confirmation.confirmed !== true) : [];
	for (const { eventKey, confirmation } of open) {
		context.logger.warn(`${context.getNode().name}: event ${eventKey} started nothing, since XCover does not confirm it. ${confirmation.reason}`);
	}
	return open.length === 0 ? { events: found } : { refusal: { status: 503, reason: 'XCover does not confirm the event at the moment. Send it again later.' } };
}

/** As it goes into the workflow. */
function shown({ reason, booking, ...rest }: Confirmation, sender: Sender, areLinksWanted: boolean): Confirmation {
	return { ...rest, reason: reason === null ? null : sender.hideSecrets(reason), booking: booking === null || areLinksWanted ? booking : withoutLinks(booking) };
}
