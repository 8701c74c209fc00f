import { inTradevestSandbox, NOBODY, NOT_ACTIVE, type TradevestCaller } from '../support';
import { open, REQUESTOR, statuses, STEP_MS } from './support';

const EVENT = 'TRANSFER_NOTIFICATION';

let caller: TradevestCaller;
let cash: string;

inTradevestSandbox((ready) => (caller = ready));

beforeEach(async () => {
	caller.sandbox.control.change({ orderStepMs: STEP_MS });
	cash = await open(caller, 'BALANCE_ACCOUNT');
});

const balance = async () => /"availableBalance":([^,]+),/.exec((await caller.ask(`GET /products/${cash}`)).text)?.[1];
const receive = (amount: string, reference = 'Deposit', customerProductId = cash) =>
	caller.ask('POST /transfers-test/incoming-transfer', `{"customerProductId":"${customerProductId}","amount":${amount},"reference":"${reference}"}`);

describe('money that comes in for a test', () => {
	it('is answered with nothing, adds up exactly, and is told as PROCESSED alone', async () => {
		expect(await receive('0.10')).toMatchObject({ status: 202, text: '' });
		await receive('0.2');
		expect(await balance()).toBe('0.30');
		expect(statuses(caller, EVENT)).toEqual(['PROCESSED', 'PROCESSED']);
	});

	it('is there only once it is decided', async () => {
		caller.sandbox.control.change({ decideAfterMs: STEP_MS });
		await receive('5');
		expect([await balance(), statuses(caller, EVENT)]).toEqual(['0.00', []]);
		caller.later(STEP_MS);
		expect([await balance(), statuses(caller, EVENT)]).toEqual(['5.00', ['PROCESSED']]);
	});

	it('makes a transfer and a transaction that can be read', async () => {
		await receive('12.50', 'Rent');
		const { transferId } = caller.told(EVENT)[0] as { transferId: string };
		expect((await caller.ask(`GET /transfers/${transferId}`)).body).toMatchObject({ transfer: { transferStatus: 'PROCESSED', customerProductId: cash } });
		const [transaction] = caller.sandbox.transactions();
		const { text, body } = await caller.ask(`GET /transactions/${transaction?.transactionId}`);
		expect(body).toMatchObject({ transactionStatus: 'COMPLETED', cashTransaction: { transferId, referenceMessage: 'Rent', customerProductId: cash } });
		expect(text).toContain('"amount":12.50');
	});

	it('is refused for an account that there is not, for nothing, and with a long reference', async () => {
		expect([(await receive('5', 'x', NOBODY)).status, (await receive('0')).status, (await receive('5', 'x'.repeat(141))).status]).toEqual([404, 400, 400]);
		expect(await balance()).toBe('0.00');
	});
});

describe('a transfer to the outside', () => {
	const send = (body: unknown, requestor = REQUESTOR) => caller.ask('POST /transfers', body, requestor);
	const read = async (id: string) => (await caller.ask(`GET /transfers/${id}`)).body as unknown as { transfer: Record<string, unknown> };

	it('takes any JSON object, and nothing else', async () => {
		const answers = [await send({}), await send({ whatever: [1, { b: null }] }), await send({ amount: 'much', customerProductId: 7 })];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect([(await send([])).status, (await send('"text"')).status]).toEqual([400, 400]);
	});

	it('goes from RECEIVED by PENDING to PROCESSED, and takes the money then, exactly', async () => {
		caller.sandbox.control.change({ decideAfterMs: STEP_MS });
		const text = `{"customerProductId":"${cash}","amount":10.10,"externalId":"t-1"}`;
		const id = await caller.create('POST /transfers', text, REQUESTOR);
		const seen = [(await read(id)).transfer.transferStatus];
		for (const ms of [STEP_MS, STEP_MS]) {
			caller.later(ms);
			seen.push((await read(id)).transfer.transferStatus);
		}
		expect(seen).toEqual(['RECEIVED', 'PENDING', 'PROCESSED']);
		expect(statuses(caller, EVENT)).toEqual(['PENDING', 'PROCESSED']);
		expect(await balance()).toBe('-10.10');
		expect((await send(text)).status).toBe(409);
	});

	it.each(['REJECTED', 'PENDING'] as const)('comes to %s when told to, and leaves the money', async (lastTransferState) => {
		caller.sandbox.control.change({ lastTransferState });
		const id = await caller.create('POST /transfers', { customerProductId: cash, amount: '5.00' }, REQUESTOR);
		caller.later(STEP_MS);
		expect([(await read(id)).transfer.transferStatus, await balance(), caller.sandbox.transactions()]).toEqual([lastTransferState, '0.00', []]);
	});

	it('from an account that there is not becomes INVALID', async () => {
		const id = await caller.create('POST /transfers', { customerProductId: NOBODY, amount: 5 }, REQUESTOR);
		expect((await read(id)).transfer.transferStatus).toBe('INVALID');
		expect(caller.told(EVENT)).toMatchObject([{ transferId: id, validationError: { errorType: 'DATA_NOT_FOUND_ERROR' } }]);
	});

	it('is refused without a requestor who may act', async () => {
		expect((await caller.ask('POST /transfers', {})).status).toBe(400);
		expect((await send({}, NOT_ACTIVE)).status).toBe(403);
		expect((await send({ customerProductId: cash }, NOT_ACTIVE)).status).toBe(403);
	});

	it('that there is not is 404, and so is such a transaction', async () => {
		expect((await caller.ask(`GET /transfers/${NOBODY}`)).status).toBe(404);
		expect((await caller.ask(`GET /transactions/${NOBODY}`)).status).toBe(404);
	});
});
