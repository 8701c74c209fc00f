import type { TradevestSettings } from '../../../../../sandbox/tradevest/settings';
import { inTradevestSandbox, NOBODY, NOT_ACTIVE, type TradevestCaller } from '../support';
import { open, order, REQUESTOR, statuses, STEP_MS } from './support';

const EVENT = 'TRADITIONAL_ASSET_ORDER_NOTIFICATION';
const ISIN = 'DE000A0F5UF5';

let caller: TradevestCaller;
let depository: string;
let cash: string;

inTradevestSandbox((ready) => (caller = ready));

beforeEach(async () => {
	caller.sandbox.control.change({ orderStepMs: STEP_MS });
	depository = await open(caller, 'DEPOSITORY_ACCOUNT');
	cash = await open(caller, 'BALANCE_ACCOUNT');
});

const wish = (changes: object = {}) => ({
	depositoryCustomerProductId: depository,
	cashCustomerProductId: cash,
	tradeSide: 'BUY',
	isin: ISIN,
	exchangeCode: 'TGAT',
	quantityType: 'UNIT',
	quantity: 3,
	...changes,
});
const set = (settings: Partial<TradevestSettings>) => caller.sandbox.control.change(settings);
const read = async (id: string) => (await caller.ask(`GET /trading/order/${id}`)).body as unknown as Record<string, unknown>;
const statusAfter = async (id: string, ms: number) => {
	caller.later(ms);
	return (await read(id)).status;
};

