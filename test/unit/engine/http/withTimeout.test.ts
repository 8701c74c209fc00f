import { withTimeout } from '../../../../engine/http/withTimeout';

describe('a call that is waited for within a time', () => {
	it('gives what it gives, or throws what it throws', async () => {
		expect(await withTimeout(Promise.resolve('answer'), 1_000)).toBe('answer');
		await expect(withTimeout(Promise.reject(new Error('its own')), 1_000)).rejects.toThrow('its own');
	});

	it('and does not end is given up, with the code of a time-out', async () => {
		const startedAt = Date.now();
		await expect(withTimeout(new Promise<never>(() => undefined), 20)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
		expect(Date.now() - startedAt).toBeGreaterThanOrEqual(15);
	});

	it('and fails after it was given up disturbs nobody', async () => {
		let fail: (error: Error) => void = () => undefined;
		const call = new Promise<never>((_resolve, reject) => {
			fail = reject;
		});
		await expect(withTimeout(call, 1)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
		fail(new Error('late'));
		await expect(call).rejects.toThrow('late');
	});
});
