import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { ExecutionRow } from './executionRows';
import type { Books, HeldOrder } from './records';
import { secretsIn, startedEvents, toldOrder } from './told';
import { SUBMIT } from './workflows';
import { watchBooksOf } from './watchBooks';
import { WRONG_SECRET, type World } from './world';

/** Tokens of the sandbox begin with this; whole ones are never shown, here neither. */
const TOKEN = /eyJ0eXAiOiJzYW5kYm94In0\.[\w-]{16,}/;

/** Everything that the ledger compares, once the run is over. */
export async function booksOf(world: World, rows: readonly ExecutionRow[]): Promise<Books> {
	const { sandbox, otherSandbox, flows, log, starts, credential, eventCredential } = world;
	const secrets = new Map([
		['the client secret', new RegExp(sandbox.client.clientSecret)],
		['the wrong client secret', new RegExp(WRONG_SECRET)],
		['a token', TOKEN],
	]);
	const rowsOf = (kind: 'order' | 'event') =>
		rows.flatMap((row) => {
			const name = flows.names.get(row.workflowId);
			return name?.kind === kind ? [{ row, flow: name.flow }] : [];
		});
	const started = rowsOf('event').map(({ row, flow }) => {
		const events = startedEvents(row, flow);
		return { row, flow, events: events.length > 0 ? events : starts.eventsOf(row.id) };
	});
	return {
		held: [sandbox, otherSandbox].flatMap(heldIn),
		orders: rowsOf('order').map(({ row, flow }) => toldOrder(row, flow, SUBMIT, starts.callIdOf(row.id))),
		sentEvents: log.sent,
		startedEvents: started.flatMap(({ events }) => events),
		bareExecutions: started.filter(({ events }) => events.length === 0).map(({ row, flow }) => ({ executionId: row.id, flow, seenAt: starts.seenAt(row.id) })),
		credentials: [...(await credential.compare()), ...(await eventCredential.compare())],
		secrets: rows.flatMap((row) => secretsIn(row, secrets)),
		watches: watchBooksOf(world, rows),
	};
}

function heldIn(sandbox: SrsSipsSandbox): HeldOrder[] {
	return sandbox.orders().map(({ transactionID, poNumber, orderId, queueId, state, reachedAt, request }) => ({
		at: sandbox.url,
		transactionId: transactionID,
		poNumber,
		callId: request.customerContactInfo.customerContactName,
		orderId: orderId === null ? null : String(orderId),
		queueId,
		state,
		states: Object.keys(reachedAt),
	}));
}
