import type { OrderTally } from '../support/orders/orderTrial';

/** One row of figures. */
export interface SoakRow extends OrderTally {
	readonly name: string;
	/** Calls of Submit that SIPS received. */
	readonly sent: number;
	readonly tookMs: number;
}

/** What a part of the soak came to, for the documents. */
export interface SoakTable {
	readonly head: readonly string[];
	readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
	/** What must not be, in words. */
	readonly faults: readonly string[];
}

/** What must not be, in the words of the table; empty where all is well. */
function broken({ name, twice, missing }: SoakRow): string[] {
	return [
		...(twice > 0 ? [`${name}: ${twice} placed more than once`] : []),
		...(missing > 0 ? [`${name}: ${missing} reported as accepted and not at SIPS`] : []),
	];
}

const COLUMNS = ['case', 'orders', 'executions with the order', 'with an error', 'calls of Submit', 'held by SIPS', 'placed twice', 'accepted but missing', 'seconds'];

/** Cases of orders as one table. */
export function orderTable(rows: readonly SoakRow[]): SoakTable {
	const cells = rows.map(({ name, orders, withOrder, errors, sent, held, twice, missing, tookMs }) => {
		const kinds = Object.entries(errors).map(([kind, count]) => `${count} ${kind}`);
		return [name, orders, withOrder, kinds.join(', ') || '0', sent, held, twice, missing, Math.round(tookMs / 1000)];
	});
	return { head: COLUMNS, rows: cells, faults: rows.flatMap(broken) };
}

/** Several rows of one case as one. */
export function sum(name: string, rows: readonly SoakRow[]): SoakRow {
	const total: SoakRow = { name, orders: 0, withOrder: 0, errors: {}, held: 0, twice: 0, missing: 0, sent: 0, tookMs: 0 };
	return rows.reduce<SoakRow>((one, other) => {
		const errors = { ...one.errors };
		for (const [kind, count] of Object.entries(other.errors)) errors[kind] = (errors[kind] ?? 0) + count;
		return {
			name, errors,
			orders: one.orders + other.orders, withOrder: one.withOrder + other.withOrder, held: one.held + other.held,
			twice: one.twice + other.twice, missing: one.missing + other.missing, sent: one.sent + other.sent, tookMs: one.tookMs + other.tookMs,
		};
	}, total);
}
