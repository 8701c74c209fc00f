import { asWritten, digitsOf } from '../../core/exactNumber';
import { FileBody } from '../../core/fileBody';
import { writePdf } from '../../core/pdf';
import { accepted, badField, externalIdTaken, notFound } from '../answers';
import { errorMessage } from '../errors';
import type { AssetBook } from '../money/assetBook';
import type { ProductBook } from '../money/productBook';
import { pageAnswer } from '../page';
import type { DigitalOrder, DigitalOrderRequest, ErrorMessage, TokenizedOrder, TradevestHandler } from '../types';
import { tooFine } from './steps';

/** Amounts of money go in steps of 0.01. */
const AMOUNT_PLACES = 2;

/** Takes an order of a digital asset (tv:api-reference/asset-management/digital-assets/create-order). */
export function createDigitalOrder(book: AssetBook): TradevestHandler<'createDigitalOrder'> {
	return ({ body, header }) => taken(book, asWritten(body), header['Requestor-ID']);
}

/** One order. */
export function getDigitalOrder(book: AssetBook): TradevestHandler<'getDigitalOrder'> {
	return ({ path: { orderId } }) => {
		const found = book.find(orderId);
		return found ? { status: 200, body: found } : notFound('order', orderId);
	};
}

/** The receipt of an order. */
export function getDigitalOrderReceipt(book: AssetBook): TradevestHandler<'getDigitalOrderReceipt'> {
	return ({ path: { orderId } }) => receipt(book, orderId);
}

/** The orders of a wallet in pages. */
export function listDigitalOrders(book: AssetBook, products: ProductBook): TradevestHandler<'listDigitalOrders'> {
	return ({ path: { customerProductId }, query }) => {
		if (!products.find(customerProductId)) return notFound('product', customerProductId);
		const { externalId } = query;
		const all = book.of(customerProductId).filter((order) => externalId === undefined || order.externalId === externalId);
		return pageBetween(all, query);
	};
}

/** Takes an order of a tokenized asset (tv:api-reference/asset-management/wawex-tokenized-assets/orders). */
export function createTokenizedOrder(book: AssetBook): TradevestHandler<'createTokenizedOrder'> {
	return ({ body, header }) => {
		const { symbol, side, ...request } = asWritten(body);
		return taken(book, { ...request, cryptoSymbol: symbol, tradeSide: side === 'buy' ? 'BUY' : 'SELL' }, header['Requestor-ID']);
	};
}

/** One order. */
export function getTokenizedOrder(book: AssetBook): TradevestHandler<'getTokenizedOrder'> {
	return ({ path: { orderId } }) => {
		const found = book.find(orderId);
		return found ? { status: 200, body: inSmallLetters(found) } : notFound('order', orderId);
	};
}

/** Cancels an order, if it is not too late. That is not told. */
export function cancelTokenizedOrder(book: AssetBook): TradevestHandler<'cancelTokenizedOrder'> {
	return ({ path: { orderId } }) => {
		if (!book.find(orderId)) return notFound('order', orderId);
		book.cancel(orderId);
		return accepted;
	};
}

/** The receipt of an order. */
export function getTokenizedOrderReceipt(book: AssetBook): TradevestHandler<'getTokenizedOrderReceipt'> {
	return ({ path: { orderId } }) => receipt(book, orderId);
}

/** The orders of a wallet in pages. There is no filter for the externalId. */
export function listTokenizedOrders(book: AssetBook, products: ProductBook): TradevestHandler<'listTokenizedOrders'> {
	return ({ path: { customerProductId }, query }) => {
		if (!products.find(customerProductId)) return notFound('product', customerProductId);
		return pageBetween(book.of(customerProductId).map(inSmallLetters), query);
	};
}

type Refusal<Status extends number> = { status: Status; body: ErrorMessage };

function taken(
	book: AssetBook,
	request: DigitalOrderRequest,
	requestorId: string,
): { status: 200; body: { orderId: string; createdOn: string } } | Refusal<400> | Refusal<409> {
	const { externalId, quantity, quantityType } = request;
	const refused = quantityType === 'AMOUNT' ? tooFine('quantity', quantity, AMOUNT_PLACES) : null;
	if (refused) return refused;
	if (book.hasExternalId(externalId)) return externalIdTaken(externalId);
	const { orderId, createdOn } = book.order(request, requestorId);
	return { status: 200, body: { orderId, createdOn } };
}

/** A page of the orders that were made between two moments, both included. */
function pageBetween<Order extends DigitalOrder | TokenizedOrder>(
	orders: Order[],
	{ startCreatedOn, endCreatedOn, ...page }: { startCreatedOn?: string; endCreatedOn?: string; cursor?: string; limit?: number },
): ReturnType<typeof pageAnswer<Order>> {
	const [from, to] = [startCreatedOn === undefined ? -Infinity : Date.parse(startCreatedOn), endCreatedOn === undefined ? Infinity : Date.parse(endCreatedOn)];
	const wrong = Number.isNaN(from) ? 'startCreatedOn' : Number.isNaN(to) ? 'endCreatedOn' : null;
	if (wrong !== null) return badField(wrong, 'is no date and time');
	const found = orders.filter(({ createdOn }) => Date.parse(createdOn) >= from && Date.parse(createdOn) <= to);
	return pageAnswer(found, ({ orderId }) => orderId, page);
}

/** Invented: that it is a PDF, what stands in it, and that it is there once the order is carried out. */
function receipt(book: AssetBook, orderId: string): { status: 200; body: FileBody } | Refusal<404> {
	const order = book.find(orderId);
	if (!order) return notFound('order', orderId);
	const { executionData, marketOrderData, side } = order;
	if (!executionData) return { status: 404, body: errorMessage(404, `The order ${orderId} is ${order.status}: no receipt yet`) };
	const { quantity, executionPrice, executionAmount } = executionData;
	const lines = [
		`Receipt of order ${order.orderId}`,
		`${side} ${digitsOf(quantity)} ${marketOrderData?.symbol ?? ''} at ${digitsOf(executionPrice)} EUR`,
		`Amount ${digitsOf(executionAmount)} EUR`,
	];
	return { status: 200, body: new FileBody(writePdf(lines), 'application/pdf', `receipt-${order.orderId}.pdf`) };
}

function inSmallLetters(order: DigitalOrder): TokenizedOrder {
	return { ...order, side: order.side === 'BUY' ? 'buy' : 'sell' };
}
