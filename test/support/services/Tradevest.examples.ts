import type { INodeParameters } from 'n8n-workflow';

import { demoCustomer } from '../../../sandbox/tradevest/data/people';

const { customerId, naturalPersonId } = demoCustomer;
const ALL = { returnAll: true };
const ADDRESS = { address: { street: 'Am Wall', streetNumber: '4', zip: '28195', city: 'Bremen', country: 'DE' } };

/**
 * Every operation of Tradevest, filled in so that it works in a new sandbox. An operation that is not here fails the tests that go
 * over all of them.
 */
export const EXAMPLES: Readonly<Record<string, INodeParameters>> = {
	'naturalPerson.create': {
		gender: 'FEMALE',
		firstName: 'Ida',
		lastName: 'Lorenz',
		birthDay: '1991-04-30',
		birthPlace: 'Bremen',
		birthCountry: 'DE',
		nationalities: 'DE',
		isUsNationality: false,
		taxDetails: { taxDetail: [{ taxResidency: 'DE', taxId: '86095742719' }] },
		mainAddress: ADDRESS,
		phone: '+494215550100',
		email: 'ida.lorenz@example.com',
		externalId: 'np-2001',
		additionalFields: { annualIncomeNet: '52000.00' },
	},
	'naturalPerson.get': { naturalPersonId, simplify: false },
	'naturalPerson.getAll': { ...ALL, simplify: false },
	'naturalPerson.update': { naturalPersonId, updateFields: { profession: 'Engineer' } },
	'product.close': { customerProductId: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e20' },
	'product.get': { customerProductId: '5e0c1d7a-2b44-4c0f-8a51-3f9d1c6b7e20', simplify: false },
	'product.getAll': { customerId, ...ALL, simplify: false },
	'product.open': { customerId, productCode: 'WALLET' },
};
