import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../engine/failure';
import { resourceLocatorValue } from '../../../engine/items/resourceLocatorValue';
import { toNodeError } from '../../../engine/items/nodeErrors';
import type { ParameterReader } from '../../../engine/operation/operation';
import { limitedContext } from '../../../engine/transport/limitedContext';
import { createSender, type Sender } from '../../../engine/transport/sender';
import { sipsSender } from '../shared/sips';
import { compare } from './comparison';
import { takeSnapshot } from './takeSnapshot';
import { credentialTimedOut, pollBudget, type PollBudget } from './pollBudget';
import { damagedState, noticesOf, otherAccount } from './notices';
import { toPollError } from './pollError';
import type { PollEvent } from './pollEvents';
import { readPollParameters, type PollParameters } from './pollParameters';
import { readState, storedState } from './pollState';
import { inTurn, type PollTurn } from './pollTurns';

/** Name of the state among the node's static data. Never renamed: stored watches would begin anew. */
const STATE = 'watch';

/** Events of each list that a run by hand shows. */
const SAMPLE = 10;

/** n8n hands the same context to the poll at activation and to those on schedule: the first poll of one is at activation. */
const polledBefore = new WeakSet<object>();

/**
 * One poll of SRS SIPS Order Watch.
 *
 * How n8n (2.8 and 2.41) keeps the state decides the order of things here. It saves it together with the items that a poll
 * returns, and after the poll with which a workflow is activated; after a poll that returns nothing it does not. So the
 * state changes only when nothing can fail any more, and what must not be forgotten is returned as items, if need be as
 * none: a list of no items saves the state and starts an execution in which nothing runs.
 *
 * Under the durable scheduler of n8n 2.41 each poll has a context of its own, with the state as the database has it, and only
 * the first registration is followed by a poll at activation. A poll that takes too long is given up, with all it found.
 *
 * @returns the events of one poll as items of one execution; null where there are none
 * @throws NodeApiError or NodeOperationError; n8n records it as a failed execution, and runs the error workflow
 */
export async function pollOrders(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const time = pollBudget(context);
	if (context.getMode() === 'manual') return await asNodeErrors(context, async () => await sample(context, time));
	return await inTurn(context, time, async (turn) => await asNodeErrors(context, async () => await poll(context, time, turn)));
}

async function poll(context: IPollFunctions, time: PollBudget, turn: PollTurn): Promise<INodeExecutionData[][] | null> {
	const isStart = !polledBefore.has(context);
	polledBefore.add(context);
	const { parameters, sender } = await time.within(prepare(context, time), credentialTimedOut);
	const data = context.getWorkflowStaticData('node');
	const stored = readState(data[STATE]);
	const before = stored === 'damaged' ? undefined : stored;

	const isSchedulers = isStart && context.getActivationMode() === 'update';
	if (isSchedulers && turn.isOutdated(data[STATE])) return null;
	const moment = { now: Date.now(), timezone: context.getTimezone(), evenForMs: turn.evenFor(Date.now()), hasTime: () => time.hasTime() };
	const { snapshot, findings, failures } = await time.within(takeSnapshot(sender, parameters, before, moment));
	const { state, events, mustBeSaved, tooMany } = compare(before, snapshot, parameters.rules);
	const [failure] = failures;
	if (failure && events.length === 0) return failedPoll(context, safe(failure, sender), isStart && before !== undefined);

	const notices = noticesOf({ ...findings, tooMany });
	const told = new Set<string>(notices.map(({ code }) => code));
	const troubles = [
		...(stored === 'damaged' ? [damagedState()] : []),
		...(before && before.account !== snapshot.account ? [otherAccount()] : []),
		...notices.filter(({ code }) => !state.told.has(code)).map((notice) => notice.failure),
		...failures,
	];
	const isFirstPoll = (state.orders !== undefined && before?.orders === undefined) || (state.invoices !== undefined && before?.invoices === undefined);
	const hasToBeSaved = mustBeSaved || stored === 'damaged' || (isFirstPoll && (!isStart || isSchedulers));
	if (events.length > 0 || hasToBeSaved) turn.handsOut(data[STATE]);
	// Of a list that was not read it is not known whether its faults are gone.
	data[STATE] = storedState({ ...state, told: failure ? new Set([...state.told, ...told]) : told });
	// Beside the items and not instead of them: an error that is thrown would hold back the events.
	for (const trouble of troubles) context.__emitError(toNodeError(context.getNode(), safe(trouble, sender)));
	if (events.length > 0) return [items(events)];
	return hasToBeSaved ? [[]] : null;
}

/**
 * A poll that found nothing and could not read everything. At a start of n8n that is no reason to give the watch up: n8n
 * would try to activate the workflow again at ever longer intervals. The next poll on schedule tells it, if it lasts.
 *
 * @throws Failure
 */
function failedPoll(context: IPollFunctions, failure: Failure, isPollingAlready: boolean): null {
	const mode = context.getActivationMode();
	if (!isPollingAlready || (mode !== 'init' && mode !== 'leadershipChange')) throw failure;
	context.logger.warn(`${context.getNode().name} could not look at SIPS as n8n started, and goes on: ${failure.message}`);
	return null;
}

/** What is there now, in the form in which it would be told. The state is left alone. */
async function sample(context: IPollFunctions, time: PollBudget): Promise<INodeExecutionData[][] | null> {
	const { parameters, sender } = await time.within(prepare(context, time), credentialTimedOut);
	const rules = { ...parameters.rules, tellsExisting: true, lostAfterMs: Number.POSITIVE_INFINITY };
	const moment = { now: Date.now(), timezone: context.getTimezone(), evenForMs: Number.POSITIVE_INFINITY, hasTime: () => time.hasTime() };
	const { snapshot, findings, failures } = await time.within(takeSnapshot(sender, { ...parameters, rules }, undefined, moment));
	const { events, tooMany } = compare(undefined, snapshot, rules);
	const trouble = failures[0] ?? (events.length === 0 ? noticesOf({ ...findings, tooMany })[0]?.failure : undefined);
	if (trouble) throw safe(trouble, sender);
	const isInvoice = ({ event }: PollEvent) => event === 'newInvoice';
	const shown = [...events.filter((event) => !isInvoice(event)).slice(0, SAMPLE), ...events.filter(isInvoice).slice(0, SAMPLE)];
	return shown.length > 0 ? [items(shown)] : null;
}

async function prepare(context: IPollFunctions, time: PollBudget): Promise<{ parameters: PollParameters; sender: Sender }> {
	const read: ParameterReader = (name, fallback) => {
		// n8n throws where a parameter is not there and the fallback is undefined; null it hands back.
		const value: unknown = context.getNodeParameter(name, null);
		return resourceLocatorValue(value) ?? fallback;
	};
	const parameters = readPollParameters(read);
	return { parameters, sender: await createSender(limitedContext(context, time.end), { ...sipsSender, timeoutMs: parameters.timeoutMs }) };
}

async function asNodeErrors<T>(context: IPollFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw isFailure(error) ? toPollError(context.getNode(), error) : error;
	}
}

function safe(failure: Failure, sender: Sender): Failure {
	return failure.rewritten((text) => sender.hideSecrets(text));
}

function items(events: readonly PollEvent[]): INodeExecutionData[] {
	return events.map((event) => ({ json: { ...event } as IDataObject }));
}
