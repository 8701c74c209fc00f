import type { IDataObject } from 'n8n-workflow';

import { SrsSipsApi } from '../../../credentials/SrsSipsApi.credentials';
import { SrsSipsOrderWatch } from '../../../nodes/SrsSips/SrsSipsOrderWatch.node';
import type { Fault } from '../../../sandbox/core/faults';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { Engine } from '../../support/n8nEngine/n8nEngine';
import { received } from '../../support/n8nEngine/nodeRuns';
import { passTime } from '../../support/process/passTime';
import { PollHost } from '../../support/polling/pollHost';
import { engineFor, orderItem, submitParameters } from './support';

/** What comes in place of a list, and whether it says for certain that there is none. */
const ANSWERS: ReadonlyArray<[what: string, fault: Omit<Fault, 'operationId'>, isSure: boolean]> = [
	['503', { kind: 'status', status: 503, retryAfterSeconds: 0 }, false],
	['403', { kind: 'status', status: 403 }, false],
	['404 with a page of a gateway', { kind: 'html', status: 404, body: '<html><head><title>404 Not Found</title></head><body><center>nginx</center></body></html>' }, false],
	['404 with plain text', { kind: 'answer', status: 404, body: 'no healthy upstream' }, false],
	['404 with nothing', { kind: 'answer', status: 404, body: '' }, false],
	['404 of a gateway in JSON', { kind: 'answer', status: 404, body: { message: 'no Route matched with those values' } }, false],
	['404 in words of SIPS', { kind: 'answer', status: 404, body: { message: 'No orders found', code: 'OrdersNotFound' } }, true],
	['404 with an empty list', { kind: 'answer', status: 404, body: [] }, true],
	['200 with a page', { kind: 'html', status: 200, body: '<html><body>Maintenance</body></html>' }, false],
	['200 with an error beside an empty list', { kind: 'answer', body: { error: 'Timeout of the ERP', orderList: [] } }, false],
	['200 that is no success', { kind: 'answer', body: { success: false, orderList: [] } }, false],
	['200 with rows as lists', { kind: 'answer', body: { orderList: [[40000001, 'PO-1', 'DEMO100']] } }, false],
	['200 with status error', { kind: 'answer', body: { status: 'error', orderList: [] } }, false],
	['204', { kind: 'answer', status: 204, body: '' }, false],
	['200 with an empty list', { kind: 'answer', body: { orderList: [] } }, true],
];

/** More 404s of frameworks and gateways, and of what comes with 200: the frame of the list is not documented. */
const FRAMES: typeof ANSWERS = [
	['404 of ASP.NET', { kind: 'answer', status: 404, body: { type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5', title: 'Not Found', status: 404, traceId: '00-1' } }, false],
	['404 of Cloudflare', { kind: 'answer', status: 404, body: { success: false, errors: [{ code: 7003, message: 'Could not route to /orders/List, perhaps your object identifier is invalid?' }] } }, false],
	['200 with rows as JSON text', { kind: 'answer', body: { orderList: ['{"orderId":40000001,"PONumber":"PO-1"}'] } }, false],
	['200 with an empty list of something else', { kind: 'answer', body: { invoices: [], order: { orderId: 40000001 } } }, false],
	['200 with two lists of which either may be it', { kind: 'answer', body: { current: [{ orderId: 7, PONumber: 'PO-1' }], past: [{ orderId: 8, PONumber: 'PO-1' }] } }, false],
	['200 with words of a failure', { kind: 'answer', body: { message: 'Unable to retrieve orders. Please try again later.', orderList: [] } }, false],
	['200 with an error code', { kind: 'answer', body: { errorCode: 'ERP_TIMEOUT', orderList: [] } }, false],
	['200 with words of success', { kind: 'answer', body: { status: 'Success', statusCode: 200, message: 'No orders found', errors: [], hasErrors: false, orderList: [] } }, true],
	['200 with other empty lists', { kind: 'answer', body: { sort: [], invoices: [], orders: [] } }, true],
];

describe('what comes in place of the list of orders', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeAll(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none', orderMode: 'queuedDropped' });
		engine = engineFor(sandbox);
	});
	afterEach(() => {
		jest.restoreAllMocks();
		sandbox.control.clearFaults();
	});
	afterAll(async () => await sandbox.close());

	const gives = (fault: Omit<Fault, 'operationId'>) => sandbox.control.fault({ operationId: 'getOrderList', times: 0, ...fault });
	const about = (operation: string, more: IDataObject = {}) => ({ resource: 'order', operation, findBy: 'poNumber', poNumber: 'PO-1', ...more }) as never;

	it.each([...ANSWERS, ...FRAMES])('Order: Find says that there is none only where SIPS does: %s', async (_what, fault, isSure) => {
		gives(fault);
		const { error, items } = await engine.run({ items: [{}], parameters: about('find') });
		if (isSure) expect(items.map(({ json }) => json)).toEqual([{ found: false, poNumber: 'PO-1' }]);
		else expect({ items, isError: error !== undefined, saysNone: /lists no order|does not know/.test(error?.message ?? '') }).toEqual({ items: [], isError: true, saysNone: false });
	});

	it.each([...ANSWERS, ...FRAMES])('Order: Get Status tells a state only of what is known: %s', async (_what, fault, isSure) => {
		gives(fault);
		const { error, items } = await engine.run({ items: [{}], parameters: about('getStatus', { options: { queueId: 'q-1' } }) });
		if (isSure) expect(items.map(({ json }) => json.status)).toEqual(['queued']);
		else expect([items, error !== undefined]).toEqual([[], true]);
	});

	it.each(ANSWERS)('Order Watch tells no order lost, and leaves no list for empty: %s', async (_what, fault, isSure) => {
		const watch = new SrsSipsOrderWatch();
		const host = new PollHost(new Engine({ nodeType: watch, credentialType: new SrsSipsApi(), credential: engine.credential.stored }), watch);
		host.parameters = { events: ['orderLost', 'statusChanged', 'orderQueued'] };
		await host.activate();
		const poNumber = `PO-${Math.random()}`;
		expect((await engine.run({ items: [orderItem({ poNumber })], parameters: submitParameters() })).error).toBeUndefined();
		await host.poll();
		passTime(20 * 60_000);
		gives(fault);
		await host.poll();
		const lost = () => host.items.filter((item) => item.event === 'orderLost' && item.poNumber === poNumber);
		expect([lost().length, host.errors.length > 0]).toEqual(isSure ? [1, false] : [0, true]);
		sandbox.control.clearFaults();
		await host.poll();
		expect(lost()).toHaveLength(1);
	});

	it.each([...ANSWERS, ...FRAMES])('Order: Submit sends an order whose PO number must not be listed only where it is not: %s', async (_what, fault, isSure) => {
		gives(fault);
		const before = received(sandbox, 'submitOrder');
		await engine.run({ items: [orderItem({ poNumber: `PO-${Math.random()}` })], parameters: submitParameters({ options: { lookUpSeconds: 0 } }) });
		expect(received(sandbox, 'submitOrder') - before).toBe(isSure ? 1 : 0);
	});
});
