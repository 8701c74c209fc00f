import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Report } from './report';

const MARK = '.complete.json';
const HEARTBEAT_MS = 10_000;
/** A lock not touched for this long belongs to a process that is gone. */
const STALE_MS = 60_000;
const POLL_MS = 1_000;

/** Where installs of n8n are kept, outside the checkout so that they survive it. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
	return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-partner-apis');
}

/** A folder that takes minutes to make and is made once. */
export interface CachedFolder {
	readonly folder: string;
	/** What it is made of: when this changes, it is made anew. */
	readonly ingredients: unknown;
	readonly make: (folder: string) => Promise<void>;
	readonly report: Report;
}

/**
 * Returns the folder, making it if need be. It is made under another name and renamed when whole, so a folder that
 * was cut off halfway is never taken for a good one; a lock keeps two processes from doing the same work.
 */
export async function cachedFolder(wanted: CachedFolder): Promise<string> {
	const mark = JSON.stringify(wanted.ingredients, null, 2);
	if (await hasMark(wanted.folder, mark)) return wanted.folder;
	await mkdir(dirname(wanted.folder), { recursive: true });
	await withLock(`${wanted.folder}.lock`, wanted.report, async () => {
		if (await hasMark(wanted.folder, mark)) return;
		const partial = `${wanted.folder}.partial`;
		await rm(partial, { recursive: true, force: true });
		await rm(wanted.folder, { recursive: true, force: true });
		await mkdir(partial, { recursive: true });
		await wanted.make(partial);
		await writeFile(join(partial, MARK), mark);
		await rename(partial, wanted.folder);
	});
	return wanted.folder;
}

async function hasMark(folder: string, mark: string): Promise<boolean> {
	const path = join(folder, MARK);
	return existsSync(path) && (await readFile(path, 'utf8')) === mark;
}

/** Runs `work` while holding a lock that other processes see; `mkdir` either makes the folder or fails, nothing between. */
async function withLock(lock: string, report: Report, work: () => Promise<void>): Promise<void> {
	let saidSo = false;
	while (!(await takeLock(lock))) {
		if (!saidSo) report(`another process is at it, waiting (${lock})`);
		saidSo = true;
		await sleep(POLL_MS);
	}
	const heartbeat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), HEARTBEAT_MS);
	try {
		await work();
	} finally {
		clearInterval(heartbeat);
		await rm(lock, { recursive: true, force: true });
	}
}

async function takeLock(lock: string): Promise<boolean> {
	try {
		await mkdir(lock);
		return true;
	} catch (error) {
		if (!hasCode(error, 'EEXIST')) throw error;
	}
	const lockStat = await stat(lock).catch(() => undefined);
	if (lockStat && Date.now() - lockStat.mtimeMs > STALE_MS) {
		// Renamed before it is removed: of several who find it stale only one succeeds in that.
		const abandoned = `${lock}.${randomUUID()}`;
		await rename(lock, abandoned).catch(() => undefined);
		await rm(abandoned, { recursive: true, force: true });
	}
	return false;
}

/** Not by `instanceof Error`: in jest, what the file system throws is of another realm. */
function hasCode(error: unknown, code: string): boolean {
	return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
