import { createHash } from 'crypto';

import { meaningOfWords, statusOf, type OrderStatus } from '../order/orderStatus';

/**
 * SIPS's own words for the state of an order, in the form in which they are kept and compared. They are free text: short
 * ones are kept as they are, long ones as a hash, so that 10,000 orders have room. No long ones are known to mean anything.
 */
export type KeptWords = string;

/** In bytes of JSON, quotation marks included. */
const LONGEST_KEPT = 42;
/** Older states have a meaning in the place of `unknown`, which was a guess. */
const HASHED = /^#[a-z]+(#[\w-]{12})$/;

/** @returns null for no words */
export function keptWords(words: string | null): KeptWords | null {
	const text = words?.trim().replace(/\s+/g, ' ') ?? '';
	if (text === '') return null;
	const isShort = Buffer.byteLength(JSON.stringify(text)) <= LONGEST_KEPT && !HASHED.test(text);
	return isShort ? text : `#unknown#${createHash('sha256').update(text.toLowerCase()).digest('base64url').slice(0, 12)}`;
}

/** Whether two say the same. Capitals make no difference. */
export function isSameWords(one: KeptWords | null, other: KeptWords | null): boolean {
	return one === other || (one !== null && other !== null && compared(one) === compared(other));
}

function compared(kept: KeptWords): string {
	return HASHED.exec(kept)?.[1] ?? kept.toLowerCase();
}

/** What they mean, in one word. */
export function meaningOf(kept: KeptWords | null): OrderStatus {
	return statusOf(originalOf(kept));
}

/** The words themselves, where they were kept. */
export function originalOf(kept: KeptWords | null): string | null {
	return kept === null || HASHED.test(kept) ? null : kept;
}

/** An order of which nothing more than an invoice is to be expected. Not by words whose meaning is a guess: it would no longer be followed. */
export function isClosed(kept: KeptWords | null): boolean {
	const { status, isInferred } = meaningOfWords(originalOf(kept));
	return !isInferred && CLOSED.has(status);
}

const CLOSED: ReadonlySet<OrderStatus> = new Set(['delivered', 'invoiced', 'cancelled']);
