/** What a figure must be: at least, or at most, so much. */
export interface Bound {
	/** Of what, where it is not the figure of the row: `requests`. */
	readonly of?: string;
	readonly value: number;
	readonly least?: number;
	readonly most?: number;
}

/** One line of a table, of one n8n. */
export interface Row {
	readonly what: string;
	/** As it is shown. */
	readonly figure: string;
	readonly bounds: readonly Bound[];
	/** Further cells, by the head of their column. */
	readonly beside?: Readonly<Record<string, string>>;
}

/** A table of the report, as one n8n filled it. */
export interface Table {
	/** Also that of its section in docs/speed.md. */
	readonly name: string;
	readonly rows: readonly Row[];
}

/** Whether a figure is as wanted. One that is no number never is. */
export function isMet({ value, least = -Infinity, most = Infinity }: Bound): boolean {
	return value >= least && value <= most;
}

/** What is wanted of a row in words; empty where nothing is. */
export function wanted({ bounds }: Pick<Row, 'bounds'>): string {
	return bounds.map(({ of, least, most }) => [of, least === undefined ? `at most ${count(most)}` : `at least ${count(least)}`].filter(Boolean).join(' ')).join(', ');
}

/** The rows that are not as wanted, in words. */
export function misses(table: Table): string[] {
	return table.rows.flatMap(({ what, bounds }) =>
		bounds.filter((bound) => !isMet(bound)).map((bound) => `${what}: ${bound.of ?? 'figure'} ${round(bound.value)}, wanted ${wanted({ bounds: [{ ...bound, of: undefined }] })}`),
	);
}

/** A row of a terminal, its figure in a column. */
export function rowAsText(row: Row): string {
	const hints = [
		...(row.bounds.length === 0 ? [] : [`(wanted: ${wanted(row)})`]),
		...(row.bounds.every(isMet) ? [] : ['MISSED']),
		...Object.entries(row.beside ?? {}).map(([name, text]) => `${name} ${text}`),
	];
	return `  ${row.what.padEnd(64)} ${row.figure.padStart(8)}   ${hints.join('   ')}`.trimEnd();
}

/** 1234 as `1,234`. */
export function count(value: number | undefined): string {
	return value === undefined ? '' : value.toLocaleString('en-US');
}

/** A ratio with as many digits as it is worth. */
export function round(value: number): string {
	return value.toFixed(Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 3 ? 1 : 2);
}
