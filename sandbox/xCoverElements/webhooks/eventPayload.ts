import { money } from '../money';
import { totalPriceOf } from '../signed/bookingAnswer';
import { isInForce, priceOf, type HeldBooking } from '../signed/held';
import { durationOf, offsetTimeOf } from '../times';
import type { Booking, EventName, WebhookEvent } from '../types';

/** News of a booking of those that sign (xc/webhooks shows it for BOOKING_CREATED; that the others are the same is invented). */
export function bookingEvent(event: EventName, booking: HeldBooking, renewal?: { renewal_id: string }): WebhookEvent {
	const { id, status, currency, transactionId, quotes } = booking;
	return {
		event,
		payload: {
			id,
			status,
			currency,
			...money('total_price', totalPriceOf(booking), currency),
			partner_transaction_id: transactionId,
			...renewal,
			quotes: quotes.map((quote) => ({
				id: quote.id,
				policy_start_date: offsetTimeOf(quote.startAt),
				policy_end_date: offsetTimeOf(quote.endAt),
				status: quote.status,
				...money('price', priceOf(quote), currency),
				policy: { policy_type: quote.product.policyType, policy_name: quote.product.title, policy_version: '7d6d3f0a-3a5b-4f44-9b0e-6a7d6c1b2f90' },
				duration: durationOf(quote.startAt, quote.endAt),
				total_renewed_times: quote.timesRenewed,
			})),
		},
	};
}

/** The same of a booking with a token. That these are told of at all is not documented. */
export function elementsEvent(event: EventName, { provider_reference, status, currency, price, policies }: Booking): WebhookEvent {
	return {
		event,
		payload: {
			id: provider_reference,
			status: wordOf(status),
			currency,
			...money('total_price', String(price), currency),
			partner_transaction_id: null,
			quotes: policies.map((policy) => ({
				id: policy.id,
				policy_start_date: policy.policy_start_date ?? null,
				policy_end_date: policy.policy_end_date ?? null,
				status: wordOf(policy.status),
				...money('price', String(policy.price ?? 0), currency),
				policy: { policy_type: policy.policy_type, policy_name: policy.policy_type, policy_version: policy.policy_version ?? '' },
				duration: null,
				total_renewed_times: 0,
			})),
		},
	};
}

function wordOf(status: string): string {
	return status === 'Active' ? 'CONFIRMED' : status.toUpperCase();
}

/** What a new status of a booking is told as; null for one that is not told. */
export function newsOf(before: HeldBooking | null, after: HeldBooking): EventName | null {
	if (!before || !wasTold(before)) return isInForce(after) ? 'BOOKING_CREATED' : null;
	return after.status === 'CANCELLED' ? 'BOOKING_CANCELLED' : 'BOOKING_UPDATED';
}

function wasTold(booking: HeldBooking): boolean {
	return isInForce(booking) || booking.status === 'CANCELLED';
}
