import { path } from '../../../engine/transport/path';
import { CRYPTO_ORDER, CUSTOMER_PRODUCT, NATURAL_PERSON, SAVINGS_PLAN, SECURITIES_ORDER, TAX_EXEMPTION, TOKENIZED_ORDER, TRANSFER, type Thing } from './things';

/** What is told of under a type of event. */
interface EventType {
	/** As people call it. */
	readonly name: string;
	readonly description?: string;
	/** The member of the notification that holds the id, as far as is known: most bodies are not shown, and these follow `<object>Id`. */
	readonly id?: string;
	/** What is read for it; left out where no read of one is documented. */
	readonly thing?: Thing;
}

/** A thing that is read by its id, and that no operation waits for. */
function at(what: string, id: string, one: (id: string) => string): Pick<EventType, 'id' | 'thing'> {
	return { id, thing: { what, id, status: 'status', one } };
}

/** The types of event (wx:api-reference/webhooks, wx:api-reference/webhooks/schemas), in the order of their names. */
export const EVENT_TYPES: Readonly<Record<string, EventType>> = {
	BENEFICIAL_OWNER_NOTIFICATION: { name: 'Beneficial Owner', ...at('beneficial owner', 'beneficialOwnerId', (id) => path`/entities/beneficial-owners/${id}`) },
	CORPORATE_ACTION_NOTIFICATION: { name: 'Corporate Action', id: 'corporateActionId' },
	DIGITAL_ASSET_ORDER_NOTIFICATION: { name: 'Crypto Order', description: 'DIGITAL_ASSET_ORDER_NOTIFICATION: an order of digital assets', id: CRYPTO_ORDER.id, thing: CRYPTO_ORDER },
	CUSTOMER_NOTIFICATION: { name: 'Customer', ...at('customer', 'customerId', (id) => path`/roles/customers/${id}`) },
	DOCUMENT_NOTIFICATION: { name: 'Document', ...at('document', 'documentId', (id) => path`/v2/documents/${id}`) },
	IDENTIFICATION_VERIFICATION_NOTIFICATION: { name: 'Identification', ...at('identification', 'identificationVerificationId', (id) => path`/entities/identification-verifications/${id}`) },
	JOINT_PERSON_NOTIFICATION: { name: 'Joint Person', ...at('joint person', 'jointPersonId', (id) => path`/entities/joint-persons/${id}`) },
	LABELS_UPDATE_NOTIFICATION: { name: 'Labels Update', description: 'Has neither a status nor a time, only the customers that were changed' },
	LEGAL_ENTITY_NOTIFICATION: { name: 'Legal Entity', ...at('legal entity', 'legalEntityId', (id) => path`/entities/legal-entities/${id}`) },
	LEGAL_ENTITY_SEARCH_NOTIFICATION: { name: 'Legal Entity Search', ...at('legal entity search', 'legalEntitySearchId', (id) => path`/entities/vendor/legal-entities/${id}`) },
	LEGAL_REPRESENTATIVE_NOTIFICATION: { name: 'Legal Representative', ...at('legal representative', 'legalRepresentativeId', (id) => path`/entities/legal-representatives/${id}`) },
	NATURAL_PERSON_NOTIFICATION: { name: 'Natural Person', id: NATURAL_PERSON.id, thing: NATURAL_PERSON },
	OFFBOARDING_NOTIFICATION: { name: 'Offboarding', ...at('offboarding', 'offboardingId', (id) => path`/roles/offboardings/${id}`) },
	ONBOARDING_NOTIFICATION: { name: 'Onboarding', ...at('onboarding', 'onboardingId', (id) => path`/roles/onboardings/${id}`) },
	PARTNER_NOTIFICATION: { name: 'Partner', id: 'partnerId' },
	PARTNER_DOCUMENT_NOTIFICATION: { name: 'Partner Document', id: 'partnerDocumentId' },
	CUSTOMER_PRODUCT_NOTIFICATION: { name: 'Product', description: 'CUSTOMER_PRODUCT_NOTIFICATION: an account of a customer', id: CUSTOMER_PRODUCT.id, thing: CUSTOMER_PRODUCT },
	PROXY_NOTIFICATION: { name: 'Proxy', id: 'proxyId' },
	SAVINGS_PLANS_NOTIFICATION: { name: 'Savings Plan', description: 'SAVINGS_PLANS_NOTIFICATION: only in the newest list of Tradevest', id: 'savingsPlanId', thing: SAVINGS_PLAN },
	TRADITIONAL_ASSET_ORDER_NOTIFICATION: { name: 'Securities Order', description: 'TRADITIONAL_ASSET_ORDER_NOTIFICATION: an order of securities', id: SECURITIES_ORDER.id, thing: SECURITIES_ORDER },
	STRATEGY_NOTIFICATION: { name: 'Strategy', id: 'strategyId' },
	TAX_EXEMPTION_ORDER_NOTIFICATION: { name: 'Tax Exemption Order', id: TAX_EXEMPTION.id, thing: TAX_EXEMPTION },
	RE_TOKEN_PRICES: { name: 'Token Prices', description: 'RE_TOKEN_PRICES: what it tells is not documented' },
	TOKENIZED_ASSET_ORDER_NOTIFICATION: { name: 'Tokenized Order', description: 'TOKENIZED_ASSET_ORDER_NOTIFICATION: only in the newest list of Tradevest', id: TOKENIZED_ORDER.id, thing: TOKENIZED_ORDER },
	TRANSFER_NOTIFICATION: { name: 'Transfer', id: TRANSFER.id, thing: TRANSFER },
	USER_NOTIFICATION: { name: 'User', ...at('user', 'userId', (id) => path`/users/${id}`) },
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
