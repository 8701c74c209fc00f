/** Who there is, and who may act for whom. */
export interface Actors {
	isCustomer(customerId: string): boolean;
	/** Whether a natural person is ACTIVE. */
	isActive(naturalPersonId: string): boolean;
	/** Why a requestor may not act for a customer; null where they may (tv:release-notes/archive/v.1.5.0-test-environment). */
	whyNot(requestorId: string, customerId: string): string | null;
}
