import type { IPollFunctions } from 'n8n-workflow';

import type { Failure } from '../failure';

/** n8n hands the same context to the poll at activation and to those on schedule: the first poll of one is at activation. */
const polledBefore = new WeakSet<object>();

/** Whether this is the first poll with this context. To be asked once in each poll. */
export function isFirstOf(context: IPollFunctions): boolean {
	const isFirst = !polledBefore.has(context);
	polledBefore.add(context);
	return isFirst;
}

/**
 * A poll that found nothing and could not read everything. At a start of n8n that is no reason to give the watch up: n8n
 * would try to activate the workflow again at ever longer intervals. The next poll on schedule tells it, if it lasts.
 *
 * @param partner as people call it, in a sentence
 * @param isPollingAlready whether this is the first poll of a watch that has polled before n8n was started
 * @throws Failure
 */
export function failedPoll(context: IPollFunctions, partner: string, failure: Failure, isPollingAlready: boolean): null {
	const mode = context.getActivationMode();
	if (!isPollingAlready || (mode !== 'init' && mode !== 'leadershipChange')) throw failure;
	context.logger.warn(`${context.getNode().name} could not look at ${partner} as n8n started, and goes on: ${failure.message}`);
	return null;
}
