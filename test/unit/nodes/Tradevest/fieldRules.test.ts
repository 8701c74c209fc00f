import { faultsOf, keyOf, requestOf } from './support';

/** What is checked before anything is sent to Tradevest, so that it does not come back as INVALID later, without a reason. */

const text = expect.stringContaining;
const has = (part: string): string => text(part) as string;
const ME = '0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11';
const OTHER = 'a85e20f7-91cb-4d36-8b7a-4e61d3c09f25';
const address = (changes: object) => ({ address: { street: 'Bay Street', streetNumber: '4', zip: 'M5J 2N8', city: 'Toronto', country: 'CA', ...changes } });

describe('a person', () => {
	it('needs a tax ID for every country but Germany, or the word that there is none', () => {
		const residency = (row: object) => ({ taxDetails: { taxDetail: [row] } });
		expect(faultsOf('naturalPerson.create', residency({ taxResidency: 'FR' }))).toEqual([has('Tax Residencies 1: Tax ID')]);
		expect(requestOf('naturalPerson.create', residency({ taxResidency: 'DE' })).body).toMatchObject({ taxDetails: [{ taxResidency: 'DE' }] });
		expect(requestOf('naturalPerson.create', residency({ taxResidency: 'FR', noTinConfirmation: true })).body).toMatchObject({ taxDetails: [{ taxResidency: 'FR', noTinConfirmation: true }] });
	});

	it('needs a state for an address in Canada', () => {
		expect(faultsOf('naturalPerson.create', { mainAddress: address({}) })).toEqual([has('Main Address: State')]);
		expect(requestOf('naturalPerson.create', { mainAddress: address({ state: 'ON' }) }).body).toMatchObject({ mainAddress: { state: 'ON' } });
	});

	it('has a phone number of 3 to 20 signs', () => {
		for (const phone of ['12', '1'.repeat(21)]) expect(faultsOf('naturalPerson.create', { phone })).toEqual([has('Phone: ')]);
	});

	it('is told by codes of nationality in a company, and by objects otherwise', () => {
		expect(requestOf('naturalPerson.create').body).toMatchObject({ nationalities: [{ countryCode: 'DE' }] });
		expect(requestOf('legalEntity.addRepresentative').body).toMatchObject({ nationalities: ['DE'] });
	});
});

describe('Natural Person: Update', () => {
	it('never tells of a death', () => {
		expect(faultsOf('naturalPerson.update', { updateFields: { deathDay: '2026-02-20' } })).toEqual([has('Update Fields: ')]);
		expect(requestOf('naturalPerson.update', { updateFields: { profession: 'Sailor', deathDay: '2026-02-20' } }).body).toEqual({ profession: 'Sailor' });
	});

	it('says who acts', () => {
		expect(requestOf('naturalPerson.update').headers).toEqual({ 'Requestor-ID': ME });
	});
});

describe('Natural Person: Report Death', () => {
	it('sends nothing but the day', () => {
		expect(requestOf('naturalPerson.reportDeath')).toMatchObject({ method: 'PATCH', body: { deathDay: '2026-02-20' } });
	});

	it('wants the switch, and a day that has come', () => {
		expect(faultsOf('naturalPerson.reportDeath', { isDeathConfirmed: false })).toEqual([has('This Person Has Died: must be switched on')]);
		expect(faultsOf('naturalPerson.reportDeath', { isDeathConfirmed: undefined })).toEqual([has('This Person Has Died: ')]);
		expect(faultsOf('naturalPerson.reportDeath', { deathDay: '2026-03-05' })).toEqual([has('Death Day: 2026-03-05 has not come yet')]);
	});

	it('is the same in every execution', () => {
		expect(keyOf('naturalPerson.reportDeath', {}, '2')).toBe(keyOf('naturalPerson.reportDeath', {}, '1'));
		expect(keyOf('naturalPerson.reportDeath', { options: { sendAgain: true } }, '2')).not.toBe(keyOf('naturalPerson.reportDeath', {}, '1'));
	});
});

