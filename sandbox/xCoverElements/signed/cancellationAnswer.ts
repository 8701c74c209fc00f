import { quotient } from '../../core/decimals';
import { difference, money, total, type Amount } from '../money';
import { DAY_MS, timeOf } from '../times';
import type { Cancellation } from '../types';
import { certificateOf, policyAnswer, policyholderAnswer, totalsOf } from './bookingAnswer';
import { priceOf, taxOf, type HeldBooking, type HeldQuote } from './held';

/** Within so long all is given back; later half of it. Both are invented. */
const COOLING_OFF_MS = 14 * DAY_MS;

/** What tells a preview from what was done: both are null then. */
export interface PreviewMarks {
	cancellationId: string | null;
	confirmBefore: number | null;
}

/**
 * What a cancellation comes to (recordings, seen).
 *
 * @param after the booking as it is then, also where this is a preview
 * @param at when it is cancelled
 */
export function cancellationAnswer(before: HeldBooking, after: HeldBooking, at: number, { cancellationId, confirmBefore }: PreviewMarks): Cancellation {
	const { id, status, currency } = after;
	const isPreview = cancellationId !== null;
	const gone = after.quotes.filter((quote) => quote.status === 'CANCELLED' && before.quotes.find((old) => old.id === quote.id)?.status !== 'CANCELLED');
	return {
		id,
		status,
		currency,
		quotes: gone.map((quote) => {
			const refund = refundOf(quote, at);
			return {
				id: quote.id,
				policy_start_date: timeOf(quote.startAt),
				policy_end_date: timeOf(quote.endAt),
				policy_cancellation_date: isPreview ? null : timeOf(at),
				policy_coolingoff_date: timeOf((quote.confirmedAt ?? quote.createdAt) + COOLING_OFF_MS),
				status: quote.status,
				price: Number(priceOf(quote)),
				refund_value: Number(refund),
				refund_type: isFull(quote, at) ? 'full_refund' : 'partial_refund',
				adjustment_fee: Number(difference(taxOf(refund), refund)),
				policy: policyAnswer(quote, currency),
				insured: quote.insured,
				created_at: timeOf(quote.createdAt),
				confirmed_at: quote.confirmedAt === null ? null : timeOf(quote.confirmedAt),
				updated_at: timeOf(quote.updatedAt),
				cancelled_at: isPreview ? null : timeOf(at),
				commission: null,
			};
		}),
		policyholder: policyholderAnswer(after.policyholder),
		pds_url: `https://xcover-sandbox.invalid/en/pds/${id}`,
		coi: certificateOf(after),
		created_at: timeOf(after.createdAt),
		updated_at: timeOf(isPreview ? before.updatedAt : after.updatedAt),
		...totalsOf(after),
		...money('total_refund', total(gone.map((quote) => refundOf(quote, at))), currency),
		cancellation_id: cancellationId,
		confirm_before: confirmBefore === null ? null : timeOf(confirmBefore),
	};
}

function isFull({ confirmedAt, createdAt }: HeldQuote, at: number): boolean {
	return at <= (confirmedAt ?? createdAt) + COOLING_OFF_MS;
}

function refundOf(quote: HeldQuote, at: number): Amount {
	const price = priceOf(quote);
	return isFull(quote, at) ? price : quotient(price, '2', 2);
}
