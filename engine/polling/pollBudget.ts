import type { IPollFunctions } from 'n8n-workflow';

import { Failure } from '../failure';

/** Longest poll where n8n sets no limit, in milliseconds. n8n 2.41 names the same. */
const LONGEST_MS = 300_000;
/** Parts of the time: no new request after the first, no request any more after the second, no poll after the third. */
const [LAST_REQUEST, LAST_ANSWER] = [0.6, 0.9];

/** The time that n8n gives a poll: what takes longer is given up, and what it found is thrown away. */
export interface PollBudget {
	/** Whether there is time for another request. */
	hasTime(): boolean;
	/** Ends requests that are still under way. */
	end: AbortSignal;
	/** Whether n8n has set a limit of its own: its durable scheduler polls, and nobody waits for that, as for the poll at activation. */
	isScheduled: boolean;
	/** Whether all of it is over. */
	isOver(): boolean;
	/** The work, if it is done in time. @param late what is thrown where it is not @throws Failure */
	within<T>(work: Promise<T>, late: () => Failure): Promise<T>;
}

/** As n8n 2.41 has it; 2.8 has none. */
type Budgeted = { getPollBudgetMs?: () => number };

/** Begins to count. */
export function pollBudget(context: IPollFunctions): PollBudget {
	const given = (context as Budgeted).getPollBudgetMs?.() ?? LONGEST_MS;
	const isScheduled = given > 0 && given < LONGEST_MS;
	const budgetMs = isScheduled ? given : LONGEST_MS;
	// Signals and no instants: a clock that is set makes no poll longer.
	const [last, end, over] = [LAST_REQUEST, LAST_ANSWER, 1].map((part) => AbortSignal.timeout(Math.max(1, Math.floor(budgetMs * part)))) as [AbortSignal, AbortSignal, AbortSignal];
	return {
		hasTime: () => !last.aborted,
		end,
		isScheduled,
		isOver: () => over.aborted,
		async within(work, late) {
			work.catch(() => undefined);
			const end = new Promise<never>((_resolve, reject) => {
				if (over.aborted) reject(late());
				else over.addEventListener('abort', () => reject(late()));
			});
			end.catch(() => undefined);
			return await Promise.race([work, end]);
		},
	};
}

/** What is told where n8n has not even begun: its database does not answer. @param partner as people call it */
export function credentialTimedOut(partner: string): Failure {
	return new Failure('outage', 'n8n did not hand out the credential in the time that it gives a look', {
		advice: `${partner} was not asked. The next poll tries again and skips nothing. If it stays so, look at the database of n8n, or at where it keeps external secrets.`,
	});
}