describe('Natural Person: Add Identification', () => {
	const CERTIFICATE = { identificationDocumentType: 'BIRTH_CERTIFICATE', parents: { documentMotherFullName: 'Lena Maria Hartwig' } };

	it('goes to the path that is chosen, and is the same under both', () => {
		const other = { options: { identificationPath: 'identifications' } };
		expect(requestOf('naturalPerson.addIdentification').path).toMatch(/\/identification$/);
		expect(requestOf('naturalPerson.addIdentification', other).path).toMatch(/\/identifications$/);
		expect(keyOf('naturalPerson.addIdentification', other)).toBe(keyOf('naturalPerson.addIdentification'));
	});

	it('takes no identification that is older than 24 months', () => {
		expect(faultsOf('naturalPerson.addIdentification', { identificationDate: '2024-02-29' })).toEqual([has('Identification Date: must be 2024-03-01 or later')]);
		expect(requestOf('naturalPerson.addIdentification', { identificationDate: '2024-03-01' }).body).toMatchObject({ identificationDate: '2024-03-01' });
	});

	it('tells of parents for a birth certificate alone', () => {
		expect(requestOf('naturalPerson.addIdentification', CERTIFICATE).body).toMatchObject(CERTIFICATE.parents);
		expect(faultsOf('naturalPerson.addIdentification', { parents: CERTIFICATE.parents })).toEqual([has("Mother's Full Name: must be left out")]);
	});

	it('wants days in order', () => {
		expect(faultsOf('naturalPerson.addIdentification', { documentExpiryDate: '2021-01-01' })).toEqual([has('Document Expiry Date: ')]);
	});
});

describe('Natural Person: Set Trading Profile', () => {
	it('makes a profile, or changes it', () => {
		expect(requestOf('naturalPerson.setTradingProfile')).toMatchObject({ method: 'POST', body: { hasKnowledge: true, hasExperience: false } });
		expect(requestOf('naturalPerson.setTradingProfile', { method: 'PATCH' }).method).toBe('PATCH');
	});

	it('takes no answer for none', () => {
		expect(faultsOf('naturalPerson.setTradingProfile', { hasKnowledge: undefined, hasExperience: 'maybe' })).toEqual([has('Has Knowledge: '), has('Has Experience: ')]);
	});

	it('tells numbers as numbers, and words as words', () => {
		const { body } = requestOf('naturalPerson.setTradingProfile', { tradingExperience: { numberOfTrades: '12', tradeVolume: 'UP_TO_10000' } });
		expect(body).toMatchObject({ tradingExperience: { numberOfTrades: { text: '12' }, tradeVolume: 'UP_TO_10000' } });
	});
});

describe('Natural Person: Start Video Identification', () => {
	it('leads back to an address with https only', () => {
		expect(requestOf('naturalPerson.startVideoIdentification', { options: { redirectUrl: 'https://www.example.com/done' } }).body).toMatchObject({ redirectUrl: 'https://www.example.com/done' });
		for (const redirectUrl of ['http://www.example.com', 'www.example.com', 'https://']) {
			expect(faultsOf('naturalPerson.startVideoIdentification', { options: { redirectUrl } })).toEqual([has('Redirect URL: ')]);
		}
	});
});

describe('a company', () => {
	it('has an LEI of the form that Tradevest takes, and a VAT ID of 11 signs', () => {
		expect(faultsOf('legalEntity.create', { additionalFields: { legalEntityIdentifier: '529911T8BM49AURSDO55', vatId: 'DE12345678' } })).toEqual([has('VAT ID: '), has('Legal Entity Identifier: ')]);
	});

	it('may have a loss, digit by digit', () => {
		expect(requestOf('legalEntity.create').body).toMatchObject({ averageProfit: { text: '-1200.50' } });
		expect(faultsOf('legalEntity.create', { additionalFields: { averageRevenue: '-1' } })).toEqual([has('Average Revenue: ')]);
	});

	it('is told nothing that was left out', () => {
		expect(requestOf('legalEntity.update').body).toEqual({ purpose: 'Building of boats', averageRevenue: { text: '900000.00' } });
		expect(faultsOf('legalEntity.update', { updateFields: {} })).toEqual([has('Update Fields: ')]);
	});
});

