import { difference, money, total, type Amount } from '../money';
import { durationOf, offsetTimeOf, timeOf } from '../times';
import type { BookingQuote, ChangedBooking, Person, SignedBooking } from '../types';
import { isInForce, priceOf, taxOf, type HeldBooking, type HeldQuote } from './held';

const PAGES = 'https://xcover-sandbox.invalid';

/** What stays to be paid for: nothing for what is cancelled (recordings). */
export function totalPriceOf({ quotes }: HeldBooking): Amount {
	return total(quotes.filter(({ status }) => status !== 'CANCELLED').map(priceOf));
}

function totalTaxOf({ quotes }: HeldBooking): Amount {
	return total(quotes.filter(({ status }) => status !== 'CANCELLED').map((quote) => taxOf(priceOf(quote))));
}

/** Links with the security token in them: whoever has one sees the customer's data. */
export function certificateOf({ id, securityToken }: HeldBooking, language = 'en') {
	return { url: `${PAGES}/${language}/coi/${id}?security_token=${securityToken}`, pdf: `${PAGES}/${language}/coi/${id}.pdf?security_token=${securityToken}` };
}

/** What a booking costs in all. */
export function totalsOf(booking: HeldBooking) {
	const [price, tax] = [totalPriceOf(booking), totalTaxOf(booking)];
	const { currency } = booking;
	return { ...money('total_price', price, currency), ...money('total_tax', tax, currency), ...money('total_premium', difference(tax, price), currency) };
}

/** A booking as it is read (recordings, seen). @param now whether a policy can be cancelled depends on the time */
export function bookingAnswer(booking: HeldBooking, now: number, language = 'en'): SignedBooking {
	const { id, status, currency, securityToken, createdAt, updatedAt } = booking;
	return {
		id,
		status,
		currency,
		...totalsOf(booking),
		partner_transaction_id: booking.transactionId,
		created_at: timeOf(createdAt),
		updated_at: timeOf(updatedAt),
		pds_url: `${PAGES}/${language}/pds/${id}`,
		security_token: securityToken,
		quotes: booking.quotes.map((quote) => quoteAnswer(quote, booking, now)),
		coi: certificateOf(booking, language),
		account_url: `${PAGES}/${language}/account?id=${booking.offerId}&signup_token=${securityToken}`,
		sign_up_url: `${PAGES}/${language}/account?id=${booking.offerId}&signup_token=${securityToken}`,
		policyholder: policyholderAnswer(booking.policyholder),
		fnol_link: `${PAGES}/${language}/account/claims/fnol?bookingID=${id}&security_token=${securityToken}`,
		cancel_link: `${PAGES}/${language}/cancel/${id}?security_token=${securityToken}`,
		booking_agent: null,
		fast_quote_id: booking.offerId,
	};
}

/** A booking, and what it costs more than another (recordings). */
export function changedAnswer(before: HeldBooking, after: HeldBooking, now: number): ChangedBooking {
	const answer = bookingAnswer(after, now);
	const quotes = after.quotes.map((quote) => {
		const old = before.quotes.find(({ id }) => id === quote.id) ?? quote;
		return { ...quoteAnswer(quote, after, now), ...money('price_diff', difference(priceOf(old), priceOf(quote)), after.currency) };
	});
	return { ...answer, quotes, ...money('total_price_diff', difference(totalPriceOf(before), totalPriceOf(after)), after.currency) };
}

/** All members, null where nothing is known. */
export function policyholderAnswer(person: Person) {
	const nothing: Person = {
		middle_name: null, phone: null, age: null, birth_date: null, gender: null, address1: null, address2: null, city: null, postcode: null, region: null, company: null, company_reg_id: null, secondary_email: null,
	};
	return { ...nothing, ...person, allow_updates: false, fields_allowed_to_update: [] };
}

/** The policy that a customer has. */
export function policyAnswer({ product }: HeldQuote, currency: string): NonNullable<BookingQuote['policy']> {
	return {
		policy_type: product.policyType,
		policy_type_version: '1',
		policy_type_slug: `${product.policyType}_v1`,
		policy_type_group_name: 'sandbox',
		policy_name: product.title,
		policy_code: product.policyCode,
		policy_version: '7d6d3f0a-3a5b-4f44-9b0e-6a7d6c1b2f90',
		policy_currency: currency,
		category: null,
		claim_selector_id: null,
		content: {},
		underwriter: { name: 'Sandbox Underwriting', disclaimer: 'Invented' },
	};
}

/** Whether a policy can be cancelled: one in force that has not ended. That the end decides is invented. */
export function canBeCancelled(quote: HeldQuote, now: number): boolean {
	return isInForce(quote) && quote.endAt > now;
}

function quoteAnswer(quote: HeldQuote, { id, currency, status: bookingStatus }: HeldBooking, now: number): BookingQuote {
	const price = priceOf(quote);
	const tax = taxOf(price);
	return {
		id: quote.id,
		policy_start_date: offsetTimeOf(quote.startAt),
		policy_end_date: offsetTimeOf(quote.endAt),
		status: quote.status,
		...money('price', price, currency),
		policy: policyAnswer(quote, currency),
		insured: quote.insured,
		tax: {
			...money('total_tax', tax, currency),
			...money('total_amount_without_tax', difference(tax, price), currency),
			taxes: [{ tax_code: 'IPT', ...money('tax_amount', tax, currency) }],
		},
		duration: durationOf(quote.startAt, quote.endAt),
		benefits: [],
		commission: { partner_commission: 0, surcharge_commission: 0, total_commission: 0 },
		created_at: timeOf(quote.createdAt),
		confirmed_at: quote.confirmedAt === null ? null : timeOf(quote.confirmedAt),
		updated_at: timeOf(quote.updatedAt),
		cancelled_at: quote.cancelledAt === null ? null : timeOf(quote.cancelledAt),
		is_renewable: quote.product.isRenewable,
		next_renewal: null,
		can_be_cancelled: bookingStatus !== 'CANCELLED' && canBeCancelled(quote, now),
		cover_amount: Number(quote.value),
		cover_amount_formatted: money('cover_amount', quote.value, currency).cover_amount_formatted,
		pds_url: `${PAGES}/en/pds/${id}?policy_type=${quote.product.policyType}_v1`,
		attachments: [],
		files: [],
		extra_fields: quote.extraFields,
		surcharge: { total_amount: null, surcharges: null },
		cancellation_info: { reason_for_cancellation: quote.reason },
	};
}
