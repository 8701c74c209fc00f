import type { IDataObject } from 'n8n-workflow';

import { withIds } from '../../support/services/exampleRuns';
import { EXAMPLES } from '../../support/services/Tradevest.examples';
import { make } from '../../support/services/Tradevest.making';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { itemOf, TradevestTrial, wordsOfRun } from './support';

/** Orders and transfers at Tradevest: none is told as another one, none as done before it is, and no digit is lost. */

const trial = new TradevestTrial({ orderStepMs: 0, allowsHttpWebhooks: true });
let ids: Map<string, string>;

beforeEach(async () => {
	ids = new Map();
	await make(async (name, changes = {}) => await trial.run(name, withIds({ ...EXAMPLES[name], ...changes }, ids) as IDataObject), ids, ['cash', 'wallet', 'depository']);
});

function filled(name: string, changes: IDataObject = {}): IDataObject {
	return withIds({ ...EXAMPLES[name], ...changes }, ids) as IDataObject;
}

async function run(name: string, changes: IDataObject = {}, on: Engine = trial.engine, executionId?: string) {
	return await trial.run(name, filled(name, changes), on, executionId);
}

describe.each([
	['cryptoOrder.create', 'createDigitalOrder'],
	['tokenizedOrder.create', 'createTokenizedOrder'],
] as const)('%s under an External ID that was used before', (name, operationId) => {
	it.each([
		['the other side', { tradeSide: 'SELL' }],
		['another symbol', { cryptoSymbol: 'BTC', symbol: 'SBXTWO' }],
		['another quantity', { quantity: '7' }],
		['another kind of quantity', name === 'cryptoOrder.create' ? { quantityType: 'UNIT' } : { quantityType: 'AMOUNT' }],
	])('is not told as the order that has it, where it has %s', async (_what, changes) => {
		const first = itemOf(await run(name));
		for (const result of [await trial.runInNewProcess(name, filled(name, changes)), await trial.runElsewhere(name, filled(name, changes))]) {
			expect(wordsOfRun(result)).toContain(`${String(first?.orderId)} (with `);
		}
	});

	it('is told as that one where all is the same, as Tradevest refuses it, whatever its words', async () => {
		const first = itemOf(await run(name));
		expect(itemOf(await trial.runElsewhere(name, filled(name, { quantity: `${String(EXAMPLES[name]?.quantity)}${name === 'cryptoOrder.create' ? '' : '.0'}` })))).toMatchObject({ orderId: first?.orderId, alreadySubmitted: true, outcomeFrom: 'lookUp' });
		expect(trial.received(operationId)).toBe(2);
	});

	it('sent once more is told as the one that has it, and not as another one', async () => {
		const first = itemOf(await run(name));
		expect(itemOf(await run(name, { options: { sendAgain: true } }, trial.engine, 'another execution'))).toMatchObject({ orderId: first?.orderId, alreadySubmitted: true });
	});
});

it.each([
	['cryptoOrder.create', { lastOrderState: 'PLACED' }],
	['tokenizedOrder.create', { lastOrderState: 'PLACED' }],
	['transfer.create', { lastTransferState: 'PENDING' }],
] as const)('%s that is PENDING is not told as decided', async (name, settings) => {
	trial.sandbox.control.change(settings);
	expect(itemOf(await run(name))).toMatchObject({ status: 'PENDING', decided: false });
});

it('in a state that nobody knows is not told as decided', async () => {
	trial.sandbox.control.fault({ operationId: 'getDigitalOrder', kind: 'patch', merge: { status: 'ON_HOLD' }, times: 0 });
	expect(itemOf(await run('cryptoOrder.create'))).toMatchObject({ status: 'ON_HOLD', decided: false });
});

