import type { INodeParameters } from 'n8n-workflow';

import { demoCustomer, demoDirectorId } from '../../../sandbox/tradevest/data/people';

const { customerId, naturalPersonId } = demoCustomer;
const ALL = { returnAll: true };
const ADDRESS = { address: { street: 'Am Wall', streetNumber: '4', zip: '28195', city: 'Bremen', country: 'DE' } };

/** Stand for what the sandbox gives once it runs: `Tradevest.runs.ts`. */
export const IDS = {
	cash: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e01',
	depository: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e02',
	wallet: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e03',
	securitiesOrder: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e04',
	cryptoOrder: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e05',
	tokenizedOrder: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e06',
	transfer: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e07',
	taxExemption: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e08',
	savingsPlan: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e09',
	ofCompany: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e11',
	transaction: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e10',
} as const;

/** Events for which somebody is registered. */
export const EVENTS = ['TRANSFER_NOTIFICATION', 'PARTNER_NOTIFICATION'] as const;

const SECURITY = { tradeSide: 'BUY', isin: 'DE000A0F5UF5', exchangeCode: 'TGAT', orderType: 'MARKET', quantity: 3 };
const WALLET = { walletCustomerProductId: IDS.wallet };
const FROM_WALLET = { ...WALLET, cashCustomerProductId: IDS.cash, tradeSide: 'BUY' };
/** What has run its course is not changed any more: nothing is to be waited for. */
const AT_ONCE = { options: { waitForOutcomeSeconds: 0 } };

/**
 * Every operation of Tradevest, filled in so that it works in a new sandbox. An operation that is not here fails the tests that go
 * over all of them.
 */
export const EXAMPLES: Readonly<Record<string, INodeParameters>> = {
	'changelog.getAll': { ...ALL, simplify: false },
	'cryptoOrder.create': { ...FROM_WALLET, cryptoSymbol: 'ETH', quantityType: 'AMOUNT', quantity: '50.00', externalId: 'crypto-501' },
	'cryptoOrder.downloadReceipt': { orderId: IDS.cryptoOrder, binaryPropertyName: 'receipt' },
	'cryptoOrder.get': { orderId: IDS.cryptoOrder, simplify: false },
	'cryptoOrder.getAll': { ...WALLET, ...ALL, simplify: false },
	'naturalPerson.create': {
		gender: 'FEMALE',
		firstName: 'Ida',
		lastName: 'Lorenz',
		birthDay: '1991-04-30',
		birthPlace: 'Bremen',
		birthCountry: 'DE',
		nationalities: 'DE',
		isUsNationality: false,
		taxDetails: { taxDetail: [{ taxResidency: 'DE', taxId: '86095742719' }] },
		mainAddress: ADDRESS,
		phone: '+494215550100',
		email: 'ida.lorenz@example.com',
		externalId: 'np-2001',
		additionalFields: { annualIncomeNet: '52000.00' },
	},
	'naturalPerson.get': { naturalPersonId, simplify: false },
	'naturalPerson.getAll': { ...ALL, simplify: false },
	'naturalPerson.update': { naturalPersonId, updateFields: { profession: 'Engineer' } },
	'product.close': { customerProductId: IDS.ofCompany, options: { requestorId: demoDirectorId } },
	'product.get': { customerProductId: IDS.cash, simplify: false },
	'product.getAll': { customerId, ...ALL, simplify: false },
	'product.open': { customerId, productCode: 'WALLET' },
	'savingsPlan.create': {
		instrumentType: 'DIGITAL_ASSET',
		instrumentIdentifier: 'ETH',
		savingsAmount: '25.00',
		intervalPeriod: 'MONTH',
		intervalDay: '1',
		liquidityCustomerProductId: IDS.cash,
		savingsCustomerProductId: IDS.wallet,
		externalId: 'plan-1',
	},
	'savingsPlan.get': { savingPlanId: IDS.savingsPlan, simplify: false },
	'securitiesOrder.cancel': { orderId: IDS.securitiesOrder, ...AT_ONCE },
	'securitiesOrder.create': { ...SECURITY, depositoryCustomerProductId: IDS.depository, cashCustomerProductId: IDS.cash, externalId: 'ord-77' },
	'securitiesOrder.estimateCosts': { ...SECURITY, simplify: false },
	'securitiesOrder.get': { orderId: IDS.securitiesOrder, simplify: false },
	'securitiesOrder.update': { orderId: IDS.securitiesOrder, updateFields: { quantity: '4' }, ...AT_ONCE },
	'taxExemption.create': { entityId: naturalPersonId, entityType: 'NATURAL_PERSON', fsaType: 'INDIVIDUAL', fsaAmount: '801.00' },
	'taxExemption.getAll': { ...ALL, simplify: false },
	'taxExemption.update': { taxExemptionOrderId: IDS.taxExemption, updateFields: { fsaAmount: '250.50' } },
	'tokenizedOrder.cancel': { orderId: IDS.tokenizedOrder, ...AT_ONCE },
	'tokenizedOrder.create': { ...FROM_WALLET, symbol: 'SBXONE', quantityType: 'UNIT', quantity: '2', externalId: 'token-1' },
	'tokenizedOrder.downloadReceipt': { orderId: IDS.tokenizedOrder, binaryPropertyName: 'receipt' },
	'tokenizedOrder.get': { orderId: IDS.tokenizedOrder, simplify: false },
	'tokenizedOrder.getAll': { ...WALLET, ...ALL, simplify: false },
	'transaction.get': { transactionId: IDS.transaction, simplify: false },
	'transfer.create': { body: { customerProductId: IDS.cash, amount: 12.5, reference: 'Payout' } },
	'transfer.get': { transferId: IDS.transfer, simplify: false },
	'transfer.simulateIncoming': { cashCustomerProductId: IDS.cash, amount: '250.00', reference: 'Deposit' },
	'webhook.delete': { eventType: EVENTS[0], confirmEventType: EVENTS[0] },
	'webhook.getAll': ALL,
	'webhook.getMissed': ALL,
};
