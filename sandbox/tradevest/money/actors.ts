import type { Books } from '../books';
import type { Requestors } from '../requestors';

/** Who there is, and who may act for which customer. */
export interface Actors {
	isCustomer(customerId: string): boolean;
	/** Whether a natural person is ACTIVE. */
	isActive(naturalPersonId: string): boolean;
	/** Why a requestor may not act for a customer; null where they may (tv:release-notes/archive/v.1.5.0-test-environment). */
	whyNot(requestorId: string, customerId: string): string | null;
}

/** The same, by the books of persons and roles. */
export function actorsOf({ customers, people }: Books, requestors: Requestors): Actors {
	return {
		isCustomer: (customerId) => customers.find(customerId) !== undefined,
		isActive: (naturalPersonId) => people.find(naturalPersonId)?.status === 'ACTIVE',
		whyNot(requestorId, customerId) {
			const customer = customers.find(customerId);
			return requestors.refusal(requestorId, 'customer', ...(customer ? [customer.entityId] : []))?.body.message ?? null;
		},
	};
}
