import { negative, product, quotient, rounded } from '../../core/decimals';
import { digitsOf, exactNumber } from '../../core/exactNumber';
import { Book, type Step } from '../book';
import type { EventType, ValidationError } from '../notifications';
import type { DigitalOrder, DigitalOrderRequest } from '../types';
import { cancellation, nextStatus, reasonOf, whyNotOrdered } from './orderLife';
import type { Market } from './securitiesBook';

/** What is special about one kind of assets. */
interface Assets {
	eventType: EventType;
	/** Left out where no word for it was seen. */
	assetType?: string;
	/** In EUR; undefined for an asset that there is not. */
	priceOf(symbol: string): string | undefined;
}

/** Decimal places of an amount of money. */
const CENTS = 2;

/** Decimal places of a quantity that was bought for an amount. Invented. */
const QUANTITY_PLACES = 8;

/**
 * Orders of digital assets (tv:api-reference/asset-management/digital-assets/schemas), and of tokenized ones, which look the same. Invented: prices,
 * and that a symbol which is not known makes an order INVALID.
 */
export class AssetBook {
	private readonly book: Book<DigitalOrder>;

	constructor(
		private readonly assets: Assets,
		private readonly market: Market,
	) {
		this.book = new Book<DigitalOrder>(
			{
				idName: 'orderId',
				eventType: assets.eventType,
				statuses: { ACCEPTED: 'PENDING', REVIEW: 'PENDING', INVALID: 'INVALID', REJECTED: 'REJECTED' },
				next: (order) => this.next(order),
				changed: (order, before) => this.changed(order, before),
			},
			market.life,
		);
	}

	/** Takes an order. @param request with the digits as they were written */
	order({ cryptoSymbol: symbol, tradeSide: side, quantityType, quantity, ...request }: DigitalOrderRequest, requestorId: string): DigitalOrder {
		const { actors, products } = this.market;
		const { walletCustomerProductId: wallet, cashCustomerProductId: cash } = request;
		const isUnknown: ValidationError | null = this.assets.priceOf(symbol) === undefined ? { errorType: 'DATA_NOT_FOUND_ERROR', description: `No asset ${symbol}` } : null;
		const checks = [products.whyNot(wallet, 'WALLET'), products.whyNot(cash, 'CASH'), isUnknown];
		const reason = whyNotOrdered(actors, requestorId, products.customerOf(cash), checks);
		const { assetType } = this.assets;
		return this.book.create(
			({ id, ...stamp }) => ({
				...request,
				orderId: id,
				side,
				orderType: 'MARKET',
				marketOrderData: { symbol, ...(assetType === undefined ? {} : { assetType }), quantityType, quantity },
				...stamp,
				status: 'RECEIVED',
			}),
			reason === null ? {} : { verdict: 'INVALID', reason },
		);
	}

	find(orderId: string): DigitalOrder | undefined {
		return this.book.find(orderId);
	}

	hasExternalId(externalId: string): boolean {
		return this.book.hasExternalId(externalId);
	}

	cancel(orderId: string): void {
		this.book.take(orderId, cancellation<DigitalOrder>({ status: 'CANCELED' }, this.market.settings()));
	}

	/** The orders of a wallet or of the account that pays, the newest first. That order is invented. */
	of(customerProductId: string): DigitalOrder[] {
		const id = customerProductId.toLowerCase();
		return this.book.newestFirst().filter((order) => [order.walletCustomerProductId, order.cashCustomerProductId].some((used) => used.toLowerCase() === id));
	}

	view(): DigitalOrder[] {
		return this.book.view();
	}

	settle(): void {
		this.book.settle();
	}

	reset(): void {
		this.book.reset();
	}

	private next({ status }: DigitalOrder): Step<DigitalOrder> | null {
		const settings = this.market.settings();
		const found = nextStatus(status, false, settings);
		if (found === null) return null;
		const following = (found === 'EXPIRED' ? 'CANCELED' : found) as DigitalOrder['status'];
		return {
			afterMs: settings.orderStepMs,
			outcome: (order) => ({ changes: { status: following, ...(following === 'FILLED' ? { executionData: this.execution(order) } : {}) }, reason: reasonOf(following) }),
		};
	}

	private execution({ marketOrderData }: DigitalOrder): DigitalOrder['executionData'] {
		if (!marketOrderData) return undefined;
		const { symbol, quantityType, quantity } = marketOrderData;
		const price = this.assets.priceOf(symbol) ?? '0';
		const asked = digitsOf(quantity);
		const [units, amount] = quantityType === 'AMOUNT' ? [quotient(asked, price, QUANTITY_PLACES), asked] : [asked, rounded(product(asked, price), CENTS)];
		return { quantity: exactNumber(units), executionPrice: exactNumber(price), executionAmount: exactNumber(amount) };
	}

	private changed(order: DigitalOrder, before: DigitalOrder | null): void {
		const { ledger, products } = this.market;
		const { orderId, walletCustomerProductId, cashCustomerProductId, side: tradeSide, externalId, marketOrderData, executionData, modifiedOn } = order;
		if (order.status === 'CORRECTED') ledger.correct(orderId, modifiedOn);
		if (order.status !== 'FILLED' || before?.status === 'FILLED' || !executionData || !marketOrderData) return;
		const { symbol, assetType } = marketOrderData;
		const { quantity, executionPrice: price, executionAmount: amount } = executionData;
		const isBought = tradeSide === 'BUY';
		ledger.pay(cashCustomerProductId, isBought ? negative(digitsOf(amount)) : digitsOf(amount), modifiedOn);
		ledger.put(walletCustomerProductId, symbol, isBought ? digitsOf(quantity) : negative(digitsOf(quantity)), modifiedOn);
		ledger.note(products.customerOf(cashCustomerProductId) ?? '', 'TRADE', modifiedOn, {
			digitalTradingTransaction: { orderId, walletCustomerProductId, cashCustomerProductId, tradeSide, cryptoSymbol: symbol, assetType, quantity, price, amount, currency: 'EUR', externalId },
		});
	}
}
