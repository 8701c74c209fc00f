import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
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
			['customerContactPhone', '+45 12 34 56 78', 'Contact Phone: must be a US number, 10 digits with or without +1, not "+45 12 34 56 78"'],
			['customerContactPhone', '555-0100 ext. 123', 'Contact Phone: must be one number of 10 digits, not "555-0100 ext. 123". Put an extension into Notes'],
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

	describe.each(['submit', 'preview', 'submitV1'])('order %s with an order date of one\'s own', (operation) => {
		const V1 = operation === 'submitV1' ? { branchId: '301', shipToSequenceNumber: '1', linesV1Json: [{ itemCode: 'RIDSHI000BLAC', option: 'Black Shadow', quantity: 12, uom: 'BD', customerItem: 'SH-1' }] } : {};
		const dated = async (orderDate: string) => await run(operation, {}, { ...V1, expectedDeliveryDate: today(5), options: { orderDate } });

		it('after the day of delivery sends nothing, and says so', async () => {
			const before = [received(sandbox, 'submitOrder'), received(sandbox, 'submitOrderV1')];
			const { error } = await dated(today(6));
			expect(wordsOf(error)).toContain(`1 field needs attention. Expected Delivery Date: ${today(5)} must not be before Order Date (${today(6)})`);
			expect([received(sandbox, 'submitOrder'), received(sandbox, 'submitOrderV1')]).toEqual(before);
		});

		it('on the day of delivery is as good as before it', async () => {
			for (const day of [today(5), today(4)]) expect((await dated(day)).error).toBeUndefined();
		});
	});

	describe('a field of a row whose expression comes to nothing', () => {
		const CHANGES = [['quantity', 'Quantity'], ['uom', 'Unit of Measure'], ['option', 'Option'], ['price', 'Price'], ['customerItem', 'Customer Item']] as const;
		const changed = async (cell: Record<string, unknown>, change: Record<string, unknown>) =>
			await run('submit', cell, { lineSource: 'template', templateId: '410', templateLines: { line: [{ productId: '6000', quantity: '', option: '', uom: '', customerItem: '', price: '', ...change }] } });

		it.each(CHANGES.flatMap(([name, label]) => [null, undefined].map((qty) => [name, label, qty] as const)))('is a fault of %s in a change of a template (%s: %p)', async (name, label, qty) => {
			const before = received(sandbox, 'submitOrder');
			const { error } = await changed({ qty }, { [name]: name === 'option' || name === 'uom' ? { __rl: true, mode: 'code', value: '={{ $json.qty }}' } : '={{ $json.qty }}' });
			expect(kindOf(error)).toBe('validation');
			expect(wordsOf(error)).toContain(`1 field needs attention. Changes 1: ${label}: its expression comes to nothing (${String(qty)}). Give it a value, or empty text to leave it as the template has it`);
			expect(received(sandbox, 'submitOrder')).toBe(before);
		});

		it('is one where a calculation gives no number', async () => {
			expect(wordsOf((await changed({}, { quantity: '={{ 2 * $json.none }}' })).error)).toContain('Changes 1: Quantity: ');
		});

		it('is not one where it is empty text, and 0 leaves the product out', async () => {
			const { items } = await changed({ qty: '' }, { quantity: '={{ $json.qty }}' });
			expect(items[0]?.json.lineCount).toBeGreaterThan(1);
			expect((await changed({ qty: 0 }, { quantity: '={{ $json.qty }}' })).items[0]?.json.lineCount).toBe(Number(items[0]?.json.lineCount) - 1);
		});

		it.each<[Record<string, unknown>, unknown]>([[{}, 'refused'], [{ option: 'Black Shadow' }, [['Black Shadow', 12]]]])('does not order a product twice that the template lists in two options: %j', async (option, expected) => {
			const row = { productId: 6000, defaultUOM: 'BD', productWebName: 'Ridgeway Heritage Shingles' };
			const products = [{ ...row, productOptions: ['Black Shadow'], quantity: 30 }, { ...row, productOptions: ['Weathered Oak'], quantity: 0 }];
			sandbox.control.fault({ operationId: 'getOrderTemplates', kind: 'answer', status: 200, body: [{ templateId: '410', products }] });
			const before = received(sandbox, 'submitOrder');
			const { error } = await changed({}, { quantity: 12, ...option });
			const sent = received(sandbox, 'submitOrder') === before ? 'refused' : (sandbox.orders().at(-1)?.request as { orderLineItemDetails: Array<Record<string, unknown>> }).orderLineItemDetails.map((line) => [line.option, line.quantity]);
			expect(sent).toEqual(expected);
			if (sent === 'refused') expect(wordsOf(error)).toContain('1 field needs attention. Changes to the Template: the template lists product 6000 more than once (Black Shadow, Weathered Oak)');
		});

		it.each([['table', 'lines', 'Lines 1'], ['items', 'itemLine', 'Line']])('is a fault of a line from the source %s, and no line that goes out with N/A or without its price', async (lineSource, parameter, row) => {
			for (const [name, label] of [['option', 'Option'], ['price', 'Price'], ['productName', 'Product Name']] as const) {
				const line = orderLine({ [name]: '={{ $json.cell }}' });
				const { error } = await run('submit', { cell: null }, { lineSource, [parameter]: { line: lineSource === 'items' ? line : [line] }, options: { checkFirst: false } });
				expect(wordsOf(error)).toContain(`1 field needs attention. ${row}: ${label}: its expression comes to nothing (null)`);
			}
		});

		it('is left out where JSON says null', async () => {
			expect((await run('submit', { lines: [orderLine({ price: null })] })).error).toBeUndefined();
		});
	});

	describe.each(['submit', 'preview', 'submitV1'])('what is no text any more, in order %s', (operation) => {
		const V1 = operation === 'submitV1' ? { branchId: '301', shipToSequenceNumber: '1', linesV1Json: [{ itemCode: 'RIDSHI000BLAC' }] } : {};

		it.each<[string, unknown, string]>([
			['poNumber', Number('20260305000000012345'), 'PO Number: must be text: as a number it has lost digits'],
			['poNumber', Number('2026030500000001234567'), 'PO Number: must be text: as a number it has lost digits'],
			['options.jobNumber', Number('20260305000000012345'), 'Job Number: must be text: as a number it has lost digits'],
			['options.transactionId', Number('177251666900249940001'), 'Transaction ID: must be text: as a number it has lost digits'],
			['poNumber', '=PO-{{ $json.job }}', 'PO Number: holds [object Object]'],
			['shipToAddressLine1', '={{ $json.job }} Ridge Rd', 'Ship-to Street: holds [object Object]'],
		])('sends nothing, and says why: %s %p', async (name, cell, words) => {
			const before = [received(sandbox, 'submitOrder'), received(sandbox, 'submitOrderV1')];
			const [field = '', option] = name.split('.');
			const value = typeof cell === 'string' ? cell : '={{ $json.cell }}';
			const { error } = await engine.run({
				items: [orderItem({ cell, job: { id: 7 } } as never)],
				parameters: submitParameters({ operation, ...V1, [field]: option === undefined ? value : { [option]: value } }),
			});
			expect(kindOf(error)).toBe('validation');
			expect(wordsOf(error)).toContain(`1 field needs attention. ${words}`);
			expect([received(sandbox, 'submitOrder'), received(sandbox, 'submitOrderV1')]).toEqual(before);
		});
	});

	it.each([[Number('20260305000000012345'), 'must be text: as a number it has lost digits'], ['SH-[object Object]', 'holds [object Object]']])('sends no line of the first edition with %p in it, and says why', async (itemCode, words) => {
		const before = received(sandbox, 'submitOrderV1');
		const { error } = await run('submitV1', { linesV1: [{ itemCode: 'A' }, { itemCode }] }, { branchId: '301', shipToSequenceNumber: '1', linesV1Json: '={{ $json.linesV1 }}' });
		expect(wordsOf(error)).toContain(`1 field needs attention. Lines 2: itemCode: ${words}`);
		expect(received(sandbox, 'submitOrderV1')).toBe(before);
	});

	it('tells two orders with transaction IDs that differ in the last digits of a number as faulty, and neither as the other', async () => {
		const before = received(sandbox, 'submitOrder');
		const parameters = submitParameters({ options: { transactionId: '={{ $json.id }}', whenPoNumberListed: 'send' } });
		const { items, error } = await engine.run({ items: [orderItem({ id: Number('177251666900249940001') }), orderItem({ id: Number('177251666900249940002') })], parameters });
		expect([kindOf(error), items, received(sandbox, 'submitOrder')]).toEqual(['validation', [], before]);
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

	it.each([['Black Shadow', 'Weathered Oak'], ['Weathered Oak', 'Black Shadow']])('sends a product that the branch lists in a row for each option, here %s and %s', async (...options) => {
		const rows = options.map((option) => ({ productId: 6000, productName: 'Ridgeway Heritage Shingles', productOptions: [option], productUOM: ['BD'] }));
		const alone = await startSrsSipsSandbox({ webhookMode: 'none' });
		alone.control.fault({ operationId: 'getActiveBranchProducts', kind: 'answer', body: rows, times: 0 });
		const { error } = await engineFor(alone).run({ items: [orderItem({ lines: [orderLine({ productName: '' })] })], parameters: submitParameters() });
		expect([wordsOf(error).trim(), received(alone, 'submitOrder')]).toEqual(['', 1]);
		await alone.close();
	});

	it.each([{ price: null }, { Price: 35.4 }, { unitPrice: 35.4 }, {}])('does not send an order with a limit for prices and a line without an expected one: %j', async (line) => {
		const before = received(sandbox, 'submitOrder');
		const { error } = await run('submit', { lines: [orderLine(line)] }, { options: { mostDifferencePercent: 1 } });
		expect(wordsOf(error)).toContain('1 field needs attention. Lines 1: Price: Ridgeway Heritage Shingles has no expected price to compare with');
		expect(received(sandbox, 'submitOrder')).toBe(before);
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
