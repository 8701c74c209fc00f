import { isFailure, readOrFailure } from '../../../engine/failure';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { detailsAnswer } from '../shared/answers';
import { filledPath } from '../shared/endpointPath';
import { plausibleDay } from '../shared/placeholders';
import { checkRequestedId } from '../shared/requestedId';
import { tolerantReader } from '../shared/tolerantReader';
import type { Place } from './difference';
import { readToldLines, type ToldLines } from './toldLines';

/** What Order Details shows of one order. */
export interface ToldOrder {
	orderId: string;
	lines: ToldLines;
	/** Day of delivery, where it shows one that can be read. */
	deliveryDay: string | undefined;
	/** Why it could not be read, in plain words; undefined where it could. */
	notRead: string | undefined;
}

const WHAT = 'Order Details';

/** Names under which a day of delivery may stand. The first is that of Submit (submit-order-v2-21007252e0); all are inferred here. */
const DELIVERY_DAY = ['expecteddeliverydate', 'requesteddeliverydate', 'scheduleddeliverydate', 'deliverydate'];

/**
 * Reads an order with its lines, by Order Details (order-details-32636882e0, a page that was not seen).
 *
 * @param template path of the call, with `{orderId}` for the number
 * @throws Failure where SIPS is down, or does not let us in
 */
export async function readOrder(orderId: string, template: string, timezone: string, ask: Ask): Promise<ToldOrder> {
	const place: Place = { seenIn: 'order', orderId, invoiceNumber: null };
	const none: ToldOrder = { orderId, lines: readToldLines({}, place), deliveryDay: undefined, notRead: undefined };
	const answer = await orRefusal(ask({ method: 'GET', path: filledPath(template, { orderId }) }));
	if (isFailure(answer)) return { ...none, notRead: `${WHAT} of order ${orderId} could not be read: ${answer.message}` };
	const body = readOrFailure(() => {
		const details = detailsAnswer(answer, WHAT);
		checkRequestedId(details, 'orderId', orderId, WHAT);
		return details;
	});
	if (isFailure(body)) return { ...none, notRead: body.message };
	const day = tolerantReader(body, ['orderheader', 'order', 'podetails']).text(DELIVERY_DAY);
	return { ...none, lines: readToldLines(body, place), deliveryDay: plausibleDay(bareDay(day), timezone) };
}

/** A day that is written as midnight UTC is that day: no lorry comes then, and in American time zones it would be the day before. */
function bareDay(date: string | null): string | null {
	return date?.replace(/^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)? ?(?:Z|[+-]00:?00)$/i, '$1') ?? null;
}
