import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Failure } from '../../../engine/failure';
import { toNodeError } from '../../../engine/items/nodeErrors';
import { credentialTimedOut, pollBudget, type PollBudget } from '../../../engine/polling/pollBudget';
import { asPollErrors } from '../../../engine/polling/pollError';
import { pollReader } from '../../../engine/polling/pollReader';
import { failedPoll, isFirstOf } from '../../../engine/polling/pollStart';
import { inTurn, type PollTurn } from '../../../engine/polling/pollTurns';
import { limitedContext } from '../../../engine/transport/limitedContext';
import { createSender, type Sender } from '../../../engine/transport/sender';
import { sipsSender } from '../shared/sips';
import { compare } from './comparison';
import { takeSnapshot } from './takeSnapshot';
import { damagedState, noticesOf, otherAccount } from './notices';
import type { PollEvent } from './pollEvents';
import { readPollParameters, type PollParameters } from './pollParameters';
import { readState, storedState } from './pollState';
import { pollTimedOut } from './pollTimedOut';

/** Name of the state among the node's static data. Never renamed: stored watches would begin anew. */
const STATE = 'watch';

/** Events of each list that a run by hand shows. */
const SAMPLE = 10;

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
	if (context.getMode() === 'manual') return await asPollErrors(context, async () => await sample(context, time));
	return await inTurn(context, time, async (turn) => await asPollErrors(context, async () => await poll(context, time, turn)));
}

async function poll(context: IPollFunctions, time: PollBudget, turn: PollTurn): Promise<INodeExecutionData[][] | null> {
	const isStart = isFirstOf(context);
	const { parameters, sender } = await time.within(prepare(context, time), () => credentialTimedOut('SIPS'));
	const data = context.getWorkflowStaticData('node');
	const stored = readState(data[STATE]);
	const before = stored === 'damaged' ? undefined : stored;

	const isSchedulers = isStart && context.getActivationMode() === 'update';
	if (isSchedulers && turn.isOutdated(data[STATE])) return null;
	const moment = { now: Date.now(), timezone: context.getTimezone(), evenForMs: turn.evenFor(Date.now()), hasTime: () => time.hasTime() };
	const { snapshot, findings, failures } = await time.within(takeSnapshot(sender, parameters, before, moment), pollTimedOut);
	const { state, events, mustBeSaved, tooMany } = compare(before, snapshot, parameters.rules);
	const [failure] = failures;
	if (failure && events.length === 0) return failedPoll(context, 'SIPS', safe(failure, sender), isStart && before !== undefined);

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

/** What is there now, in the form in which it would be told. The state is left alone. */
async function sample(context: IPollFunctions, time: PollBudget): Promise<INodeExecutionData[][] | null> {
	const { parameters, sender } = await time.within(prepare(context, time), () => credentialTimedOut('SIPS'));
	const rules = { ...parameters.rules, tellsExisting: true, lostAfterMs: Number.POSITIVE_INFINITY };
	const moment = { now: Date.now(), timezone: context.getTimezone(), evenForMs: Number.POSITIVE_INFINITY, hasTime: () => time.hasTime() };
	const { snapshot, findings, failures } = await time.within(takeSnapshot(sender, { ...parameters, rules }, undefined, moment), pollTimedOut);
	const { events, tooMany } = compare(undefined, snapshot, rules);
	const trouble = failures[0] ?? (events.length === 0 ? noticesOf({ ...findings, tooMany })[0]?.failure : undefined);
	if (trouble) throw safe(trouble, sender);
	const isInvoice = ({ event }: PollEvent) => event === 'newInvoice';
	const shown = [...events.filter((event) => !isInvoice(event)).slice(0, SAMPLE), ...events.filter(isInvoice).slice(0, SAMPLE)];
	return shown.length > 0 ? [items(shown)] : null;
}

async function prepare(context: IPollFunctions, time: PollBudget): Promise<{ parameters: PollParameters; sender: Sender }> {
	const parameters = readPollParameters(pollReader(context));
	return { parameters, sender: await createSender(limitedContext(context, time.end), { ...sipsSender, timeoutMs: parameters.timeoutMs }) };
}

function safe(failure: Failure, sender: Sender): Failure {
	return failure.rewritten((text) => sender.hideSecrets(text));
}

function items(events: readonly PollEvent[]): INodeExecutionData[] {
	return events.map((event) => ({ json: { ...event } as IDataObject }));
}
