import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, submitParameters } from './support';

describe('an answer of Submit that names another order', () => {
	let sandbox: SrsSipsSandbox;
	beforeEach(async () => (sandbox = await startSrsSipsSandbox({ webhookMode: 'none' })));
	afterEach(async () => await sandbox.close());

	it.each(['Duplicate order', 'Order already exists', 'Duplicate PO number, see existing order', 'PO number has already been used', 'Order blocked: credit limit exceeded', 'Not saved', 'Order was not entered', 'Order is not valid', 'Product not available', 'Order Submitted. Not available, not saved'])('is not told as accepted: %s', async (message) => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'answer', status: 200, body: { orderID: 40000001, queueID: null, message, transactionID: 'x' }, times: 1 });
		const { items, error } = await engineFor(sandbox).run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 0 } }) });
		expect([kindOf(error), items[0]?.json.state]).toEqual(['unknownOutcome', undefined]);
	});

	it('409, which may be that it was taken before, does not say that no order was placed', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'answer', status: 409, body: { message: 'An order with this transactionID already exists', code: 'DuplicateTransaction' }, times: 1 });
		const { error } = await engineFor(sandbox).run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 0 } }) });
		expect(wordsOf(error)).not.toContain('No order was placed');
		expect(kindOf(error)).toBe('unknownOutcome');
	});

	it.each(['Order received', 'Order Submitted', 'Order has been created. Please note your order number', 'Order Submitted without any errors', 'Order Submitted. Some items may not be available', ''])('is taken at its word where it says yes: %s', async (message) => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'answer', status: 200, body: { orderID: 40000001, queueID: null, message, transactionID: 'x' }, times: 1 });
		const { items } = await engineFor(sandbox).run({ items: [orderItem()], parameters: submitParameters() });
		expect([items[0]?.json.state, items[0]?.json.orderId, received(sandbox, 'submitOrder')]).toEqual(['accepted', '40000001', 1]);
	});
});

/** What APIs write for "none" and for "error" in the place of a number. */
describe('an answer of Submit without an order', () => {
	let sandbox: SrsSipsSandbox;
	beforeEach(async () => (sandbox = await startSrsSipsSandbox({ webhookMode: 'none' })));
	afterEach(async () => await sandbox.close());

	it.each([{ orderID: -1 }, { orderID: '-1', queueID: '-1' }, { orderID: null, queueID: -1 }, { orderID: '0.0' }, { orderID: '0x0' }, { queueID: '0001-01-01T00:00:00' }, { orderID: 'E1001' }])('is not told as queued or accepted: %j', async (body) => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'answer', status: 200, body: { message: '', transactionID: 'x', ...body }, times: 1 });
		const { items, error } = await engineFor(sandbox).run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 0 } }) });
		expect([kindOf(error), items[0]?.json.state]).toEqual(['unknownOutcome', undefined]);
	});
});
