import type { IDataObject } from 'n8n-workflow';

import { isOpen, type Difference, type SeenIn } from './difference';
import type { ToldInvoice } from './readInvoices';

/**
 * How far one side could be seen:
 * - `asAsked`: every line that was asked for, and nothing else that is material
 * - `differs`: something is certainly otherwise
 * - `notCertain`: something may be otherwise
 * - `noLines`: SIPS shows it, without lines
 * - `notRead`: some of it could not be read
 * - `notThere`: SIPS shows none yet
 * - `notCompared`: nobody looked
 */
export type Sight = 'asAsked' | 'differs' | 'notCertain' | 'noLines' | 'notRead' | 'notThere' | 'notCompared';

/** What is known of one side beside its differences. */
export interface Seen {
	isThere: boolean;
	isRead: boolean;
	hasLines: boolean;
	/** Whether it is not known which of several orders is meant. */
	isUndecided?: boolean;
}

/** What a comparison came to. */
export interface Findings {
	differences: Difference[];
	/** Undefined where nobody looked. */
	order: Seen | undefined;
	invoices: Seen | undefined;
	/** As SIPS lists it, else as it was asked; null where it is not known. */
	poNumber: string | null;
	orderIds: string[];
	told: ToldInvoice[];
	/** What could not be seen or compared, in plain words. */
	notSeen: string[];
	notes: string[];
}

/** How far a side could be seen, in one word. */
export function sightOf(seen: Seen | undefined, seenIn: SeenIn, differences: readonly Difference[]): Sight {
	const own = differences.filter((each) => each.seenIn === seenIn);
	if (own.some(({ standing }) => standing === 'certain')) return 'differs';
	if (seen === undefined) return 'notCompared';
	if (seen.isUndecided) return 'notCertain';
	if (!seen.isThere) return seen.isRead ? 'notThere' : 'notRead';
	if (!seen.isRead) return 'notRead';
	if (!seen.hasLines) return 'noLines';
	return own.some(isOpen) ? 'notCertain' : 'asAsked';
}

/**
 * The last item: whether all is as it was asked. `true` only where every line was seen as asked in the order and in its invoices, and
 * nothing is left open; `false` where a difference is certain; everything else is `notYet`.
 */
export function summaryItem({ differences, order, invoices, orderIds, told, notSeen, notes }: Findings): IDataObject {
	const certain = differences.filter(({ standing }) => standing === 'certain').length;
	const [inOrder, inInvoices] = [sightOf(order, 'order', differences), sightOf(invoices, 'invoice', differences)];
	const asOrdered = certain > 0 ? false : inOrder === 'asAsked' && inInvoices === 'asAsked' && notSeen.length === 0 ? true : 'notYet';
	return {
		kind: 'summary',
		asOrdered,
		message: messageOf(asOrdered, inOrder, inInvoices, differences),
		differences: certain,
		inOrder,
		inInvoices,
		orderIds,
		invoices: told.map(({ invoiceNumber, subTotal, charges, tax, total, isCredit }) => ({ invoiceNumber, subTotal, charges, tax, total, isCredit })),
		notSeen: [...notSeen, ...differences.filter(({ standing }) => standing === 'possible').map(({ message }) => message)],
		notes,
	};
}

const SIGHTS: Readonly<Record<Sight, string>> = {
	asAsked: 'as it was asked',
	differs: 'otherwise than it was asked',
	notCertain: 'not certain to be as it was asked',
	noLines: 'shown without lines',
	notRead: 'not to be read',
	notThere: 'not there yet',
	notCompared: 'not compared',
};

function messageOf(asOrdered: boolean | string, inOrder: Sight, inInvoices: Sight, differences: readonly Difference[]): string {
	if (asOrdered === true) return 'Every line was seen as it was asked, in the order and in its invoices.';
	const sights = `The order is ${SIGHTS[inOrder]}; its invoices are ${SIGHTS[inInvoices]}.`;
	if (asOrdered !== false) return `Not known yet. ${sights}`;
	const kinds = [...new Set(differences.filter(({ standing }) => standing === 'certain').map(({ kind }) => kind))];
	return `Not as ordered (${kinds.join(', ')}). ${sights}`;
}
