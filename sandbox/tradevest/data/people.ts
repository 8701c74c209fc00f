import type { HeldCustomer, HeldPerson } from '../types';

export const CREATED_ON = '2026-02-10T09:30:00.000Z';

/** The customer the sandbox knows, and its own person, who may act for it. */
export const demoCustomer = {
	customerId: '7a2e5d34-55b0-4c3e-8f0a-98c1b6f0d2e7',
	naturalPersonId: '0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11',
};

/** Who directs the demo company, and is a stranger to the customer. */
export const demoDirectorId = '3c7d91e5-6a08-4b2f-9e14-d05b8f72c6a3';

const stamps = { createdOn: CREATED_ON, modifiedOn: CREATED_ON };

/** Invented people: the customer, an active stranger, who directs the demo company, and one who is not active yet. */
export const people: readonly HeldPerson[] = Object.freeze([
	{
		naturalPersonId: demoCustomer.naturalPersonId,
		globalId: 'SBX000000001',
		status: 'ACTIVE',
		firstName: 'Lena Maria',
		lastName: 'Hartwig',
		birthDay: '1988-07-21',
		birthPlace: 'Bremen',
		externalId: 'np-1001',
		...stamps,
	},
	{
		naturalPersonId: demoDirectorId,
		globalId: 'SBX000000002',
		status: 'ACTIVE',
		firstName: 'Jonas',
		lastName: 'Albers',
		birthDay: '1979-11-03',
		birthPlace: 'Emden',
		externalId: 'np-1002',
		...stamps,
	},
	{
		naturalPersonId: 'a85e20f7-91cb-4d36-8b7a-4e61d3c09f25',
		globalId: 'SBX000000003',
		status: 'CREATED',
		firstName: 'Edda',
		lastName: 'Brinkmann',
		birthDay: '1994-02-17',
		birthPlace: 'Oldenburg',
		externalId: 'np-1003',
		...stamps,
	},
] as const);

export const demoCustomerRole: HeldCustomer = Object.freeze({
	customerId: demoCustomer.customerId,
	status: 'ACTIVE',
	entityId: demoCustomer.naturalPersonId,
	entityType: 'NATURAL_PERSON',
	refAccounts: [{ iban: 'DE02120300000000202051', ownerName: 'Lena Maria Hartwig', type: 'PRIMARY' as const }],
	labels: ['retail'],
	...stamps,
});
