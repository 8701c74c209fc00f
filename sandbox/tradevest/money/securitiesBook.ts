import { randomUUID } from 'node:crypto';

import { negative, product, quotient, rounded, sum } from '../../core/decimals';
import { digitsOf, exactNumber } from '../../core/exactNumber';
import { Book, type Life, type Step } from '../book';
import { SECURITY_PRICE } from '../data/prices';
import type { PartialExecution, TradingOrder, TradingOrderRequest, TradingOrderUpdate, Transaction } from '../types';
import type { Actors } from './actors';
import type { Ledger } from './ledger';
import { cancellation, nextStatus, reasonOf, whyNotChanged, whyNotOrdered, type OrderSettings } from './orderLife';
import type { ProductBook } from './productBook';

/** What of the sandbox the orders need. */
export interface Market {
	life: Life;
	settings(): OrderSettings;
	actors: Actors;
	products: ProductBook;
	ledger: Ledger;
}

/** Decimal places of an amount of money. */
const CENTS = 2;

/**
 * Orders of securities (tv:api-reference/asset-management/trading). Invented: prices, no fees when they are carried out, and that half is carried
 * out first where it is in parts.
 */
export class SecuritiesBook {
	private readonly book: Book<TradingOrder>;

	constructor(private readonly market: Market) {
		this.book = new Book<TradingOrder>(
			{
				idName: 'orderId',
				eventType: 'TRADITIONAL_ASSET_ORDER_NOTIFICATION',
				statuses: { ACCEPTED: 'PLACED', REVIEW: 'PENDING', INVALID: 'INVALID', REJECTED: 'REJECTED' },
				next: (order) => this.next(order),
				changed: (order, before) => this.changed(order, before),
			},
			market.life,
		);
	}

	/** Takes an order. @param request with the digits as they were written */
	order(orderType: TradingOrder['orderType'], request: TradingOrderRequest, requestorId: string): TradingOrder {
		const { actors, products } = this.market;
		const { depositoryCustomerProductId: depository, cashCustomerProductId: cash } = request;
		const checks = [products.whyNot(depository, 'DEPOSITORY'), products.whyNot(cash, 'CASH')];
		const reason = whyNotOrdered(actors, requestorId, products.customerOf(cash), checks);
		return this.book.create(
			({ id, ...stamp }) => ({ ...request, orderId: id, orderType, currency: 'EUR', ...stamp, status: 'RECEIVED' }),
			reason === null ? {} : { verdict: 'INVALID', reason },
		);
	}

	find(orderId: string): TradingOrder | undefined {
		return this.book.find(orderId);
	}

	hasExternalId(externalId: string | undefined): boolean {
		return this.book.hasExternalId(externalId);
	}

	/** @param changes with the digits as they were written */
	change(orderId: string, changes: TradingOrderUpdate): void {
		this.book.change(orderId, changes, whyNotChanged);
	}

	cancel(orderId: string): void {
		this.book.take(orderId, cancellation<TradingOrder>({ status: 'CANCELED' }, this.market.settings()));
	}

	view(): TradingOrder[] {
		return this.book.view();
	}

	settle(): void {
		this.book.settle();
	}

	reset(): void {
		this.book.reset();
	}

	private next({ status, quantity }: TradingOrder): Step<TradingOrder> | null {
		const settings = this.market.settings();
		const following = nextStatus(status, digitsOf(quantity) !== '1', settings) as TradingOrder['status'] | null;
		if (following === null) return null;
		return {
			afterMs: settings.orderStepMs,
			outcome: (order) => ({ changes: { status: following, ...executed(order, following) }, reason: reasonOf(following) }),
		};
	}

	private changed(order: TradingOrder, before: TradingOrder | null): void {
		const { ledger, products } = this.market;
		const { depositoryCustomerProductId, cashCustomerProductId, modifiedOn, isin } = order;
		if (order.execution !== undefined && order.execution !== before?.execution) {
			const [quantity, amount] = (['quantity', 'executionAmount'] as const).map((name) => sum(digits(order, name), negative(digits(before, name)))) as [string, string];
			const isBought = order.tradeSide === 'BUY';
			ledger.pay(cashCustomerProductId, isBought ? negative(amount) : amount, modifiedOn);
			ledger.put(depositoryCustomerProductId, isin, isBought ? quantity : negative(quantity), modifiedOn);
		}
		if (order.status === 'CORRECTED') ledger.correct(order.orderId, modifiedOn);
		if (order.status !== 'FILLED' || before?.status === 'FILLED') return;
		ledger.note(products.customerOf(cashCustomerProductId) ?? '', 'TRADE', modifiedOn, {
			traditionalTradingTransaction: traded(order),
		});
	}
}

/** What an order is carried out at. */
export function priceOf({ orderType, limitPrice, stopPrice }: Pick<TradingOrder, 'orderType' | 'limitPrice' | 'stopPrice'>): string {
	const asked = orderType === 'LIMIT' ? limitPrice : orderType === 'STOP' ? stopPrice : undefined;
	return asked === undefined ? SECURITY_PRICE : digitsOf(asked);
}

/** An order as its transaction shows it. */
function traded(order: TradingOrder): Transaction['traditionalTradingTransaction'] {
	const { orderId, depositoryCustomerProductId, cashCustomerProductId, isin, exchangeCode, tradeSide, quantityType, quantity, currency } = order;
	const { orderType, limitPrice, stopPrice, expiryDate, status: orderStatus, externalId, execution: executionData, partialExecutions } = order;
	return {
		orderId,
		depositoryCustomerProductId,
		cashCustomerProductId,
		isin,
		exchangeCode,
		// The only kind that was seen.
		assetType: 'BOND',
		tradeSide,
		quantityType,
		quantity,
		currency,
		orderType,
		limitPrice,
		stopPrice,
		expiryDate,
		orderStatus,
		externalId,
		executionData,
		partialExecutions,
	};
}

function digits(order: TradingOrder | null, name: 'quantity' | 'executionAmount'): string {
	const value = order?.execution?.[name];
	return value === undefined ? '0' : digitsOf(value);
}

function executed(order: TradingOrder, status: TradingOrder['status']): Pick<TradingOrder, 'execution' | 'partialExecutions'> {
	if (status !== 'PARTIALLY_FILLED' && status !== 'FILLED') return {};
	const all = digitsOf(order.quantity);
	const { partialExecutions: parts = [] } = order;
	const isFirstPart = status === 'PARTIALLY_FILLED';
	const before = parts[0]?.executionQuantity;
	const quantity = isFirstPart ? quotient(all, '2', 0) : sum(all, negative(before === undefined ? '0' : digitsOf(before)));
	const part = partOf(quantity, priceOf(order));
	const inParts = isFirstPart || parts.length > 0 ? [...parts, part] : undefined;
	const done = isFirstPart ? quantity : all;
	return {
		execution: {
			quantity: exactNumber(done),
			executionPrice: exactNumber(priceOf(order)),
			executionAmount: exactNumber((inParts ?? [part]).map(({ amount = 0 }) => digitsOf(amount)).reduce(sum)),
			remainingQuantity: exactNumber(sum(all, negative(done))),
		},
		...(inParts === undefined ? {} : { partialExecutions: inParts }),
	};
}

function partOf(quantity: string, price: string): PartialExecution {
	return {
		executionId: randomUUID(),
		executionPrice: exactNumber(price),
		executionQuantity: exactNumber(quantity),
		amount: exactNumber(rounded(product(quantity, price), CENTS)),
	};
}
