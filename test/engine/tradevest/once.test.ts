import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { resources } from '../../../nodes/Tradevest/resources';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { tradevestEngine, tradevestEngineOfNewProcess } from '../../support/n8nEngine/tradevestEngine';
import { EXAMPLES } from '../../support/services/Tradevest.examples';

/** Every write that happens once, whatever becomes of its answer: sent once, and never told as done before it is known. */

/** The call of each write, by `resource.operation`. */
const CALLS: Readonly<Record<string, string>> = {
	'cryptoOrder.create': 'createDigitalOrder',
	'naturalPerson.create': 'createNaturalPerson',
	'product.close': 'closeCustomerProduct',
	'product.open': 'createCustomerProduct',
	'savingsPlan.create': 'createSavingsPlan',
	'securitiesOrder.create': 'createMarketOrder',
	'securitiesOrder.update': 'updateTradingOrder',
	'taxExemption.create': 'createTaxExemptionOrder',
	'tokenizedOrder.create': 'createTokenizedOrder',
	'transfer.create': 'createTransfer',
	'transfer.simulateIncoming': 'simulateIncomingTransfer',
};

/** Writes that a list or a read shows by a sure sign: a lost answer is found again. */
const FOUND_AGAIN = new Set(['cryptoOrder.create', 'naturalPerson.create', 'product.close', 'tokenizedOrder.create']);

const ONCE = resources.flatMap(({ name, operations }) => operations.filter(({ effect }) => effect === 'once').map((operation) => `${name}.${operation.name}`));

let sandbox: TradevestSandbox;
let engine: Engine;

beforeEach(async () => {
	sandbox = await startTradevestSandbox();
	engine = tradevestEngine(sandbox);
});

afterEach(async () => {
	await sandbox.close();
});

const received = (name: string) => sandbox.control.counts().operations[CALLS[name] ?? '']?.received ?? 0;

async function run(name: string, on: Engine = engine) {
	const [resource, operation] = name.split('.');
	const options = { timeoutMs: 1_000, lookUpSeconds: 1, waitForOutcomeSeconds: 1 };
	return await on.run({ items: [{}], parameters: { resource, operation, ...EXAMPLES[name], options } as never });
}

it('each has its call here', () => {
	expect(Object.keys(CALLS).sort()).toEqual([...ONCE].sort());
});

describe.each(ONCE)('%s', (name) => {
	it('is sent, and the same again in this process is not', async () => {
		const first = await run(name);
		expect(first.error).toBeUndefined();
		expect(received(name)).toBe(1);
		const second = await run(name);
		expect(second.error).toBeUndefined();
		expect(second.items?.[0]?.json).toMatchObject({ alreadySubmitted: true });
		expect(received(name)).toBe(1);
	});

	it.each([
		['answered 500 after it was taken', { kind: 'status', status: 500, when: 'after' }],
		['cut after it was taken', { kind: 'cut', when: 'after' }],
		['never answered', { kind: 'silence', when: 'after' }],
	] as const)('%s, it is not sent again, and told as it is', async (_what, fault) => {
		sandbox.control.fault({ operationId: CALLS[name]!, ...fault });
		const { items, error } = await run(name);
		expect(received(name)).toBe(1);
		if (FOUND_AGAIN.has(name)) {
			expect(error).toBeUndefined();
			expect(items?.[0]?.json).toMatchObject({ outcomeFrom: 'lookUp' });
		} else {
			expect(String(error?.message)).toMatch(/may or may not|not known|did not answer|no answer/i);
		}
		// Retry On Fail, and then another process: n8n's record keeps it from going out again.
		await run(name);
		await run(name, tradevestEngineOfNewProcess(sandbox));
		expect(received(name)).toBeLessThanOrEqual(FOUND_AGAIN.has(name) ? 2 : 1);
	});

	it('answered 429 it is sent again, as it was not taken', async () => {
		sandbox.control.fault({ operationId: CALLS[name]!, kind: 'status', status: 429, retryAfterSeconds: 0 });
		const { error } = await run(name);
		expect(error).toBeUndefined();
		expect(received(name)).toBe(2);
	});
});
