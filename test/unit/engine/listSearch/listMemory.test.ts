import { ListMemory, ownerOf } from '../../../../engine/listSearch/listMemory';
import { Clock } from '../../../support/partner/partner';

/** Lists that are counted as they are read. */
class Reading {
	count = 0;

	readonly read = async (): Promise<string[]> => {
		this.count += 1;
		return await Promise.resolve([`reading ${this.count}`]);
	};
}

describe('a list that was read a moment ago', () => {
	const clock = new Clock();
	let reading: Reading;
	let memory: ListMemory<string>;

	beforeEach(() => {
		reading = new Reading();
		memory = new ListMemory<string>(2, clock.now);
	});

	it('is not read again for a minute', async () => {
		await memory.rows('a', reading.read);
		clock.passSeconds(59);
		expect(await memory.rows('a', reading.read)).toEqual(['reading 1']);
		clock.passSeconds(1);
		expect(await memory.rows('a', reading.read)).toEqual(['reading 2']);
	});

	it('is read once for all who ask at once', async () => {
		expect(await Promise.all([memory.rows('a', reading.read), memory.rows('a', reading.read)])).toEqual([['reading 1'], ['reading 1']]);
	});

	it.each([86_400, 90])('is read again where the clock was %d seconds ahead when it was read', async (seconds) => {
		clock.passSeconds(seconds);
		await memory.rows('ahead', reading.read);
		clock.passSeconds(-seconds);
		expect(await memory.rows('ahead', reading.read)).toEqual(['reading 2']);
	});

	it('is read again a minute later, at the latest, by whatever the clock was moved', async () => {
		for (const seconds of [-86_400, -30, 30, 86_400]) {
			const before = reading.count;
			await memory.rows('moved', reading.read);
			clock.passSeconds(seconds);
			await memory.rows('moved', reading.read);
			clock.passSeconds(60);
			await memory.rows('moved', reading.read);
			expect(reading.count).toBeGreaterThan(before + 1);
			clock.passSeconds(60);
		}
	});

	it('is told from other lists', async () => {
		await memory.rows('a', reading.read);
		expect(await memory.rows('b', reading.read)).toEqual(['reading 2']);
	});

	it('gives way to newer ones when there are too many', async () => {
		for (const key of ['a', 'b', 'c']) await memory.rows(key, reading.read);
		await memory.rows('c', reading.read);
		await memory.rows('b', reading.read);
		expect(reading.count).toBe(3);
		await memory.rows('a', reading.read);
		expect(reading.count).toBe(4);
	});

	it('is read again after a failure', async () => {
		const broken = memory.rows('a', async () => await Promise.reject(new Error('down')));
		const along = memory.rows('a', reading.read);
		await expect(broken).rejects.toThrow('down');
		await expect(along).rejects.toThrow('down');
		expect(await memory.rows('a', reading.read)).toEqual(['reading 1']);
	});
});

describe('whose list it is', () => {
	const credential = { environment: 'staging', clientId: 'us', clientSecret: 'secret', accessTokenCheck: '' };

	it('does not change once something was sent, nor with the order of the fields', () => {
		const later = { accessTokenCheck: 'done', clientSecret: 'secret', clientId: 'us', environment: 'staging' };
		expect(ownerOf(later)).toBe(ownerOf(credential));
	});

	it.each([['environment', 'production'], ['clientId', 'them'], ['clientSecret', 'guessed']])('changes with %s', (field, value) => {
		expect(ownerOf({ ...credential, [field]: value })).not.toBe(ownerOf(credential));
	});

	it('tells no secret', () => {
		expect(ownerOf(credential)).toMatch(/^[0-9a-f]{64}$/);
	});
});
