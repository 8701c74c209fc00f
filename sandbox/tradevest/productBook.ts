import { randomUUID } from 'node:crypto';

import type { CustomerProduct, ProductCode } from './types';

const typeOf: Record<ProductCode, CustomerProduct['productType']> = {
	WALLET: 'WALLET',
	BALANCE_ACCOUNT: 'CASH',
	DEPOSITORY_ACCOUNT: 'DEPOSITORY',
	CURRENCY_WALLET: 'WALLET',
};

/** The accounts and wallets that were opened for the demo customer. */
export class ProductBook {
	private held: CustomerProduct[] = [];

	/** Opened at once. Really it takes a while, and may fail. */
	open(productCode: ProductCode): CustomerProduct {
		const now = new Date().toISOString();
		const product: CustomerProduct = {
			customerProductId: randomUUID(),
			productCode,
			productType: typeOf[productCode],
			currency: 'EUR',
			status: 'ACTIVE',
			proxyIds: [],
			createdOn: now,
			modifiedOn: now,
		};
		this.held.push(product);
		return product;
	}

	view(): CustomerProduct[] {
		return [...this.held];
	}

	reset(): void {
		this.held = [];
	}
}
