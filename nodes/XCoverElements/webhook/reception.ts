import type { IWebhookFunctions } from 'n8n-workflow';

import { exactMembers } from '../../../engine/http/exactMembers';
import { refuse } from '../../../engine/webhook/readBody';
import { answersAtOnce, duplicateSeconds } from '../../../engine/webhook/receivingFields';
import type { Reception } from '../../../engine/webhook/receive';
import { refusedBySetup } from '../../../engine/webhook/setup';
import type { Family } from '../shared/family';
import { AMOUNTS } from '../shared/xcover';
import { confirmed } from './confirmation';
import { chosenEvents, isWanted } from './eventChoice';
import { xCoverEvent, type XCoverEvent } from './events';
import { DUPLICATE_HOURS } from './fields';
import { xCoverSetup } from './setup';

const EXACT = exactMembers(AMOUNTS);

/** How the trigger receives, by what the panel says. XCover takes 200 alone for an answer, and sends again after any other: three times in all. */
export function xCoverReception(context: IWebhookFunctions): Reception<XCoverEvent> {
	const chosen = chosenEvents(context.getNodeParameter('events', []));
	const areLinksWanted = context.getNodeParameter('settings.includeLinks', false) === true;
	const confirm = context.getNodeParameter('confirm', 'off') as Family | 'off';
	return {
		exact: EXACT,
		refusal: async (request) => await refusedBySetup(context, request, xCoverSetup),
		read(entries) {
			const events = entries.map((entry) => xCoverEvent(entry, areLinksWanted)).filter((event) => event !== undefined);
			if (events.length < entries.length) return refuse(400, 'The body is no event of XCover. Expected an object with "event" as text and "payload" as an object.');
			return { events: events.filter(({ event }) => isWanted(event, chosen)) };
		},
		prepared: async (events) => (confirm === 'off' ? { events } : await confirmed(context, events, { family: confirm, areLinksWanted, startsOnlyConfirmed: context.getNodeParameter('unconfirmed', 'attach') === 'drop' })),
		windowSeconds: duplicateSeconds(context, DUPLICATE_HOURS),
		answersAtOnce: answersAtOnce(context),
	};
}
