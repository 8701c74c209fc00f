import { ExactNumber } from '../http/exactNumber';
import { parseExactly } from '../http/exactJson';
import { isObject } from '../values';
import { columnOf, columnsAgain, guessedColumns, headerOf, isLine, type ColumnNames, type Columns, type Guess } from './columns';
import { cutNumbersOf } from './cutNumber';
import { delimitedRecords, type TextRecord } from './delimitedText';
import { delimiterOf, type Delimiter } from './delimiter';

/** A row of a list, as a person wrote it. */
export interface ListRow<C extends string> {
	/** Its number, from 1, as a person counts: the line of a text, or the entry of a JSON list. */
	line: number;
	/** By column. Several cells of the text are joined by a blank; a column without a cell is left out. */
	cells: Partial<Record<C, string>>;
	/** What further cells of a column say, where that is something else. They are never joined: 3 and 250 are not 3250. */
	others?: Partial<Record<C, string[]>>;
	/** What numbers may be if a comma between thousands cut them in two: `1250` for `1` with `250` behind it. */
	uncut?: Partial<Record<C, string>>;
	/** Why it cannot be read; then it has no cells. */
	fault?: string;
}

/** A list that could be read as one, be it that rows of it could not. */
export interface ReadList<C extends string> {
	rows: Array<ListRow<C>>;
	/** Whether decimals are written with a comma here: then a point may stand between thousands. */
	hasDecimalCommas: boolean;
}

/**
 * Reads text with cells, as spreadsheets and estimating programs write it. What stands between the cells, and whether there is a header, is
 * found by content. Titles above a header are no rows. A header that comes again is none either, and its columns count from there on. A number
 * that commas may have cut in two is told both ways.
 */
export function textRows<C extends string>(text: string, names: ColumnNames<C>, guess: Guess<C>): ReadList<C> {
	const delimiter = delimiterOf(text.replace(/^\ufeff/, ''));
	const records = delimitedRecords(text, delimiter);
	const header = headerOf(records, names);
	const above = header ? records.slice(0, header.at).filter(({ cells, fault }) => fault !== undefined || isLine(cells, guess)) : records;
	const rows = rowsOf(above, guessedColumns(above, guess), guess.rest);
	if (header) rows.push(...headedRows(records.slice(header.at + 1), header.columns, names, guess, delimiter));
	return { rows, hasDecimalCommas: delimiter === ';' };
}

function rowsOf<C extends string>(records: readonly TextRecord[], columns: Columns<C>, rest: C): Array<ListRow<C>> {
	return records.map((record) => rowOf(record, columns, rest, false));
}

function headedRows<C extends string>(records: readonly TextRecord[], first: Columns<C>, names: ColumnNames<C>, { rest, large }: Guess<C>, delimiter: Delimiter): Array<ListRow<C>> {
	const cutNumber = delimiter === ',' && large !== undefined ? cutNumbersOf(records, large) : undefined;
	let columns = first;
	return records.flatMap((record) => {
		const again = columnsAgain(record.cells, names, rest);
		if (again !== undefined) {
			columns = again;
			return [];
		}
		const row = rowOf(record, columns, rest, true);
		const whole = row.fault === undefined ? cutNumber?.(record.cells, columns) : undefined;
		return whole === undefined || large === undefined ? row : { ...row, uncut: { [large]: whole } as Partial<Record<C, string>> };
	});
}

function rowOf<C extends string>({ line, cells, fault }: TextRecord, columns: Columns<C>, rest: C, isHeaded: boolean): ListRow<C> {
	if (fault !== undefined) return { line, cells: {}, fault };
	const surplus = cells.slice(columns.length).filter((cell) => cell !== '');
	if (surplus.length > 0 && isHeaded) {
		return { line, cells: {}, fault: `This line has ${cells.length} cells, and the header has ${columns.length}. A cell that holds what stands between cells, such as a comma, must stand in quotes` };
	}
	const row: ListRow<C> = { line, cells: {} };
	for (const [at, cell] of cells.entries()) add(row, columns[at], cell, rest);
	return row;
}

/**
 * Reads JSON: a list of objects or texts, an object that holds one, or what JSON.parse makes of these.
 *
 * @param bare the column for entries that are text
 * @returns undefined where it is none of these
 */
export function jsonRows<C extends string>(given: unknown, names: ColumnNames<C>, bare: C): ReadList<C> | undefined {
	const list = listIn(typeof given === 'string' ? parsed(given) : given);
	if (list === undefined) return undefined;
	return { rows: list.map((entry, at) => entryRow(entry, at + 1, names, bare)), hasDecimalCommas: false };
}

function entryRow<C extends string>(entry: unknown, line: number, names: ColumnNames<C>, bare: C): ListRow<C> {
	const text = cellText(entry);
	const row: ListRow<C> = { line, cells: {} };
	if (text !== undefined) {
		add(row, bare, text, bare);
		return row;
	}
	if (!isObject(entry)) return { line, cells: {}, fault: 'This entry is no object and no text' };
	for (const [name, value] of Object.entries(entry)) {
		const column = columnOf(name, names);
		if (column === undefined || value === null || value === undefined) continue;
		const cell = cellText(value);
		if (cell === undefined) return { line, cells: {}, fault: `${name} is neither text nor a number` };
		add(row, column, cell, bare);
	}
	return row;
}

/** @param text the column of the text: beside other cells of it, a whole number alone is the number of a position */
function add<C extends string>(row: ListRow<C>, column: C | undefined, given: string, text: C): void {
	const cell = given.trim();
	if (column === undefined || cell === '') return;
	const held = row.cells[column];
	if (held === undefined) row.cells[column] = cell;
	else if (column !== text) {
		if (cell !== held) row.others = { ...row.others, [column]: [...(row.others?.[column] ?? []), cell] };
	} else if (isPosition(held)) row.cells[column] = cell;
	else if (!isPosition(cell)) row.cells[column] = `${held} ${cell}`;
}

function isPosition(cell: string): boolean {
	return /^\d+$/.test(cell);
}

function cellText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (value instanceof ExactNumber) return value.text;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

function parsed(json: string): unknown {
	try {
		return parseExactly(json.replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

function listIn(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value as unknown[];
	if (!isObject(value)) return undefined;
	const lists = Object.values(value).filter((member) => Array.isArray(member)) as unknown[][];
	// One entry alone has no list in it.
	return lists.length === 1 ? lists[0] : lists.length === 0 && Object.keys(value).length > 0 ? [value] : undefined;
}
