import { resources } from '../../../nodes/Tradevest/resources';
import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCustomer } from '../../../sandbox/tradevest/data/people';
import { atUnusedAddress } from '../partner/unusedAddress';
import { tradevest } from '../tokens/furtherPartners';
import { EXAMPLES } from './Tradevest.examples';
import { make, type Made } from './Tradevest.making';
import type { Views, WritesOfService, WriteUnderTest } from './writesOfService';

interface TradevestWrite extends WriteUnderTest {
	/** What has to be there before. */
	readonly needs: readonly Made[];
}

/** Every write of Tradevest that happens once, as `resource.operation`. */
export const WRITES: Readonly<Record<string, TradevestWrite>> = {
	'cryptoOrder.create': { call: 'createDigitalOrder', needs: ['cash', 'wallet'], held: entries('digitalOrders', 'orderId'), isFoundAgain: true, isHarmlessTwice: true },
	'customer.create': { call: 'createCustomer', needs: [], held: entries('customers', 'customerId'), isFoundAgain: true },
	'document.sign': { call: 'signDocument', needs: [], held: entries('signatures', 'partnerDocumentId') },
	'document.upload': { call: 'uploadDocument', needs: [], held: entries('documents', 'documentId'), isFoundAgain: true, isHarmlessTwice: true },
	'jointPerson.create': { call: 'createJointPerson', needs: [], held: entries('jointPersons', 'jointPersonId') },
	'legalEntity.addOwner': { call: 'createBeneficialOwner', needs: [], held: entries('owners', 'beneficialOwnerId') },
	'legalEntity.addRepresentative': { call: 'createLegalRepresentative', needs: [], held: entries('representatives', 'legalRepresentativeId') },
	'legalEntity.create': { call: 'createLegalEntity', needs: [], held: entries('companies', 'legalEntityId'), isHarmlessTwice: true },
	'naturalPerson.addIdentification': { call: 'addIdentification', needs: [], held: identifications },
	'naturalPerson.create': { call: 'createNaturalPerson', needs: [], held: entries('people', 'naturalPersonId'), isFoundAgain: true, isHarmlessTwice: true },
	'naturalPerson.reportDeath': { call: 'updateNaturalPerson', needs: [], held: told('NATURAL_PERSON_NOTIFICATION', 'naturalPersonId', { status: 'DECEASED' }), isFoundAgain: true },
	'naturalPerson.startVideoIdentification': { call: 'startIdentificationVerification', needs: [], held: entries('verifications', 'identificationVerificationId') },
	// Of a role there is one at a time, which is what keeps another execution's from being a second one.
	'offboarding.start': { call: 'startOffboarding', needs: [], held: entries('offboardings', 'offboardingId'), isHarmlessTwice: true },
	'onboarding.start': { call: 'startOnboarding', needs: ['newPerson', 'newCustomer'], held: entries('onboardings', 'onboardingId'), isHarmlessTwice: true },
	'product.close': { call: 'closeCustomerProduct', needs: ['ofCompany'], held: told('CUSTOMER_PRODUCT_NOTIFICATION', 'customerProductId', { status: 'CLOSED' }), isFoundAgain: true, isHarmlessTwice: true },
	'product.open': { call: 'createCustomerProduct', needs: [], held: entries('products', 'customerProductId') },
	'proxy.create': { call: 'createProxy', needs: [], held: entries('proxies', 'proxyId') },
	'savingsPlan.create': { call: 'createSavingsPlan', needs: ['cash', 'wallet'], held: entries('savingsPlans', 'savingPlanId') },
	'securitiesOrder.create': { call: 'createMarketOrder', needs: ['cash', 'depository'], held: entries('tradingOrders', 'orderId'), isHarmlessTwice: true },
	'securitiesOrder.update': { call: 'updateTradingOrder', needs: ['cash', 'depository', 'securitiesOrder'], held: told('TRADITIONAL_ASSET_ORDER_NOTIFICATION', 'orderId'), isHarmlessTwice: true },
	'taxExemption.create': { call: 'createTaxExemptionOrder', needs: [], held: entries('taxExemptionOrders', 'taxExemptionOrderId') },
	'tokenizedOrder.create': { call: 'createTokenizedOrder', needs: ['cash', 'wallet'], held: entries('tokenizedOrders', 'orderId'), isFoundAgain: true, isHarmlessTwice: true },
	'transfer.create': { call: 'createTransfer', needs: ['cash'], held: entries('transfers', 'transferId') },
	// Its answer is empty: all that can be named is the account.
	'transfer.simulateIncoming': { call: 'simulateIncomingTransfer', needs: ['cash'], held: entries('transfers', 'customerProductId') },
};

/** Brings a sandbox to where the write works, once what it needs is there. */
export function settleFor(name: string, { control }: Pick<TradevestSandbox, 'control'>): void {
	// An onboarding that lacks something would be decided against.
	if (name === 'onboarding.start') control.change({ decideAfterMs: 600_000 });
}

export const tradevestWrites: WritesOfService = {
	name: 'Tradevest',
	node: 'n8n-nodes-partner-apis.tradevest',
	credentialType: tradevest.credentialType,
	resources,
	examples: EXAMPLES,
	writes: WRITES,
	async begin() {
		// An order that has run its course can be changed no more.
		const sandbox = await atUnusedAddress(async () => await startTradevestSandbox({ orderStepMs: 0, lastOrderState: 'PLACED', allowsHttpWebhooks: true }));
		const ids = new Map<string, string>();
		return {
			sandbox,
			ids,
			credentialData: { ...tradevest.credentialData(sandbox), requestorId: demoCustomer.naturalPersonId },
			async prepare(name, run) {
				await make(run, ids, WRITES[name]?.needs ?? []);
				settleFor(name, sandbox);
			},
		};
	},
};

/** The entries of a book. @param member what a good answer names of each */
function entries(view: string, member: string): WriteUnderTest['held'] {
	return (views) => rowsIn(views, view).map((row) => String(row[member]));
}

/** The changes that were applied, each of which is told, also one that changes nothing any more. */
function told(eventType: string, member: string, like: Readonly<Record<string, unknown>> = {}): WriteUnderTest['held'] {
	return (views) =>
		rowsIn(views, 'notifications')
			.filter((row) => row.eventType === eventType)
			.map(({ payload }) => payload as Record<string, unknown>)
			.filter((payload) => payload.notificationType !== 'VALIDATION_ERROR' && Object.entries(like).every(([name, value]) => payload[name] === value))
			.map((payload) => String(payload[member]));
}

/** The person's id for each identification of the demo customer's. */
function identifications(views: Views): string[] {
	const { naturalPersonId } = demoCustomer;
	const person = rowsIn(views, 'people').find((row) => row.naturalPersonId === naturalPersonId);
	return ((person?.identifications ?? []) as unknown[]).map(() => naturalPersonId);
}

function rowsIn(views: Views, name: string): Array<Record<string, unknown>> {
	const view = views[name];
	if (!view) throw new Error(`The sandbox shows no ${name}.`);
	return view() as Array<Record<string, unknown>>;
}
