import type { ProductCode, ProductDefinition, ProductType } from '../types';

/** What a customer can have (tv:documentation/products). Names and descriptions are invented. */
export const productDefinitions: readonly ProductDefinition[] = [
	{ name: 'Balance account', productType: 'CASH', productCode: 'BALANCE_ACCOUNT', description: 'Cash in EUR', isActive: true },
	{ name: 'Depository account', productType: 'DEPOSITORY', productCode: 'DEPOSITORY_ACCOUNT', description: 'Securities', isActive: true },
	{ name: 'Currency wallet', productType: 'WALLET', productCode: 'CURRENCY_WALLET', description: 'Digital assets', isActive: true },
	{ name: 'Wallet', productType: 'WALLET', productCode: 'WALLET', description: 'Tokenized assets', isActive: true },
];

/** The type of a product. That WALLET is of the type WALLET is taken from its name. */
export function typeOf(productCode: ProductCode): ProductType {
	return productDefinitions.find((definition) => definition.productCode === productCode)?.productType ?? 'WALLET';
}
