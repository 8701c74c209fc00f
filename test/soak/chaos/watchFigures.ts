import { WATCH_FLOWS } from './watchFlows';
import { lossesOf } from './watchLosses';
import type { WatchBooks } from './watchRecords';
import { repeatsOf } from './watchRepeats';

/** How much the watches told, and what of it is no lie but worth knowing. */
export function watchFigures(books: WatchBooks): Array<[string, string | number]> {
	const executions = WATCH_FLOWS.map((flow) => books.executions.filter((execution) => execution.flow === flow));
	const each = (count: (of: WatchBooks['executions']) => number) => executions.map(count).join(', ');
	const lost = lossesOf(books);
	const allowed = (all: ReadonlyArray<{ isAllowed: boolean }>) => all.filter(({ isAllowed }) => isAllowed).length;
	return [
		['executions of the watches (of all, of one customer)', each((of) => of.length)],
		['of these: with events', each((of) => of.filter(({ changes }) => changes.length > 0).length)],
		['of these: failed', each((of) => of.filter(({ changes, error }) => changes.length === 0 && error !== undefined).length)],
		['events that the watches told', each((of) => of.reduce((sum, { changes }) => sum + changes.length, 0))],
		['of these: told again by a new process', allowed(repeatsOf(books))],
		['of these: a change from a state that was not told', fromUntold(books)],
		['orders that the watch could see', books.orders.filter(({ at }) => at === books.at).length],
		['of these: never told, n8n upset meanwhile', allowed(lost.unseen)],
		['of these: last state not told, n8n upset meanwhile', allowed(lost.stale)],
	];
}

/** Events that n8n saved as told, and never stored: the next change of the order shows it. */
function fromUntold({ executions }: WatchBooks): number {
	const changes = executions.filter(({ flow }) => flow === 'all').flatMap((execution) => execution.changes);
	const told = new Set(changes.map(({ orderId, statusText }) => `${orderId} ${statusText}`));
	return changes.filter(({ orderId, previousStatusText }) => previousStatusText !== null && !told.has(`${orderId} ${previousStatusText}`)).length;
}
