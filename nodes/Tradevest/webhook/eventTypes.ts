import { path } from '../../../engine/transport/path';
import { CRYPTO_ORDER, CUSTOMER_PRODUCT, NATURAL_PERSON, SECURITIES_ORDER } from '../shared/things';

/** What is told of under a type of event. */
interface EventType {
	/** As people call it. */
	readonly name: string;
	readonly description?: string;
	/** The member of the notification that holds the id, as far as is known: most bodies are not shown, and these follow `<object>Id`. */
	readonly id?: string;
	/** Where the thing is read; left out where no read of one is documented. */
	readonly one?: (id: string) => string;
}

/** The types of event (wx:api-reference/webhooks, wx:api-reference/webhooks/schemas), in the order of their names. */
export const EVENT_TYPES: Readonly<Record<string, EventType>> = {
	BENEFICIAL_OWNER_NOTIFICATION: { name: 'Beneficial Owner', id: 'beneficialOwnerId', one: (id) => path`/entities/beneficial-owners/${id}` },
	CORPORATE_ACTION_NOTIFICATION: { name: 'Corporate Action', id: 'corporateActionId' },
	DIGITAL_ASSET_ORDER_NOTIFICATION: { name: 'Crypto Order', description: 'DIGITAL_ASSET_ORDER_NOTIFICATION: an order of digital assets', id: 'orderId', one: (id) => CRYPTO_ORDER.one(id) },
	CUSTOMER_NOTIFICATION: { name: 'Customer', id: 'customerId', one: (id) => path`/roles/customers/${id}` },
	DOCUMENT_NOTIFICATION: { name: 'Document', id: 'documentId', one: (id) => path`/v2/documents/${id}` },
	IDENTIFICATION_VERIFICATION_NOTIFICATION: { name: 'Identification', id: 'identificationVerificationId', one: (id) => path`/entities/identification-verifications/${id}` },
	JOINT_PERSON_NOTIFICATION: { name: 'Joint Person', id: 'jointPersonId', one: (id) => path`/entities/joint-persons/${id}` },
	LABELS_UPDATE_NOTIFICATION: { name: 'Labels Update', description: 'Has neither a status nor a time, only the customers that were changed' },
	LEGAL_ENTITY_NOTIFICATION: { name: 'Legal Entity', id: 'legalEntityId', one: (id) => path`/entities/legal-entities/${id}` },
	LEGAL_ENTITY_SEARCH_NOTIFICATION: { name: 'Legal Entity Search', id: 'legalEntitySearchId', one: (id) => path`/entities/vendor/legal-entities/${id}` },
	LEGAL_REPRESENTATIVE_NOTIFICATION: { name: 'Legal Representative', id: 'legalRepresentativeId', one: (id) => path`/entities/legal-representatives/${id}` },
	NATURAL_PERSON_NOTIFICATION: { name: 'Natural Person', id: NATURAL_PERSON.id, one: (id) => NATURAL_PERSON.one(id) },
	OFFBOARDING_NOTIFICATION: { name: 'Offboarding', id: 'offboardingId', one: (id) => path`/roles/offboardings/${id}` },
	ONBOARDING_NOTIFICATION: { name: 'Onboarding', id: 'onboardingId', one: (id) => path`/roles/onboardings/${id}` },
	PARTNER_NOTIFICATION: { name: 'Partner', id: 'partnerId' },
	PARTNER_DOCUMENT_NOTIFICATION: { name: 'Partner Document', id: 'partnerDocumentId' },
	CUSTOMER_PRODUCT_NOTIFICATION: { name: 'Product', description: 'CUSTOMER_PRODUCT_NOTIFICATION: an account of a customer', id: CUSTOMER_PRODUCT.id, one: (id) => CUSTOMER_PRODUCT.one(id) },
	PROXY_NOTIFICATION: { name: 'Proxy', id: 'proxyId' },
	SAVINGS_PLANS_NOTIFICATION: { name: 'Savings Plan', description: 'SAVINGS_PLANS_NOTIFICATION: only in the newest list of Tradevest', id: 'savingsPlanId', one: (id) => path`/savings-plans/${id}` },
	TRADITIONAL_ASSET_ORDER_NOTIFICATION: { name: 'Securities Order', description: 'TRADITIONAL_ASSET_ORDER_NOTIFICATION: an order of securities', id: 'orderId', one: (id) => SECURITIES_ORDER.one(id) },
	STRATEGY_NOTIFICATION: { name: 'Strategy', id: 'strategyId' },
	TAX_EXEMPTION_ORDER_NOTIFICATION: { name: 'Tax Exemption Order', id: 'taxExemptionOrderId' },
	RE_TOKEN_PRICES: { name: 'Token Prices', description: 'RE_TOKEN_PRICES: what it tells is not documented' },
	TOKENIZED_ASSET_ORDER_NOTIFICATION: { name: 'Tokenized Order', description: 'TOKENIZED_ASSET_ORDER_NOTIFICATION: only in the newest list of Tradevest', id: 'orderId', one: (id) => path`/wawex/orders/${id}` },
	TRANSFER_NOTIFICATION: { name: 'Transfer', id: 'transferId', one: (id) => path`/transfers/${id}` },
	USER_NOTIFICATION: { name: 'User', id: 'userId', one: (id) => path`/users/${id}` },
};

/** A type of event that Tradevest may add: a word in its spelling. */
export function isEventType(text: string): boolean {
	return /^[A-Z][A-Z0-9_]*$/.test(text);
}

/** The one type that tells of something under this id; undefined where several do, or none. */
export function eventTypeOfId(id: string): string | undefined {
	const [type, ...others] = Object.keys(EVENT_TYPES).filter((one) => EVENT_TYPES[one]?.id === id);
	return others.length > 0 ? undefined : type;
}
