import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure, type Failure } from '../../../engine/failure';
import { completedWrites } from '../../../engine/items/runOnce';
import type { Sender } from '../../../engine/transport/sender';
import { readOrderRow } from '../order/orderRows';
import { dueOrders } from './comparison';
import { dayAt, type DayNumber } from './days';
import { canBeAskedFor, isAskedFor, readInvoiceList, readOrderList, searchQueuedOrder } from './lists';
import { firstDay, type Snapshot, type PollRules } from './snapshot';
import { pollTimedOut } from './pollTimedOut';
import type { Findings } from './notices';
import { numberedOrders, queuedOrders } from './submittedOrders';
import { listedInvoices, listedOrders, type Filters, type ListedOrder, type Today } from './listedRows';
import type { PollParameters } from './pollParameters';
import type { WaitingOrder, PollState } from './pollState';
import type { WholeList } from './paging';

/** What a poll came to. */
export interface SnapshotResult {
	snapshot: Snapshot;
	findings: Omit<Findings, 'tooMany'>;
	/** What could not be read, and why. */
	failures: Failure[];
}

/** Queued orders that are asked for in one poll. The others are left to the next. */
const MOST_SEARCHES = 20;
const MINUTE_MS = 60_000;

/** When a poll is, and how long it may take. */
export interface PollMoment {
	/** In milliseconds since 1970. */
	now: number;
	/** IANA name. */
	timezone: string;
	/** See `Snapshot`. */
	evenForMs: number;
	hasTime(): boolean;
}

/**
 * Reads all that a poll needs. A list that cannot be read is noted as such, and does not keep the other one from being
 * looked at. What there is no time for is left to the next poll.
 */
export async function takeSnapshot(
	sender: Sender,
	{ rules, filters, scope, named, rowLimit }: PollParameters,
	before: PollState | undefined,
	{ now, timezone, evenForMs, hasTime }: PollMoment,
): Promise<SnapshotResult> {
	const { account } = sender;
	const known = before?.account === account ? before : undefined;
	const today: Today = { day: dayAt(now, timezone), timezone };
	const failures: Failure[] = [];
	const from = firstDay(known, today.day, rules);
	// What comes into view has to be read as a whole: what is missing would be news later.
	const goesOn = known !== undefined && known.scope === scope ? known : undefined;
	const listOf = async (isKnown: boolean, rest: DayNumber | null, read: ReadList, first: DayNumber): Promise<Reading> => {
		const to = isKnown && rest !== null && rest >= first ? rest : undefined;
		const list = await noted(failures, read(sender, { filters, today: today.day, rowLimit, from: first, to, hasTime }));
		if (list === 'unread' || list.unreadTo === undefined) return list === 'unread' ? list : { ...list, isPartial: to !== undefined };
		// It came no further than the poll before, or must not be told in parts.
		if (!isKnown || list.unreadTo >= (to ?? today.day)) failures.push(pollTimedOut());
		return isKnown ? { ...list, isPartial: true, isCut: false } : 'unread';
	};
	const [orderList, invoiceList] = await Promise.all([
		needsOrders(rules) ? listOf(goesOn?.orders !== undefined, goesOn?.rest.orders ?? null, readOrderList, from) : UNWANTED,
		rules.wanted.has('newInvoice') ? listOf(goesOn?.invoices !== undefined, goesOn?.rest.invoices ?? null, readInvoiceList, today.day - rules.lookBackDays) : UNWANTED,
	]);

	const orders = listedOrders(rowsOf(orderList), filters, today);
	const poNumbers = new Map(orders.seen.map(({ id, row }) => [id, row.poNumber]));
	const invoices = listedInvoices(rowsOf(invoiceList), filters, today, poNumbers);
	const { done, mark } = completedWrites(account, known?.mark);
	const listed: Snapshot = {
		now, today: today.day, evenForMs, account, scope, from,
		orders: typeof orderList === 'string' ? orderList : orders.seen,
		invoices: typeof invoiceList === 'string' ? invoiceList : invoices.seen,
		rest: { orders: restOf(orderList, goesOn?.rest.orders), invoices: restOf(invoiceList, goesOn?.rest.invoices) },
		isOrderListPartial: typeof orderList !== 'string' && orderList.isPartial,
		searched: [],
		unsearched: new Set(),
		queued: queuedOrders(done, filters),
		mark,
		ownOrders: numberedOrders(completedWrites(account).done),
		named,
	};
	const search = async (order: WaitingOrder) => (hasTime() || !canBeAskedFor(order) ? await noted(failures, searchQueuedOrder(sender, order)) : 'unread');
	return {
		snapshot: { ...listed, ...(await searchDue(dueOrders(before, listed, rules), search, { rows: rowsOf(orderList), isCut: isCut(orderList) }, filters, today, now)) },
		findings: {
			orderRows: orders.seen.length,
			namelessOrders: orders.nameless,
			wordlessOrders: orders.seen.filter(({ words }) => words === null).length,
			areOrdersCut: isCut(orderList),
			invoiceRows: invoices.seen.length,
			namelessInvoices: invoices.nameless,
			areInvoicesCut: isCut(invoiceList),
		},
		failures,
	};
}

