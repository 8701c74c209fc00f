import { inTradevestSandbox, NOBODY, NOT_ACTIVE, type TradevestCaller } from '../support';
import { open, order, REQUESTOR, statuses, STEP_MS } from './support';

let caller: TradevestCaller;
let wallet: string;
let cash: string;

inTradevestSandbox((ready) => (caller = ready));

beforeEach(async () => {
	caller.sandbox.control.change({ orderStepMs: STEP_MS });
	wallet = await open(caller, 'CURRENCY_WALLET');
	cash = await open(caller, 'BALANCE_ACCOUNT');
});

interface Kind {
	name: string;
	path: string;
	event: string;
	list: () => string;
	wish: (externalId: string, changes?: object) => Record<string, unknown>;
}

const products = () => ({ walletCustomerProductId: wallet, cashCustomerProductId: cash });

const digital: Kind = {
	name: 'digital',
	path: '/digital/orders',
	event: 'DIGITAL_ASSET_ORDER_NOTIFICATION',
	list: () => `/products/${wallet}/digital/orders`,
	wish: (externalId, changes = {}) => ({ cryptoSymbol: 'ETH', tradeSide: 'BUY', quantityType: 'AMOUNT', quantity: 50, externalId, ...products(), ...changes }),
};

const tokenized: Kind = {
	name: 'tokenized',
	path: '/wawex/orders',
	event: 'TOKENIZED_ASSET_ORDER_NOTIFICATION',
	list: () => `/wawex/products/${wallet}/orders`,
	wish: (externalId, changes = {}) => ({ symbol: 'SBXONE', side: 'buy', quantityType: 'UNIT', quantity: 2, externalId, ...products(), ...changes }),
};

