import { sign } from '../../core/decimals';
import { asWritten, digitsOf } from '../../core/exactNumber';
import { accepted, externalIdTaken, notFound } from '../answers';
import { errorMessage } from '../errors';
import type { Actors } from '../money/actors';
import type { Ledger } from '../money/ledger';
import type { ProductBook } from '../money/productBook';
import type { TransferBook, TransferWish } from '../money/transferBook';
import type { TradevestHandler } from '../types';

/**
 * Takes a transfer to the outside. The body is not public, so any JSON object is taken. Invented: that these of its fields, where they are there,
 * say what is sent.
 */
export function createTransfer(book: TransferBook, products: ProductBook, actors: Actors): TradevestHandler<'createTransfer'> {
	return ({ body, header }) => {
		const requestor = header['Requestor-ID'];
		const wish = wishIn(asWritten(body));
		const customerId = wish.customerProductId === undefined ? undefined : products.customerOf(wish.customerProductId);
		const reason = customerId === undefined ? notActive(requestor, actors) : actors.whyNot(requestor, customerId);
		if (reason !== null) return { status: 403, body: errorMessage(403, reason) };
		if (book.hasExternalId(wish.externalId)) return externalIdTaken(wish.externalId);
		return { status: 200, body: { transferId: book.send(wish) } };
	};
}

/** One transfer (tv:api-reference/transfers). */
export function getTransfer(book: TransferBook): TradevestHandler<'getTransfer'> {
	return ({ path: { transferId } }) => {
		const transfer = book.find(transferId);
		return transfer ? { status: 200, body: { transfer } } : notFound('transfer', transferId);
	};
}

/** Has money come in (tv:api-reference/transfers/create-incoming-test-transfer). */
export function simulateIncomingTransfer(book: TransferBook, products: ProductBook): TradevestHandler<'simulateIncomingTransfer'> {
	return ({ body }) => {
		const { customerProductId, amount, reference } = asWritten(body);
		if (!products.find(customerProductId)) return notFound('product', customerProductId);
		book.receive({ customerProductId, amount: digitsOf(amount), reference });
		return accepted;
	};
}

/** One transaction (tv:api-reference/transaction-history). */
export function getTransaction(ledger: Ledger): TradevestHandler<'getTransaction'> {
	return ({ path: { transactionId } }) => {
		const found = ledger.find(transactionId);
		return found ? { status: 200, body: found } : notFound('transaction', transactionId);
	};
}

function notActive(requestorId: string, actors: Actors): string | null {
	return actors.isActive(requestorId) ? null : `The requestor ${requestorId} is not an active natural person`;
}

function wishIn(body: Record<string, unknown>): TransferWish {
	const text = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
	const amount = text('amount') ?? digitsOf(body.amount as number);
	return {
		customerProductId: text('customerProductId'),
		amount: /^\d+(\.\d+)?$/.test(amount) && sign(amount) > 0 ? amount : undefined,
		reference: text('reference'),
		externalId: text('externalId'),
	};
}