/** Asks for each queued order that is about to be told lost: it may be listed where the poll did not reach. */
async function searchDue(
	due: ReadonlyArray<[key: string, order: WaitingOrder]>,
	search: (order: WaitingOrder) => Promise<IDataObject[] | 'unread' | undefined>,
	listed: Pick<WholeList, 'rows' | 'isCut'>,
	filters: Filters,
	today: Today,
	moment: number,
): Promise<Pick<Snapshot, 'searched' | 'unsearched'>> {
	const searched: ListedOrder[] = [];
	const unsearched = new Set<string>();
	let searches = 0;
	// Those that cannot be decided must not keep the others from being asked for.
	const first = due.length > MOST_SEARCHES ? Math.floor(moment / MINUTE_MS) % due.length : 0;
	for (const [key, order] of [...due.slice(first), ...due.slice(0, first)]) {
		const mayAsk = !canBeAskedFor(order) || searches < MOST_SEARCHES;
		if (mayAsk && canBeAskedFor(order)) searches += 1;
		const rows = mayAsk ? await search(order) : 'unread';
		if (rows === 'unread' || !couldBeSeen(order, rows, listed)) unsearched.add(key);
		else searched.push(...listedOrders(rows ?? [], filters, today).seen);
	}
	return { searched, unsearched };
}

/**
 * Whether the order would be known in these rows, were it there. A row that cannot be recognised may be it; and one that is known by
 * its transaction id alone is looked for in the list, which may not carry any. Where the list was cut the order may stand behind the cut:
 * then only an answer for the order itself counts, and not one with rows of others, which was not filtered and may be cut as well.
 *
 * @param rows what asking for it gave; undefined where it cannot be asked for
 */
function couldBeSeen(order: WaitingOrder, rows: readonly IDataObject[] | undefined, listed: Pick<WholeList, 'rows' | 'isCut'>): boolean {
	if (rows === undefined) return !listed.isCut && listed.rows.every((row) => readOrderRow(row).transactionId !== null);
	if (listed.isCut && rows.length > 0 && !rows.some((row) => isAskedFor(order, row))) return false;
	const { orderId: wanted, transactionId } = order;
	return rows.every((row) => {
		const { orderId, poNumber, transactionId: given } = readOrderRow(row);
		return orderId !== null && (wanted !== null || poNumber !== null || (given !== null && transactionId !== null));
	});
}

/** A list as it was read, or why there is none. */
type Reading = (WholeList & { isPartial: boolean }) | 'unread' | 'unwanted';

type ReadList = typeof readOrderList;

const UNWANTED = 'unwanted' as const;

function needsOrders({ wanted }: PollRules): boolean {
	return wanted.has('statusChanged') || wanted.has('orderLost');
}

function rowsOf(list: Reading): IDataObject[] {
	return typeof list === 'string' ? [] : list.rows;
}

/** Of a list that could not be read, all that was left is still left. */
function restOf(list: Reading, before: DayNumber | null = null): DayNumber | null {
	if (list === 'unwanted') return null;
	return list === 'unread' ? before : (list.unreadTo ?? null);
}

function isCut(list: Reading): boolean {
	return typeof list !== 'string' && list.isCut;
}

/** @throws what is no Failure */
async function noted<T>(failures: Failure[], reading: Promise<T>): Promise<T | 'unread'> {
	const outcome = await orFailure(reading);
	if (!isFailure(outcome)) return outcome;
	failures.push(outcome.kind === 'cancelled' ? pollTimedOut() : outcome);
	return 'unread';
}
