import { ibanOf } from '../../../../../sandbox/tradevest/money/iban';
import { demoCustomer, inTradevestSandbox, NOBODY, NOT_ACTIVE, type TradevestCaller } from '../support';
import { open, PRODUCTS, REQUESTOR, statuses, STEP_MS } from './support';

let caller: TradevestCaller;

inTradevestSandbox((ready) => (caller = ready));

describe('the products of a customer', () => {
	it('are those that there are', async () => {
		const { body } = await caller.ask('GET /products');
		expect(body).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ productCode: 'BALANCE_ACCOUNT', productType: 'CASH', isActive: true })]) });
	});

	it('are RECEIVED first and ACTIVE later, which is told', async () => {
		caller.sandbox.control.change({ decideAfterMs: STEP_MS });
		const id = await open(caller, 'DEPOSITORY_ACCOUNT');
		expect((await caller.ask(`GET /products/${id}`)).body).toMatchObject({ status: 'RECEIVED', traditionalAssets: [] });
		caller.later(STEP_MS);
		expect((await caller.ask(`GET /products/${id}`)).body).toMatchObject({ status: 'ACTIVE', openedOn: expect.any(String) });
		expect(caller.told('CUSTOMER_PRODUCT_NOTIFICATION')).toMatchObject([{ customerProductId: id, status: 'ACTIVE', notificationType: 'CREATED' }]);
	});

	it('may be two of the same code, which are two accounts with numbers of their own', async () => {
		await open(caller, 'BALANCE_ACCOUNT');
		await open(caller, 'BALANCE_ACCOUNT');
		const { body } = await caller.ask(`GET ${PRODUCTS}`);
		const ibans = (body as unknown as Array<{ accountData: { iban: string } }>).map(({ accountData }) => accountData.iban);
		expect([ibans.length, new Set(ibans).size]).toEqual([2, 2]);
	});

	it.each(['INVALID', 'REJECTED'] as const)('are found %s when told to, with the reason in the notification alone', async (verdict) => {
		caller.sandbox.control.change({ verdict });
		const id = await open(caller, 'WALLET');
		const { body } = await caller.ask(`GET /products/${id}`);
		expect(body).toMatchObject({ status: verdict });
		expect(Object.keys(body)).not.toContain('validationError');
		expect(caller.told('CUSTOMER_PRODUCT_NOTIFICATION')).toMatchObject([{ validationError: { errorType: expect.any(String) } }]);
	});

	it('are listed by type, code, status and account number', async () => {
		await open(caller, 'BALANCE_ACCOUNT');
		await open(caller, 'WALLET');
		const count = async (query: string) => ((await caller.ask(`GET ${PRODUCTS}?${query}`)).body as unknown as unknown[]).length;
		expect(await Promise.all(['productType=CASH', 'productCode=WALLET', 'status=CLOSED', `iban=${ibanOf(1)}`, 'iban=no'].map(count))).toEqual([1, 1, 0, 1, 0]);
	});

	it('are closed later, which is told', async () => {
		const id = await open(caller, 'WALLET');
		expect(await caller.ask(`PATCH /products/${id}`, { status: 'CLOSED' }, REQUESTOR)).toMatchObject({ status: 202, text: '' });
		expect((await caller.ask(`GET /products/${id}`)).body).toMatchObject({ status: 'CLOSED', closedOn: expect.any(String) });
		expect(statuses(caller, 'CUSTOMER_PRODUCT_NOTIFICATION')).toEqual(['ACTIVE', 'CLOSED']);
	});

	it('are closed only by who may act, and in no other status', async () => {
		const id = await open(caller, 'WALLET');
		const close = async (body: object, requestor?: string, at = id) => (await caller.ask(`PATCH /products/${at}`, body, requestor)).status;
		expect(await close({ status: 'CLOSED' })).toBe(400);
		expect(await close({ status: 'ACTIVE' }, REQUESTOR)).toBe(400);
		expect(await close({ status: 'CLOSED' }, NOT_ACTIVE)).toBe(403);
		expect(await close({ status: 'CLOSED' }, REQUESTOR, NOBODY)).toBe(404);
		expect((await caller.ask(`GET /products/${NOBODY}`)).status).toBe(404);
	});

	it('cannot be opened for a customer that there is not', async () => {
		expect((await caller.ask(`POST /customers/${NOBODY}/products`, { productCode: 'WALLET' }, demoCustomer.naturalPersonId)).status).toBe(404);
	});
});

it('makes account numbers that are good ones', () => {
	for (const account of [1, 42, 9_999_999_999]) {
		const iban = ibanOf(account);
		expect(iban).toMatch(/^DE\d{20}$/);
		expect(BigInt(`${iban.slice(4)}1314${iban.slice(2, 4)}`) % 97n).toBe(1n);
	}
});
