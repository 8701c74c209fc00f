import { createHash } from 'crypto';
import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { toPollError, asPollErrors } from '../../../engine/polling/pollError';
import { credentialTimedOut, pollBudget, type PollBudget } from '../../../engine/polling/pollBudget';
import { pollReader } from '../../../engine/polling/pollReader';
import { failedPoll, isFirstOf } from '../../../engine/polling/pollStart';
import { inTurn, polledNodeKey } from '../../../engine/polling/pollTurns';
import { limitedContext } from '../../../engine/transport/limitedContext';
import { createSender, type Sender } from '../../../engine/transport/sender';
import { Failure, isFailure, orFailure } from '../../../engine/failure';
import { SU, suSender } from '../shared/su';
import { isWanted, queuedMessage, type Message } from './messages';
import { longestGap, LONGEST_MINUTES } from './pollTimes';
import { SuCalls } from './suCalls';
import { Watch } from './watch';
import { readWatchParameters, type WatchParameters } from './watchParameters';
import { emptyState, readState, storedState } from './watchState';

/** Name of the state among the node's static data. Never renamed: stored watches would begin anew. */
const STATE = 'watch';

/** Nodes that were warned, with the interval. */
const warned = new Set<string>();

/** States that were put aside, by node, as hashes. */
const putAside = new Set<string>();

/**
 * One poll of Su Reservation Watch.
 *
 * It returns no items: n8n does not tell what becomes of those, and Su must not be told of a message before n8n has stored it. So it starts
 * executions itself (`startExecution`), and acknowledges when they have ended. n8n saves the static data with an execution that starts, so it is
 * changed before, and no state has to be saved for its own sake.
 *
 * @returns null, or in the editor what stands in the queues
 * @throws NodeApiError or NodeOperationError; n8n records it as a failed execution, and runs the error workflow
 */
export async function watchReservations(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const time = pollBudget(context);
	if (context.getMode() === 'manual') return await asPollErrors(context, async () => await sample(context, time));
	return await inTurn(context, time, async () => await asPollErrors(context, async () => await poll(context, time)));
}

async function poll(context: IPollFunctions, time: PollBudget): Promise<null> {
	const isStart = isFirstOf(context);
	const { parameters, sender, acknowledger } = await time.within(prepare(context, time), () => credentialTimedOut(SU));
	warnOfLongGap(context);
	const data = context.getWorkflowStaticData('node');
	// Before the poll: it puts another state there.
	const before = JSON.stringify(data[STATE]);
	const stored = readState(data[STATE]);
	const isKnown = stored !== undefined && stored !== 'damaged' && stored.account === sender.account;
	const state = isKnown ? stored : emptyState(sender.account);
	const watch = new Watch({
		context,
		calls: new SuCalls(sender),
		acknowledging: new SuCalls(acknowledger),
		parameters,
		time,
		isAtActivation: isStart && !time.isScheduled,
		state,
		save: () => {
			data[STATE] = storedState(state);
		},
		hideSecrets: (text) => sender.hideSecrets(text),
	});
	const isAnyRead = await orFailure(watch.poll());
	if (isFailure(isAnyRead)) return failedPoll(context, SU, safe(isAnyRead, sender), isStart && isKnown);
	const troubles = [...(stored !== undefined && !isKnown && isNews(context, before) ? [begunAnew(stored === 'damaged')] : []), ...watch.failures().map((failure) => safe(failure, sender))];
	const [first, ...others] = troubles;
	if (first === undefined) return null;
	for (const trouble of isAnyRead ? troubles : others) context.__emitError(toPollError(context.getNode(), trouble));
	return isAnyRead ? null : failedPoll(context, SU, first, isStart && isKnown);
}

/** What stands in the queues. Nothing is acknowledged, and the state is left alone. */
async function sample(context: IPollFunctions, time: PollBudget): Promise<INodeExecutionData[][] | null> {
	const { parameters, sender } = await time.within(prepare(context, time), () => credentialTimedOut(SU));
	const calls = new SuCalls(sender);
	const shown: Message[] = [];
	let trouble: Failure | undefined;
	for (const hotelId of parameters.hotelIds ?? (await calls.properties()).hotelIds) {
		const read = time.hasTime() ? await orFailure(calls.queue(hotelId)) : [];
		if (isFailure(read)) trouble ??= read.retold({ message: `Property ${hotelId}: ${read.message}` });
		else {
			const messages = read.map((booking) => queuedMessage(hotelId, booking, parameters.isCardDataWanted));
			shown.push(...messages.filter((message) => isWanted(message, parameters.filters)));
		}
	}
	if (shown.length > 0) return [shown.map(({ event }) => ({ json: event }))];
	if (trouble) throw safe(trouble, sender);
	return null;
}

/** Two senders: what is read ends with the time of the poll, and what is acknowledged may come after it. */
async function prepare(context: IPollFunctions, time: PollBudget): Promise<{ parameters: WatchParameters; sender: Sender; acknowledger: Sender }> {
	const parameters = readWatchParameters(pollReader(context));
	const options = { ...suSender, timeoutMs: parameters.timeoutMs };
	return { parameters, sender: await createSender(limitedContext(context, time.end), options), acknowledger: await createSender(limitedContext(context, new AbortController().signal), options) };
}

function warnOfLongGap(context: IPollFunctions): void {
	const minutes = longestGap(context.getNodeParameter('pollTimes', null));
	const key = `${polledNodeKey(context)}/${minutes}`;
	if (minutes === undefined || minutes <= LONGEST_MINUTES || warned.has(key)) return;
	warned.add(key);
	context.logger.warn(
		`${context.getNode().name} polls ${SU} every ${minutes} minutes. A message that nobody has acknowledged for an hour leaves the queue of ${SU}: set Poll Times to every ${LONGEST_MINUTES} minutes or more often.`,
	);
}

/** Whether nobody was told yet that this state was put aside: until something starts, n8n has it still, and every new context reads it again. */
function isNews(context: IPollFunctions, stored: string): boolean {
	const key = `${polledNodeKey(context)}/${createHash('sha256').update(stored).digest('base64url')}`;
	const isFirst = !putAside.has(key);
	putAside.add(key);
	return isFirst;
}

function begunAnew(isDamaged: boolean): Failure {
	return new Failure('configuration', isDamaged ? 'What the watch knew could not be read, and was put aside' : `The credential leads to another account of ${SU} than before`, {
		advice: 'The watch begins anew with this poll. Queues are pulled as before; bookings that were made before now are not looked for at night.',
	});
}

function safe(failure: Failure, sender: Sender): Failure {
	return failure.rewritten((text) => sender.hideSecrets(text));
}
