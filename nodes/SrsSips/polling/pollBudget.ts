import type { IPollFunctions } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { SIPS } from '../shared/sips';

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
	/** Whether all of it is over. */
	isOver(): boolean;
	/** The work, if it is done in time. @param late what is thrown where it is not @throws Failure of kind `outage` */
	within<T>(work: Promise<T>, late?: () => Failure): Promise<T>;
}

/** As n8n 2.41 has it; 2.8 has none. */
type Budgeted = { getPollBudgetMs?: () => number };

/** Begins to count. */
export function pollBudget(context: IPollFunctions): PollBudget {
	const given = (context as Budgeted).getPollBudgetMs?.() ?? LONGEST_MS;
	const budgetMs = given > 0 && given < LONGEST_MS ? given : LONGEST_MS;
	// Signals and no instants: a clock that is set makes no poll longer.
	const [last, end, over] = [LAST_REQUEST, LAST_ANSWER, 1].map((part) => AbortSignal.timeout(Math.max(1, Math.floor(budgetMs * part)))) as [AbortSignal, AbortSignal, AbortSignal];
	return {
		hasTime: () => !last.aborted,
		end,
		isOver: () => over.aborted,
		async within(work, late = pollTimedOut) {
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

/** What is told of a list for which the time did not do. */
export function pollTimedOut(): Failure {
	return new Failure('outage', `${SIPS} took longer than n8n gives a look`, {
		advice: 'What was not read is looked at again with the next poll. If it stays so, shorten Look Back, watch a single customer or branch, or raise Row Limit; under n8n 2.41 N8N_SCHEDULER_POLL_TIMEOUT sets the time.',
	});
}

/** What is told where n8n has not even begun: its database does not answer. */
export function credentialTimedOut(): Failure {
	return new Failure('outage', 'n8n did not hand out the credential in the time that it gives a look', {
		advice: 'SIPS was not asked. The next poll tries again and skips nothing. If it stays so, look at the database of n8n, or at where it keeps external secrets.',
	});
}
