import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/nodeRuns';
import { engineFor, orderItem, orderLine, priceItem, priceParameters, submitParameters } from './support';

describe('SRS SIPS on the engine: fields of an order as people fill them', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeAll(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		engine = engineFor(sandbox);
	});
	afterAll(() => sandbox.close());

	const run = async (operation: string, cell: Record<string, unknown>, parameters: Record<string, unknown> = {}) =>
		await engine.run({ items: [orderItem({ ...cell, poNumber: `PO-${Math.random()}` } as never)], parameters: submitParameters({ operation, ...parameters } as never) });

	const today = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

	describe.each(['submit', 'preview', 'submitV1'])('order %s', (operation) => {
		const V1 = operation === 'submitV1' ? { branchId: '301', shipToSequenceNumber: '1', linesV1Json: [{ itemCode: 'RIDSHI000BLAC' }] } : {};

		it.each<[string, unknown, string]>([
			['shipToZipCode', 'K1A 0B1', 'Ship-to ZIP Code: "K1A 0B1" is no US ZIP code. Give five digits such as 04101'],
			['shipToState', 'Ontario', 'Ship-to State: "Ontario" is no US state. Give two letters such as NY'],
			['expectedDeliveryDate', '2020-01-01', 'Expected Delivery Date: 2020-01-01 lies in the past. Give today'],
			['expectedDeliveryDate', 46_086, "Expected Delivery Date: 46086 looks like a spreadsheet's day number: 2026-03-05"],
			['customerContactEmail', 'jane at example', 'Contact Email: "jane at example" is no email address'],
			['customerContactEmail', 'a@example.com, b@example.com', 'Contact Email: "a@example.com, b@example.com" looks like several email addresses'],
			['options.customerContactZipCode', 'none', 'Contact ZIP Code: "none" is no US ZIP code'],
			['options.customerContactState', 'none', 'Contact State: "none" is no US state'],
			['options.additionalContactEmails', 'a@example.com, nobody', 'Additional Contact Emails: "nobody" is no email address'],
		])('with %s %p sends nothing, and says why', async (name, cell, words) => {
			const before = [received(sandbox, 'submitOrder'), received(sandbox, 'submitOrderV1')];
			const [field = '', option] = name.split('.');
			const { error } = await run(operation, { cell }, { ...V1, [field]: option === undefined ? '={{ $json.cell }}' : { [option]: '={{ $json.cell }}' } });
			expect(kindOf(error)).toBe('validation');
			expect(wordsOf(error)).toContain('1 field needs attention');
			expect(wordsOf(error)).toContain(words);
			expect([received(sandbox, 'submitOrder'), received(sandbox, 'submitOrderV1')]).toEqual(before);
		});
	});

	it('puts back the zeros of a ZIP code, spells the state, keeps ZIP+4, and takes today', async () => {
		for (const [zip, sent] of [[4101, '04101'], ['04101-1234', '04101-1234'], [41_011_234, '04101-1234']]) {
			const { error } = await run('submit', { zip, state: ' maine ', day: today(1) }, { shipToZipCode: '={{ $json.zip }}', shipToState: '={{ $json.state }}', expectedDeliveryDate: '={{ $json.day }}' });
			expect(error).toBeUndefined();
			const order = sandbox.orders().at(-1);
			expect(order?.request).toMatchObject({ shipTo: { zipCode: sent, state: 'ME' }, customerContactInfo: { customerContactAddress: { zipCode: sent, state: 'ME' } }, poDetails: { expectedDeliveryDate: today(1) } });
		}
	});

	it.each(['BLACK SHADOW', ' black shadow', 'blackshadow'])('sends the option %p and the unit bd as the branch spells them, as the same order', async (option) => {
		const poNumber = `SPELT-${option}`;
		const items = (changes: object) => [orderItem({ poNumber, lines: [orderLine(changes as never)] })];
		const first = await engine.run({ items: items({ option, uom: 'bd' }), parameters: submitParameters() });
		expect(first.error).toBeUndefined();
		expect(sandbox.orders().at(-1)?.request).toMatchObject({ orderLineItemDetails: [{ option: 'Black Shadow', uom: 'BD' }] });
		const second = await engine.run({ items: items({ option: 'Black Shadow', uom: 'BD' }), parameters: submitParameters() });
		expect(second.items[0]?.json).toMatchObject({ alreadySubmitted: true, transactionId: json(first.items)[0]?.transactionId });
	});

	it('sends units in capitals for prices', async () => {
		const { error, items } = await engine.run({ items: [priceItem({ uom: ' bd' })], parameters: priceParameters() });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ uom: 'BD', priceAvailable: true });
		expect(items[0]?.json.lineTotal).not.toBeNull();
	});

	it('adds up exact decimals', async () => {
		const lines = [orderLine({ price: 0.1 + 0.2, quantity: 3 })];
		const { items } = await run('submit', { lines });
		expect(items[0]?.json).toMatchObject({ expectedTotal: 0.9 });
		expect(sandbox.orders().at(-1)?.request).toMatchObject({ orderLineItemDetails: [{ price: 0.3 }] });
	});

	it.each<[unknown, string]>([['35,40', 'Lines 1: Price: "35,40" looks like a decimal comma. Write 35.40, with a point'], [-1, 'below 0'], [0, 'must not be 0'], ['$35', 'Give the number alone'], [35.12345, 'more digits after the point']])(
		'refuses the price %p of a line',
		async (price, words) => {
			const { error } = await run('submit', { lines: [orderLine({ price: price as never })] });
			expect(wordsOf(error)).toContain(words);
		},
	);
});