describe('an owner', () => {
	it.each(['-1', '100.01', 'half', '33,4'])('has no share of %s', (share) => {
		expect(faultsOf('legalEntity.addOwner', { share, votingRights: share })).toEqual([has('Share: must be a number from 0 to 100'), has('Voting Rights: must be')]);
	});

	it('has a relationship that Tradevest knows', () => {
		expect(faultsOf('legalEntity.addOwner', { uboRelationship: 'HOLDING' })).toEqual([has('Relationship: must be one of DIRECTLY_HOLDING_25')]);
		expect(requestOf('legalEntity.addOwner').body).toMatchObject({ share: { text: '33.40' }, votingRights: { text: '25' } });
	});
});

describe('a representative', () => {
	it('has a function, and answers to questions of law', () => {
		expect(faultsOf('legalEntity.addRepresentative', { function: '', soleSignatureAuthorized: undefined, fatcaControllingPerson: null })).toEqual([has('Function: '), has('Signs Alone: '), has('Is FATCA Controlling Person: ')]);
	});
});

describe('a joint person', () => {
	it('is two different persons', () => {
		expect(faultsOf('jointPerson.create', { np2Id: ME.toUpperCase() })).toEqual([has('Second Person ID: must be another person')]);
	});

	it('is the same the other way round', () => {
		expect(keyOf('jointPerson.create', { np1Id: OTHER, np2Id: ME })).toBe(keyOf('jointPerson.create', { np1Id: ME, np2Id: OTHER }));
	});
});

describe('a customer', () => {
	const account = (...rows: object[]) => ({ refAccounts: { account: rows } });
	const GOOD = { iban: 'DE02120300000000202051', ownerName: 'Lena Maria Hartwig' };

	it('has reference accounts with an IBAN, a BIC and an owner', () => {
		expect(faultsOf('customer.create', account({ iban: 'DE02120300000000202052', bic: 'BYLADEM', ownerName: '' }))).toEqual([
			has('Reference Accounts 1: IBAN: "...2052" is no IBAN'), has('Reference Accounts 1: BIC: '), has('Reference Accounts 1: Owner Name: '),
		]);
		expect(faultsOf('customer.create', account(GOOD, { ...GOOD, iban: 'de02 1203 0000 0000 2020 51' }))).toEqual([has('Reference Accounts: must not have the same IBAN twice')]);
		// A good one, and too short for what Tradevest takes.
		expect(faultsOf('customer.create', account({ ...GOOD, iban: 'NO9386011117947' }))).toEqual([has('must have 16 to 33 signs')]);
	});

	it('has 16 labels at most, which may have blanks in them', () => {
		const labels = Array.from({ length: 17 }, (_, at) => `label ${at}`);
		expect(faultsOf('customer.setLabels', { labels })).toEqual([has('Labels: must be at most 16: these are 17')]);
		expect(requestOf('customer.setLabels', { labels: 'retail, premium clients' }).body).toEqual({ labels: ['retail', 'premium clients'] });
	});

	it('is asked for without a requestor where nobody is named', () => {
		expect(requestOf('customer.create').headers).toEqual({ 'Requestor-ID': ME });
	});
});

