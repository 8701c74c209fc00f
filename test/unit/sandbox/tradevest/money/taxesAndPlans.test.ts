import { demoCustomer, inTradevestSandbox, NOBODY, type TradevestCaller } from '../support';
import { open, REQUESTOR, STEP_MS } from './support';

let caller: TradevestCaller;

inTradevestSandbox((ready) => (caller = ready));

describe('a tax exemption order', () => {
	const CALL = 'POST /taxes/tax-exemption-orders';
	const wish = { entityId: demoCustomer.naturalPersonId, entityType: 'NATURAL_PERSON', fsaType: 'INDIVIDUAL', fsaAmount: 1000 };
	const list = async (query = '') => (await caller.ask(`GET /taxes/tax-exemption-orders${query}`)).body as unknown as { data: Array<Record<string, unknown>> };

	it('is taken, holds later, and is told', async () => {
		caller.sandbox.control.change({ decideAfterMs: STEP_MS });
		const taxExemptionOrderId = await caller.create(CALL, wish, REQUESTOR);
		expect((await list()).data).toMatchObject([{ taxExemptionOrderId, status: 'RECEIVED', fsaValidFrom: expect.stringMatching(/^\d{4}-01-01$/) }]);
		caller.later(STEP_MS);
		expect((await list()).data).toMatchObject([{ status: 'ACTIVE' }]);
		expect(caller.told('TAX_EXEMPTION_ORDER_NOTIFICATION')).toMatchObject([{ taxExemptionOrderId, status: 'ACTIVE' }]);
	});

	it('keeps the digits of its amount', async () => {
		await caller.create(CALL, JSON.stringify(wish).replace('1000', '1000.10'), REQUESTOR);
		expect((await caller.ask('GET /taxes/tax-exemption-orders')).text).toContain('"fsaAmount":1000.10');
	});

	it('is changed, which leaves what was not named', async () => {
		const id = await caller.create(CALL, { ...wish, fsaValidUntil: '2027-12-31' }, REQUESTOR);
		expect(await caller.ask(`PATCH /taxes/tax-exemption-orders/${id}`, { fsaAmount: 500 }, REQUESTOR)).toMatchObject({ status: 202, text: '' });
		expect((await list()).data).toMatchObject([{ fsaAmount: 500, fsaValidUntil: '2027-12-31' }]);
	});

	it('whose change is refused stays as it is, and only a notification tells', async () => {
		const id = await caller.create(CALL, wish, REQUESTOR);
		caller.sandbox.control.change({ changes: 'refused' });
		expect((await caller.ask(`PATCH /taxes/tax-exemption-orders/${id}`, { fsaAmount: 500 }, REQUESTOR)).status).toBe(202);
		expect((await list()).data).toMatchObject([{ fsaAmount: 1000 }]);
		expect(caller.told('TAX_EXEMPTION_ORDER_NOTIFICATION').at(-1)).toMatchObject({ notificationType: 'VALIDATION_ERROR' });
	});

	it('is listed by its id, its entity and its status, a page at a time', async () => {
		const first = await caller.create(CALL, wish, REQUESTOR);
		const second = await caller.create(CALL, { ...wish, entityId: NOBODY }, REQUESTOR);
		const ids = async (query: string) => (await list(query)).data.map(({ taxExemptionOrderId }) => taxExemptionOrderId);
		expect(await ids(`?taxExemptionOrderId=${first}`)).toEqual([first]);
		expect(await ids(`?entityId=${NOBODY}`)).toEqual([second]);
		expect(await ids('?status=RECEIVED')).toEqual([]);
		expect(await ids('?limit=1')).toEqual([second]);
		expect(await ids(`?limit=1&cursor=${second}`)).toEqual([first]);
	});

	it.each<[object, string]>([
		[{ fsaAmount: 0 }, 'fsaAmount'],
		[{ fsaValidUntil: '2027-06-30' }, 'fsaValidUntil'],
		[{ fsaType: 'BOTH' }, 'fsaType'],
	])('is refused with %j', async (changes, field) => {
		expect(await caller.ask(CALL, { ...wish, ...changes }, REQUESTOR)).toMatchObject({ status: 400, body: { errorDetails: [{ field }] } });
	});

	it('is refused without a requestor, and not changed where there is none', async () => {
		expect((await caller.ask(CALL, wish)).status).toBe(400);
		expect((await caller.ask(`PATCH /taxes/tax-exemption-orders/${NOBODY}`, {}, REQUESTOR)).status).toBe(404);
	});
});

describe('a savings plan', () => {
	const EVENT = 'SAVINGS_PLANS_NOTIFICATION';
	let cash: string;
	let wallet: string;

	beforeEach(async () => {
		cash = await open(caller, 'BALANCE_ACCOUNT');
		wallet = await open(caller, 'CURRENCY_WALLET');
	});

	const wish = (changes: object = {}) => ({
		instrumentType: 'DIGITAL_ASSET',
		instrumentIdentifier: 'ETH',
		savingsAmount: '25.00',
		currency: 'EUR',
		intervalPeriod: 'MONTHLY',
		intervalDay: '1',
		liquidityCustomerProductId: cash,
		savingsCustomerProductId: wallet,
		...changes,
	});
	const put = async (changes?: object) => {
		const { status, body } = await caller.ask('POST /savings-plans', wish(changes));
		expect([status, Object.keys(body)]).toEqual([200, ['uuid']]);
		return (body as unknown as { uuid: string }).uuid;
	};

	it('is taken without a requestor, answered with a uuid, ACTIVE later, and told as savingsPlanId', async () => {
		caller.sandbox.control.change({ decideAfterMs: STEP_MS });
		const id = await put({ externalId: 's-1' });
		expect((await caller.ask(`GET /savings-plans/${id}`)).body).toMatchObject({ savingPlanId: id, status: 'RECEIVED', savingsAmount: '25.00' });
		caller.later(STEP_MS);
		expect((await caller.ask(`GET /savings-plans/${id}`)).body).toMatchObject({ status: 'ACTIVE', customerId: demoCustomer.customerId });
		expect(caller.told(EVENT)).toMatchObject([{ savingsPlanId: id, customerId: demoCustomer.customerId, externalId: 's-1', status: 'ACTIVE' }]);
	});

	it.each<[string, () => object, string]>([
		['products that there are not', () => ({ liquidityCustomerProductId: NOBODY }), 'DATA_NOT_FOUND_ERROR'],
		['a target of another type', () => ({ savingsCustomerProductId: cash }), 'UNKNOWN_ERROR'],
		['an externalId that is taken', () => ({ externalId: 's-1' }), 'ALREADY_EXISTS_ERROR'],
	])('with %s becomes INVALID, which is told with the reason', async (_what, changes, errorType) => {
		await put({ externalId: 's-1' });
		const id = await put(changes());
		expect((await caller.ask(`GET /savings-plans/${id}`)).body).toMatchObject({ status: 'INVALID' });
		expect(caller.told(EVENT).at(-1)).toMatchObject({ savingsPlanId: id, status: 'INVALID', validationError: { errorType } });
	});

	it('is refused with an amount that is a number, and 404 where there is none', async () => {
		expect((await caller.ask('POST /savings-plans', wish({ savingsAmount: 25 }))).status).toBe(400);
		expect((await caller.ask(`GET /savings-plans/${NOBODY}`)).status).toBe(404);
	});
});
