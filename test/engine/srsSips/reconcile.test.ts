import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, until } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

/** What stands in every item of Reconcile here. */
const SHINGLES = orderLine({ price: 32.57 });
const VENT = { productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Weathered Oak', quantity: 5, uom: 'BD', customerItem: 'SH-02' };

function reconcileParameters(changes: INodeParameters = {}): INodeParameters {
	return { resource: 'order', operation: 'reconcile', findBy: 'poNumber', poNumber: '={{ $json.poNumber }}', linesJson: '={{ $json.lines }}', expectedDeliveryDate: '', options: {}, ...changes };
}

describe('SRS SIPS on the engine: Order: Reconcile', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none', eventDelayMs: 1 });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	/** Places an order and waits until it has come to this state. */
	const place = async (item: IDataObject = orderItem(), state = 'Invoiced') => {
		const { items, error } = await engine.run({ items: [item], parameters: submitParameters() });
		expect(error).toBeUndefined();
		await until(() => sandbox.orders().every((order) => order.state === state));
		return json(items)[0]!;
	};
	const reconciled = async (item: IDataObject = orderItem({ lines: [SHINGLES] }), changes: INodeParameters = {}) => {
		const { items, error } = await engine.run({ items: [item], parameters: reconcileParameters(changes) });
		expect(error).toBeUndefined();
		const all = json(items);
		return { differences: all.slice(0, -1), summary: all.at(-1)! };
	};

	it('tells an order that was confirmed and invoiced as it was asked', async () => {
		await place();
		const { differences, summary } = await reconciled();
		expect(differences).toEqual([]);
		expect(summary).toMatchObject({
			kind: 'summary', asOrdered: true, differences: 0, inOrder: 'asAsked', inInvoices: 'asAsked', orderIds: ['41200001'], notSeen: [], notes: [],
			invoices: [{ invoiceNumber: '0041200001-001', subTotal: 977.1, isCredit: false }],
		});
	});
	void VENT;
});
