import type { INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { received } from '../../support/n8nEngine/nodeRuns';
import { engineFor, engineOfNewProcess, orderItem, orderLine, submitParameters } from './support';

/** With a derived transaction ID, which does not depend on these. In the process that sent it this is a conflict, and told; later nobody knows. */
describe('an order that is run again after a restart, with other facts', () => {
	let sandbox: SrsSipsSandbox;
	beforeEach(async () => (sandbox = await startSrsSipsSandbox({ webhookMode: 'none', listCarriesTransactionId: true })));
	afterEach(async () => await sandbox.close());

	it.each<[string, INodeParameters]>([
		['Expected Delivery Date', { expectedDeliveryDate: '2099-04-09' }],
		['Ship-to Street', { shipToAddressLine1: '99 Other Rd' }],
		['Job Account Number', { jobAccountNumber: '44' }],
	])('is not sent again, and not told as submitted with them: %s', async (_what, changes) => {
		expect((await engineFor(sandbox).run({ items: [orderItem()], parameters: submitParameters({ options: { checkFirst: false } }) })).error).toBeUndefined();
		const again = await engineOfNewProcess(sandbox).run({ items: [orderItem({ lines: [orderLine({ price: 32.57 })] })], parameters: submitParameters({ ...changes, options: { checkFirst: false } }) });
		expect(received(sandbox, 'submitOrder')).toBe(1);
		expect(again.items).toMatchObject([{ json: { state: 'accepted', alreadySubmitted: true, outcomeFrom: 'lookUp', jobAccountNumber: null, expectedTotal: null, branchCode: 'SBDEN', lineCount: 1, expectedDeliveryDate: null, lines: [{ productId: 6000, quantity: 30 }] } }]);
		expect((again.items[0]?.json.lines as object[])[0]).not.toHaveProperty('price');
	});
});

describe('an order with a Transaction ID of its own that was sent with Send Even If Already Sent, and waits in the queue of SIPS', () => {
	let sandbox: SrsSipsSandbox;
	beforeEach(async () => (sandbox = await startSrsSipsSandbox({ webhookMode: 'none', orderMode: 'queuedDropped' })));
	afterEach(async () => await sandbox.close());

	it('is not sent again by a run without the option, also after a restart', async () => {
		const own = { transactionId: 'JOB-9', lookUpSeconds: 0 };
		const order = { items: [orderItem()], parameters: submitParameters({ options: { ...own, sendAgain: true } }) };
		expect((await engineFor(sandbox).run(order)).error).toBeUndefined();
		for (const engine of [engineFor(sandbox), engineOfNewProcess(sandbox)]) await engine.run({ items: [orderItem()], parameters: submitParameters({ options: own }) });
		expect(received(sandbox, 'submitOrder')).toBe(1);
	});
});
