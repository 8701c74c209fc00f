import { randomUUID } from 'node:crypto';

import { product, quotient, rounded } from '../../core/decimals';
import { asWritten, digitsOf, exactNumber } from '../../core/exactNumber';
import { accepted, badField, externalIdTaken, notFound } from '../answers';
import { ORDER_FEE } from '../data/prices';
import { priceOf, type SecuritiesBook } from '../money/securitiesBook';
import type { ErrorMessage, TradevestHandler, TradingOrder, TradingOrderRequest } from '../types';
import { tooFine } from './steps';

/** Prices go in steps of 0.001. */
const PRICE_PLACES = 3;

/** Decimal places of the percentages in the costs. */
const PERCENT_PLACES = 4;

/** The costs of an order before it is made (tv:api-reference/asset-management/trading). All figures are invented. */
export function estimateCosts(now: () => number): TradevestHandler<'estimateCosts'> {
	return ({ body }) => {
		const { tradeSide, exchangeCode, orderType, isin, quantity, price } = asWritten(body);
		if (orderType !== 'MARKET' && price === undefined) return badField('price', `is missing, and is needed for ${orderType}`);
		const refused = tooFine('price', price, PRICE_PLACES);
		if (refused) return refused;
		const pricePerUnit = priceOf({ orderType, limitPrice: price, stopPrice: price });
		const gross = product(digitsOf(quantity), pricePerUnit);
		const [fee, percent, none] = [ORDER_FEE, quotient(`${ORDER_FEE}e2`, gross, PERCENT_PLACES), '0'].map(exactNumber) as [number, number, number];
		const currency = 'EUR';
		return {
			status: 200,
			body: {
				exAnteId: randomUUID(),
				createdOn: new Date(now()).toISOString(),
				asset: { isin, type: 'BOND', name: `Security ${isin}` },
				order: { quantity, tradeSide, exchangeCode, grossAmount: exactNumber(rounded(gross, 2)), pricePerUnit: exactNumber(pricePerUnit), currency },
				costs: [{ category: tradeSide === 'BUY' ? 'PURCHASE' : 'SALE', type: 'TRANSACTION', value: fee, percent, currency }],
				total: {
					productCosts: { ter: none, percent: none },
					transactionFees: { currency, feeAmount: fee, percent },
					grants: { currency, grantsAmount: none, percent: none },
				},
				timeline: { year1: fee, fromYear2: none, yearOfSale: fee },
				metaInfo: { disclaimer: 'Invented figures', explanation: 'One fee for the order' },
			},
		};
	};
}

/** Takes an order at the price of the market (tv:api-reference/asset-management/trading/orders). */
export function createMarketOrder(book: SecuritiesBook): TradevestHandler<'createMarketOrder'> {
	return ({ body, header }) => taken(book, 'MARKET', body, header['Requestor-ID']);
}

/** Takes an order at a limit. */
export function createLimitOrder(book: SecuritiesBook): TradevestHandler<'createLimitOrder'> {
	return ({ body, header }) => taken(book, 'LIMIT', body, header['Requestor-ID']);
}

/** Takes an order that begins at a price. It is carried out at that price here, which is invented. */
export function createStopOrder(book: SecuritiesBook): TradevestHandler<'createStopOrder'> {
	return ({ body, header }) => taken(book, 'STOP', body, header['Requestor-ID']);
}

/** One order. */
export function getTradingOrder(book: SecuritiesBook): TradevestHandler<'getTradingOrder'> {
	return ({ path: { orderId } }) => {
		const found = book.find(orderId);
		return found ? { status: 200, body: found } : notFound('order', orderId);
	};
}

/** Changes an order. Whether it could be is told by a notification only. */
export function updateTradingOrder(book: SecuritiesBook): TradevestHandler<'updateTradingOrder'> {
	return ({ path: { orderId }, body }) => {
		if (!book.find(orderId)) return notFound('order', orderId);
		const changes = asWritten(body);
		const refused = tooFine('limitPrice', changes.limitPrice, PRICE_PLACES) ?? tooFine('stopPrice', changes.stopPrice, PRICE_PLACES);
		if (refused) return refused;
		book.change(orderId, changes);
		return accepted;
	};
}

/** Cancels an order, if it is not too late. That is not told. */
export function cancelTradingOrder(book: SecuritiesBook): TradevestHandler<'cancelTradingOrder'> {
	return ({ path: { orderId } }) => {
		if (!book.find(orderId)) return notFound('order', orderId);
		book.cancel(orderId);
		return accepted;
	};
}

type Refusal<Status extends number> = { status: Status; body: ErrorMessage };

function taken(
	book: SecuritiesBook,
	orderType: TradingOrder['orderType'],
	body: TradingOrderRequest,
	requestorId: string,
): { status: 200; body: { orderId: string; createdOn: string } } | Refusal<400> | Refusal<409> {
	const request = asWritten(body);
	const refused = tooFine('limitPrice', request.limitPrice, PRICE_PLACES) ?? tooFine('stopPrice', request.stopPrice, PRICE_PLACES);
	if (refused) return refused;
	const { externalId } = request;
	if (book.hasExternalId(externalId)) return externalIdTaken(externalId);
	const { orderId, createdOn } = book.order(orderType, request, requestorId);
	return { status: 200, body: { orderId, createdOn } };
}
