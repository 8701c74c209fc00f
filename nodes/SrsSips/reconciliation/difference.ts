import type { IDataObject } from 'n8n-workflow';

/** What is not as it was asked, or has to be known of it. */
export type DifferenceKind =
	| 'missing'
	| 'added'
	| 'substituted'
	| 'quantity'
	| 'unit'
	| 'price'
	| 'total'
	| 'date'
	| 'credit'
	| 'split'
	| 'charge'
	| 'status'
	| 'unreadable';

/**
 * How much it says:
 * - `certain`: this is not as it was asked
 * - `possible`: it may be otherwise than asked, and nothing that SIPS shows decides it
 * - `note`: it is as asked all the same, and a person should know it
 */
export type Standing = 'certain' | 'possible' | 'note';

/** Where something was seen. */
export type SeenIn = 'order' | 'invoice';

/** Where something stands at SIPS: numbers of orders or invoices, several joined by commas; null where there is none. */
export interface Place {
	seenIn: SeenIn;
	orderId: string | null;
	invoiceNumber: string | null;
}

/** One difference, as it comes out. A type alias, so that it fits n8n's index signature. */
export type Difference = {
	kind: DifferenceKind;
	standing: Standing;
	/** In plain words. */
	message: string;
	/** Which of the asked lines, from 1; the first one where several are meant, and null where none is. */
	line: number | null;
	/** What was asked, as far as it was asked. */
	asked: IDataObject | null;
	/** What SIPS tells in its place. */
	told: IDataObject | null;
	seenIn: SeenIn;
	orderId: string | null;
	invoiceNumber: string | null;
};

/** Whether there is something in it that keeps an order from being as it was asked. */
export function isOpen({ standing }: Difference): boolean {
	return standing !== 'note';
}

/** A place as a person reads it, such as `order 41200987`. */
export function placeWords({ seenIn, orderId, invoiceNumber }: Place): string {
	const [word, number] = seenIn === 'order' ? ['order', orderId] : ['invoice', invoiceNumber];
	if (number === null) return `the ${word}`;
	return `${word}${number.includes(',') ? 's' : ''} ${number}`;
}

/** One place for several: numbers that differ are joined. */
export function joinedPlace(places: readonly Place[], seenIn: SeenIn): Place {
	const joined = (numbers: Array<string | null>) => [...new Set(numbers.flatMap((number) => number ?? []))].sort().join(', ') || null;
	return { seenIn, orderId: joined(places.map(({ orderId }) => orderId)), invoiceNumber: joined(places.map(({ invoiceNumber }) => invoiceNumber)) };
}
