import type { INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/core/faults';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

const PAGE = '<html><head><title>Not Found</title></head><body><center>nginx</center></body></html>';

/** What comes in place of a read before an order, and whether it is SIPS's own no. */
const ANSWERS: ReadonlyArray<[what: string, fault: Omit<Fault, 'operationId'>, isItsOwn: boolean]> = [
	['404 with a page', { kind: 'html', status: 404, body: PAGE }, false],
	['404 with nothing', { kind: 'answer', status: 404, body: '' }, false],
	['404 of a gateway in JSON', { kind: 'answer', status: 404, body: { message: 'no Route matched with those values' } }, false],
	['400 with a page', { kind: 'html', status: 400, body: PAGE }, false],
	['422 with nothing', { kind: 'answer', status: 422, body: '' }, false],
	...[405, 410, 415, 421, 425, 451].map((status): [string, Omit<Fault, 'operationId'>, boolean] => [`${status} with a page`, { kind: 'html', status, body: PAGE }, false]),
	['404 in words of SIPS', { kind: 'answer', status: 404, body: { message: 'Nothing of the kind 4711', code: 'NoneFound' } }, true],
	['400 in words of SIPS', { kind: 'answer', status: 400, body: { message: 'Nothing of the kind 4711', code: 'NoneFound' } }, true],
];

/** Which read is answered so, the order for which it is made, and how SIPS's own no to it is told. */
const READS: ReadonlyArray<[operationId: string, parameters: INodeParameters, no: RegExp]> = [
	['getCustomerBranchLocations', {}, /SIPS lists no branches for DEMO100 \(.*4711/],
	['getActiveBranchProducts', {}, /SIPS has no products for SBDEN \(.*4711/],
	['getOrderTemplates', { lineSource: 'template', templateId: '410' }, /SIPS lists no order templates for DEMO100 \(.*4711/],
	['getPrices', { options: { stopWithoutPrice: true } }, /has no price per BD\. .*4711/],
];

describe('what comes in place of the reads before an order', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeAll(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.control.clearFaults());
	afterAll(async () => await sandbox.close());

	const cases = READS.flatMap((read) => ANSWERS.map((answer) => [...read, ...answer] as const));

	it.each(cases.flatMap((one) => (['submit', 'preview'] as const).map((operation) => ({ operation, operationId: one[0], parameters: one[1], no: one[2], what: one[3], fault: one[4], isItsOwn: one[5] }))))(
		'$operation says that SIPS has nothing only where SIPS does: $operationId, $what',
		async ({ operation, operationId, parameters, no, fault, isItsOwn }) => {
			sandbox.control.fault({ operationId, times: 0, ...fault });
			const { error, items } = await engine.run({ items: [orderItem({ poNumber: `PO-${Math.random()}` })], parameters: submitParameters({ operation, ...parameters }) });
			expect(items).toEqual([]);
			if (isItsOwn) expect(error?.message).toMatch(no);
			else expect(error?.message).not.toMatch(/lists no|has no|call branch|SIPS refused the order/);
			expect(error?.description).toMatch(isItsOwn ? /Nothing was sent/ : operation === 'submit' ? /Nothing was sent|No order was placed/ : /./);
		},
	);

	it.each(READS.map(([operationId, parameters]) => [operationId, parameters] as const))('a refusal of a read is told as that, and not as one of the order: %s', async (operationId, parameters) => {
		sandbox.control.fault({ operationId, times: 0, kind: 'answer', status: 403, body: { message: 'Not for this client 4711', code: 'Forbidden' } });
		const { error } = await engine.run({ items: [orderItem({ poNumber: `PO-${Math.random()}` })], parameters: submitParameters(parameters) });
		expect(error?.message).toMatch(/^Not sent \(PO PO-.*4711/);
		expect(error?.message).not.toContain('refused the order');
		expect(error?.description).toContain('Nothing was sent');
	});

	it.each(ANSWERS)('a name that is missing is told to be unknown only by SIPS: %s', async (_what, fault, isItsOwn) => {
		sandbox.control.fault({ operationId: 'getActiveBranchProducts', times: 0, ...fault });
		const item = orderItem({ poNumber: `PO-${Math.random()}`, lines: [orderLine({ productName: '' })] });
		const { error } = await engine.run({ items: [item], parameters: submitParameters({ options: { checkFirst: false } }) });
		if (isItsOwn) expect(error?.message).toMatch(/SIPS has no products for SBDEN/);
		else expect(error?.message).not.toMatch(/has no|SIPS refused the order/);
	});

	it.each(ANSWERS)('Preview shows no price and the words of SIPS, or nothing: %s', async (_what, fault, isItsOwn) => {
		sandbox.control.fault({ operationId: 'getPrices', times: 0, ...fault });
		const { error, items } = await engine.run({ items: [orderItem()], parameters: submitParameters({ operation: 'preview' }) });
		if (isItsOwn) expect(items[0]?.json.lines).toMatchObject([{ price: null, priceMessage: expect.stringContaining('Nothing of the kind 4711') as string }]);
		else expect([items, error !== undefined]).toEqual([[], true]);
	});

	it.each(ANSWERS.filter(([, , isItsOwn]) => !isItsOwn))('a gateway that refuses the order is not taken for SIPS: %s', async (_what, fault) => {
		sandbox.control.fault({ operationId: 'submitOrder', times: 0, ...fault });
		const { error } = await engine.run({ items: [orderItem({ poNumber: `PO-${Math.random()}` })], parameters: submitParameters() });
		expect(error?.message).toMatch(/^The order was not taken/);
		expect(error?.description).toContain('No order was placed');
	});
});
