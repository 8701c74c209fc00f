import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine, NodeRunResult } from '../../support/n8nEngine';
import { countOf, json, kindOf, wordsOf } from '../../support/nodeRuns';
import { engineFor, orderItem, submitParameters } from './support';

/** Time of the machine, for what is really sent: time of the engine is made up. */
const realSetTimeout = setTimeout;
const realPause = async (ms: number): Promise<void> => {
	await new Promise((resolve) => realSetTimeout(resolve, ms));
};

describe('SRS SIPS on the engine: a request that was given up while n8n was busy with its token', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;
	/** How long n8n takes to write a token down, in milliseconds of made-up time. */
	let stallMs: number;
	let isStalled = false;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox();
		engine = engineFor(sandbox);
		const { credential } = engine;
		const write = credential.updateCredentials.bind(credential);
		stallMs = 0;
		credential.updateCredentials = async (...given) => {
			const ms = stallMs;
			stallMs = 0;
			isStalled = ms > 0;
			if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
			isStalled = false;
			await write(...given);
		};
		jest.useFakeTimers({ doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'] });
	});
	afterEach(async () => {
		jest.useRealTimers();
		await sandbox.close();
	});

	async function during<T>(running: Promise<T>): Promise<T> {
		let isOver = false;
		const over = running.finally(() => (isOver = true));
		// Two minutes of made-up time at most; while a request is on its way it hardly passes.
		for (let turn = 0; turn < 2_000 && !isOver; turn += 1) {
			await jest.advanceTimersByTimeAsync(isStalled ? 500 : 20);
			await realPause(2);
		}
		return await over;
	}

	const order = async (): Promise<NodeRunResult> =>
		await during(engine.run({ items: [orderItem()], parameters: submitParameters({ options: { timeoutMs: 5_000 } }) }));

	const taken = (): number => countOf(sandbox, 'submitOrder').answered[200] ?? 0;

	it('sends nothing later: the order is there once, whatever is run again', async () => {
		// The token ends with the order, and n8n's database takes 43 s to write down the next one.
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 401 });
		await during(engine.run({ items: [{}], parameters: { resource: 'branch', operation: 'getAll' } }));
		stallMs = 43_000;
		const first = await order();
		const before = taken();
		await during(new Promise((resolve) => setTimeout(resolve, 10_000)));
		expect(taken()).toBe(before);
		// What was told is so.
		if (first.error) expect([kindOf(first.error), before]).toEqual(['outage', 0]);
		else expect([json(first.items)[0]?.alreadySubmitted, before]).toEqual([false, 1]);

		const second = await order();
		expect(second.error).toBeUndefined();
		expect(taken()).toBe(1);
	}, 60_000);

	it('says that nothing was sent, and why, where the token never comes', async () => {
		engine.credential.updateCredentials = async () => await new Promise(() => undefined);
		isStalled = true;
		const { error } = await during(engine.run({ items: [{}], parameters: { resource: 'order', operation: 'getAll', options: { timeoutMs: 5_000 } } }));
		isStalled = false;
		// The token itself is there, so that a further try gets on.
		expect(error === undefined || kindOf(error) === 'outage').toBe(true);
		if (error) expect(wordsOf(error)).toContain('so nothing was sent');
	}, 60_000);
});
