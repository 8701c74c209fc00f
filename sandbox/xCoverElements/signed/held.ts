import { product as times } from '../../core/decimals';
import type { Product } from '../data/offerSchemas';
import { cents, type Amount } from '../money';
import type { Person } from '../types';

/** Statuses of bookings and policies (xc/responses/quote-policy-status). */
export const statuses = ['RECEIVED', 'CONFIRMED', 'CANCELLED', 'DELETED', 'PENDING_PAYMENT', 'FAILED', 'RENEWED'] as const;

export type Status = (typeof statuses)[number];

/** What is insured by a policy, and what that costs. */
export interface Rated {
	product: Product;
	/** The sum insured, of one. */
	value: Amount;
	count: Amount;
}

export interface HeldInstalment {
	id: string;
	number: number;
	startAt: number;
	endAt: number;
	amount: Amount;
	isPaid: boolean;
}

/** A policy of a booking. Times are milliseconds. */
export interface HeldQuote extends Rated {
	id: string;
	status: Status;
	startAt: number;
	endAt: number;
	createdAt: number;
	confirmedAt: number | null;
	updatedAt: number;
	cancelledAt: number | null;
	reason: string;
	insured: Person[] | null;
	/** Other fields that were changed. */
	extraFields: Record<string, unknown>;
	instalments: HeldInstalment[];
	paidUntil: number | null;
	timesRenewed: number;
}

/** A booking as it is held. */
export interface HeldBooking {
	id: string;
	/** Of the offer it was. */
	offerId: string;
	status: Status;
	currency: string;
	transactionId: string | null;
	createdAt: number;
	updatedAt: number;
	securityToken: string;
	policyholder: Person;
	quotes: HeldQuote[];
}

/** What a policy costs. The rates are invented. */
export function priceOf({ product, value, count }: Rated): Amount {
	return cents(times(times(value, count), product.rate));
}

/** The tax in a price; its share is invented. */
export function taxOf(price: Amount): Amount {
	return cents(times(price, '0.03'));
}

/** Whether it is in force. */
export function isInForce({ status }: { status: Status }): boolean {
	return status === 'CONFIRMED' || status === 'RENEWED';
}

/** A copy that can be changed while the first stays as it is. */
export function copyOf(booking: HeldBooking): HeldBooking {
	return structuredClone(booking);
}
