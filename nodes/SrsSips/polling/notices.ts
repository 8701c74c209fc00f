import { Failure } from '../../../engine/failure';
import { SIPS } from '../shared/sips';
import { MOST_KEPT } from './snapshot';

/** Something that keeps the watch from seeing all there is, though SIPS answered. */
export interface Notice {
	/** Told once for as long as it lasts. */
	code: 'namelessOrders' | 'namelessInvoices' | 'wordlessOrders' | 'ordersCut' | 'invoicesCut' | 'tooMany';
	failure: Failure;
}

/** What was found to be wrong with the two lists. Numbers are of rows. */
export interface Findings {
	orderRows: number;
	namelessOrders: number;
	/** Orders without words for their state. */
	wordlessOrders: number;
	areOrdersCut: boolean;
	invoiceRows: number;
	namelessInvoices: number;
	areInvoicesCut: boolean;
	tooMany: number;
}

export function noticesOf(found: Findings): Notice[] {
	const { orderRows, namelessOrders, wordlessOrders, invoiceRows, namelessInvoices, tooMany } = found;
	return [
		...(namelessOrders > 0 ? [notice('namelessOrders', nameless(namelessOrders, 'Order List', 'order number', 'Order: Get Many'))] : []),
		...(namelessInvoices > 0 ? [notice('namelessInvoices', nameless(namelessInvoices, 'Invoices List', 'invoice number', 'Invoice: Get Many'))] : []),
		...(orderRows > 0 && wordlessOrders === orderRows ? [notice('wordlessOrders', wordless(orderRows))] : []),
		...(found.areOrdersCut ? [notice('ordersCut', cut(orderRows, 'Order List'))] : []),
		...(found.areInvoicesCut ? [notice('invoicesCut', cut(invoiceRows, 'Invoices List'))] : []),
		...(tooMany > 0 ? [notice('tooMany', full(tooMany))] : []),
	];
}

/** What is told where the stored state cannot be read. */
export function damagedState(): Failure {
	return new Failure('configuration', 'What the watch knew could not be read, and was put aside', {
		advice:
			'It begins anew with this look. Changes since the look before are not told, unless Report What Is There Already is on. Compare with Order: Get Many where that matters.',
	});
}

/** What is told where the credential leads to another account than before. */
export function otherAccount(): Failure {
	return new Failure('configuration', 'The credential leads to another account of SIPS than before', {
		advice: 'The watch begins anew with the orders of this account, and has forgotten those of the other.',
	});
}

function notice(code: Notice['code'], failure: Failure): Notice {
	return { code, failure };
}

function nameless(count: number, list: string, what: string, operation: string): Failure {
	return new Failure('brokenAnswer', `${SIPS} lists ${count} of its rows without an ${what} that could be recognised (${list})`, {
		advice: `These are not watched; all others are. Look at the rows with ${operation}. The fields of this answer are not documented in full.`,
	});
}

function wordless(count: number): Failure {
	return new Failure('brokenAnswer', `${SIPS} lists ${count} orders without a status that could be recognised (Order List)`, {
		advice: 'New orders are told, changes are not seen. Look at the rows with Order: Get Many. The fields of this answer are not documented.',
	});
}

function cut(count: number, list: string): Failure {
	return new Failure('brokenAnswer', `${SIPS} gave ${count} rows and may have more (${list})`, {
		advice: 'Raise Row Limit, shorten Look Back, or watch a single customer or branch. Rows that were not given are not watched.',
	});
}

function full(count: number): Failure {
	return new Failure('configuration', `The watch keeps ${MOST_KEPT} orders and as many invoices, and ${count} more are listed`, {
		advice: 'Those are not watched. Shorten Look Back, or use several watches, each for a customer or a branch.',
	});
}