describe('an order of a security', () => {
	it.each([
		['market', {}, '300.75'],
		['limit', { limitPrice: 99.125 }, '297.38'],
		['stop', { stopPrice: 110.5 }, '331.50'],
	])('at %s goes from RECEIVED to SETTLED by the clock, each step told', async (kind, price, amount) => {
		set({ decideAfterMs: STEP_MS });
		const id = await order(caller, `/trading/order/${kind}`, wish(price));
		expect((await read(id)).status).toBe('RECEIVED');
		expect([await statusAfter(id, STEP_MS), await statusAfter(id, STEP_MS), await statusAfter(id, STEP_MS), await statusAfter(id, 9 * STEP_MS)]).toEqual(['PLACED', 'FILLED', 'SETTLED', 'SETTLED']);
		expect(statuses(caller, EVENT)).toEqual(['PLACED', 'FILLED', 'SETTLED']);
		expect(await read(id)).toMatchObject({ orderType: kind.toUpperCase(), execution: { quantity: 3, executionAmount: Number(amount), remainingQuantity: 0 } });
		expect((await caller.ask(`GET /products/${cash}`)).text).toContain(`"availableBalance":-${amount},`);
		expect((await caller.ask(`GET /products/${depository}`)).body).toMatchObject({ traditionalAssets: [{ isin: ISIN, quantity: 3 }] });
	});

	it('is carried out in two parts when told to, and adds up', async () => {
		set({ ordersFillInParts: true, lastOrderState: 'FILLED' });
		const id = await order(caller, '/trading/order/limit', wish({ quantity: 5, limitPrice: 0.1 }));
		expect(await statusAfter(id, STEP_MS)).toBe('PARTIALLY_FILLED');
		expect(await read(id)).toMatchObject({ execution: { quantity: 2, remainingQuantity: 3, executionAmount: 0.2 }, partialExecutions: [{ executionQuantity: 2 }] });
		expect(await statusAfter(id, STEP_MS)).toBe('FILLED');
		expect(await read(id)).toMatchObject({ execution: { quantity: 5, remainingQuantity: 0, executionAmount: 0.5 }, partialExecutions: [{ executionQuantity: 2 }, { executionQuantity: 3, amount: 0.3 }] });
		expect(statuses(caller, EVENT)).toEqual(['PLACED', 'PARTIALLY_FILLED', 'FILLED']);
		expect((await caller.ask(`GET /products/${depository}`)).body).toMatchObject({ traditionalAssets: [{ quantity: 5 }] });
	});

	it('that sells brings money and takes the security', async () => {
		await order(caller, '/trading/order/market', wish({ tradeSide: 'SELL' }));
		caller.later(STEP_MS);
		expect((await caller.ask(`GET /products/${cash}`)).text).toContain('"availableBalance":300.75,');
		expect((await caller.ask(`GET /products/${depository}`)).body).toMatchObject({ traditionalAssets: [{ quantity: -3 }] });
	});

	it.each(['PLACED', 'FILLED', 'CORRECTED', 'CANCELED', 'REJECTED', 'EXPIRED'] as const)('comes to %s and no further when told to', async (lastOrderState) => {
		set({ lastOrderState });
		const id = await order(caller, '/trading/order/market', wish());
		for (let step = 0; step < 4; step += 1) await statusAfter(id, STEP_MS);
		expect([(await read(id)).status, statuses(caller, EVENT).at(-1)]).toEqual([lastOrderState, lastOrderState]);
	});

	it('that is REJECTED has its reason in the notification alone', async () => {
		set({ lastOrderState: 'REJECTED' });
		const id = await order(caller, '/trading/order/market', wish());
		await statusAfter(id, STEP_MS);
		expect(caller.told(EVENT).at(-1)).toMatchObject({ orderId: id, status: 'REJECTED', validationError: { errorType: expect.any(String) } });
		expect(Object.keys(await read(id))).not.toContain('validationError');
	});

	it.each<[string, () => Promise<[object, string]>]>([
		['a requestor who is not active', async () => [wish(), NOT_ACTIVE]],
		['a requestor who is nobody', async () => [wish(), NOBODY]],
		['a product that there is not', async () => [wish({ cashCustomerProductId: NOBODY }), REQUESTOR]],
		['a product of another type', async () => [wish({ depositoryCustomerProductId: cash }), REQUESTOR]],
		[
			'a product that is closed',
			async () => {
				await caller.ask(`PATCH /products/${cash}`, { status: 'CLOSED' }, REQUESTOR);
				return [wish(), REQUESTOR];
			},
		],
	])('of %s is taken and becomes INVALID, which is told; after 48 hours it is gone, its externalId not', async (_what, prepare) => {
		const [body, requestor] = await prepare();
		const id = await order(caller, '/trading/order/market', { ...body, externalId: 'ord-77' }, requestor);
		expect((await read(id)).status).toBe('INVALID');
		expect(caller.told(EVENT)).toMatchObject([{ orderId: id, status: 'INVALID', notificationType: 'VALIDATION_ERROR', validationError: { description: expect.any(String) } }]);
		caller.later(48 * 3_600_000 + 1);
		expect((await caller.ask(`GET /trading/order/${id}`)).status).toBe(404);
		expect((await caller.ask('POST /trading/order/limit', wish({ limitPrice: 1, externalId: 'ord-77' }), REQUESTOR)).status).toBe(409);
	});

	it.each<[string, object, string]>([
		['market', { quantity: 1.5 }, 'quantity'],
		['market', { quantity: 0 }, 'quantity'],
		['market', { isin: 'DE1' }, 'isin'],
		['market', { price: 1 }, 'price'],
		['limit', {}, 'limitPrice'],
		['limit', { limitPrice: 1.0005 }, 'limitPrice'],
		['stop', { limitPrice: 1 }, 'stopPrice'],
	])('at %s with %j is refused, naming %s', async (kind, changes, field) => {
		expect(await caller.ask(`POST /trading/order/${kind}`, wish(changes), REQUESTOR)).toMatchObject({ status: 400, body: { errorDetails: [{ field }] } });
		expect((await caller.ask(`POST /trading/order/${kind}`, wish({ limitPrice: 1, stopPrice: 1 }))).status).toBe(400);
	});

	it('is changed while it is open', async () => {
		const id = await order(caller, '/trading/order/limit', wish({ limitPrice: 1 }));
		expect(await caller.ask(`PATCH /trading/order/${id}`, { limitPrice: 1.5, quantity: 4 }, REQUESTOR)).toMatchObject({ status: 202, text: '' });
		expect(await read(id)).toMatchObject({ limitPrice: 1.5, quantity: 4, status: 'PLACED' });
	});

	it('is not changed any more once it is carried out, which only a notification without status tells', async () => {
		const id = await order(caller, '/trading/order/limit', wish({ limitPrice: 1 }));
		await statusAfter(id, STEP_MS);
		expect((await caller.ask(`PATCH /trading/order/${id}`, { limitPrice: 2 }, REQUESTOR)).status).toBe(202);
		expect((await read(id)).limitPrice).toBe(1);
		const told = caller.told(EVENT).at(-1);
		expect(told).toMatchObject({ orderId: id, notificationType: 'VALIDATION_ERROR', validationError: {} });
		expect(Object.keys(told as object)).not.toContain('status');
	});

	it('is cancelled while it is open, which is told', async () => {
		const id = await order(caller, '/trading/order/limit', wish({ limitPrice: 1 }));
		expect(await caller.ask(`DELETE /trading/order/${id}`, undefined, REQUESTOR)).toMatchObject({ status: 202, text: '' });
		expect(await statusAfter(id, 9 * STEP_MS)).toBe('CANCELED');
		expect(statuses(caller, EVENT)).toEqual(['PLACED', 'CANCELED']);
		expect((await caller.ask(`GET /products/${cash}`)).text).toContain('"availableBalance":0.00,');
	});

	it.each([
		['once it is carried out', {}, STEP_MS],
		['when told so', { cancelsComeTooLate: true }, 0],
	])('is not cancelled %s, and nothing tells', async (_when, settings, ms) => {
		set({ lastOrderState: 'FILLED', ...settings });
		const id = await order(caller, '/trading/order/market', wish());
		await statusAfter(id, ms);
		expect((await caller.ask(`DELETE /trading/order/${id}`, undefined, REQUESTOR)).status).toBe(202);
		expect(await statusAfter(id, 9 * STEP_MS)).toBe('FILLED');
		expect(caller.told(EVENT)).toHaveLength(2);
	});

	it('that there is not is 404 in all calls', async () => {
		const path = `/trading/order/${NOBODY}`;
		const calls = [caller.ask(`GET ${path}`), caller.ask(`PATCH ${path}`, {}, REQUESTOR), caller.ask(`DELETE ${path}`, undefined, REQUESTOR)];
		expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([404, 404, 404]);
	});

	it('makes one transaction when it is carried out, marked once it is corrected; none when it is not', async () => {
		const good = await order(caller, '/trading/order/market', wish({ externalId: 'ord-1' }));
		await order(caller, '/trading/order/market', wish(), NOT_ACTIVE);
		set({ lastOrderState: 'CORRECTED' });
		await statusAfter(good, STEP_MS);
		const [transaction, ...more] = caller.sandbox.transactions();
		expect([transaction, more]).toMatchObject([{ transactionType: 'TRADE', transactionStatus: 'COMPLETED' }, []]);
		await statusAfter(good, STEP_MS);
		expect((await caller.ask(`GET /transactions/${transaction?.transactionId}`)).body).toMatchObject({
			transactionStatus: 'MODIFIED',
			traditionalTradingTransaction: { orderId: good, isin: ISIN, externalId: 'ord-1', executionData: { executionAmount: 300.75 } },
		});
	});
});

describe('the costs before an order', () => {
	const asked = { tradeSide: 'BUY', quantityType: 'UNIT', exchangeCode: 'XFRA', orderType: 'LIMIT', isin: ISIN, quantity: 3, price: 0.1 };

	it('are told, exactly, and order nothing', async () => {
		const { status, text } = await caller.ask('POST /trading/ex-ante', asked, REQUESTOR);
		expect([status, text]).toEqual([200, expect.stringContaining('"grossAmount":0.3,"pricePerUnit":0.1,')]);
		expect(caller.told(EVENT)).toEqual([]);
	});

	it.each<[object, string]>([
		[{ price: undefined }, 'price'],
		[{ price: 0.0001 }, 'price'],
		[{ orderType: 'Market' }, 'orderType'],
	])('are refused with %j', async (changes, field) => {
		expect(await caller.ask('POST /trading/ex-ante', { ...asked, ...changes }, REQUESTOR)).toMatchObject({ status: 400, body: { errorDetails: [{ field }] } });
	});
});
