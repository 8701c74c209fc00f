import type { HeldCompany, HeldCustomer, HeldProxy, HeldRepresentative } from '../types';
import { CREATED_ON, demoDirectorId } from './people';

/** The company the sandbox knows, its customer role, and the proxy role of its director. */
export const demoCompany = {
	legalEntityId: '5e0a7c39-8d14-4f62-a9b7-13c2d84f60e1',
	customerId: '94b3f1d6-0c57-4e2a-8f18-6a7d25c09b83',
	legalRepresentativeId: 'c7f5a210-63d9-4b08-9e4c-8b1f07d36a52',
	proxyId: '1f86d04b-a7c3-4592-b0e5-d93a4c718f26',
};

const stamps = { status: 'ACTIVE' as const, createdOn: CREATED_ON, modifiedOn: CREATED_ON };

/** Invented, and active with all that belongs to it. */
export const companies: readonly HeldCompany[] = Object.freeze([
	{
		legalEntityId: demoCompany.legalEntityId,
		globalId: 'SBX000000101',
		legalName: 'Albers Segelwerft GmbH',
		legalForm: 'LIMITED_LIABILITY_COMPANY',
		registerCountry: 'DE',
		registerNumber: 'HRB 90210',
		registerCourt: 'Aurich',
		foundedOn: '2009-03-02',
		taxNumber: '20/123/45678',
		externalId: 'le-1001',
		...stamps,
	},
]);

export const representatives: readonly HeldRepresentative[] = Object.freeze([
	{
		legalRepresentativeId: demoCompany.legalRepresentativeId,
		legalEntityId: demoCompany.legalEntityId,
		firstName: 'Jonas',
		lastName: 'Albers',
		birthDay: '1979-11-03',
		birthPlace: 'Emden',
		birthCountry: 'DE',
		isUsNationality: false,
		function: 'MANAGING_DIRECTOR',
		soleSignatureAuthorized: true,
		fatcaControllingPerson: false,
		...stamps,
	},
]);

export const proxies: readonly HeldProxy[] = Object.freeze([
	{
		proxyId: demoCompany.proxyId,
		proxyType: 'SIGNATORY',
		naturalPersonId: demoDirectorId,
		entityId: demoCompany.legalEntityId,
		entityType: 'LEGAL_ENTITY',
		validityType: 'UNLIMITED',
		scopeType: 'INDIVIDUAL',
		...stamps,
	},
]);

export const demoCompanyRole: HeldCustomer = Object.freeze({
	...stamps,
	customerId: demoCompany.customerId,
	entityId: demoCompany.legalEntityId,
	entityType: 'LEGAL_ENTITY',
	refAccounts: [],
	labels: [],
});
