import { getPrices } from '../../../../../nodes/SrsSips/product/getPrices';
import { answer, failureOf, fieldsOf, panel, RUN } from '../../../../support/panels/pure';

type Batched = Extract<typeof getPrices, { batch: unknown }>;
const { batch } = getPrices as Batched;

const ASKED: Record<string, unknown> = {
	customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43', productId: '6000', option: 'Black Shadow', quantity: 3, uom: 'BD',
};

function asked(changes: Record<string, unknown> = {}) {
	return getPrices.parameters(panel({ ...ASKED, ...changes }), RUN);
}

function line(changes: Record<string, unknown> = {}) {
	return { productId: 6000, productOptions: ['Black Shadow'], requestedUOM: 'BD', priceUOM: 'BD', price: 10, messageCode: 0, message: '', ...changes };
}

/** Prices as they are dealt to each item asked for. */
function dealt(lines: unknown, ...items: Array<Record<string, unknown>>) {
	return batch.deal(answer(lines), items.map((changes) => asked(changes))).map(([item]) => item?.price);
}

describe('Get Prices: what is asked', () => {
	it('is one line an item, in one request', () => {
		expect(batch.request([asked(), asked({ productId: 6040, option: '', quantity: '2.5', uom: 'SQ' })])).toEqual({
			method: 'POST',
			path: '/products/v2/price',
			body: {
				sourceSystem: 'DEMOSOURCE', customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: 43,
				transactionId: expect.stringMatching(/^PRICE-[0-9a-f]{16}$/),
				productList: [
					{ productId: 6000, productOptions: ['Black Shadow'], quantity: 3, uom: 'BD' },
					{ productId: 6040, productOptions: ['N/A'], quantity: 2.5, uom: 'SQ' },
				],
			},
		});
	});

	it('carries a transaction id where none is given: the same for the same request, another for another', () => {
		const idOf = (changes: Record<string, unknown>) => (batch.request([asked(changes)]).body as { transactionId?: string }).transactionId;
		expect(idOf({})).toBe(idOf({}));
		expect(idOf({ quantity: 4 })).not.toBe(idOf({}));
	});

	it('carries name and transaction id where they are given', () => {
		const { body } = batch.request([asked({ 'options.productName': 'Shingles', 'options.transactionId': 'quote 7' })]);
		expect(body).toMatchObject({ transactionId: 'quote 7', productList: [{ productName: 'Shingles' }] });
	});

	it.each([
		['customerCode', 'DEMO200'],
		['branchCode', 'SBDAL'],
		['jobAccountNumber', 44],
		['options.transactionId', 'other'],
	])('is asked apart where %s differs', (name, value) => {
		expect(batch.key(asked({ [name]: value }))).not.toBe(batch.key(asked()));
	});

	it.each([
		['productId', 6040],
		['option', 'White'],
		['quantity', 9],
		['uom', 'SQ'],
	])('is asked together where only %s differs', (name, value) => {
		expect(batch.key(asked({ [name]: value }))).toBe(batch.key(asked()));
	});

	it.each([
		['Customer Code', { customerCode: '' }],
		['Branch Code', { branchCode: null }],
		['Job Account Number', { jobAccountNumber: 'MAIN' }],
		['Product ID', { productId: 0 }],
		['Product ID', { productId: '60.5' }],
		['Quantity', { quantity: 0 }],
		['Quantity', { quantity: 'three' }],
		['Unit of Measure', { uom: '' }],
	])('is not sent where %s is faulty: %p', (label, change) => {
		expect(fieldsOf(failureOf(() => asked(change)))).toEqual([label]);
	});
});

