import { exactNumber } from '../../core/exactNumber';
import { Book, type Life, type Thing } from '../book';
import { tokens } from '../data/prices';
import { typeOf } from '../data/products';
import type { ValidationError } from '../notifications';
import type { CustomerProduct, HeldAsset, ProductCode, ProductType } from '../types';
import { BIC, ibanOf } from './iban';
import type { Holding, Ledger } from './ledger';

type Held = Thing & Pick<CustomerProduct, 'customerProductId' | 'productCode' | 'productType' | 'status'> & { customerId: string; iban: string };

/** States in which a product keeps its customer from an immediate end. */
const OPEN: ReadonlyArray<CustomerProduct['status']> = ['PENDING', 'ACTIVE', 'BLOCKED', 'RESTRICTED'];

/** The accounts and wallets of customers (tv:api-reference/products/customer-products). */
export class ProductBook {
	private readonly book: Book<Held>;

	private openedOn = new Map<string, string>();

	private opened = 0;

	constructor(
		life: Life,
		private readonly ledger: Ledger,
	) {
		this.book = new Book<Held>(
			{
				idName: 'customerProductId',
				eventType: 'CUSTOMER_PRODUCT_NOTIFICATION',
				statuses: { ACCEPTED: 'ACTIVE', REVIEW: 'PENDING', INVALID: 'INVALID', REJECTED: 'REJECTED' },
				changed: ({ customerProductId, status, modifiedOn }, before) => {
					if (status === 'ACTIVE' && before?.status !== 'ACTIVE') this.openedOn.set(customerProductId, modifiedOn);
				},
			},
			life,
		);
	}

	/** Opens a product. A second one with the same code is a second account. @returns its id */
	open(customerId: string, productCode: ProductCode): string {
		this.opened += 1;
		const iban = ibanOf(this.opened);
		return this.book.create(({ id, ...stamp }) => ({ customerProductId: id, customerId, productCode, productType: typeOf(productCode), iban, ...stamp })).customerProductId;
	}

	close(customerProductId: string): void {
		this.book.change(customerProductId, { status: 'CLOSED' });
	}

	find(customerProductId: string): CustomerProduct | undefined {
		const held = this.book.find(customerProductId);
		return held && this.shown(held);
	}

	/** The customer whose product it is. */
	customerOf(customerProductId: string): string | undefined {
		return this.book.find(customerProductId)?.customerId;
	}

	/** Why a product cannot be used; null where it can. @param expected its type */
	whyNot(customerProductId: string, expected: ProductType): ValidationError | null {
		const held = this.book.find(customerProductId);
		if (!held) return { errorType: 'DATA_NOT_FOUND_ERROR', description: `No product ${customerProductId}` };
		if (held.productType !== expected) return { errorType: 'UNKNOWN_ERROR', description: `The product ${customerProductId} is of type ${held.productType}, not ${expected}` };
		if (held.status !== 'ACTIVE') return { errorType: 'UNKNOWN_ERROR', description: `The product ${customerProductId} is ${held.status}` };
		return null;
	}

	/** Whether a product keeps its customer from an immediate end. */
	hasOpen(customerId: string): boolean {
		return this.of(customerId).some(({ status }) => OPEN.includes(status));
	}

	/** The products of a customer, the oldest first. */
	of(customerId: string): CustomerProduct[] {
		return this.book.view().filter((held) => held.customerId === customerId.toLowerCase()).map((held) => this.shown(held));
	}

	view(): CustomerProduct[] {
		return this.book.view().map((held) => this.shown(held));
	}

	settle(): void {
		this.book.settle();
	}

	reset(): void {
		this.book.reset();
		this.openedOn.clear();
		this.opened = 0;
	}

	private shown(held: Held): CustomerProduct {
		const { customerProductId, productCode, productType, status, createdOn, modifiedOn } = held;
		const openedOn = this.openedOn.get(customerProductId);
		return {
			customerProductId,
			productCode,
			productType,
			currency: 'EUR',
			...(productType === 'CASH' ? { accountData: this.account(held) } : {}),
			...this.assets(held),
			status,
			proxyIds: [],
			createdOn,
			modifiedOn,
			...(openedOn === undefined ? {} : { openedOn }),
			...(status === 'CLOSED' ? { closedOn: modifiedOn } : {}),
		};
	}

	private account({ customerProductId, createdOn, iban }: Held): CustomerProduct['accountData'] {
		const { quantity, modifiedOn } = this.ledger.cashOn(customerProductId, createdOn);
		// Nothing is reserved here, so both are the same.
		return { iban, bic: BIC, availableBalance: exactNumber(quantity), withdrawableBalance: exactNumber(quantity), modifiedOn };
	}

	private assets({ customerProductId, productType }: Held): Partial<CustomerProduct> {
		const held = this.ledger.assetsOn(customerProductId);
		if (productType === 'DEPOSITORY') return { traditionalAssets: held.map(([isin, holding]) => ({ isin, ...amounts(holding) })) };
		if (productType !== 'WALLET') return {};
		return {
			cryptoAssets: held.filter(([name]) => !isToken(name)).map(([cryptoSymbol, holding]) => ({ cryptoSymbol, ...amounts(holding) })),
			tokenizedAssets: held.filter(([name]) => isToken(name)).map(([tokenSymbol, holding]) => ({ ...tokenPart(tokenSymbol), ...amounts(holding) })),
		};
	}
}

function amounts({ quantity, modifiedOn }: Holding): Pick<HeldAsset, 'quantity' | 'availableQuantity' | 'modifiedOn'> {
	return { quantity: exactNumber(quantity), availableQuantity: exactNumber(quantity), modifiedOn };
}

function isToken(name: string): boolean {
	return tokens.some(({ tokenSymbol }) => tokenSymbol === name);
}

function tokenPart(tokenSymbol: string): Partial<HeldAsset> {
	const token = tokens.find((candidate) => candidate.tokenSymbol === tokenSymbol);
	return { tokenSymbol, currency: 'EUR', ...(token ? { name: token.name, underlying: token.underlying, currentPrice: exactNumber(token.price) } : {}) };
}
