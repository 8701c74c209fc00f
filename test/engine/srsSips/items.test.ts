import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { products } from '../../../sandbox/srsSips/data/products';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { countOf, detailsOf, errorWordsOf, json, kindOf, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, priceItem, priceParameters, submitParameters, validateParameters } from './support';

const CODES = ['DEMO100', 'DEMO200', 'DEMO400', 'DEMO500'];

describe('SRS SIPS on the engine: many items', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox();
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	describe('one request an item', () => {
		it('keeps order and pairing over 1,000 items, 20 at once, with one token call', async () => {
			const items = Array.from({ length: 1_000 }, (_, at) => ({ customerCode: CODES[at % CODES.length], at }));
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'latency', ms: 40, times: 10 });
			const result = await engine.run({
				items,
				parameters: validateParameters({ integrationKey: 'none-of-them', options: { concurrency: 20, whenNotValid: 'output', shareEqualReads: false } }),
			});
			expect(result.error).toBeUndefined();
			expect(json(result.items).map(({ customerCode }) => customerCode)).toEqual(items.map(({ customerCode }) => customerCode));
			expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
			expect(countOf(sandbox, 'validateCustomer')).toMatchObject({ received: 1_000, answered: { 200: 1_000 } });
			expect(countOf(sandbox, 'validateCustomer').maxInFlight).toBeLessThanOrEqual(20);
			expect(countOf(sandbox, 'validateCustomer').maxInFlight).toBeGreaterThan(10);
			expect(received(sandbox, 'getToken')).toBe(1);
		});

		it.each([
			['10 unless told otherwise', undefined, 10],
			['as many as wanted', 3, 3],
			['never more than 50', 500, 50],
		])('has %s requests in flight', async (_name, concurrency, most) => {
			// Longer than a busy machine takes to send as many as may be under way.
			sandbox.control.change({ latencyMs: 5 * most });
			const items = Array.from({ length: 80 }, () => ({ customerCode: 'DEMO100' }));
			await engine.run({ items, parameters: validateParameters({ options: { shareEqualReads: false, ...(concurrency ? { concurrency } : {}) } }) });
			expect(countOf(sandbox, 'validateCustomer').maxInFlight).toBeLessThanOrEqual(most);
			expect(countOf(sandbox, 'validateCustomer').maxInFlight).toBeGreaterThan(most / 2);
		});
	});

	describe('equal reads', () => {
		it('are made once: four requests for 1,000 items that name four customers, each item with its own output', async () => {
			const items = Array.from({ length: 1_000 }, (_, at) => ({ customerCode: CODES[(at * 7) % CODES.length] }));
			const { items: out, error } = await engine.run({ items, parameters: validateParameters({ integrationKey: 'none-of-them', options: { whenNotValid: 'output' } }) });
			expect(error).toBeUndefined();
			expect(received(sandbox, 'validateCustomer')).toBe(CODES.length);
			expect(json(out).map(({ customerCode }) => customerCode)).toEqual(items.map(({ customerCode }) => customerCode));
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
			expect(new Set(json(out)).size).toBe(1_000);
		});

		it('fail each for itself where the partner refuses one', async () => {
			const items = Array.from({ length: 6 }, (_, at) => ({ customerCode: at % 2 ? 'DEMO100' : 'NOBODY' }));
			const { items: out } = await engine.run({ items, parameters: validateParameters(), settings: { onError: 'continueRegularOutput' } });
			expect(out.map((item) => detailsOf(item)?.kind)).toEqual(['notFound', undefined, 'notFound', undefined, 'notFound', undefined]);
			expect(received(sandbox, 'validateCustomer')).toBe(2);
		});
	});

	describe('many items a request', () => {
		it('prices 1,000 items in at most 10 requests, each item with its own price', async () => {
			const sold = products.filter(({ family }) => family.isStaple).slice(0, 25);
			const items = Array.from({ length: 1_000 }, (_, at) => {
				const { productId, family } = sold[at % sold.length]!;
				return priceItem({ productId, option: family.colours[0] ?? 'N/A', uom: family.units[0]?.uom, quantity: (at % 7) + 1 });
			});
			const { items: out, error } = await engine.run({ items, parameters: priceParameters() });
			expect(error).toBeUndefined();
			expect(received(sandbox, 'getPrices')).toBeLessThanOrEqual(10);
			expect(received(sandbox, 'getToken')).toBe(1);
			expect(json(out).map(({ productId, quantity }) => [productId, quantity])).toEqual(items.map(({ productId, quantity }) => [productId, quantity]));
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
			expect(json(out).filter(({ price }) => typeof price !== 'number')).toEqual([]);
		});

		it('makes batches as small as wanted', async () => {
			await engine.run({ items: Array.from({ length: 10 }, () => priceItem()), parameters: priceParameters({ options: { batchSize: 4 } }) });
			expect(received(sandbox, 'getPrices')).toBe(3);
		});

		it('keeps one bad entry from spoiling the prices of the others', async () => {
			const items = Array.from({ length: 16 }, (_, at) => priceItem({ quantity: at + 1 }));
			// The first request and the half with the bad entry are refused; what is left of it goes through.
			sandbox.control.fault({ operationId: 'getPrices', kind: 'status', status: 400, times: 2 });
			const { items: out } = await engine.run({ items, parameters: priceParameters() });
			expect(json(out).map(({ quantity }) => quantity)).toEqual(items.map(({ quantity }) => quantity));
			expect(json(out).every(({ price }) => price === 32.57)).toBe(true);
		});

		it.each([
			['branch', { branchCode: 'NOWHERE' }, 'No branch NOWHERE'],
			['customer', { customerCode: 'NOBODY' }, 'No customer NOBODY'],
			['job account', { jobAccountNumber: '9999' }, 'Job account 9999'],
		])('does not ask for each of 100 items by itself where the %s of all is wrong', async (_name, wrong, words) => {
			const items = Array.from({ length: 100 }, () => priceItem());
			const { items: out } = await engine.run({ items, parameters: priceParameters(wrong), settings: { onError: 'continueRegularOutput' } });
			expect(out).toHaveLength(100);
			expect(errorWordsOf(out[99])).toContain(words);
			expect(received(sandbox, 'getPrices')).toBeLessThanOrEqual(20);
		});
	});

	describe('an item that fails, with Continue On Fail', () => {
		const items = [{ customerCode: 'DEMO100' }, { customerCode: 'NOBODY' }, { customerCode: 'DEMO100' }];

		it('comes out as an error in its place, and the others are fine', async () => {
			const { items: out, error } = await engine.run({ items, parameters: validateParameters(), settings: { onError: 'continueRegularOutput' } });
			expect(error).toBeUndefined();
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expect(json(out)[0]).toMatchObject({ valid: true });
			expect(json(out)[2]).toMatchObject({ valid: true });
			expect(errorWordsOf(out[1])).toBe('Customer NOBODY could not be validated: SIPS does not know what was asked for (404): No customer NOBODY');
			expect(detailsOf(out[1])).toMatchObject({
				kind: 'notFound', status: 404, partnerMessage: 'No customer NOBODY', partnerCode: 'CustomerNotFound', advice: expect.any(String),
			});
		});

		it('goes to the error output, with what came in', async () => {
			const { items: out, errorItems } = await engine.run({ items, parameters: validateParameters(), settings: { onError: 'continueErrorOutput' } });
			expect(json(out).map(({ valid }) => valid)).toEqual([true, true]);
			expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
			expect(errorItems).toHaveLength(1);
			expect(errorItems[0]?.json).toMatchObject({ customerCode: 'NOBODY' });
			expect(detailsOf(errorItems[0])).toMatchObject({ kind: 'notFound' });
		});

		it('may also be one whose fields are faulty: it is not sent', async () => {
			const faulty = [{ customerCode: 'DEMO100' }, { customerCode: '' }, { customerCode: null }, { customerCode: { a: 1 } }];
			const { items: out } = await engine.run({ items: faulty, parameters: validateParameters(), settings: { onError: 'continueRegularOutput' } });
			expect(out.slice(1).map((item) => errorWordsOf(item))).toEqual([
				expect.stringContaining('Customer Code: must not be empty'),
				expect.stringContaining('Customer Code: must not be empty'),
				expect.stringContaining('Customer Code: must be text'),
			]);
			expect(received(sandbox, 'validateCustomer')).toBe(1);
		});

		it('may also be one whose expression cannot be worked out', async () => {
			const parameters = validateParameters({ customerCode: '={{ $json.customer.code }}' });
			const items = [{ customer: { code: 'DEMO100' } }, { customer: null }, { customer: { code: 'DEMO100' } }];
			const { items: out } = await engine.run({ items, parameters, settings: { onError: 'continueRegularOutput' } });
			expect(json(out).map(({ valid }) => valid)).toEqual([true, undefined, true]);
			expect(errorWordsOf(out[1])).not.toBe('');
		});

		it('may be an order: the next ones are placed all the same', async () => {
			const orders = [orderItem({ poNumber: 'PO-1' }), orderItem({ poNumber: '' }), orderItem({ poNumber: 'PO-3' })];
			const { items: out } = await engine.run({ items: orders, parameters: submitParameters(), settings: { onError: 'continueRegularOutput' } });
			expect(json(out).map(({ state }) => state)).toEqual(['accepted', undefined, 'accepted']);
			expect(sandbox.orders().map(({ poNumber }) => poNumber)).toEqual(['PO-1', 'PO-3']);
		});
	});

	describe('an item that fails, without Continue On Fail', () => {
		it('stops the node with an API error that names the item', async () => {
			const items = [{ customerCode: 'DEMO100' }, { customerCode: 'DEMO100' }, { customerCode: 'NOBODY' }];
			const { error, run } = await engine.run({ items, parameters: validateParameters() });
			expect(run.status).toBe('error');
			expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404', context: { itemIndex: 2 } });
			expect(wordsOf(error)).toContain('NOBODY');
		});

		it('stops before anything is sent where a field is faulty', async () => {
			const { error } = await engine.run({ items: [{ customerCode: 'DEMO100' }, { customerCode: '' }], parameters: validateParameters() });
			expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 1 } });
			expect(kindOf(error)).toBe('validation');
			expect(received(sandbox, 'validateCustomer')).toBe(0);
		});

		it('is the first of those that failed, in the order of the input', async () => {
			sandbox.control.fault({ operationId: 'validateCustomer', kind: 'latency', ms: 60 });
			const items = [{ customerCode: 'NOBODY1' }, { customerCode: 'NOBODY2' }];
			const { error } = await engine.run({ items, parameters: validateParameters() });
			expect(wordsOf(error)).toContain('NOBODY1');
		});
	});

	it('says what is not there in a workflow made for a newer version', async () => {
		const { error } = await engine.run({ items: [{}], parameters: { resource: 'order', operation: 'cancel' } });
		expect(error).toMatchObject({ name: 'NodeOperationError', message: 'This version of the node cannot do "cancel" of "order"' });
	});
});