describe.each([digital, tokenized])('an order of a $name asset', (kind) => {
	const put = (externalId: string, changes?: object, requestor?: string) => order(caller, `${kind.path}/market`, kind.wish(externalId, changes), requestor);
	const read = async (id: string) => (await caller.ask(`GET ${kind.path}/${id}`)).body as unknown as Record<string, unknown>;
	const page = async (query: string) => (await caller.ask(`GET ${kind.list()}?${query}`)).body as unknown as { data: Array<{ orderId: string }>; pagination: { cursor?: string } };

	it('goes from RECEIVED by PENDING and FILLED to SETTLED, and is told', async () => {
		caller.sandbox.control.change({ decideAfterMs: STEP_MS });
		const id = await put('a-1');
		const seen = [(await read(id)).status];
		for (const ms of [STEP_MS, STEP_MS, STEP_MS]) {
			caller.later(ms);
			seen.push((await read(id)).status);
		}
		expect(seen).toEqual(['RECEIVED', 'PENDING', 'FILLED', 'SETTLED']);
		expect(statuses(caller, kind.event)).toEqual(['PENDING', 'FILLED', 'SETTLED']);
	});

	it('is taken once for an externalId, even after an INVALID one', async () => {
		const id = await put('a-1', {}, NOT_ACTIVE);
		expect((await read(id)).status).toBe('INVALID');
		expect(await caller.ask(`POST ${kind.path}/market`, kind.wish('a-1'), REQUESTOR)).toMatchObject({ status: 409, body: { responseType: 'CONFLICT' } });
		expect(caller.told(kind.event)).toMatchObject([{ notificationType: 'VALIDATION_ERROR' }]);
	});

	it('is refused without an externalId, without a requestor, and for an amount in parts of a cent', async () => {
		const refused = async (body: object, requestor?: string) => (await caller.ask(`POST ${kind.path}/market`, body, requestor)).body as unknown as { errorDetails: Array<{ field: string }> };
		const fields = [
			(await refused(kind.wish('a-1', { externalId: undefined }), REQUESTOR)).errorDetails,
			(await refused(kind.wish('a-1'))).errorDetails,
			(await refused(kind.wish('a-1', { quantityType: 'AMOUNT', quantity: 0.075 }), REQUESTOR)).errorDetails,
		];
		expect(fields).toMatchObject([[{ field: 'externalId' }], [{ field: 'Requestor-ID' }], [{ field: 'quantity' }]]);
	});

	it('takes an amount of 0.07, which is seven cents', async () => {
		expect(await put('a-1', { quantityType: 'AMOUNT', quantity: 0.07 })).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('keeps the digits that it was sent', async () => {
		const text = JSON.stringify(kind.wish('a-1', { quantityType: 'UNIT', quantity: 'Q' })).replace('"Q"', '0.123456789012345678900');
		const id = await order(caller, `${kind.path}/market`, text);
		caller.later(STEP_MS);
		const { text: answer } = await caller.ask(`GET ${kind.path}/${id}`);
		expect(answer.match(/"quantity":0\.123456789012345678900[,}]/g)).toHaveLength(2);
	});

	it('of a symbol that there is not, or of products that are none, is taken and becomes INVALID', async () => {
		const symbol = kind === digital ? { cryptoSymbol: 'NONE' } : { symbol: 'NONE' };
		const ids = [await put('a-1', symbol), await put('a-2', { cashCustomerProductId: wallet }), await put('a-3', { walletCustomerProductId: NOBODY })];
		expect(await Promise.all(ids.map(async (id) => (await read(id)).status))).toEqual(['INVALID', 'INVALID', 'INVALID']);
	});

	it('is CANCELED where others would expire', async () => {
		caller.sandbox.control.change({ lastOrderState: 'EXPIRED' });
		const id = await put('a-1');
		caller.later(STEP_MS);
		expect((await read(id)).status).toBe('CANCELED');
	});

	it('that waits is no case for a review, whatever reviews lead to', async () => {
		caller.sandbox.control.change({ lastOrderState: 'PLACED', reviewLeadsTo: 'REJECTED' });
		const id = await put('a-1');
		caller.later(STEP_MS);
		expect([(await read(id)).status, statuses(caller, kind.event)]).toEqual(['PENDING', ['PENDING']]);
	});

	it('is listed a page at a time, the newest first, and between two moments', async () => {
		const ids = [await put('a-1')];
		caller.later(60_000);
		ids.push(await put('a-2'), await put('a-3'));
		const first = await page('limit=2');
		const second = await page(`limit=2&cursor=${first.pagination.cursor}`);
		expect([...first.data, ...second.data].map(({ orderId }) => orderId)).toEqual([...ids].reverse());
		expect(second.pagination.cursor).toBeUndefined();
		const between = encodeURIComponent(new Date(Date.now() + 30_000).toISOString());
		expect((await page(`startCreatedOn=${between}`)).data).toHaveLength(2);
		expect((await page(`endCreatedOn=${between}`)).data).toHaveLength(1);
	});

	it('has a receipt once it is carried out', async () => {
		const id = await put('a-1');
		expect((await caller.ask(`GET ${kind.path}/${id}/receipt`)).status).toBe(404);
		caller.later(STEP_MS);
		const { status, text } = await caller.ask(`GET ${kind.path}/${id}/receipt`);
		expect([status, text.slice(0, 5), text.includes(id)]).toEqual([200, '%PDF-', true]);
	});

	it('that there is not is 404, and so is the list of a product that there is not', async () => {
		expect((await caller.ask(`GET ${kind.path}/${NOBODY}`)).status).toBe(404);
		expect((await caller.ask(`GET ${kind.path}/${NOBODY}/receipt`)).status).toBe(404);
		expect((await caller.ask(`GET ${kind.list().replace(wallet, NOBODY)}`)).status).toBe(404);
		expect((await caller.ask(`GET ${kind.list()}?startCreatedOn=2026-13-45Tx`)).status).toBe(400);
	});
});

describe('an order of a digital asset', () => {
	it('for an amount buys what that is worth, exactly, and shows in the wallet, the account and a transaction', async () => {
		const id = await order(caller, '/digital/orders/market', JSON.stringify(digital.wish('a-1')).replace('50', '50.00'));
		caller.later(STEP_MS);
		expect((await caller.ask(`GET /digital/orders/${id}`)).text).toContain('"executionData":{"quantity":0.02040508,"executionPrice":2450.37,"executionAmount":50.00}');
		expect((await caller.ask(`GET /products/${cash}`)).text).toContain('"availableBalance":-50.00,');
		expect((await caller.ask(`GET /products/${wallet}`)).body).toMatchObject({ cryptoAssets: [{ cryptoSymbol: 'ETH', quantity: 0.02040508 }], tokenizedAssets: [] });
		const [transaction] = caller.sandbox.transactions();
		expect((await caller.ask(`GET /transactions/${transaction?.transactionId}`)).body).toMatchObject({ transactionStatus: 'COMPLETED', digitalTradingTransaction: { orderId: id, cryptoSymbol: 'ETH', amount: 50 } });
	});

	it('is found by its externalId, for one whose answer was lost', async () => {
		await order(caller, '/digital/orders/market', digital.wish('a-1'));
		const id = await order(caller, '/digital/orders/market', digital.wish('a-2'));
		expect((await caller.ask(`GET ${digital.list()}?externalId=a-2`)).body).toMatchObject({ data: [{ orderId: id, externalId: 'a-2' }] });
	});
});

describe('an order of a tokenized asset', () => {
	it('has its side in small letters, and no filter for the externalId', async () => {
		const id = await order(caller, '/wawex/orders/market', tokenized.wish('t-1'));
		expect((await caller.ask(`GET /wawex/orders/${id}`)).body).toMatchObject({ side: 'buy', marketOrderData: { symbol: 'SBXONE' } });
		expect((await caller.ask('POST /wawex/orders/market', tokenized.wish('t-2', { side: 'BUY' }), REQUESTOR)).status).toBe(400);
		expect((await caller.ask(`GET ${tokenized.list()}?externalId=t-1`)).status).toBe(400);
	});

	it('is cancelled while it is open; too late is not told', async () => {
		const [first, second] = [await order(caller, '/wawex/orders/market', tokenized.wish('t-1')), await order(caller, '/wawex/orders/market', tokenized.wish('t-2'))];
		expect(await caller.ask(`DELETE /wawex/orders/${first}`, undefined, REQUESTOR)).toMatchObject({ status: 202, text: '' });
		caller.later(9 * STEP_MS);
		expect((await caller.ask(`GET /wawex/orders/${first}`)).body).toMatchObject({ status: 'CANCELED' });
		const before = caller.told(tokenized.event).length;
		expect((await caller.ask(`DELETE /wawex/orders/${second}`, undefined, REQUESTOR)).status).toBe(202);
		expect((await caller.ask(`GET /wawex/orders/${second}`)).body).toMatchObject({ status: 'SETTLED' });
		expect(caller.told(tokenized.event)).toHaveLength(before);
		expect((await caller.ask(`DELETE /wawex/orders/${NOBODY}`, undefined, REQUESTOR)).status).toBe(404);
	});

	it('shows among the tokenized assets of the wallet', async () => {
		await order(caller, '/wawex/orders/market', tokenized.wish('t-1'));
		caller.later(STEP_MS);
		expect((await caller.ask(`GET /products/${wallet}`)).body).toMatchObject({ tokenizedAssets: [{ tokenSymbol: 'SBXONE', quantity: 2, currency: 'EUR' }], cryptoAssets: [] });
	});
});
