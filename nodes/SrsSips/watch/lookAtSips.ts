import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure, type Failure } from '../../../engine/failure';
import { doneHere } from '../../../engine/once/runOnce';
import type { Sender } from '../../../engine/transport/sender';
import { dueOrders } from './comparison';
import { dayAt } from './days';
import { readInvoiceList, readOrderList, searchQueuedOrder } from './lists';
import { firstDay, type Look, type WatchRules } from './look';
import type { Findings } from './notices';
import { queuedOrders } from './queuedHere';
import { invoiceSightings, orderSightings, type Filters, type OrderSighting, type Today } from './sightings';
import type { WatchParameters } from './watchParameters';
import type { WaitingOrder, WatchState } from './watchState';
import type { WholeList } from './wholeList';

/** What a look came to. */
export interface LookResult {
	look: Look;
	findings: Omit<Findings, 'tooMany'>;
	/** What could not be read, and why. */
	failures: Failure[];
}

/** Queued orders that are asked for in one look. The others are left to the next. */
const MOST_SEARCHES = 20;

/**
 * Reads all that a look needs. A list that cannot be read is noted as such, and does not keep the other one from being
 * looked at.
 *
 * @param timezone IANA name
 */
export async function lookAtSips(
	sender: Sender,
	{ rules, filters, scope, named, rowLimit }: WatchParameters,
	before: WatchState | undefined,
	now: number,
	timezone: string,
): Promise<LookResult> {
	const { account } = sender;
	const known = before?.account === account ? before : undefined;
	const today: Today = { day: dayAt(now, timezone), timezone };
	const failures: Failure[] = [];
	const from = firstDay(known, today.day, rules);
	const query = { filters, today: today.day, rowLimit, to: undefined, hasTime: () => true };
	const [orderList, invoiceList] = await Promise.all([
		needsOrders(rules) ? noted(failures, readOrderList(sender, { ...query, from })) : UNWANTED,
		rules.wanted.has('newInvoice') ? noted(failures, readInvoiceList(sender, { ...query, from: today.day - rules.lookBackDays })) : UNWANTED,
	]);

	const orders = orderSightings(rowsOf(orderList), filters, today);
	const poNumbers = new Map(orders.seen.map(({ row }) => [row.orderId ?? '', row.poNumber]));
	const invoices = invoiceSightings(rowsOf(invoiceList), filters, today, poNumbers);
	const { done, mark } = doneHere(account, known?.mark);
	const listed: Look = {
		now, today: today.day, account, scope, from,
		orders: typeof orderList === 'string' ? orderList : orders.seen,
		invoices: typeof invoiceList === 'string' ? invoiceList : invoices.seen,
		searched: [],
		unsearched: new Set(),
		queued: queuedOrders(done, filters),
		mark,
		named,
	};
	const search = async (order: WaitingOrder) => await noted(failures, searchQueuedOrder(sender, order));
	return {
		look: { ...listed, ...(await searchDue(dueOrders(before, listed, rules), search, filters, today)) },
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

/** Asks for each queued order that is about to be told lost: it may be listed where the look did not reach. */
async function searchDue(
	due: ReadonlyArray<[key: string, order: WaitingOrder]>,
	search: (order: WaitingOrder) => Promise<IDataObject[] | 'unread' | undefined>,
	filters: Filters,
	today: Today,
): Promise<Pick<Look, 'searched' | 'unsearched'>> {
	const searched: OrderSighting[] = [];
	const unsearched = new Set<string>(due.slice(MOST_SEARCHES).map(([key]) => key));
	for (const [key, order] of due.slice(0, MOST_SEARCHES)) {
		const rows = await search(order);
		if (rows === 'unread') unsearched.add(key);
		else searched.push(...orderSightings(rows ?? [], filters, today).seen);
	}
	return { searched, unsearched };
}

/** A list as it was read, or why there is none. */
type Reading = WholeList | 'unread' | 'unwanted';

const UNWANTED = 'unwanted' as const;

function needsOrders({ wanted }: WatchRules): boolean {
	return wanted.has('statusChanged') || wanted.has('orderLost');
}

function rowsOf(list: Reading): IDataObject[] {
	return typeof list === 'string' ? [] : list.rows;
}

function isCut(list: Reading): boolean {
	return typeof list !== 'string' && list.isCut;
}

/** @throws what is no Failure */
async function noted<T>(failures: Failure[], reading: Promise<T>): Promise<T | 'unread'> {
	const outcome = await orFailure(reading);
	if (!isFailure(outcome)) return outcome;
	failures.push(outcome);
	return 'unread';
}
