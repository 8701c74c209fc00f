import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine, NodeRunResult } from '../../support/n8nEngine/n8nEngine';
import { countOf, json, received } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, submitParameters } from './support';

/** Time of the machine, for what is really sent: time of the engine is made up. */
const realSetTimeout = setTimeout;
const realPause = async (ms: number): Promise<void> => {
	await new Promise((resolve) => realSetTimeout(resolve, ms));
};

describe('SRS SIPS on the engine: a request that was given up while its token was under way', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	/** How long it takes from the answer to a token call until n8n goes on with the request, in milliseconds of made-up time. */
	let stallMs: number;
	let isStalled = false;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox();
		engine = engineFor(sandbox);
		const { credential } = engine;
		const fetched = credential.preAuthentication.bind(credential);
		stallMs = 0;
		credential.preAuthentication = async (...given) => {
			const output = await fetched(...given);
			const ms = stallMs;
			stallMs = 0;
			if (ms === 0) return output;
			isStalled = true;
			await new Promise((resolve) => setTimeout(resolve, ms));
			isStalled = false;
			return output;
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
		// While a request is on its way made-up time hardly passes.
		for (let turn = 0; turn < 2_000 && !isOver; turn += 1) {
			await jest.advanceTimersByTimeAsync(isStalled ? 500 : 20);
			await realPause(2);
		}
		return await over;
	}

	const order = async (): Promise<NodeRunResult> =>
		await during(engine.run({ items: [orderItem()], parameters: submitParameters({ options: { timeoutMs: 5_000 } }) }));

	const taken = (): number => countOf(sandbox, 'submitOrder').answered[200] ?? 0;

	it('sends nothing later, though the token comes: the order is there once, whatever is run again', async () => {
		await during(engine.run({ items: [{}], parameters: { resource: 'branch', operation: 'getAll' } }));
		// The token ends with the order.
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 401 });
		// The wait for an answer, and for the token before it, ends after 40 seconds here.
		stallMs = 43_000;
		const first = await order();
		// The first try was given up before anything was sent, so a second one went out, with the token that is there by now.
		expect(json(first.items)[0]).toMatchObject({ state: 'accepted', alreadySubmitted: false });
		// n8n goes on with the first one, too.
		await during(new Promise((resolve) => setTimeout(resolve, 10_000)));
		expect([isStalled, countOf(sandbox, 'getToken').answered[200]]).toEqual([false, 2]);
		expect([received(sandbox, 'submitOrder'), taken()]).toEqual([2, 1]);

		const second = await order();
		expect(json(second.items)[0]).toMatchObject({ state: 'accepted', alreadySubmitted: true });
		expect(taken()).toBe(1);
	}, 60_000);

	it('reads with another try, and once', async () => {
		stallMs = 43_000;
		const { error, items } = await during(engine.run({ items: [{}], parameters: { resource: 'branch', operation: 'getAll', options: { timeoutMs: 5_000 } } }));
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(1);
		// n8n goes on with the first try, too, and it has a good token.
		await during(new Promise((resolve) => setTimeout(resolve, 10_000)));
		expect([isStalled, received(sandbox, 'getBranchLocations')]).toEqual([false, 1]);
	}, 60_000);
});