describe('Transfer: Create', () => {
	it.each(['not JSON', '[25.00]', '{ "amount": 25.00', ''])('refuses %p, and sends nothing', async (body) => {
		expect(wordsOfRun(await run('transfer.create', { body }))).toContain('Body');
		expect(trial.received('createTransfer')).toBe(0);
	});

	it('is not told as received where the answer is an error with status 200', async () => {
		trial.sandbox.control.fault({ operationId: 'createTransfer', kind: 'answer', status: 200, body: { message: 'Insufficient funds', responseType: 'BAD_REQUEST', requestId: 'r-1', errorCode: 'FUNDS' } });
		expect(wordsOfRun(await run('transfer.create'))).toContain('Insufficient funds');
	});

	it('finds the id also inside the member under which a transfer is read', async () => {
		const transferId = '0f6d3c0b-6f33-4a38-9d0c-5e9a4f7f1b12';
		trial.sandbox.control.fault({ operationId: 'createTransfer', kind: 'answer', status: 200, body: { transfer: { transferId } } });
		expect(itemOf(await run('transfer.create'))).toMatchObject({ transferId, status: 'RECEIVED', decided: false });
	});
});

describe('amounts', () => {
	it('a quantity of units by a calculation goes out without what that leaves behind', async () => {
		await run('cryptoOrder.create', { quantityType: 'UNIT', quantity: '={{ 0.1 + 0.2 }}' });
		expect(trial.sandbox.control.requests('createDigitalOrder')[0]).toMatchObject({ body: { quantity: 0.3 } });
	});

	it('of costs come out digit by digit', async () => {
		trial.sandbox.control.fault({ operationId: 'estimateCosts', kind: 'answer', status: 200, contentType: 'application/json', body: '{"exAnteId":"e","order":{"quantity":3,"grossAmount":300.750,"pricePerUnit":100.250},"costs":[{"value":1.00,"percent":0.30}],"total":{"productCosts":{"ter":0.10},"grants":{"grantsAmount":0.00}},"timeline":{"year1":1.00,"fromYear2":0.10,"yearOfSale":1.10}}' });
		expect(itemOf(await run('securitiesOrder.estimateCosts'))).toEqual({
			exAnteId: 'e',
			order: { quantity: '3', grossAmount: '300.750', pricePerUnit: '100.250' },
			costs: [{ value: '1.00', percent: '0.30' }],
			total: { productCosts: { ter: '0.10' }, grants: { grantsAmount: '0.00' } },
			timeline: { year1: '1.00', fromYear2: '0.10', yearOfSale: '1.10' },
		});
	});
});

it('the last day of an order may be a date of n8n', async () => {
	await run('securitiesOrder.create', { options: { expiryDate: '={{ $now.plus({ days: 30 }) }}' } });
	expect(trial.sandbox.control.requests('createMarketOrder')[0]?.body).toMatchObject({ expiryDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string });
});

it.each([
	['securitiesOrder.cancel', 'cancelTradingOrder', 'securitiesOrder'],
	['tokenizedOrder.cancel', 'cancelTokenizedOrder', 'tokenizedOrder'],
] as const)('%s whose answer is lost is told as applied once the order is cancelled, though a second try is refused', async (name, operationId, order) => {
	trial.sandbox.control.change({ orderStepMs: 60_000 });
	await make(async (other, changes = {}) => await run(other, changes), ids, [order]);
	trial.sandbox.control.fault({ operationId, kind: 'status', status: 500, when: 'after' });
	trial.sandbox.control.fault({ operationId, kind: 'answer', status: 409, body: { message: 'The order is CANCELED', responseType: 'CONFLICT', requestId: 'r-1' } });
	expect(itemOf(await run(name, { options: { waitForOutcomeSeconds: 0 } }))).toMatchObject({ applied: true, status: 'CANCELED' });
	expect(trial.received(operationId)).toBe(2);
});

it('a cancellation that is refused at once is told so', async () => {
	await make(async (other, changes = {}) => await run(other, changes), ids, ['tokenizedOrder']);
	trial.sandbox.control.fault({ operationId: 'cancelTokenizedOrder', kind: 'answer', status: 409, body: { message: 'The order is SETTLED', responseType: 'CONFLICT', requestId: 'r-1' } });
	expect(wordsOfRun(await run('tokenizedOrder.cancel'))).toContain('The order is SETTLED');
});
