import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { chargeOf } from '../../../../../nodes/SrsSips/reconciliation/charges';
import { header, row, run, SHINGLES, soundOrder, VENTS, type Answers } from './support';

describe('Order: Reconcile', () => {
	it('calls Order Details at the path that a person enters', async () => {
		const { paths, summary } = await run({ ...soundOrder(), '/other/41200001/full': soundOrder()['/orders/41200001'] }, { endpointPath: '/other/{orderId}/full' });
		expect(paths).toEqual(['/orders/List', '/other/41200001/full', '/invoices/list 41200001', '/invoices/0041200001-001']);
		expect(summary.asOrdered).toBe(true);
	});

	describe('names the PO number of the order in each item', () => {
		const short = { '/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: [SHINGLES] } };
		const numbers = async (answers: Answers, values?: Record<string, unknown>) => {
			const { differences, summary } = await run({ ...soundOrder(), ...answers }, values);
			return [...differences, summary].map(({ poNumber }) => poNumber);
		};

		it('as SIPS lists it', async () => {
			expect(await numbers({ ...short, '/orders/List': { orderList: [row({ PONumber: 'po 7731-2' })] } }, { poNumber: 'PO 7731-2' })).toEqual(['po 7731-2', 'po 7731-2']);
		});
		it('as SIPS lists it, found by another number', async () => {
			expect(await numbers(short, { findBy: 'orderId', orderId: '41200001' })).toEqual(['7731-2', '7731-2']);
		});
		it('as it was asked, where SIPS lists no order', async () => {
			expect(await numbers({ '/orders/List': { orderList: [] } })).toEqual(['7731-2']);
		});
		it('as Order Details shows it where the list does not, and null where it is not known', async () => {
			const unnamed = { ...row(), PONumber: undefined };
			const answers = { ...short, '/orders/List': { orderList: [unnamed] } };
			const byOrderId = { findBy: 'orderId', orderId: '41200001' };
			expect(await numbers(answers, byOrderId)).toEqual(['7731-2', '7731-2']);
			expect(await numbers({ ...answers, '/orders/41200001': { ...unnamed, orderLineItemDetails: [SHINGLES, VENTS] } }, byOrderId)).toEqual([null, null]);
		});
	});

	it('reads lines under other names, and in other spellings', async () => {
		const spelt = [
			{ Line: 10, PRODUCTID: '6000', SelectedOption: 'black shadow', QuantityShipped: '30', quantity: 40, UnitOfMeasure: 'bd', UnitPrice: '35.40' },
			{ Line: 20, product: { productId: 6100, productName: 'Ridge Vent' }, qty: 8, UOM: 'PC', netPrice: 11.2 },
		];
		const answers = soundOrder();
		const { differences, summary } = await run({ ...answers, '/invoices/0041200001-001': { invoice: { header: header(), LineItems: spelt } } });
		expect(differences).toEqual([]);
		expect(summary.asOrdered).toBe(true);
	});

	describe('never tells as ordered what it could not see', () => {
		const without = (name: string) => [Object.fromEntries(Object.entries(SHINGLES).filter(([field]) => field !== name)), VENTS];
		it.each(['option', 'quantity', 'uom'])('in the order: %s', async (name) => {
			const sound = soundOrder();
			expect((await run({ ...sound, '/orders/41200001': { ...row(), orderLineItemDetails: without(name) } })).summary.asOrdered).toBe('notYet');
		});
		it.each(['option', 'quantity', 'uom', 'price'])('in the invoice: %s', async (name) => {
			const sound = soundOrder();
			expect((await run({ ...sound, '/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: without(name) } })).summary.asOrdered).toBe('notYet');
		});
		it('one of two invoices', async () => {
			const list = { invoiceList: [header(), header({ invoiceNumber: '0041200001-002' })] };
			expect((await run({ ...soundOrder(), '/invoices/list 41200001': list })).summary).toMatchObject({ asOrdered: 'notYet', inInvoices: 'notRead' });
		});
		it('an invoice without a number', async () => {
			expect((await run({ ...soundOrder(), '/invoices/list 41200001': { invoiceList: [header(), { orderNumber: 41200001 }] } })).summary).toMatchObject({ asOrdered: 'notYet', inInvoices: 'notRead' });
		});
		it('another order than was asked for', async () => {
			const { summary } = await run({ ...soundOrder(), '/orders/41200001': { ...row({ orderId: 5 }), orderLineItemDetails: [SHINGLES, VENTS] } });
			expect(summary).toMatchObject({ asOrdered: 'notYet', inOrder: 'notRead', notSeen: [expect.stringMatching(/was asked for 41200001 and answered with 5/)] });
		});
	});

	describe('leaves open what is shown in two ways', () => {
		const invoice = (invoiceLines: readonly object[], more: IDataObject = {}, beside: IDataObject = {}) => ({ '/invoices/0041200001-001': { invoiceHeader: header(more), invoiceLines, ...beside } });
		const unquantified = Object.fromEntries(Object.entries(SHINGLES).filter(([name]) => name !== 'quantity'));

		it.each<[string, Answers, RegExp]>([
			['a second list of lines', invoice([SHINGLES, VENTS], {}, { invoiceItems: [{ ...VENTS, productId: 7777, productName: 'Skylight', quantity: 9, price: 900 }] }), /Line 1 of a second list \(invoiceitems\) of invoice 0041200001-001 could not be understood: nothing shows whether it repeats/],
			['more invoiced than shipped', invoice([{ ...unquantified, quantityInvoiced: 30, quantityShipped: 20 }, VENTS]), /says 30 invoiced and 20 shipped\. Which of them counts is not known/],
			['less invoiced than shipped', invoice([{ ...unquantified, quantityInvoiced: 20, quantityShipped: 30 }, VENTS]), /says 20 invoiced and 30 shipped/],
			['a line that was cancelled', { '/orders/41200001': { ...row(), orderLineItemDetails: [{ ...SHINGLES, lineStatus: 'Cancelled' }, VENTS] } }, /line 1 of order 41200001 has the status "Cancelled"/],
			['a line that was cancelled in the place of what was asked', { '/orders/41200001': { ...row(), orderLineItemDetails: [{ ...SHINGLES, option: 'Pewter Mist', lineStatus: 'Cancelled' }, VENTS] } }, /may have Ridgeway Heritage Shingles, Pewter Mist in its place, but its line 1 has the status/],
			['a line with two options', { '/orders/41200001': { ...row(), orderLineItemDetails: [{ ...SHINGLES, option: undefined, productOptions: ['Black Shadow', 'Pewter Mist'] }, VENTS] } }, /shows "Black Shadow" and "Pewter Mist" where "Black Shadow" was asked/],
			['an invoice of which it is not shown whose it is', { '/invoices/list 41200001': { invoiceList: [header(), { invoiceNumber: 'CM-77', total: 500 }] } }, /has invoices that do not show of which order they are \(1\), and they were not compared: CM-77/],
			['a fee that nobody asked for and that is much', invoice([SHINGLES, VENTS, { productName: 'Special Order Fee', quantity: 1, price: 4000, extendedPrice: 4000 }]), /Charges come to 4000 where material of 1151\.6 was asked/],
			['an amount that is not that of the price asked, within what rounding of the price shown allows', invoice([{ ...SHINGLES, extendedPrice: 1062.1 }, VENTS]), /comes to 1062\.1; 30 BD at the price that was asked, 35\.4, are 1062/],
		])('%s', async (_words, answers, why) => {
			const { summary } = await run({ ...soundOrder(), ...answers });
			expect(summary.asOrdered).toBe('notYet');
			expect((summary.notSeen as string[]).join('\n')).toMatch(why);
		});

		it('an amount that is 5 dollars off, though a price of 0.94 may be rounded', async () => {
			const lines = [{ ...SHINGLES, quantity: 1000, uom: 'PC', price: 0.94 }];
			const totals = { invoiceSubTotal: 945, invoiceCharges: 0, invoiceTax: 0, invoiceTotal: 945 };
			expect((await run({ ...soundOrder(lines), ...invoice([{ ...lines[0], extendedPrice: 945 }], totals) }, { linesJson: lines })).summary.asOrdered).toBe('notYet');
		});

		it('another product that bears the contractor code of the line', async () => {
			const linesJson = [{ ...SHINGLES, customerItem: 'SH-01', itemCode: 'RIDSHI000BLAC' }];
			const told = [{ ...SHINGLES, productId: undefined, itemCode: 'OAKSHI009BLAC', productName: 'Oakfield Heritage Shingles', customerItem: 'SH-01' }];
			expect((await run(soundOrder(told), { linesJson })).summary.asOrdered).toBe('notYet');
		});
	});

	it('compares no invoice that names another PO number and no order', async () => {
		const list = { invoiceList: [header(), { invoiceNumber: 'CM-77', PONumber: '1', total: 500 }] };
		expect((await run({ ...soundOrder(), '/invoices/list 41200001': list })).summary.asOrdered).toBe(true);
	});

	it('takes a second list that says the same for the same', async () => {
		const body = { invoiceHeader: header(), invoiceLines: [SHINGLES, VENTS], invoiceItems: [SHINGLES, VENTS] };
		expect((await run({ ...soundOrder(), '/invoices/0041200001-001': body })).summary.asOrdered).toBe(true);
	});

	describe('tells no certain difference', () => {
		it.each(['2026-03-10T00:00:00Z', '2026-03-10T00:00:00.000+00:00', '2026-03-10'])('of the day that is written %s', async (expectedDeliveryDate) => {
			const order = { '/orders/41200001': { ...row(), orderLineItemDetails: [SHINGLES, VENTS], expectedDeliveryDate } };
			expect((await run({ ...soundOrder(), ...order }, { expectedDeliveryDate: '2026-03-10' })).summary.asOrdered).toBe(true);
			expect((await run({ ...soundOrder(), ...order }, { expectedDeliveryDate: '2026-03-09' })).summary.asOrdered).toBe(false);
		});

		const ROOFTOP = { productId: 9000, productName: 'Rooftop Delivery', option: 'N/A', quantity: 1, uom: 'EA', price: 150 };
		it.each<[string, object, unknown]>([
			['as it was asked', ROOFTOP, true],
			['without its number, in other words', { productName: 'Freight Charge', quantity: 1, uom: 'EA', price: 150 }, 'notYet'],
			['twice', { ...ROOFTOP, quantity: 2 }, false],
		])('of a delivery that was asked for as a product and is told %s, that it does not show', async (_words, line, expected) => {
			expect((await run(soundOrder([SHINGLES, line]), { linesJson: [SHINGLES, ROOFTOP] })).summary.asOrdered).toBe(expected);
		});

		it('of the price of a line of which nothing came', async () => {
			const { summary } = await run({ ...soundOrder(), '/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: [SHINGLES, { ...SHINGLES, quantity: 0, price: 36 }, VENTS] } });
			expect(summary.asOrdered).toBe(true);
		});
	});

	it('takes nothing that SIPS leaves out for a certain difference, and tells nothing as ordered without it', async () => {
		const lines = [
			{ ...SHINGLES, lineNumber: 1, itemCode: 'A', extendedPrice: 1062 },
			{ ...SHINGLES, lineNumber: 2, itemCode: 'B', option: 'Pewter Mist', quantity: 5, extendedPrice: 177 },
			{ ...VENTS, lineNumber: 3, itemCode: 'C', extendedPrice: 89.6 },
		];
		const whole = header({ invoiceSubTotal: 1328.6, invoiceCharges: 25, invoiceTax: 10, invoiceTotal: 1363.6 });
		const fields = ['productId', 'productName', 'itemCode', 'option', 'quantity', 'uom', 'price', 'extendedPrice', 'lineNumber', 'invoiceSubTotal', 'invoiceCharges', 'invoiceTax', 'invoiceTotal'];
		const without = (record: object, gone: readonly string[]) => Object.fromEntries(Object.entries(record).filter(([name]) => !gone.includes(name)));
		const goneOf = fc.array(fc.subarray(fields), { minLength: 4, maxLength: 4 });
		const needed = ['option', 'quantity', 'uom'];
		await fc.assert(
			fc.asyncProperty(goneOf, goneOf, async (inOrder, inInvoice) => {
				const spoilt = (gone: readonly string[][]) => lines.map((line, at) => without(line, gone[at]!));
				const { summary } = await run({
					...soundOrder(),
					'/orders/41200001': { ...row(), orderLineItemDetails: spoilt(inOrder) },
					'/invoices/0041200001-001': { invoiceHeader: without(whole, inInvoice[3]!), invoiceLines: spoilt(inInvoice) },
				}, { linesJson: lines.map((line) => without(line, ['itemCode', 'extendedPrice', 'lineNumber'])) });
				expect(summary.asOrdered).not.toBe(false);
				// The vents have no option, so nothing is missing there without one.
				const isLacking = [...inOrder.slice(0, 2), ...inInvoice.slice(0, 2)].some((gone) => gone.some((name) => needed.includes(name)));
				if (isLacking) expect(summary.asOrdered).toBe('notYet');
			}),
			{ numRuns: 500 },
		);
	});

	it('tells nothing as ordered where anything of a line is otherwise, wherever it is', async () => {
		const changes = [{ productId: 6999 }, { option: 'Pewter Mist' }, { quantity: 29 }, { quantity: 31 }, { uom: 'SQ' }, { price: 35.41 }, { quantity: 0 }, { productId: 6999, option: 'Pewter Mist', productName: 'Other' }];
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...changes), fc.nat(1), fc.boolean(), fc.boolean(), async (change, at, isInOrder, isMore) => {
				const lines: object[] = [SHINGLES, VENTS];
				const other = isMore ? [...lines, { ...lines[at], ...change }] : lines.map((line, index) => (index === at ? { ...line, ...change } : line));
				const { summary } = await run({
					...soundOrder(),
					...(isInOrder ? { '/orders/41200001': { ...row(), orderLineItemDetails: other } } : { '/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: other } }),
				});
				// A further line of which nothing came is none.
				const isNothing = isMore && 'quantity' in change && change.quantity === 0;
				expect(summary.asOrdered === true).toBe(isNothing);
			}),
			{ numRuns: 200 },
		);
	});

	describe('an order that goes on under a new number', () => {
		const parts = (first: IDataObject, second: IDataObject): Answers => ({
			...soundOrder([SHINGLES]),
			'/orders/List': { orderList: [row({ orderId: 41200002, ...second }), row(first)] },
			'/orders/41200002': { ...row({ orderId: 41200002 }), orderLineItemDetails: [VENTS] },
			'/invoices/list 41200002': { invoiceList: [header({ invoiceNumber: '0041200002-001', orderNumber: 41200002 })] },
			'/invoices/0041200002-001': { invoiceHeader: header({ invoiceNumber: '0041200002-001', orderNumber: 41200002 }), invoiceLines: [VENTS] },
		});

		it.each<[string, IDataObject, IDataObject]>([
			['the same transaction ID', { transactionID: 'T-1' }, { transactionID: 't-1' }],
			['the number under which it began', {}, { subscriberReferenceNum2: '0041200001' }],
		])('is known by %s', async (_words, first, second) => {
			expect((await run(parts(first, second))).summary).toMatchObject({ asOrdered: true, orderIds: ['41200001', '41200002'] });
		});

		it('is found from its new number, too', async () => {
			expect((await run(parts({ transactionID: 'T-1' }, { transactionID: 'T-1' }), { findBy: 'transactionId', transactionId: 'T-1' })).summary).toMatchObject({ asOrdered: true });
		});

		it('counts alone where the first one was cancelled, as where it was entered again', async () => {
			const answers = { ...parts({ orderStatus: 'Cancelled', transactionID: 'T-1' }, { transactionID: 'T-1' }), '/orders/41200002': { ...row({ orderId: 41200002 }), orderLineItemDetails: [SHINGLES, VENTS] } };
			const { summary } = await run({ ...answers, '/invoices/list 41200001': { invoiceList: [] }, '/invoices/0041200002-001': { invoiceHeader: header({ invoiceNumber: '0041200002-001', orderNumber: 41200002 }), invoiceLines: [SHINGLES, VENTS] } });
			expect(summary).toMatchObject({ asOrdered: true, notes: ['Order 41200001 is listed as "Cancelled" and was not compared'] });
		});

		it('is not done while a part has no number', async () => {
			const { summary } = await run(parts({ transactionID: 'T-1' }, { transactionID: 'T-1', orderId: null, orderStatus: 'Queued' }));
			expect(summary).toMatchObject({ asOrdered: 'notYet', inOrder: 'notThere' });
			expect(summary.notSeen).toContain('SIPS lists the order without a sales order number: it is still queued');
		});
	});

	describe('invoices', () => {
		const withInvoice = (more: IDataObject, lines: readonly object[]): Answers => ({
			...soundOrder(),
			'/invoices/list 41200001': { invoiceList: [header(), header({ invoiceNumber: '0041200001-002' })] },
			'/invoices/0041200001-002': { invoiceHeader: header({ invoiceNumber: '0041200001-002', ...more }), invoiceLines: lines },
		});

		it.each<[string, object]>([
			['below 0', { ...VENTS, quantity: -2 }],
			['with its amount below 0', { ...VENTS, quantity: 2, price: -11.2 }],
			['as what was sold', { ...VENTS, quantity: 2 }],
		])('that give something back are taken off, with the line written %s', async (_words, line) => {
			const { differences } = await run(withInvoice({ invoiceTotal: -22.4 }, [line]));
			expect(differences.map(({ kind }) => kind)).toEqual(['quantity', 'credit']);
			expect(differences[0]?.message).toBe('Line 2 (Ridge Vent): 8 PC were invoiced in invoice 0041200001-001, and 2 given back in invoice 0041200001-002. 6 are left, asked were 8: 2 short.');
		});

		it('that give something back name what was invoiced where, over several invoices', async () => {
			const answers = withInvoice({}, [{ ...VENTS, quantity: -2 }, { ...VENTS, quantity: 3 }]);
			const { differences } = await run({ ...answers, '/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: [SHINGLES, VENTS] } });
			expect(differences[0]?.message).toBe('Line 2 (Ridge Vent): 11 PC were invoiced in invoices 0041200001-001, 0041200001-002, and 2 given back in invoice 0041200001-002. 9 are left, asked were 8: 1 over.');
		});

		it('that give back what was never invoiced say so', async () => {
			const lines = [SHINGLES, { ...VENTS, quantity: -2 }];
			const { differences } = await run({ ...soundOrder(), '/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: lines } });
			expect(differences[0]?.message).toBe('Line 2 (Ridge Vent): none were invoiced, and 2 PC given back in invoice 0041200001-001. Asked were 8: 8 short.');
		});

		it('that give back what nobody asked for say so', async () => {
			const { differences } = await run(withInvoice({}, [{ ...VENTS, productId: 7777, productName: 'Skylight', quantity: -2 }]));
			expect(differences[0]?.message).toBe('Invoice 0041200001-002 gives back 2 PC of Skylight (line 1), which was not asked for.');
		});

		it('several in one are summed', async () => {
			const answers = withInvoice({}, [VENTS]);
			expect((await run({ ...answers, '/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: [SHINGLES] } })).summary).toMatchObject({ asOrdered: true });
		});

		it('of another customer are told, and not counted', async () => {
			const list = { invoiceList: [header(), header({ invoiceNumber: '0041200001-002', customerCode: 'DEMO200' })] };
			const { summary } = await run({ ...soundOrder(), '/invoices/list 41200001': list }, { 'options.customerCode': 'DEMO100' });
			expect(summary).toMatchObject({ asOrdered: true, notes: ['Invoice 0041200001-002 is of another customer and was not compared'] });
		});

		it.each<[string, IDataObject, readonly object[], string[]]>([
			['the sum of its lines', { invoiceSubTotal: 1151.6 }, [], []],
			['the sum of its lines with freight among them', { invoiceSubTotal: 1226.6 }, [{ description: 'Freight', quantity: 1, amount: 75 }], ['charge']],
			['the sum of its lines with freight beside them', { invoiceSubTotal: 1151.6, invoiceCharges: 75, invoiceTax: 0, invoiceTotal: 1226.6 }, [{ description: 'Freight', quantity: 1, amount: 75 }], ['charge']],
			['another one', { invoiceSubTotal: 1200 }, [], ['total']],
			['that of lines of which one is not its price times its quantity', { invoiceSubTotal: 1251.6 }, [{ ...VENTS, quantity: 0, extendedPrice: 100 }], ['total']],
			['not the sum of its parts', { invoiceSubTotal: 1151.6, invoiceCharges: 25, invoiceTax: 10, invoiceTotal: 1200 }, [], ['total']],
		])('whose header is %s', async (_words, more, lines, kinds) => {
			const { differences } = await run({ ...soundOrder(), '/invoices/0041200001-001': { invoiceHeader: header(more), invoiceLines: [SHINGLES, VENTS, ...lines] } });
			expect(differences.map(({ kind }) => kind)).toEqual(kinds);
		});
	});

	it.each<[string, string | undefined]>([
		['FREIGHT CHARGE', 'freight'], ['Delivery', 'freight'], ['Fuel Surcharge', 'fee'], ['CO STATE TAX', undefined], ['State Tax', 'tax'], ['Sales Tax 8.1 %', 'tax'], ['Restocking Fee', 'fee'], ['Discount', 'discount'],
		['Delivery Hose 50 ft', undefined], ['Ridge Vent', undefined], ['Drop', undefined], ['', undefined],
	])('takes a line named %p for %p', (name, charge) => {
		expect(chargeOf([name])).toBe(charge);
	});
});
