import { createHash } from 'crypto';

import { statusOf, type OrderStatus } from '../order/orderStatus';

/**
 * SIPS's own words for the state of an order, in the form in which they are kept and compared. They are free text: short
 * ones are kept as they are, long ones as their meaning and a hash, so that 10,000 orders have room.
 */
export type KeptWords = string;

/** In bytes of JSON, quotation marks included. */
const LONGEST_KEPT = 42;
const HASHED = /^#([a-z]+)#[\w-]{12}$/;

/** @returns null for no words */
export function keptWords(words: string | null): KeptWords | null {
	const text = words?.trim().replace(/\s+/g, ' ') ?? '';
	if (text === '') return null;
	const isShort = Buffer.byteLength(JSON.stringify(text)) <= LONGEST_KEPT && !HASHED.test(text);
	return isShort ? text : `#${statusOf(text)}#${createHash('sha256').update(text.toLowerCase()).digest('base64url').slice(0, 12)}`;
}

/** Whether two say the same. Capitals make no difference. */
export function isSameWords(one: KeptWords | null, other: KeptWords | null): boolean {
	return one === other || (one !== null && other !== null && !HASHED.test(one) && one.toLowerCase() === other.toLowerCase());
}

/** What they mean, in one word. */
export function meaningOf(kept: KeptWords | null): OrderStatus {
	const hashed = kept === null ? null : HASHED.exec(kept);
	// Only `keptWords` makes this form, of a word that `statusOf` gave.
	return hashed ? (hashed[1] as OrderStatus) : statusOf(kept);
}

/** The words themselves, where they were kept. */
export function originalOf(kept: KeptWords | null): string | null {
	return kept === null || HASHED.test(kept) ? null : kept;
}

/** An order of which nothing more than an invoice is to be expected. */
export function isClosed(kept: KeptWords | null): boolean {
	return CLOSED.has(meaningOf(kept));
}

const CLOSED: ReadonlySet<OrderStatus> = new Set(['delivered', 'invoiced', 'cancelled', 'rejected']);
