import type { INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json } from '../../support/n8nEngine/nodeRuns';
import { engineFor } from './support';

/** SIPS's words for a status are not documented: a known word inside others may well mean something else. */
describe('SRS SIPS on the engine: words for the status of an order', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeAll(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.control.clearFaults());
	afterAll(() => sandbox.close());

	const by: INodeParameters = { resource: 'order', findBy: 'poNumber', poNumber: 'PO-1', options: {} };
	const statusBy = async (operation: string, orderStatus: string) => {
		const row = { orderId: 41_299_999, PONumber: 'PO-1', customerCode: 'DEMO100', orderStatus };
		sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: [row] }, times: 0 });
		const { items, error } = await engine.run({ items: [{}], parameters: { ...by, operation } });
		expect(error).toBeUndefined();
		return json(items);
	};

	describe.each([
		['Scheduled for Delivery', 'unknown'], ['Delivery Scheduled', 'unknown'], ['Ready for Delivery', 'unknown'], ['Undelivered', 'unknown'], ['Delivery Failed', 'unknown'],
		['Not Shipped', 'unknown'], ['Ready to Ship', 'unknown'], ['Invoice Pending', 'unknown'], ['Unconfirmed', 'unknown'],
		['Awaiting Shipment', 'unknown'], ['Partially Delivered', 'unknown'], ['Incomplete', 'unknown'], ['Not Processed', 'unknown'],
		['Delivered', 'delivered'], ['Shipped', 'shipped'],
	])('%s', (orderStatus, status) => {
		it(`is ${status} to Order: Get Status, with the words beside it`, async () => {
			expect(await statusBy('getStatus', orderStatus)).toMatchObject([{ status, orderId: '41299999', evidence: [{ source: 'Order List', says: orderStatus, means: status }] }]);
		});

		it(`is ${status} to Order: Find, with the words beside it`, async () => {
			expect(await statusBy('find', orderStatus)).toMatchObject([{ found: true, status, statusText: orderStatus }]);
		});
	});
});
