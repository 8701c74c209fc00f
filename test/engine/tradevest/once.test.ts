import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import type { IDataObject } from 'n8n-workflow';
import { resources } from '../../../nodes/Tradevest/resources';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { tradevestEngine, tradevestEngineOfNewProcess } from '../../support/n8nEngine/tradevestEngine';
import { EXAMPLE_FILES, withIds } from '../../support/services/exampleRuns';
import { EXAMPLES } from '../../support/services/Tradevest.examples';
import { make } from '../../support/services/Tradevest.making';
import { settleFor, WRITES } from '../../support/services/Tradevest.writes';
import { onceOf } from '../../support/services/writesOfService';

/** Every write that happens once, whatever becomes of its answer: sent once, and never told as done before it is known. */

const ONCE = onceOf(resources);

let sandbox: TradevestSandbox;
let engine: Engine;

let ids: Map<string, string>;

beforeEach(async () => {
	sandbox = await startTradevestSandbox({ orderStepMs: 0, allowsHttpWebhooks: true });
	engine = tradevestEngine(sandbox);
	ids = new Map();
});

afterEach(async () => {
	await sandbox.close();
});


async function run(name: string, on: Engine = engine, changes: IDataObject = {}) {
	const [resource, operation] = name.split('.');
	const example = EXAMPLES[name] ?? {};
	const options = { ...(example.options as IDataObject | undefined), timeoutMs: 1_000, lookUpSeconds: 1, waitForOutcomeSeconds: 1 };
	const { options: others, ...fields } = changes;
	return await on.run({ items: [{}], binaries: [EXAMPLE_FILES], parameters: withIds({ resource, operation, ...example, ...fields, options: { ...options, ...(others as IDataObject | undefined) } }, ids) as never });
}

it('each has its call here', () => {
	expect(Object.keys(WRITES).sort()).toEqual([...ONCE].sort());
});

describe.each(ONCE)('%s', (name) => {
	const { call: operationId, needs, isFoundAgain = false } = WRITES[name] ?? { call: '', needs: [] };
	const counted = () => sandbox.control.counts().operations[operationId]?.received ?? 0;
	let earlier = 0;
	/** How often its call was received since all was prepared. */
	const received = () => counted() - earlier;

	beforeEach(async () => {
		await make(async (other, changes = {}) => await run(other, engine, changes), ids, needs);
		earlier = counted();
		settleFor(name, sandbox);
	});

	it('is sent, and the same again in this process is not', async () => {
		const first = await run(name);
		expect(first.error).toBeUndefined();
		expect(received()).toBe(1);
		const second = await run(name);
		expect(second.error).toBeUndefined();
		expect(second.items?.[0]?.json).toMatchObject({ alreadySubmitted: true });
		expect(received()).toBe(1);
	});

	it.each([
		['answered 500 after it was taken', { kind: 'status', status: 500, when: 'after' }],
		['cut after it was taken', { kind: 'cut', when: 'after' }],
		['never answered', { kind: 'silence', when: 'after' }],
	] as const)('%s, it is not sent again, and told as it is', async (_what, fault) => {
		sandbox.control.fault({ operationId, ...fault });
		const { items, error } = await run(name);
		expect(received()).toBe(1);
		if (isFoundAgain) {
			expect(error).toBeUndefined();
			expect(items?.[0]?.json).toMatchObject({ outcomeFrom: 'lookUp' });
		} else {
			expect(String(error?.message)).toMatch(/may or may not|not known|did not answer|no answer/i);
		}
		// Retry On Fail, and then another process: n8n's record keeps it from going out again.
		await run(name);
		await run(name, tradevestEngineOfNewProcess(sandbox));
		expect(received()).toBeLessThanOrEqual(isFoundAgain ? 2 : 1);
	});

	it('answered 429 it is sent again, as it was not taken', async () => {
		sandbox.control.fault({ operationId, kind: 'status', status: 429, retryAfterSeconds: 0 });
		const { error } = await run(name);
		expect(error).toBeUndefined();
		expect(received()).toBe(2);
	});
});
