import { STORE_EVERY_MS, StoreThrottle, type StoreSlot } from '../../../../engine/webhook/storeThrottle';

beforeEach(() => {
	jest.useFakeTimers();
});

afterEach(() => {
	jest.useRealTimers();
});

/** A call whose turn may still be waiting. */
function taken(turns: StoreThrottle): { turn?: StoreSlot } {
	const call: { turn?: StoreSlot } = {};
	void turns.take().then((turn) => (call.turn = turn));
	return call;
}

describe('turns to store', () => {
	it('one call after a quiet while stores at once', async () => {
		const turns = new StoreThrottle();
		for (let at = 0; at < 3; at += 1) {
			expect((await turns.take()).isDue()).toBe(true);
			await jest.advanceTimersByTimeAsync(STORE_EVERY_MS);
		}
	});

	it('in a burst one call is held back and stores for all that do not wait', async () => {
		const turns = new StoreThrottle();
		expect((await turns.take()).isDue()).toBe(true);
		const heldBack = taken(turns);
		const others = Array.from({ length: 50 }, () => taken(turns));
		await jest.advanceTimersByTimeAsync(STORE_EVERY_MS - 1);
		expect([heldBack.turn, ...others.map(({ turn }) => turn?.isDue())]).toEqual([undefined, ...others.map(() => false)]);
		await jest.advanceTimersByTimeAsync(1);
		expect(heldBack.turn?.isDue()).toBe(true);
	});

	it('what was under way while another stored is stored by itself: nobody else would', async () => {
		const turns = new StoreThrottle();
		const first = await turns.take();
		const second = await turns.take();
		expect([first.isDue(), second.isDue()]).toEqual([true, true]);
	});

	it('a call that ends without having stored gives its turn to the next', async () => {
		const turns = new StoreThrottle();
		const failed = await turns.take();
		const other = await turns.take();
		failed.end();
		failed.end();
		expect(other.isDue()).toBe(true);
		await jest.advanceTimersByTimeAsync(STORE_EVERY_MS);
		expect((await turns.take()).isDue()).toBe(true);
	});

	it('a clock that was set back holds nobody up for longer than usual', async () => {
		const turns = new StoreThrottle();
		(await turns.take()).isDue();
		jest.setSystemTime(Date.now() - 3_600_000);
		const call = taken(turns);
		await jest.advanceTimersByTimeAsync(STORE_EVERY_MS);
		expect(call.turn?.isDue()).toBe(true);
	});
});
