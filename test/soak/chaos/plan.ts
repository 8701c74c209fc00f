import { eventStep, type EventStep } from './planEvents';
import { clockStep, databaseStep, editStep, partnerStep, processStep, type FaultStep } from './planFaults';
import { orderSteps, type OrderStep } from './planOrders';
import { Random } from './random';

/** Something to do, so long after the beginning. */
export type Step = { readonly atMs: number } & (OrderStep | EventStep | FaultStep);

/** All that is done in a run, in order. */
export interface Plan {
	readonly seed: number;
	readonly minutes: number;
	readonly steps: readonly Step[];
}

/** How often a minute, on average. */
const PER_MINUTE = { order: 18, event: 24, partner: 7, database: 1.5, process: 0.8, clock: 0.8, edit: 1.2 } as const;
/** Nothing begins in the last seconds: what was begun is to be seen through. */
const QUIET_END_MS = 15_000;
/** Orders first, so that there is something to tell events of. */
const QUIET_START_MS = 5_000;

/**
 * What is done in a chaos run: which orders and events, which faults, and when. The same seed gives the same plan; how
 * it meets what n8n does at that moment is up to the machine.
 */
export function makePlan(seed: number, minutes: number): Plan {
	const random = new Random(seed);
	const lengthMs = minutes * 60_000;
	const steps: Step[] = [];
	const spread = (perMinute: number, fromMs: number, make: (at: number) => ReadonlyArray<OrderStep | EventStep | FaultStep>): void => {
		for (let count = Math.round(perMinute * minutes), at = 0; at < count; at += 1) {
			const atMs = random.between(fromMs, Math.max(fromMs, lengthMs - QUIET_END_MS));
			for (const step of make(at)) steps.push({ ...step, atMs: atMs + ('afterMs' in step ? step.afterMs : 0) });
		}
	};
	spread(PER_MINUTE.order, 0, (at) => orderSteps(random, at));
	spread(PER_MINUTE.event, QUIET_START_MS, () => [eventStep(random)]);
	spread(PER_MINUTE.partner, QUIET_START_MS, () => [partnerStep(random)]);
	spread(PER_MINUTE.database, QUIET_START_MS, () => [databaseStep(random)]);
	spread(PER_MINUTE.process, QUIET_START_MS, () => [processStep(random)]);
	spread(PER_MINUTE.clock, QUIET_START_MS, () => [clockStep(random)]);
	spread(PER_MINUTE.edit, QUIET_START_MS, () => [editStep(random)]);
	steps.sort((one, other) => one.atMs - other.atMs);
	return { seed, minutes, steps };
}
