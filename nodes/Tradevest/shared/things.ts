import { path } from '../../../engine/transport/path';

/** A kind of thing at Tradevest. */
export interface Kind {
	/** Such as `natural person`. */
	readonly what: string;
	/** The member that holds its id, in the answer of its creation, in itself and in our output. */
	readonly id: string;
	/** The member that holds its state. */
	readonly status: string;
	/** States in which Tradevest has not decided on it, beside those of every kind. */
	readonly undecided?: readonly string[];
}

/** A thing at Tradevest that is read by its id. */
export interface Thing extends Kind {
	/** Where one is. */
	one(id: string): string;
}

export const NATURAL_PERSON: Thing = { what: 'natural person', id: 'naturalPersonId', status: 'status', one: (id) => path`/entities/natural-persons/${id}` };
/** `PENDING` until the person was identified. */
export const IDENTIFICATION_VERIFICATION: Thing = {
	what: 'video identification',
	id: 'identificationVerificationId',
	status: 'status',
	undecided: ['PENDING'],
	one: (id) => path`/entities/identification-verifications/${id}`,
};
export const LEGAL_ENTITY: Thing = { what: 'legal entity', id: 'legalEntityId', status: 'status', one: (id) => path`/entities/legal-entities/${id}` };
export const LEGAL_REPRESENTATIVE: Kind = { what: 'legal representative', id: 'legalRepresentativeId', status: 'status' };
export const BENEFICIAL_OWNER: Kind = { what: 'beneficial owner', id: 'beneficialOwnerId', status: 'status' };
export const JOINT_PERSON: Thing = { what: 'joint person', id: 'jointPersonId', status: 'status', one: (id) => path`/entities/joint-persons/${id}` };
export const CUSTOMER: Thing = { what: 'customer', id: 'customerId', status: 'customerStatus', one: (id) => path`/roles/customers/${id}` };
export const PROXY: Kind = { what: 'proxy', id: 'proxyId', status: 'status' };
export const CUSTOMER_PRODUCT: Thing = { what: 'product', id: 'customerProductId', status: 'status', one: (id) => path`/products/${id}` };
export const SECURITIES_ORDER: Thing = { what: 'securities order', id: 'orderId', status: 'status', one: (id) => path`/trading/order/${id}` };
export const CRYPTO_ORDER: Thing = { what: 'crypto order', id: 'orderId', status: 'status', one: (id) => path`/digital/orders/${id}` };
