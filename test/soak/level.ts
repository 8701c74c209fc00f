import { median } from '../bench/measure';
import type { SoakTable } from './table';

/** What a process held when so many items had gone through it, its garbage collected. */
export interface MemoryReading {
	readonly items: number;
	/** All of the process, in bytes. */
	readonly rss: number;
	/** Objects of JavaScript, in bytes. */
	readonly heapUsed: number;
}

/**
 * How much more the last third may hold than the second. A third of 100,000 items that each left one kilobyte behind would be 33 MB:
 * 4 to 9 % of what n8n's process holds, and 17 to 23 % of its objects. Without that the two differ by one or two percent.
 */
const MOST_GROWTH = 1.05;

const THIRDS = ['first', 'second', 'last'];

/** The middle of each third, and a fault where the last one holds more than the second. The first third fills n8n's own caches. */
export function levelTable(readings: readonly MemoryReading[]): SoakTable {
	const third = Math.floor(readings.length / THIRDS.length);
	if (third === 0) throw new Error(`Memory is compared by thirds: ${THIRDS.length} times at least.`);
	const parts = [readings.slice(0, -2 * third), readings.slice(-2 * third, -third), readings.slice(-third)];
	const middles = parts.map((part) => ({ rss: median(part.map(({ rss }) => rss)), heapUsed: median(part.map(({ heapUsed }) => heapUsed)) }));
	const growth = (of: 'rss' | 'heapUsed') => (middles[2]?.[of] ?? NaN) / (middles[1]?.[of] ?? NaN);
	const fault = (what: string, grown: number) => (grown <= MOST_GROWTH ? [] : [`${what} grew by ${((grown - 1) * 100).toFixed(1)} % from the second third to the last`]);
	return {
		head: ['third', 'items up to', 'memory of the process, MB', 'objects in it, MB'],
		rows: middles.map(({ rss, heapUsed }, at) => [THIRDS[at] ?? '', parts[at]?.at(-1)?.items.toLocaleString('en-US') ?? '', megabytes(rss), megabytes(heapUsed)]),
		faults: [...fault('The memory of the process', growth('rss')), ...fault('What it holds in objects', growth('heapUsed'))],
	};
}

/** In MiB, as `top` counts. */
export function megabytes(bytes: number): string {
	return (bytes / 1_048_576).toFixed(0);
}
