import type { PartnerRequest } from '../../../engine/http/request';
import { path } from '../../../engine/transport/path';

/** A kind of thing at Tradevest. */
export interface Kind {
	/** Such as `natural person`. */
	readonly what: string;
	/** The member that holds its id, in the answer of its creation, in itself and in our output. */
	readonly id: string;
	/** The member that holds its state. */
	readonly status: string;
	/** The member that holds its id in the answer of its creation, where that is another one. */
	readonly made?: string;
	/** The member of an answer that holds the thing, where it is not the answer itself. */
	readonly within?: string;
	/** The state of one that was just made, where that is not RECEIVED. */
	readonly first?: string;
	/** States in which Tradevest has not decided on it, beside those of every kind. */
	readonly undecided?: readonly string[];
	/** What asks for one where only a list shows it; left out, a GET of where it is does. */
	listed?(id: string): PartnerRequest;
}

/** A thing at Tradevest that is read by its id. */
export interface Thing extends Kind {
	/** Where one is. */
	one(id: string): string;
}

export const NATURAL_PERSON: Thing = { what: 'natural person', id: 'naturalPersonId', status: 'status', one: (id) => path`/entities/natural-persons/${id}` };
export const IDENTIFICATION_VERIFICATION: Thing = {
	what: 'video identification',
	id: 'identificationVerificationId',
	status: 'status',
	one: (id) => path`/entities/identification-verifications/${id}`,
};
export const LEGAL_ENTITY: Thing = { what: 'legal entity', id: 'legalEntityId', status: 'status', one: (id) => path`/entities/legal-entities/${id}` };
export const LEGAL_REPRESENTATIVE: Kind = { what: 'legal representative', id: 'legalRepresentativeId', status: 'status' };
export const BENEFICIAL_OWNER: Kind = { what: 'beneficial owner', id: 'beneficialOwnerId', status: 'status' };
export const JOINT_PERSON: Thing = { what: 'joint person', id: 'jointPersonId', status: 'status', one: (id) => path`/entities/joint-persons/${id}` };
export const CUSTOMER: Thing = { what: 'customer', id: 'customerId', status: 'customerStatus', one: (id) => path`/roles/customers/${id}` };
export const PROXY: Kind = { what: 'proxy', id: 'proxyId', status: 'status' };
/** `CREATED` and `PENDING` until it was looked at; `REVIEW` is somebody's at Tradevest. */
export const ONBOARDING: Thing = { what: 'onboarding', id: 'onboardingId', status: 'status', first: 'CREATED', undecided: ['CREATED'], one: (id) => path`/roles/onboardings/${id}` };
export const OFFBOARDING: Thing = { what: 'offboarding', id: 'offboardingId', status: 'status', undecided: ['CREATED'], one: (id) => path`/roles/offboardings/${id}` };
export const DOCUMENT: Thing = { what: 'document', id: 'documentId', status: 'status', one: (id) => path`/v2/documents/${id}` };
export const CUSTOMER_PRODUCT: Thing = { what: 'product', id: 'customerProductId', status: 'status', one: (id) => path`/products/${id}` };
export const SECURITIES_ORDER: Thing = { what: 'securities order', id: 'orderId', status: 'status', one: (id) => path`/trading/order/${id}` };
export const CRYPTO_ORDER: Thing = { what: 'crypto order', id: 'orderId', status: 'status', one: (id) => path`/digital/orders/${id}` };
export const TOKENIZED_ORDER: Thing = { what: 'tokenized order', id: 'orderId', status: 'status', one: (id) => path`/wawex/orders/${id}` };
export const TRANSFER: Thing = { what: 'transfer', id: 'transferId', status: 'transferStatus', within: 'transfer', one: (id) => path`/transfers/${id}` };
export const SAVINGS_PLAN: Thing = { what: 'savings plan', id: 'savingPlanId', made: 'uuid', status: 'status', one: (id) => path`/savings-plans/${id}` };
export const TAX_EXEMPTION: Thing = {
	what: 'tax exemption',
	id: 'taxExemptionOrderId',
	status: 'status',
	one: (id) => path`/taxes/tax-exemption-orders/${id}`,
	listed: (taxExemptionOrderId) => ({ method: 'GET', path: '/taxes/tax-exemption-orders', query: { taxExemptionOrderId } }),
};

/** What reads one. @returns undefined where neither a call of its own nor a list is known */
export function readingOf(thing: Thing, id: string): PartnerRequest;
export function readingOf(thing: Kind & Partial<Thing>, id: string): PartnerRequest | undefined;
export function readingOf(thing: Kind & Partial<Thing>, id: string): PartnerRequest | undefined {
	return thing.listed?.(id) ?? (thing.one ? { method: 'GET', path: thing.one(id) } : undefined);
}