describe('a proxy', () => {
	const COMPANY = '5e0a7c39-8d14-4f62-a9b7-13c2d84f60e1';
	const signatory = (changes: object) => ({ proxyType: 'SIGNATORY', entityType: 'LEGAL_ENTITY', entityId: COMPANY, validityType: 'UNLIMITED', ...changes });
	const guardian = (changes: object) => ({ proxyType: 'GUARDIAN', validityType: 'UNTIL_LEGAL_AGE', ...changes });

	it('is not the person that it stands for', () => {
		expect(faultsOf('proxy.create', { naturalPersonId: ME.toUpperCase(), entityId: ME })).toEqual([has('Entity ID: must be another')]);
	});

	it('has a scope where it is a signatory, and only there', () => {
		expect(requestOf('proxy.create', signatory({ scopeType: 'JOINT' })).body).toMatchObject({ scopeType: 'JOINT' });
		expect(faultsOf('proxy.create', signatory({}))).toEqual([has('Scope: must be INDIVIDUAL or JOINT')]);
		expect(faultsOf('proxy.create', { scopeType: 'JOINT' })).toEqual([has('Scope: must be left out')]);
		expect(faultsOf('proxy.create', signatory({ scopeType: 'JOINT', entityType: 'NATURAL_PERSON' }))).toEqual([has('Entity Type: must be LEGAL_ENTITY')]);
	});

	it('has a custody where it is a guardian, and only there', () => {
		expect(requestOf('proxy.create', guardian({ custodyType: 'SINGLE_CUSTODY' })).body).toMatchObject({ custodyType: 'SINGLE_CUSTODY' });
		expect(faultsOf('proxy.create', guardian({}))).toEqual([has('Custody: must be SINGLE_CUSTODY or JOINT_CUSTODY')]);
		expect(faultsOf('proxy.create', { custodyType: 'JOINT_CUSTODY' })).toEqual([has('Custody: must be left out')]);
	});

	it.each([
		['GUARDIAN', { custodyType: 'SINGLE_CUSTODY' }, ['UNTIL_LEGAL_AGE']],
		['SIGNATORY', signatory({ scopeType: 'JOINT' }), ['UNLIMITED']],
		['LIQUIDATOR', {}, ['UNLIMITED']],
		['INFORMATION_PROXY', {}, ['UNLIMITED', 'UNTIL_CASE_OF_DEATH']],
		['GENERAL_POWER_OF_ATTORNEY', {}, ['IN_CASE_OF_DEATH', 'UNLIMITED', 'UNTIL_CASE_OF_DEATH']],
	])('%s holds as long as Tradevest lets it', (proxyType, more, allowed) => {
		for (const validityType of ['IN_CASE_OF_DEATH', 'UNLIMITED', 'UNTIL_CASE_OF_DEATH', 'UNTIL_LEGAL_AGE']) {
			const changes = { ...more, proxyType, validityType };
			if (allowed.includes(validityType)) expect(requestOf('proxy.create', changes).body).toMatchObject({ proxyType, validityType });
			else expect(faultsOf('proxy.create', changes)).toEqual([has(`Validity: must be ${allowed.join(' or ')} for ${proxyType}`)]);
		}
	});

	it('of a joint account is made by Tradevest, not by us', () => {
		expect(faultsOf('proxy.create', { proxyType: 'JOINT_ACCOUNT_HOLDER' })).toEqual([has('Proxy Type: must be one of')]);
	});

	it('may be for some products only', () => {
		expect(requestOf('proxy.create', { options: { productIds: OTHER } }).body).toMatchObject({ productIds: [OTHER] });
		expect(faultsOf('proxy.create', { options: { productIds: 'the first' } })).toEqual([has('Product IDs: ')]);
	});
});

it('all that is wrong is named at once', () => {
	expect(faultsOf('proxy.create', { naturalPersonId: 'x', entityId: '', proxyType: 'GUARDIAN', validityType: 'UNLIMITED', scopeType: 'JOINT' })).toEqual([
		has('Natural Person ID: '), has('Entity ID: '), has('Validity: '), has('Scope: '), has('Custody: '),
	]);
});
