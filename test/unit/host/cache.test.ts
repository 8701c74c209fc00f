import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cachedFolder, cacheRoot } from '../../../host/cache';
import { silent } from '../../../host/report';

describe('a folder that takes minutes to make', () => {
	let root: string;
	let made: number;

	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'cache-test-'));
		made = 0;
	});

	afterEach(async () => await rm(root, { recursive: true, force: true }));

	const wanted = (ingredients: unknown = 1, fails = false) => ({
		folder: join(root, 'n8n'),
		ingredients,
		report: silent,
		make: async (folder: string) => {
			made++;
			await writeFile(join(folder, 'content'), String(made));
			if (fails) throw new Error('cut off');
		},
	});

	test('is made once', async () => {
		await cachedFolder(wanted());
		const folder = await cachedFolder(wanted());
		expect(made).toBe(1);
		expect(await readFile(join(folder, 'content'), 'utf8')).toBe('1');
	});

	test('is made once by two at a time', async () => {
		await Promise.all([cachedFolder(wanted()), cachedFolder(wanted())]);
		expect(made).toBe(1);
	});

	test('is made anew when it is to be made of something else', async () => {
		await cachedFolder(wanted({ n8n: '2.8.4' }));
		await cachedFolder(wanted({ n8n: '2.8.5' }));
		expect(made).toBe(2);
	});

	test('is never taken for whole when it was cut off, and the next one starts afresh', async () => {
		await expect(cachedFolder(wanted(1, true))).rejects.toThrow('cut off');
		expect(existsSync(join(root, 'n8n'))).toBe(false);
		const folder = await cachedFolder(wanted());
		expect(await readFile(join(folder, 'content'), 'utf8')).toBe('2');
	});

	test('is made in spite of a lock whose holder is gone', async () => {
		const lock = join(root, 'n8n.lock');
		await mkdir(lock);
		const twoMinutesAgo = new Date(Date.now() - 120_000);
		await utimes(lock, twoMinutesAgo, twoMinutesAgo);
		await cachedFolder(wanted());
		expect(made).toBe(1);
	});
});

test('the cache is where the system keeps caches', () => {
	expect(cacheRoot({ XDG_CACHE_HOME: '/var/cache' })).toBe('/var/cache/n8n-nodes-partner-apis');
	expect(cacheRoot({})).toMatch(/\/\.cache\/n8n-nodes-partner-apis$/);
});
