import { randomUUID } from 'node:crypto';

import { bookings } from '../data/bookings';
import { securityToken } from '../ids';
import { timeOf, yearsLater } from '../times';
import type { BookedQuote, Booking, CancelRequest, Policy, PolicyChange, PolicyHolder } from '../types';
import type { HeldPackage } from './packageBook';

/** How much of a booking is shown that no page shows. */
export interface Shown {
	bookingsCarryQuoteIds: boolean;
	bookingsShowPolicyHolder: boolean;
}

/** What a preview of a cancellation would cancel: policies by their ids. */
interface Preview {
	bookingId: string;
	policies: string[];
}

/** The bookings of those that come with a token, the oldest first. */
export class BookingBook {
	private held: Booking[] = [];

	private readonly previews = new Map<string, Preview>();

	constructor(private readonly now: () => number) {
		this.reset();
	}

	/** Turns a quote or an offer into a booking. That it keeps its reference is invented. */
	create({ quote, policies }: HeldPackage, asked: readonly BookedQuote[], policyHolder: PolicyHolder, shown: Shown): Booking {
		const now = timeOf(this.now());
		const booked = policies.filter(({ id }) => asked.some((one) => one.id === id));
		const booking: Booking = {
			provider_reference: quote.provider_reference,
			language: quote.language ?? 'en',
			provider_customer_id: null,
			status: 'Active',
			currency: quote.currency,
			price: sumOf(booked.map(({ price }) => price)),
			security_token: securityToken(),
			created_at: now,
			updated_at: now,
			is_instant_booking: false,
			policies: booked.map(({ id, price, policyType, policyCode }) => ({
				id: shown.bookingsCarryQuoteIds ? id : randomUUID(),
				status: 'Active',
				policy_start_date: now,
				policy_end_date: timeOf(yearsLater(this.now(), 1)),
				price,
				tax: 0,
				commission: 0,
				cover_amount: null,
				policy_type: policyType,
				policy_code: policyCode,
				policy_version: '7d6d3f0a-3a5b-4f44-9b0e-6a7d6c1b2f90',
			})),
			cancellations: [],
			...(shown.bookingsShowPolicyHolder && { policy_holder: policyHolder }),
			id: randomUUID(),
		};
		this.held.push(booking);
		return booking;
	}

	find(id: string): Booking | undefined {
		return this.held.find((booking) => booking.id === id);
	}

	list(): readonly Booking[] {
		return this.held;
	}

	/** Whether all policies that are named belong to a booking, and are active. */
	areActive({ policies }: Booking, ids: readonly string[]): boolean {
		return ids.every((id) => policies.some((policy) => policy.id === id && policy.status === 'Active'));
	}

	/** Changes policies. Of the fields, dates and the sum that is insured change what is read; which others a product has is not known. */
	change(booking: Booking, changes: readonly PolicyChange[]): Booking {
		const policies = booking.policies.map((policy) => {
			const fields = changes.find(({ id }) => id === policy.id)?.update_fields;
			return fields ? withFields(policy, fields) : policy;
		});
		return this.replace({ ...booking, policies, price: sumOf(policies.map(({ price = 0 }) => price)) });
	}

	/** The policies that a request would cancel: those that are named, or all that are active. */
	chosen({ policies }: Booking, { policies: asked }: CancelRequest): string[] {
		return asked ? asked.map(({ id }) => id) : policies.flatMap(({ id = '', status }) => (status === 'Active' ? [id] : []));
	}

	/** Keeps what would be cancelled. The booking stays, and names the preview. */
	preview(booking: Booking, policies: string[]): Booking {
		const id = randomUUID();
		this.previews.set(id, { bookingId: booking.id ?? '', policies });
		return this.replace({ ...booking, cancellations: [...(booking.cancellations ?? []), { id }] });
	}

	previewed({ id }: Booking, cancellationId: string): string[] | undefined {
		const preview = this.previews.get(cancellationId);
		return preview?.bookingId === id ? preview?.policies : undefined;
	}

	cancel(booking: Booking, ids: readonly string[]): Booking {
		const policies = booking.policies.map((policy) => (ids.includes(policy.id ?? '') ? { ...policy, status: 'Cancelled' } : policy));
		const status = policies.every((policy) => policy.status === 'Cancelled') ? 'Cancelled' : booking.status;
		return this.replace({ ...booking, policies, status });
	}

	view(): Booking[] {
		return [...this.held];
	}

	reset(): void {
		this.previews.clear();
		this.held = [...bookings];
	}

	private replace(booking: Booking): Booking {
		const changed = { ...booking, updated_at: timeOf(this.now()) };
		this.held = this.held.map((each) => (each.id === booking.id ? changed : each));
		return changed;
	}
}

function withFields(policy: Policy, fields: Record<string, unknown>): Policy {
	const { policy_start_date: start, policy_end_date: end, total_tickets_price: value } = fields;
	return {
		...policy,
		...(typeof start === 'string' && { policy_start_date: start }),
		...(typeof end === 'string' && { policy_end_date: end }),
		// A tenth of what is insured; the rate is invented.
		...(typeof value === 'number' && { price: Math.round(value * 10) / 100 }),
	};
}

function sumOf(prices: readonly number[]): number {
	return prices.reduce((cents, price) => cents + Math.round(price * 100), 0) / 100;
}
