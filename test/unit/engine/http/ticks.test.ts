import { setTimeout as sleep } from 'node:timers/promises';

import { Ticks } from '../../../../engine/http/ticks';
import { withTimeout } from '../../../../engine/http/withTimeout';

const STEP_MS = 5;

describe('one timer for all that is waited for', () => {
	it('looks after each of them, until it is ended', async () => {
		const ticks = new Ticks(STEP_MS);
		const looked = { first: 0, second: 0 };
		const endFirst = ticks.watch(() => (looked.first += 1));
		const endSecond = ticks.watch(() => (looked.second += 1));
		while (looked.first < 3) await sleep(STEP_MS);
		endFirst();
		const { first, second } = looked;
		while (looked.second < second + 3) await sleep(STEP_MS);
		expect(looked.first).toBe(first);
		endSecond();
	});

	it('runs again after it had nothing to look after', async () => {
		const ticks = new Ticks(STEP_MS);
		ticks.watch(() => undefined)();
		await sleep(4 * STEP_MS);
		await expect(withTimeout(new Promise<never>(() => undefined), STEP_MS, undefined, ticks)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
	});

	it('goes on where giving up one of them fails', async () => {
		const ticks = new Ticks(STEP_MS);
		const never = new Promise<never>(() => undefined);
		let failures = 0;
		const failing = withTimeout(never, STEP_MS, () => {
			failures += 1;
			throw new Error('cannot be given up');
		}, ticks);
		await expect(failing).rejects.toMatchObject({ code: 'ETIMEDOUT' });
		await expect(withTimeout(never, 4 * STEP_MS, undefined, ticks)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
		expect(failures).toBe(1);
	});
});
