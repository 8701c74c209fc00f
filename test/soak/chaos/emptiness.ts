import type { Books } from './records';
import { WATCH_FLOWS } from './watchFlows';

/** A run in which nothing happened shows nothing: what it had none of. */
export function emptiness({ held, orders, startedEvents, watches }: Books): string[] {
	const isEmpty = held.length === 0 || !orders.some(({ outcome }) => outcome) || startedEvents.length === 0;
	const silent = WATCH_FLOWS.filter((flow) => !watches.executions.some((execution) => execution.flow === flow && execution.changes.length > 0));
	return [
		...(isEmpty ? ['No order was placed, or no event taken: that is no test of anything.'] : []),
		...silent.map((flow) => `The watch "${flow}" told no event at all: that is no test of it.`),
	];
}
