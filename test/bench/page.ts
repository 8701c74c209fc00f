import { markdownTable, withMadeSections } from '../../scripts/markdown.cjs';
import { isMet, wanted, type Row, type Table } from './row';

/** As a person types it. */
const COMMAND = 'npm run bench -- --write';

/** What one n8n came to. */
export interface Measured {
	readonly version: string;
	readonly tables: readonly Table[];
}

/**
 * The page with its figures written anew. What was not measured stays as it is.
 *
 * @param machine in words
 */
export function withFigures(page: string, machine: string, measured: readonly Measured[], day = new Date()): string {
	const isMeasured = (name: string) => measured.some(({ tables }) => tables.some((table) => table.name === name && table.rows.length > 0));
	const date = day.toISOString().slice(0, 10);
	return withMadeSections(page, COMMAND, (name, held) => {
		if (name === 'machine') return machine;
		return isMeasured(name) ? `${tableOf(name, measured)}\n\nMeasured on ${date}.` : held;
	});
}

/** The rows of a table, each n8n in a column of its own. */
function tableOf(name: string, measured: readonly Measured[]): string {
	const tables = measured.map(({ version, tables: all }) => ({ version, rows: all.find((table) => table.name === name)?.rows ?? [] }));
	const rows = tables.flatMap((table) => table.rows);
	const isBound = rows.some(({ bounds }) => bounds.length > 0);
	const columns = [...new Set(rows.flatMap(({ beside = {} }) => Object.keys(beside)))];
	return markdownTable(
		['', ...(isBound ? ['wanted'] : []), ...tables.map(({ version }) => version), ...columns],
		[...new Set(rows.map(({ what }) => what))].map((what) => {
			const found = tables.map(({ version, rows: all }) => ({ version, row: all.find((row) => row.what === what) }));
			const together = (textOf: (row: Row) => string) => onceIfSame(found.flatMap(({ version, row }) => (row ? [{ version, text: textOf(row) }] : [])));
			return [
				what,
				...(isBound ? [together(wanted)] : []),
				...found.map(({ row }) => (row ? figure(row) : '')),
				...columns.map((column) => together(({ beside = {} }) => beside[column] ?? '')),
			];
		}),
	);
}

function figure({ figure: text, bounds }: Row): string {
	return bounds.every(isMet) ? text : `${text} (not as wanted)`;
}

/** `4 (2.8.4), 6 (2.41.1)`, or `4` where both say the same. */
function onceIfSame(texts: ReadonlyArray<{ version: string; text: string }>): string {
	const [first] = texts;
	if (first && texts.every(({ text }) => text === first.text)) return first.text;
	return texts.map(({ version, text }) => `${text} (${version})`).join(', ');
}
