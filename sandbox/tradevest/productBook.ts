import { randomUUID } from 'node:crypto';

import type { CustomerProduct, ProductCode } from './types';

const typeOf: Record<ProductCode, CustomerProduct['productType']> = {
	WALLET: 'WALLET',
	BALANCE_ACCOUNT: 'CASH',
	DEPOSITORY_ACCOUNT: 'DEPOSITORY',
	CURRENCY_WALLET: 'WALLET',
};

/** States in which a product keeps its customer from an immediate end. */
const OPEN: ReadonlyArray<CustomerProduct['status']> = ['PENDING', 'ACTIVE', 'BLOCKED', 'RESTRICTED'];

/** The accounts and wallets that were opened. */
export class ProductBook {
	private held: Array<{ customerId: string; product: CustomerProduct }> = [];

	/** Opened at once. Really it takes a while, and may fail. */
	open(customerId: string, productCode: ProductCode): CustomerProduct {
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
		this.held.push({ customerId: customerId.toLowerCase(), product });
		return product;
	}

	of(customerId: string): CustomerProduct[] {
		return this.held.filter((held) => held.customerId === customerId.toLowerCase()).map(({ product }) => product);
	}

	hasOpen(customerId: string): boolean {
		return this.of(customerId).some(({ status }) => OPEN.includes(status));
	}

	view(): CustomerProduct[] {
		return this.held.map(({ product }) => product);
	}

	reset(): void {
		this.held = [];
	}
}
