import type { Random } from './random';

/** The workflows that place orders, by what is said of a PO number that is listed. */
export const ORDER_FLOWS = ['stop', 'send'] as const;
export type OrderFlow = (typeof ORDER_FLOWS)[number];

/** An account of the sandbox, and how its orders are taken. */
export interface Account {
	readonly customerCode: string;
	readonly branchCode: string;
	readonly jobAccountNumber: string;
}

/** At once; queued, then real; queued, then dropped. */
const ACCOUNTS: ReadonlyArray<readonly [number, Account]> = [
	[6, { customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43' }],
	[2, { customerCode: 'DEMO200', branchCode: 'SBSEA', jobAccountNumber: '71' }],
	[1, { customerCode: 'DEMO500', branchCode: 'SBROC', jobAccountNumber: '1' }],
];

/** One order, asked for by one call of the workflow or by several in the same moment. */
export interface AskedOrder extends Account {
	readonly flow: OrderFlow;
	readonly poNumber: string;
	/** Another quantity is another order. */
	readonly quantity: number;
}

export type OrderStep =
	| { readonly do: 'order'; readonly order: AskedOrder; readonly copies: number; readonly afterMs: number }
	/** Somebody else's order under that PO number, placed past n8n. */
	| { readonly do: 'foreignOrder'; readonly afterMs: number; readonly poNumber: string; readonly customerCode: string };

const LONGEST_PAUSE_MS = 45_000;

/**
 * One purpose of a person: an order, most often alone, sometimes the same again (as after a failure), the same at once,
 * others under its PO number, or one that somebody else sends before ours or in the same moment.
 *
 * @param at its number in the plan
 */
export function orderSteps(random: Random, at: number): OrderStep[] {
	const order: AskedOrder = { ...random.weighted(ACCOUNTS), flow: random.pick(ORDER_FLOWS), poNumber: `CHAOS-${at}`, quantity: random.between(1, 40) };
	const again = (afterMs: number, changes: Partial<AskedOrder> = {}): OrderStep => ({ do: 'order', order: { ...order, ...changes }, copies: 1, afterMs });
	const once = again(0);
	switch (random.weighted([[5, 'alone'], [5, 'again'], [3, 'atOnce'], [2, 'onePo'], [2, 'listedBefore'], [2, 'listedMeanwhile']] as const)) {
		case 'alone':
			return [once];
		case 'again':
			return [once, ...Array.from({ length: random.between(1, 3) }, () => again(random.between(500, LONGEST_PAUSE_MS)))];
		case 'atOnce':
			return [{ do: 'order', order, copies: random.between(2, 4), afterMs: 0 }, again(random.between(2_000, LONGEST_PAUSE_MS))];
		case 'onePo': {
			const others = Array.from({ length: random.between(1, 2) }, (_, more) => again(random.between(0, LONGEST_PAUSE_MS), { quantity: order.quantity + 100 * (more + 1) }));
			return [once, ...others, again(random.between(2_000, LONGEST_PAUSE_MS))];
		}
		case 'listedBefore':
			return [
				{ do: 'foreignOrder', afterMs: 0, poNumber: order.poNumber, customerCode: order.customerCode },
				again(random.between(500, 8_000)),
				again(random.between(9_000, LONGEST_PAUSE_MS)),
			];
		case 'listedMeanwhile':
			// A claim takes half a second: some are listed after the look before sending, and before the one after it.
			return [
				once,
				{ do: 'foreignOrder', afterMs: random.between(0, 2_500), poNumber: order.poNumber, customerCode: order.customerCode },
				again(random.between(2_000, LONGEST_PAUSE_MS)),
			];
	}
}
