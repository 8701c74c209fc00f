import { DAY_MS, isoDay, type IsoDay } from '../../../engine/calendar';
import { isFailure, readOrFailure } from '../../../engine/failure';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { detailsAnswer } from '../shared/answers';
import { filledPath } from '../shared/endpointPath';
import { plausibleDay, writtenDate } from '../shared/placeholders';
import { readOrderRow } from '../order/orderRows';
import { mayBeOfCustomer } from '../shared/customerMatch';
import { checkRequestedId } from '../shared/requestedId';
import { tolerantReader } from '../shared/tolerantReader';
import type { Place } from './difference';
import { readToldLines, type ToldLines } from './toldLines';

/** What Order Details shows of one order. */
export interface ToldOrder {
	orderId: string;
	/** Null where it is not shown. */
	poNumber: string | null;
	lines: ToldLines;
	/** Days of delivery that it shows. */
	days: ToldDay[];
	/** Its own words for its state; null where it shows none. */
	status: string | null;
	/** Why it could not be read, in plain words; undefined where it could. */
	notRead: string | undefined;
}

/** A day of delivery. */
export interface ToldDay {
	/** As SIPS writes it. */
	written: string;
	/** What it may mean, `YYYY-MM-DD`: several where a moment is another day in its own zone; none where it cannot be read. */
	days: IsoDay[];
}

const WHAT = 'Order Details';

/** Names under which a day of delivery may stand. The first is that of Submit (submit-order-v2-21007252e0); all are inferred here. */
const DELIVERY_DAY = ['expecteddeliverydate', 'requesteddeliverydate', 'scheduleddeliverydate', 'deliverydate'];

/** How an order is read. */
export interface OrderReading {
	orderPath: string;
	/** IANA name. */
	timezone: string;
	customerCode: string;
}

/**
 * Reads an order with its lines, by Order Details (order-details-32636882e0, a page that was not seen).
 *
 * @param template path of the call, with `{orderId}` for the number
 * @param customerCode whose it must be, where it says; `''` takes all
 * @throws Failure where SIPS is down, or does not let us in
 */
export async function readOrder(orderId: string, { orderPath: template, timezone, customerCode }: OrderReading, ask: Ask): Promise<ToldOrder> {
	const place: Place = { seenIn: 'order', orderId, invoiceNumber: null };
	const none: ToldOrder = { orderId, poNumber: null, lines: readToldLines({}, place), days: [], status: null, notRead: undefined };
	const answer = await orRefusal(ask({ method: 'GET', path: filledPath(template, { orderId }) }));
	if (isFailure(answer)) return { ...none, notRead: `${WHAT} of order ${orderId} could not be read: ${answer.message}` };
	const body = readOrFailure(() => {
		const details = detailsAnswer(answer, WHAT);
		checkRequestedId(details, 'orderId', orderId, WHAT);
		return details;
	});
	if (isFailure(body)) return { ...none, notRead: body.message };
	const row = readOrderRow(body);
	if (!mayBeOfCustomer(row, customerCode)) return { ...none, notRead: `${WHAT} of order ${orderId} is of another customer (${row.customerCode ?? row.customerNumbers.join(', ')}), and was not compared` };
	const dates = tolerantReader(body, ['orderheader', 'order', 'podetails']).texts(DELIVERY_DAY);
	return { ...none, poNumber: row.poNumber, lines: readToldLines(body, place), days: dates.flatMap((date) => toldDay(date, timezone) ?? []), status: row.status };
}

/** @returns undefined where the date stands for none */
function toldDay(date: string, timezone: string): ToldDay | undefined {
	if (writtenDate(date) === null) return undefined;
	const bare = bareDay(date);
	const read = isoDay(bare, timezone);
	if (read === undefined) return { written: date, days: [] };
	if (plausibleDay(bare, timezone) === undefined) return undefined;
	// In another zone than the workflow's, which may be the branch's.
	const own = /^\d{4}-\d\d-\d\d/.exec(bare)?.[0];
	return { written: date, days: [...new Set([...(own === undefined ? [] : [own]), read])] };
}

/** A day that is written as midnight, in whatever zone, is that day: no lorry comes then, and further west it would be the day before. */
function bareDay(date: string): string {
	const milliseconds = /^\d{12,15}$/.test(date) ? Number(date) : NaN;
	if (milliseconds % DAY_MS === 0) return new Date(milliseconds).toISOString().slice(0, 10);
	return date.replace(/^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)? ?(?:Z|[+-]\d\d:?\d\d)$/i, '$1');
}
