import fc from 'fast-check';

import { delimitedRecords } from '../../engine/lists/delimitedText';
import { textRows } from '../../engine/lists/listRows';

const NAMES = { text: ['item'], quantity: ['qty'] } as const;
const GUESS = { rest: 'text', looksLike: [] } as const;
const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/\ufeff/g, '').trim());

/** A cell as spreadsheets write it. */
function written(text: string, delimiter: string): string {
	return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

describe('text with cells, whatever is in it', () => {
	it('comes back as it was written by a spreadsheet', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'), (table, delimiter, end) => {
				const text = table.map((row) => row.map((each) => written(each, delimiter)).join(delimiter)).join(end);
				// A line end of its own inside of quotes stays as it is.
				const expected = table.filter((row) => row.some((each) => each !== ''));
				expect(delimitedRecords(text, delimiter).map(({ cells }) => cells)).toEqual(expected.map((row) => [...row]));
			}),
		);
	});

	it('is read to its end, with lines that count up, and loses no line that has something in it', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 300 }), fc.constantFrom('', 'item,qty\n', '\ufeff'), (text, head) => {
				const { rows } = textRows(head + text, NAMES, GUESS);
				for (const [at, { line }] of rows.entries()) expect(line).toBeGreaterThan(rows[at - 1]?.line ?? 0);
				const lineCount = (head + text).split(/\r\n|\r|\n/).length;
				expect(rows.at(-1)?.line ?? 0).toBeLessThanOrEqual(lineCount);
				if (!/["\r\n]/.test(text) && /[a-z0-9]/i.test(text) && head !== '') expect(rows.length).toBeGreaterThanOrEqual(head === '\ufeff' && /^\W*item\W*(?:qty)?\W*$/i.test(text) ? 0 : 1);
			}),
		);
	});
});