describe('Get Prices: what is dealt back', () => {
	it('goes to the item that asked, however the answer is ordered', () => {
		const lines = [line({ productId: 3, price: 30 }), line({ productId: 1, price: 10 }), line({ productId: 2, price: 20 })];
		expect(dealt(lines, { productId: 1 }, { productId: 2 }, { productId: 3 })).toEqual([10, 20, 30]);
	});

	it('leaves an item without a price where its line is missing', () => {
		expect(dealt([line({ productId: 1 })], { productId: 1 }, { productId: 2 })).toEqual([10, null]);
	});

	it('is told apart by option, of one product', () => {
		const lines = [line({ productOptions: ['White'], price: 11 }), line({ price: 10 })];
		expect(dealt(lines, { option: 'Black Shadow' }, { option: 'White' })).toEqual([10, 11]);
	});

	it('is told apart by unit, of one product', () => {
		const lines = [line({ requestedUOM: 'SQ', priceUOM: 'SQ', price: 30 }), line({ price: 10 })];
		expect(dealt(lines, { uom: 'BD' }, { uom: 'SQ' })).toEqual([10, 30]);
	});

	it('goes by the order among lines that are alike', () => {
		expect(dealt([line({ price: 10 }), line({ price: 9 })], { quantity: 1 }, { quantity: 100 })).toEqual([10, 9]);
	});

	it('is dealt out once', () => {
		expect(dealt([line()], { quantity: 1 }, { quantity: 2 })).toEqual([10, null]);
	});

	it.each([
		['product ids as text', { productId: '6000' }],
		['options in other capitals', { productOptions: ['BLACK SHADOW'] }],
		['options with blanks around', { productOptions: [' Black Shadow '] }],
		['units in other capitals', { requestedUOM: 'bd' }],
		['no options', { productOptions: undefined }],
		['no unit asked for', { requestedUOM: null }],
	])('is found with %s', (_name, change) => {
		expect(dealt([line(change)], {})).toEqual([10]);
	});

	it('is not guessed where options are left out and two lines could be meant', () => {
		const lines = [line({ productOptions: undefined, price: 10 }), line({ productOptions: undefined, price: 20 })];
		expect(dealt(lines, { option: 'White' }, { option: 'Black Shadow' })).toEqual([null, null]);
	});

	it('is not taken from a line that is for another option', () => {
		expect(dealt([line({ productOptions: ['White'] })], { option: 'Black Shadow' })).toEqual([null]);
	});

	it('takes no notice of lines that nobody asked for', () => {
		expect(dealt([line({ productId: 9, price: 90 }), line(), null, 'x'], {})).toEqual([10]);
	});

	it('has one entry for each item, whatever comes', () => {
		expect(batch.deal(answer([]), [asked(), asked()])).toHaveLength(2);
	});

	it('has ten fields in its simplified form, the price among them', () => {
		const [[item] = []] = batch.deal(answer([line({ itemCode: 'X1', availableStatus: 'Call for Availability', priceUOM: 'BD', message: '', messageCode: 0 })]), [asked()]);
		expect(Object.keys(item ?? {}).sort()).toEqual([
			'availableStatus', 'lineTotal', 'option', 'price', 'priceAvailable', 'priceMessage', 'priceUOM', 'productId', 'quantity', 'uom',
		]);
	});

	it('keeps what was asked and what SIPS says beside it', () => {
		const [[item] = []] = batch.deal(answer([line({ itemCode: 'X1', productName: 'Shingles', availableStatus: 'Call for Availability', quantity: 99, uom: '??' })]), [asked({ simplify: false })]);
		expect(item).toMatchObject({
			customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: 43, productId: 6000, option: 'Black Shadow', quantity: 3, uom: 'BD',
			productName: 'Shingles', itemCode: 'X1', availableStatus: 'Call for Availability', price: 10, lineTotal: 30,
		});
	});

	it('tells what one unit asked for costs where SIPS prices another, unless that is switched off', () => {
		const perSquare = line({ priceUOM: 'SQ', price: 30, uomConversionFactor: 3 });
		const of = (changes: Record<string, unknown>) => batch.deal(answer([perSquare]), [asked({ simplify: false, ...changes })])[0]?.[0];
		expect(of({})).toMatchObject({ price: 30, priceUOM: 'SQ', uomConversionFactor: 3, pricePerUnit: 10, priceInferred: true, lineTotal: 30 });
		expect(of({ 'options.convertPrices': false })).toMatchObject({ price: 30, priceUOM: 'SQ', pricePerUnit: null, priceInferred: false, lineTotal: null });
	});

	it('is a refusal where the answer holds no prices but words', () => {
		const failure = failureOf(() => batch.deal(answer({ code: 'GeneralError', message: 'Try later' }), [asked()]));
		expect(failure).toMatchObject({ kind: 'businessRefusal', details: { partnerMessage: 'Try later', partnerCode: 'GeneralError' } });
	});

	it.each([['text', '<html>'], ['nothing', ''], ['null', null], ['a number', 7], ['an object without a list', { total: 7 }]])('is a failure where the answer is %s', (_name, body) => {
		expect(failureOf(() => batch.deal(answer(body), [asked()])).kind).toBe('brokenAnswer');
	});
});
