import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../../engine/failure';
import { rowsOfPages, type Page } from '../../../../engine/items/pages';

/** Pages of two rows each, and which of them were asked for. */
function pages(count: number) {
	const asked: string[] = [];
	const read = async (name: string): Promise<Page> => {
		asked.push(name);
		const at = Number(name);
		const rows: IDataObject[] = [{ row: 2 * at }, { row: 2 * at + 1 }];
		return await Promise.resolve({ rows, next: at + 1 < count ? String(at + 1) : undefined });
	};
	return { asked, read };
}

const failed = async (work: Promise<unknown>) => await work.then(() => undefined, (error: unknown) => (isFailure(error) ? [error.kind, error.message] : error));

describe('a list in pages', () => {
	it('is read to its end, the first page by an empty name', async () => {
		const { asked, read } = pages(3);
		expect((await rowsOfPages('Su', undefined, read)).map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(asked).toEqual(['', '1', '2']);
	});

	it.each([[1, 1, 1], [2, 2, 1], [3, 3, 2], [100, 6, 3]])('gives %i rows at most, and reads no page more', async (limit, rows, requests) => {
		const { asked, read } = pages(3);
		expect(await rowsOfPages('Su', limit, read)).toHaveLength(rows);
		expect(asked).toHaveLength(requests);
	});

	it('goes on after a page without rows', async () => {
		const read = async (name: string): Promise<Page> => await Promise.resolve(name === '' ? { rows: [], next: 'b' } : { rows: [{ row: 1 }], next: undefined });
		expect(await rowsOfPages('Su', undefined, read)).toEqual([{ row: 1 }]);
	});

	it.each(['a', ''])('is not read again and again where a page names %j once more', async (again) => {
		const names = ['a', again];
		const read = async (): Promise<Page> => await Promise.resolve({ rows: [{}], next: names.shift() });
		expect(await failed(rowsOfPages('Su', undefined, read))).toEqual(['brokenAnswer', expect.stringContaining(`page "${again}" twice`)]);
	});

	it('is not read without end', async () => {
		let read = 0;
		const work = rowsOfPages('Su', undefined, async () => await Promise.resolve({ rows: [{}], next: String((read += 1)) }));
		expect(await failed(work)).toEqual(['brokenAnswer', expect.stringContaining('no end')]);
		expect(read).toBe(1_000);
	});
});
