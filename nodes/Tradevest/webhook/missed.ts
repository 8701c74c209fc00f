import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { toCronExpression } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import { startExecution } from '../../../engine/polling/startExecution';
import { limitedContext } from '../../../engine/transport/limitedContext';
import { eventMemoryOf, newOnes, placeOf, STORED_EVENTS } from '../../../engine/webhook/eventMemory';
import { duplicateSeconds } from '../../../engine/webhook/receivingFields';
import { eventsIn } from './eventChoice';
import { missedEvent, type TradevestEvent } from './events';
import { HookCalls } from './hookCalls';
import { MissedMemory } from './missedMemory';
import { withObjects } from './objects';

/** Longest look, in milliseconds: the workflow is published only once the first is over. */
const WITHIN_MS = 20_000;
/** Most events of one execution. The others come with the next look. */
const MOST_EVENTS = 500;

const INTERVALS = {
	'5m': { mode: 'everyX', unit: 'minutes', value: 5 },
	'15m': { mode: 'everyX', unit: 'minutes', value: 15 },
	'1h': { mode: 'everyX', unit: 'hours', value: 1 },
	'6h': { mode: 'everyX', unit: 'hours', value: 6 },
} as const;

/** Memories by node, for as long as this process runs: what is stored lags behind. */
const memories = new Map<string, MissedMemory>();

/**
 * Looks for events that were missed: now, which is when the workflow is published or n8n starts, and by n8n's schedule from then on. What was not
 * answered with 200 shows at Tradevest in a list (tv:api-reference/webhooks); it is not documented for how long, so what stays in it is remembered.
 */
export async function fetchMissed(context: ITriggerFunctions): Promise<ITriggerResponse> {
	// Never nothing: n8n 2.41 takes that for a trigger that is not running yet, and activates the node again and again.
	if (context.getMode() === 'manual' || context.getNodeParameter('fetchesMissed', false) !== true) return {};
	const fetcher = new MissedFetcher(context);
	const chosen = String(context.getNodeParameter('missedInterval', '15m')) as keyof typeof INTERVALS;
	context.helpers.registerCron({ expression: toCronExpression(INTERVALS[chosen] ?? INTERVALS['15m']) }, () => void fetcher.look());
	await fetcher.look();
	return { closeFunction: async () => await Promise.resolve(fetcher.close()) };
}

class MissedFetcher {
	private readonly memory: MissedMemory;
	private isLooking = false;
	private isClosed = false;

	constructor(private readonly context: ITriggerFunctions) {
		const place = placeOf(context);
		this.memory = memories.get(place) ?? new MissedMemory(context.getWorkflowStaticData('node')[STORED_MISSED]);
		memories.set(place, this.memory);
	}

	close(): void {
		this.isClosed = true;
	}

	/** A look that fails is told in n8n's log: the next one skips nothing. */
	async look(): Promise<void> {
		if (this.isLooking || this.isClosed) return;
		this.isLooking = true;
		try {
			await this.startWith(await this.found());
		} catch (error) {
			this.context.logger.warn(`${this.context.getNode().name}: Tradevest could not be asked for missed events, and will be again. ${isFailure(error) ? error.message : 'The request failed.'}`);
		} finally {
			this.isLooking = false;
		}
	}

	private async found(): Promise<TradevestEvent[]> {
		const calls = await HookCalls.of(limitedContext(this.context, AbortSignal.timeout(WITHIN_MS)));
		const wanted = eventsIn(this.context.getNodeParameter('events', []));
		return (await calls.missed()).map(missedEvent).filter(({ eventType }) => wanted.includes(eventType));
	}

	private async startWith(found: readonly TradevestEvent[]): Promise<void> {
		this.memory.keepOnly(found.map(({ eventKey }) => eventKey));
		const open = found.filter(({ eventKey }) => this.memory.isOpen(eventKey)).slice(0, MOST_EVENTS);
		const data = this.context.getWorkflowStaticData('node');
		const claim = await eventMemoryOf(this.context).claim(open.map(({ eventKey }) => eventKey), data[STORED_EVENTS], duplicateSeconds(this.context));
		const events = newOnes(open, claim);
		const keys = events.map(({ eventKey }) => eventKey);
		try {
			// It was delivered after all, and only the answer was lost.
			for (const { eventKey } of open) if (!claim.has(eventKey)) this.memory.done(eventKey);
			if (events.length === 0 || this.isClosed) return;
			const ready = this.context.getNodeParameter('readsObject', false) === true ? await withObjects(this.context, events) : events;
			this.memory.begun(keys);
			data[STORED_MISSED] = this.memory.stored();
			this.follow(keys, startExecution(this.context, ready.map((json) => ({ json }))));
			claim.settle(keys);
		} finally {
			claim.settle([]);
		}
	}

	/** n8n tells only at its end whether an execution was stored. Nobody waits for that. */
	private follow(keys: readonly string[], ending: ReturnType<typeof startExecution>): void {
		void ending.then((end) => (end === 'notStored' ? this.memory.forget(keys) : keys.forEach((key) => this.memory.done(key))));
	}
}

/** Where n8n stores the memory, in the static data of the node. */
const STORED_MISSED = 'missedEvents';
