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

it('what was refused does not count as there, and one of several is enough', () => {
	const wanted = [['STATUTE'], ['CURRENT_REGISTRY_EXTRACT', 'CHRONOLOGICAL_REGISTRY_EXTRACT']];
	expect(missingOf(wanted, [{ type: 'STATUTE', status: 'REJECTED' }, { type: 'CHRONOLOGICAL_REGISTRY_EXTRACT', status: 'CREATED' }])).toEqual([['STATUTE']]);
});
