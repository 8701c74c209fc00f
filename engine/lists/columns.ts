/** How the columns of a list may be called: for each, names in small letters, without blanks and signs. `text` is always one of them. */
export type ColumnNames<C extends string> = Readonly<Record<C, readonly string[]>>;

/** Which column each cell of a record belongs to; undefined for cells that are not wanted. */
export type Columns<C extends string> = ReadonlyArray<C | undefined>;

/** Titles and addresses may stand above a header, in so many records. */
const LOOKED_AT = 15;

/** The column that a name means; undefined where it is none of them. */
export function columnOf<C extends string>(name: string, names: ColumnNames<C>): C | undefined {
	const plain = name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}#]+/gu, '');
	return (Object.keys(names) as C[]).find((column) => names[column].includes(plain));
}

/**
 * Finds the record that names the columns: the first that names two of them, or of a list of one column the first, which names one.
 *
 * @returns its place among the records, or undefined where the list has no header
 */
export function headerOf<C extends string>(records: ReadonlyArray<{ cells: readonly string[] }>, names: ColumnNames<C>): { at: number; columns: Columns<C> } | undefined {
	for (const [at, { cells }] of records.slice(0, LOOKED_AT).entries()) {
		const columns = cells.map((cell) => columnOf(cell, names));
		const named = new Set(columns.filter((column) => column !== undefined));
		if (named.size >= 2 || (named.size === 1 && at === 0 && records.slice(0, LOOKED_AT).every(isOneCell))) return { at, columns };
	}
	return undefined;
}

function isOneCell({ cells }: { cells: readonly string[] }): boolean {
	return cells.filter((cell) => cell !== '').length <= 1;
}

/** The columns that a record inside of a list names anew: two of them at least, the rest among them, and no cell with a digit. Undefined where it is a line. */
export function columnsAgain<C extends string>(cells: readonly string[], names: ColumnNames<C>, rest: C): Columns<C> | undefined {
	const columns = cells.map((cell) => columnOf(cell, names));
	const named = new Set(columns.filter((column) => column !== undefined));
	return named.size >= 2 && named.has(rest) && !cells.some((cell) => /\d/.test(cell)) ? columns : undefined;
}

/** Whether a record above a header is a line, and no title: a cell that looks like one of a column beside one with words, or a text that is a line by itself. */
export function isLine<C extends string>(cells: readonly string[], { looksLike, isText }: Guess<C>): boolean {
	const filled = cells.filter((cell) => cell !== '');
	if (filled.length === 1) return isText?.(filled[0]!) ?? false;
	const isTold = (cell: string): boolean => looksLike.some(([, fits]) => fits(cell));
	return filled.some(isTold) && filled.some((cell) => !isTold(cell) && /\p{L}/u.test(cell));
}

/** What tells the columns of a list without a header. */
export interface Guess<C extends string> {
	/** The column for all that nothing else tells, such as a description. */
	readonly rest: C;
	/** Tells a column by its cells, in this order; a further entry of a column counts where the first finds none. */
	readonly looksLike: ReadonlyArray<readonly [C, (cell: string) => boolean]>;
	/** A column of numbers that may be above 999. */
	readonly large?: C;
	/** Tells a text that is a line by itself from a title. */
	readonly isText?: (cell: string) => boolean;
}

/** How many of the filled cells of a column must look like it. */
const MOST_OF_THEM = 0.8;
const LOOKED_AT_CELLS = 200;

/**
 * The columns of a list without a header, by what its cells look like. What nothing tells belongs to the rest, so that nothing of a line is
 * lost. Where several look the same, all of them are that column: which one counts is not guessed. Numbers that count the lines are no column.
 */
export function guessedColumns<C extends string>(records: ReadonlyArray<{ cells: readonly string[] }>, { rest, looksLike }: Guess<C>): Columns<C> {
	const looked = records.slice(0, LOOKED_AT_CELLS);
	const width = looked.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const columns: Array<C | undefined> = Array.from({ length: width }, () => rest);
	// One column is the text itself.
	if (width === 1) return columns;
	const cellsOf = (place: number): string[] => looked.flatMap(({ cells }) => cells[place] || []);
	const free = new Set(columns.keys());
	if (isCountOfLines(cellsOf(0))) {
		columns[0] = undefined;
		free.delete(0);
	}
	for (const [column, fits] of looksLike) {
		if (columns.includes(column)) continue;
		for (const at of [...free]) {
			const cells = cellsOf(at);
			if (cells.length === 0 || cells.filter(fits).length < cells.length * MOST_OF_THEM) continue;
			columns[at] = column;
			free.delete(at);
		}
	}
	return columns;
}

/** Whether cells are 1, 2, 3 and so on. One line alone does not show it. */
function isCountOfLines(cells: readonly string[]): boolean {
	return cells.length > 1 && cells.every((cell, at) => /^\d+$/.test(cell) && Number(cell) === at + 1);
}
