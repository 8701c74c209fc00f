import { FieldReader, readerOf } from '../../../engine/items/fields';
import { resourceLocatorValue } from '../../../engine/items/resourceLocatorValue';
import { isNothing } from '../../../engine/fieldKinds/reading';
import type { RunContext } from '../../../engine/operation/operation';
import type { MaterialLine } from './materialLine';
import { isPositionCode } from './positionCode';

/** A decision of a person that counts for all lists: what a line with this key means. */
export interface MapRow {
	key: string;
	productId: number;
	/** `''` where the row leaves it to the line. */
	option: string;
	uom: string;
}

/** The decisions by their keys. Several rows of one key that say the same are one. */
export type CodeMap = ReadonlyMap<string, readonly MapRow[]>;

/** Code maps that were read in a run, by their JSON: as a rule all items have the same, and a thousand rows for each of five hundred items take seconds. */
const readInRun = new WeakMap<RunContext, Map<string, MapRow[]>>();

/** Reads the code map: rows of a data table, or JSON. Columns that are not its own are passed over. @param given what stands in the field */
export function readCodeMap(fields: FieldReader, given: unknown, run: RunContext): MapRow[] {
	const known = readInRun.get(run) ?? new Map<string, MapRow[]>();
	const json = typeof given === 'string' ? given : JSON.stringify(given ?? null);
	const read = known.get(json) ?? readRows(fields);
	// What is faulty is told of each item.
	if (!fields.isFaulty) readInRun.set(run, known.set(json, read));
	return read;
}

function readRows(fields: FieldReader): MapRow[] {
	const rows = fields.optionalList('codeMap', { label: 'Code Map' });
	// An empty table gives one item without fields where Always Output Data is set.
	return rows.filter((row) => !['key', 'productId', 'option', 'uom'].every((name) => isNothing(resourceLocatorValue(row[name])))).map((row, at): MapRow => {
		const entry = new FieldReader(readerOf(row), `Code Map ${at + 1}: `);
		const read: MapRow = {
			key: entry.text('key', { label: 'key', longest: 1_000 }),
			productId: entry.wholeNumber('productId', { label: 'productId', least: 1 }),
			option: entry.optionalText('option', { label: 'option' }),
			uom: entry.optionalText('uom', { label: 'uom' }),
		};
		fields.take(entry);
		return read;
	});
}

/** The rows by key. Of equal ones one stays. */
export function codeMapOf(rows: readonly MapRow[]): CodeMap {
	const map = new Map<string, MapRow[]>();
	for (const row of rows) {
		const key = foldedKey(row.key);
		const known = map.get(key);
		if (!known) map.set(key, [row]);
		else if (!known.some((other) => other.productId === row.productId && other.option === row.option && other.uom === row.uom)) known.push(row);
	}
	return map;
}

/**
 * The text under which a decision about a line is remembered: its code, or else its text, where the code is but the number of a position, with the colour
 * and the unit that it names. So a decision about a line in black is none about the same line in white.
 */
export function mapKey({ code, product, color, unit }: MaterialLine): string {
	return foldedKey([isCode(code, product) ? code : product, color, unit].join(' | '));
}

/** Whether the code of a line tells it, so that its text need not. */
function isCode(code: string, product: string): boolean {
	return code !== '' && (product === '' || !isPositionCode(code));
}

/** Rows of the code map for a line. */
export interface RowsOfLine {
	rows: readonly MapRow[];
	/** Whether it was the whole key. */
	isWhole: boolean;
	/** Whether it was the code that they were found by. */
	isByCode: boolean;
}

/** The rows for a line: those of its whole key, else those of its code or text alone. */
export function rowsFor(line: MaterialLine, map: CodeMap): RowsOfLine {
	const code = isCode(line.code, line.product) ? foldedKey(line.code) : '';
	const whole = map.get(mapKey(line));
	if (whole) return { rows: whole, isWhole: true, isByCode: code !== '' };
	const keys = [code, ...[line.product, line.text].map(foldedKey)].filter((key) => key !== '');
	return { rows: [...new Set(keys.flatMap((key) => map.get(key) ?? []))], isWhole: false, isByCode: map.has(code) };
}

/** A key as it is compared: without capitals, and with single blanks. Empty parts at its end are left out. */
function foldedKey(key: string): string {
	return key.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(/(?: ?\| ?)+$/, '').trim();
}
