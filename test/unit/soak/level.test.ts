import { levelTable, type MemoryReading } from '../../soak/level';

const MB = 1_048_576;

/** Readings of so many runs of 2,000 items, which each leave some bytes behind after n8n has filled its caches. */
function readings(times: number, leftByAnItem: number): MemoryReading[] {
	return Array.from({ length: times }, (_, at) => {
		const items = (at + 1) * 2_000;
		const left = Math.min(at, 5) * 10 * MB + items * leftByAnItem;
		return { items, rss: 400 * MB + left, heapUsed: 120 * MB + left };
	});
}

describe('memory over many items', () => {
	it('is level where only the beginning takes more', () => {
		const { rows, faults } = levelTable(readings(50, 0));
		expect(faults).toEqual([]);
		expect(rows).toEqual([['first', '36,000', '450', '170'], ['second', '68,000', '450', '170'], ['last', '100,000', '450', '170']]);
	});

	it('is not level where each item leaves a kilobyte', () => {
		expect(levelTable(readings(50, 1024)).faults).toEqual([expect.stringMatching(/^The memory of the process grew by \d/), expect.stringMatching(/^What it holds in objects grew by 1\d/)]);
	});

	it('is not level where each item leaves 400 bytes: its objects show it', () => {
		expect(levelTable(readings(50, 400)).faults).toEqual([expect.stringContaining('objects')]);
	});

	it('is not told by two readings', () => {
		expect(() => levelTable(readings(2, 0))).toThrow('3 times at least');
	});
});
