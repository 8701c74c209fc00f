import type { PartnerRequest } from '../../../engine/http/request';
import { path } from '../../../engine/transport/path';

/** A thing at Tradevest that is read by its id. */
export interface Thing {
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
	/** Where one is. */
	one(id: string): string;
	/** What asks for one where only a list shows it; left out, a GET of where it is does. */
	listed?(id: string): PartnerRequest;
}

export const NATURAL_PERSON: Thing = { what: 'natural person', id: 'naturalPersonId', status: 'status', one: (id) => path`/entities/natural-persons/${id}` };
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

/** What reads one. */
export function readingOf(thing: Thing, id: string): PartnerRequest {
	return thing.listed?.(id) ?? { method: 'GET', path: thing.one(id) };
}

