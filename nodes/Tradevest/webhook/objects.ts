import type { IDataObject, IWebhookFunctions, ITriggerFunctions } from 'n8n-workflow';

import { isFailure, orFailure } from '../../../engine/failure';
import { rememberedReads, type Ask } from '../../../engine/operation/reads';
import { timedReads } from '../../../engine/webhook/timedReads';
import { thingIn } from '../shared/answers';
import { readingOf, type Thing } from '../shared/things';
import { tradevestSender } from '../shared/tradevest';
import { objectIdOf, type TradevestEvent } from './events';
import { EVENT_TYPES } from '../shared/eventTypes';

/** What Read the Object adds to an event: the thing as Tradevest answers it, or null and why. */
type ReadObject = { object: IDataObject | null; objectError: string | null };

const TOO_LATE: ReadObject = { object: null, objectError: 'Tradevest did not answer in time.' };
const NO_CREDENTIAL: ReadObject = { object: null, objectError: 'The credential could not be read.' };

/** Reads the thing that each event is about. What cannot be read is told in the event, which is never lost for it. */
export async function withObjects(context: IWebhookFunctions | ITriggerFunctions, events: readonly TradevestEvent[]): Promise<Array<TradevestEvent & ReadObject>> {
	const objects = await readObjects(context, events);
	return events.map((event, at) => ({ ...event, ...(objects[at] ?? TOO_LATE) }));
}

async function readObjects(context: IWebhookFunctions | ITriggerFunctions, events: readonly TradevestEvent[]): Promise<ReadObject[]> {
	try {
		return await timedReads(
			context,
			tradevestSender,
			events,
			(sender) => {
				const ask = rememberedReads(sender);
				return async (event) => {
					const { object, objectError } = await readObject(event, ask);
					return { object, objectError: objectError === null ? null : sender.hideSecrets(objectError) };
				};
			},
			TOO_LATE,
		);
	} catch {
		// n8n's own words about a credential are for its log, where they are already.
		return events.map(() => NO_CREDENTIAL);
	}
}

async function readObject(event: TradevestEvent, ask: Ask): Promise<ReadObject> {
	const { thing } = EVENT_TYPES[event.eventType] ?? {};
	if (thing === undefined) return { object: null, objectError: 'No read of such a thing is documented at Tradevest.' };
	const id = objectIdOf(event);
	if (id === undefined) return { object: null, objectError: 'The event does not say which thing it is about.' };
	const read = await orFailure(readOne(thing, id, ask));
	return isFailure(read) ? { object: null, objectError: read.message } : { object: read, objectError: null };
}

async function readOne(thing: Thing, id: string, ask: Ask): Promise<IDataObject> {
	const answer = await ask(readingOf(thing, id));
	if (isFailure(answer)) throw answer;
	return thingIn(answer, thing, id);
}
