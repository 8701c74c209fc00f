import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, submitParameters } from './support';

/** Rows of Order List as they may well be: without a transaction id, and of another contractor who counts his orders the same way. */
describe('SRS SIPS on the engine: an order of another customer under the same PO number', () => {
	let sandbox: SrsSipsSandbox;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
	});
	afterEach(() => sandbox.close());

	const row = (changes: IDataObject = {}) => ({ orderId: 49900001, PONumber: '1001', ...changes });
	const listed = (body: IDataObject[], times: number) => sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body, times } as never);
	const submit = async (options: INodeParameters = {}) =>
		await engineFor(sandbox).run({ items: [orderItem({ poNumber: '1001' })], parameters: submitParameters({ options: { lookUpSeconds: 1, ...options } }) });

	it('does not stop this one', async () => {
		listed([row({ orderStatus: 'Completed', customerNumber: 'OTHER99', accountNumber: 'OTHER99' })], 0);
		const { items, error } = await submit();
		expect([error && wordsOf(error), json(items)[0]?.state, received(sandbox, 'submitOrder')]).toEqual([undefined, 'accepted', 1]);
	});

	it('stops it where the number is of another kind, and says why', async () => {
		listed([row({ customerNumber: '50123' })], 0);
		const { error } = await submit();
		expect(kindOf(error)).toBe('conflict');
		expect(wordsOf(error)).toContain('49900001 (customer number 50123)');
		expect(received(sandbox, 'submitOrder')).toBe(0);
	});

	it.each<[string, IDataObject, string]>([
		['a customer number', { orderStatus: 'Completed', customerNumber: 'OTHER99', accountNumber: 'OTHER99' }, 'customer number OTHER99, status Completed'],
		['a customer number of another kind', { customerNumber: '50123' }, 'customer number 50123'],
		['its day', { orderDate: '2020-01-01' }, 'dated 2020-01-01'],
		['what it has come to', { orderStatus: 'Invoiced' }, 'status Invoiced'],
	])('is not told as this one, which was cut off, by %s: it is named as what is listed', async (_what, changes, doubt) => {
		listed([], 1);
		listed([row(changes)], 0);
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut' } as never);
		const { items, error } = await submit();
		expect([kindOf(error), json(items)]).toEqual(['unknownOutcome', []]);
		expect(wordsOf(error)).toContain(`The partner lists 49900001 (${doubt})`);
		expect(sandbox.orders()).toHaveLength(0);
	});
});
