import type { INodeParameters } from 'n8n-workflow';

import { demoCompany } from '../../../sandbox/tradevest/data/companies';
import { demoCustomer, demoDirectorId, demoJointPersonId, demoVerificationId, newcomerId } from '../../../sandbox/tradevest/data/people';
import { dayFromNow } from './exampleDays';

const { customerId, naturalPersonId } = demoCustomer;
const ALL = { returnAll: true };
const { legalEntityId } = demoCompany;
/** Who may act for the company. */
const BY_DIRECTOR = { options: { requestorId: demoDirectorId } };
const HELMUT = {
	firstName: 'Helmut',
	lastName: 'Voss',
	birthDay: '1971-01-15',
	birthPlace: 'Emden',
	birthCountry: 'DE',
	isUsNationality: false,
	taxDetails: { taxDetail: [{ taxResidency: 'DE' }] },
};
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
	document: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e12',
	newPerson: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e13',
	newCustomer: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e14',
	offboarding: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e15',
	onboarding: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e16',
	ofCompany: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e11',
	transaction: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e10',
} as const;

/** Events for which somebody is registered. */
export const EVENTS = ['TRANSFER_NOTIFICATION', 'PARTNER_NOTIFICATION'] as const;

/** Of the partner's own documents: the terms and conditions that hold. */
const TERMS = '8c0d35a9-e4b7-4162-b5f3-47a19d82c06e';
const COMPANY_ROLE = { roleType: 'CUSTOMER', roleId: demoCompany.customerId };
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
	'customer.create': {
		entityId: newcomerId,
		entityType: 'NATURAL_PERSON',
		refAccounts: { account: [{ iban: 'DE89 3704 0044 0532 0130 00', ownerName: 'Edda Brinkmann', type: 'PRIMARY' }] },
		labels: 'retail, newsletter',
	},
	'customer.get': { customerId, simplify: false },
	'customer.getAll': { ...ALL, simplify: false },
	'customer.setLabels': { customerId, labels: 'retail, premium clients' },
	'jointPerson.create': { np1Id: naturalPersonId, np2Id: newcomerId },
	'jointPerson.get': { jointPersonId: demoJointPersonId, simplify: false },
	'legalEntity.addOwner': { legalEntityId, uboRelationship: 'DIRECTLY_HOLDING_25', share: '33.40', votingRights: '25', ...HELMUT, ...BY_DIRECTOR },
	'legalEntity.addRepresentative': { legalEntityId, function: 'MANAGING_DIRECTOR', soleSignatureAuthorized: false, fatcaControllingPerson: false, ...HELMUT, nationalities: 'DE', mainAddress: ADDRESS, ...BY_DIRECTOR },
	'legalEntity.create': {
		legalName: 'Voss Tauwerk GmbH',
		legalForm: 'LIMITED_LIABILITY_COMPANY',
		registerCountry: 'DE',
		registerNumber: 'HRB 4711',
		registerCourt: 'Aurich',
		foundedOn: '2015-06-01',
		taxNumber: '20/321/45678',
		externalId: 'le-2001',
		additionalFields: { legalEntityIdentifier: '529900T8BM49AURSDO55', averageProfit: '-1200.50', fatcaClassification: 'ACTIVE_NFE' },
	},
	'legalEntity.get': { legalEntityId, simplify: false },
	'legalEntity.update': { legalEntityId, updateFields: { purpose: 'Building of boats', averageRevenue: '900000.00' }, ...BY_DIRECTOR },
	'naturalPerson.addIdentification': {
		naturalPersonId,
		externalVerifier: 'WEB_ID',
		identificationType: 'VIDEO_IDENT',
		identificationDate: dayFromNow(-1),
		identificationDocumentType: 'ID',
		documentNumber: 'L01X00T47',
		documentCountry: 'DE',
		documentIssuer: 'Stadt Bremen',
		documentIssueDate: '2022-03-01',
		documentExpiryDate: '2032-02-29',
	},
	'document.download': { documentId: IDS.document, binaryPropertyName: 'file' },
	'document.get': { documentId: IDS.document, simplify: false },
	'document.getAll': { resourceType: 'NATURAL_PERSON', resourceId: naturalPersonId, ...ALL, simplify: false },
	'document.upload': { resourceType: 'NATURAL_PERSON', resourceId: naturalPersonId, type: 'PROOF_OF_RESIDENCE', documentName: 'Proof of residence', binaryPropertyName: 'pdf', externalId: 'doc-1' },
	'document.sign': { partnerDocumentId: TERMS, naturalPersonId, customerId },
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
	'naturalPerson.getIdentification': { identificationVerificationId: demoVerificationId },
	'naturalPerson.reportDeath': { naturalPersonId: newcomerId, deathDay: '2026-02-20', isDeathConfirmed: true },
	'naturalPerson.setTradingProfile': { naturalPersonId, assetType: 'CRYPTOCURRENCY', method: 'POST', hasKnowledge: true, hasExperience: false },
	'naturalPerson.startVideoIdentification': { naturalPersonId },
	'naturalPerson.update': { naturalPersonId, updateFields: { profession: 'Engineer' } },
	'offboarding.cancel': { offboardingId: IDS.offboarding, options: { requestorId: demoDirectorId } },
	'offboarding.get': { offboardingId: IDS.offboarding },
	'offboarding.getAll': { ...COMPANY_ROLE, ...ALL },
	'offboarding.start': { ...COMPANY_ROLE, confirmRoleId: demoCompany.customerId, reason: 'CANCELLATION_BY_PARTNER_ORDINARY', options: { requestorId: demoDirectorId, waitForOutcomeSeconds: 0 } },
	'onboarding.check': { customerId: IDS.newCustomer },
	'onboarding.get': { onboardingId: IDS.onboarding },
	'onboarding.start': { roleType: 'CUSTOMER', roleId: IDS.newCustomer, ...AT_ONCE },
	'partnerDocument.download': { documentId: TERMS, binaryPropertyName: 'terms' },
	'partnerDocument.getAll': { ...ALL, simplify: false },
	'product.close': { customerProductId: IDS.ofCompany, options: { requestorId: demoDirectorId } },
	'product.get': { customerProductId: IDS.cash, simplify: false },
	'product.getAll': { customerId, ...ALL, simplify: false },
	'product.open': { customerId, productCode: 'WALLET' },
	'proxy.create': { naturalPersonId: demoDirectorId, entityId: naturalPersonId, entityType: 'NATURAL_PERSON', proxyType: 'GENERAL_POWER_OF_ATTORNEY', validityType: 'UNTIL_CASE_OF_DEATH' },
	'proxy.getAll': { ...ALL, simplify: false },
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
