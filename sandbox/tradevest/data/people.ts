import type { NaturalPerson } from '../types';

const CREATED_ON = '2026-02-10T09:30:00.000Z';

/** The customer the sandbox knows, and who may act for it: its own person only, as there are no proxies here. */
export const demoCustomer = {
	customerId: '7a2e5d34-55b0-4c3e-8f0a-98c1b6f0d2e7',
	naturalPersonId: '0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11',
};

/** Invented people: the customer, an active stranger, and one who is not active yet. */
export const people: readonly NaturalPerson[] = Object.freeze([
	{
		naturalPersonId: demoCustomer.naturalPersonId,
		globalId: 'SBX000000001',
		status: 'ACTIVE',
		firstName: 'Lena Maria',
		lastName: 'Hartwig',
		birthDay: '1988-07-21',
		externalId: 'np-1001',
		roles: [{ roleName: 'CUSTOMER', roleId: demoCustomer.customerId, relatedCustomerId: demoCustomer.customerId }],
		createdOn: CREATED_ON,
		modifiedOn: CREATED_ON,
	},
	{
		naturalPersonId: '3c7d91e5-6a08-4b2f-9e14-d05b8f72c6a3',
		globalId: 'SBX000000002',
		status: 'ACTIVE',
		firstName: 'Jonas',
		lastName: 'Albers',
		birthDay: '1979-11-03',
		externalId: 'np-1002',
		roles: [],
		createdOn: CREATED_ON,
		modifiedOn: CREATED_ON,
	},
	{
		naturalPersonId: 'a85e20f7-91cb-4d36-8b7a-4e61d3c09f25',
		globalId: 'SBX000000003',
		status: 'CREATED',
		firstName: 'Edda',
		lastName: 'Brinkmann',
		birthDay: '1994-02-17',
		externalId: 'np-1003',
		roles: [],
		createdOn: CREATED_ON,
		modifiedOn: CREATED_ON,
	},
]);
