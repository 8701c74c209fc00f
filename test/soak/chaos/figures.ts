import { FOREIGN } from './ledger';
import type { Plan, Step } from './plan';
import type { Books, Lie, StartedEvent, ToldOrder } from './records';
import { watchFigures } from './watchFigures';

/** What only who ran it knows. */
export interface RunFigures {
	readonly n8n: string;
	readonly asked: number;
	readonly submits: number;
	readonly kills: number;
	readonly pauses: number;
	readonly startedAgain: number;
	readonly unready: number;
	readonly edits: number;
	readonly unfinished: number;
}

/** No lie: what was under way when n8n was killed may come again, and a clock that is stepped ends the time in which duplicates are known. */
function moreThanOnce(started: readonly StartedEvent[]): number {
	const counts = new Map<string, Set<string>>();
	for (const { flow, key, executionId } of started) counts.set(`${flow} ${key}`, (counts.get(`${flow} ${key}`) ?? new Set()).add(executionId));
	return [...counts.values()].filter(({ size }) => size > 1).length;
}

/** One column: what was counted, and how often. The same rows in the same order each time, for the documents. */
export function figuresOf(plan: Plan, run: RunFigures, { held, orders, sentEvents, startedEvents, bareExecutions, watches }: Books, lies: readonly Lie[]): Array<[string, string | number]> {
	const told = (state: string) => orders.filter(({ outcome }) => outcome?.state === state).length;
	const failed = orders.filter(({ outcome, failure }) => !outcome && failure);
	const isUnknown = ({ failure }: ToldOrder) => failure?.kind === 'unknownOutcome' || failure?.kind === 'brokenAnswer';
	const of = (what: Step['do']) => plan.steps.filter((step) => step.do === what).length;
	const database = (how: string) => plan.steps.filter((step) => step.do === 'database' && step.how === how).length;
	const calls = (isMeant: (operationId: string) => boolean) =>
		plan.steps.reduce((sum, step) => sum + (step.do === 'partnerFault' && isMeant(step.fault.operationId) ? (step.fault.times ?? 1) : 0), 0);
	const answered = sentEvents.filter(({ status }) => status !== null && status >= 200 && status < 300).length;
	return [
		['n8n', run.n8n],
		['seed', plan.seed],
		['minutes', plan.minutes],
		['different orders asked for', run.asked],
		['executions with an order', orders.length],
		['calls of Submit', run.submits],
		['orders placed', held.length],
		['of these: past n8n, by somebody else', held.filter(({ callId }) => callId.startsWith(FOREIGN)).length],
		['told accepted', told('accepted')],
		['told queued', told('queued')],
		['told rejected', told('rejected')],
		['told unknown', failed.filter(isUnknown).length],
		['told failed', failed.filter((one) => !isUnknown(one)).length],
		['told nothing (killed, or never ran)', orders.filter(({ outcome, failure }) => !outcome && !failure).length],
		['executions that did not end', run.unfinished],
		['calls with an event', sentEvents.length],
		['of these: answered 2xx', answered],
		['executions with an event', startedEvents.length],
		['executions that n8n failed at once and stored without the event', bareExecutions.length],
		['events that started more than one in a workflow', moreThanOnce(startedEvents)],
		...watchFigures(watches),
		['calls with a fault: Submit', calls((id) => id === 'submitOrder')],
		['calls with a fault: Order List', calls((id) => id === 'getOrderList')],
		['calls with a fault: token', calls((id) => id === 'getToken')],
		['calls with a fault: others', calls((id) => !['submitOrder', 'getOrderList', 'getToken'].includes(id))],
		['changes of how the partner lists and tells', of('partnerWays')],
		['times all tokens were revoked', of('revokeTokens')],
		['times the database was slow, held, cut', `${database('slow')}, ${database('stall')}, ${database('cut')}`],
		['processes killed', run.kills],
		['processes stopped for a while', run.pauses],
		['processes that ended by themselves', run.startedAgain],
		['processes started anew, not ready for 40 seconds', run.unready],
		['steps of a clock', of('clock')],
		['edits of a credential', run.edits],
		['placed twice', lies.filter(({ what }) => what === 'an order placed twice').length],
		['lies in all', lies.length],
	];
}
