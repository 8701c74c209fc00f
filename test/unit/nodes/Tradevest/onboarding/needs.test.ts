import { documentsOfCompany, documentsOfPerson, missingOf } from '../../../../../nodes/Tradevest/onboarding/needs';

const TODAY = '2026-11-29';

describe('the documents that a person needs for an onboarding', () => {
	it.each([
		['of age in Germany', { birthDay: '1990-01-01', mainAddress: { country: 'DE' } }, [['IDENTIFICATION_CERTIFICATE']]],
		['of age today', { birthDay: '2008-11-29' }, [['IDENTIFICATION_CERTIFICATE']]],
		['of age tomorrow', { birthDay: '2008-11-30' }, [['BIRTH_CERTIFICATE']]],
		['abroad', { birthDay: '1990-01-01', mainAddress: { country: 'FR' } }, [['IDENTIFICATION_CERTIFICATE'], ['PROOF_OF_RESIDENCE']]],
		['without a tax ID', { birthDay: '1990-01-01', taxDetails: [{ noTinConfirmation: true }] }, [['IDENTIFICATION_CERTIFICATE'], ['TIN_NA_CONFIRMATION']]],
		['of whom nothing is known', {}, [['IDENTIFICATION_CERTIFICATE']]],
	])('%s', (_who, person, documents) => {
		expect(documentsOfPerson(person, TODAY)).toEqual(documents);
	});
});

it('a legal form that is not known has no documents that are known', () => {
	expect(documentsOfCompany({ legalForm: 'GUILD' })).toBeUndefined();
	expect(documentsOfCompany({})).toBeUndefined();
});

describe('a document that is wanted', () => {
	it.each([
		['is there', { status: 'CREATED' }, []],
		['is there as the other one of two', { type: 'OTHER_STATUTE', status: 'APPROVED' }, []],
		['holds until today', { status: 'APPROVED', validUntil: TODAY }, []],
		['was refused', { status: 'REJECTED' }, ['STATUTE or OTHER_STATUTE of the company']],
		['does not hold any more', { status: 'APPROVED', validUntil: '2026-11-28' }, ['STATUTE or OTHER_STATUTE of the company']],
		['was only received', { status: 'RECEIVED' }, ['STATUTE or OTHER_STATUTE of the company: one was received, and is not decided on yet']],
		['is of another type', { type: 'OTHER', status: 'CREATED' }, ['STATUTE or OTHER_STATUTE of the company']],
	])('%s', (_what, document, missing) => {
		expect(missingOf([['STATUTE', 'OTHER_STATUTE']], [{ type: 'STATUTE', ...document }], 'the company', TODAY)).toEqual(missing);
	});
});
