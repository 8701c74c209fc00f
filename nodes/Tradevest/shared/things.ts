import { path } from '../../../engine/transport/path';

/** A thing at Tradevest that is read by its id. */
export interface Thing {
	/** Such as `natural person`. */
	readonly what: string;
	/** The member that holds its id, in the answer of its creation, in itself and in our output. */
	readonly id: string;
	/** The member that holds its state. */
	readonly status: string;
	/** Where one is. */
	one(id: string): string;
}

export const NATURAL_PERSON: Thing = { what: 'natural person', id: 'naturalPersonId', status: 'status', one: (id) => path`/entities/natural-persons/${id}` };
export const CUSTOMER_PRODUCT: Thing = { what: 'product', id: 'customerProductId', status: 'status', one: (id) => path`/products/${id}` };
export const SECURITIES_ORDER: Thing = { what: 'securities order', id: 'orderId', status: 'status', one: (id) => path`/trading/order/${id}` };
export const CRYPTO_ORDER: Thing = { what: 'crypto order', id: 'orderId', status: 'status', one: (id) => path`/digital/orders/${id}` };
