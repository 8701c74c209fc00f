import type { IDataObject } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { received } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, submitParameters } from './support';

/** A Transaction ID of the person's own, such as the number of a job, is no more unique than a PO number is. */
describe('an order with a Transaction ID of its own, where SIPS lists one with the same ID', () => {
	let sandbox: SrsSipsSandbox;
	beforeEach(async () => (sandbox = await startSrsSipsSandbox({ webhookMode: 'none' })));
	afterEach(async () => await sandbox.close());

	it.each<[string, IDataObject]>([
		['of another customer', { customerCode: 'OTHER200' }],
		['under another PO number', { customerCode: 'DEMO100', PONumber: 'PO-OTHER' }],
		['at another branch', { customerCode: 'DEMO100', branchCode: 'SBDAL' }],
	])('%s, is not told as placed', async (_what, row) => {
		const body = { orderList: [{ orderId: 40000001, PONumber: 'PO-7731', transactionId: 'JOB-1', orderStatus: 'Order Received', ...row }] };
		sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body, times: 0 });
		const { items } = await engineFor(sandbox).run({ items: [orderItem()], parameters: submitParameters({ options: { transactionId: 'JOB-1', lookUpSeconds: 0 } }) });
		expect([received(sandbox, 'submitOrder'), items.map(({ json }) => [json.state, json.orderId, json.customerCode, json.branchCode])]).toEqual([0, []]);
	});
});
