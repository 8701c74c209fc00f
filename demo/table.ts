import { stateInWords, type ExampleOrder, type OrderResult, type ReceivedEvent } from './orders';

/** What became of the orders, a row each: order, branch, lines, total, state, events. */
export function summaryTable(
	orders: readonly ExampleOrder[],
	results: readonly OrderResult[],
	events: ReadonlyMap<string, ReceivedEvent[]>,
): string {
	const rows = results.map((result, at) => {
		const received = events.get(result.transactionId) ?? [];
		return [
			`${orders[at]?.name ?? ''} (${result.poNumber})`,
			result.branchCode,
			String(result.lineCount),
			`$${result.total.toFixed(2)}`,
			stateInWords(result, received),
			received.map(({ code }) => code).reverse().join(' '),
		];
	});
	const table = [['Order', 'Branch', 'Lines', 'Total', 'State', 'Events'], ...rows];
	const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
	const isNumber = (column: number) => column === 2 || column === 3;
	return table
		.map((row) =>
			row
				.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
