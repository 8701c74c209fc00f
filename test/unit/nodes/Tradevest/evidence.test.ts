import type { IDataObject } from 'n8n-workflow';

import { addIdentification } from '../../../../nodes/Tradevest/naturalPerson/addIdentification';
import { create as createCustomer } from '../../../../nodes/Tradevest/customer/create';
import { answer, RUN } from '../../../support/panels/pure';
import { panelFor } from './support';

/** What of Tradevest's answers is taken for a write, and what is not. */

describe('an identification that a person shows', () => {
	const parameters = addIdentification.parameters(panelFor('naturalPerson.addIdentification'), RUN);
	const { externalVerifier, identificationType, identificationDate, documentNumber } = parameters.identification;
	const SHOWN = { externalVerifier, identificationType, identificationDate };
	const likeness = (identifications: IDataObject[]) => addIdentification.lookUp?.match(answer({ identifications }), parameters, true).map((each) => each.likeness);

	it.each([
		['with the number of the document', [{ ...SHOWN, documentNumber }], ['same']],
		['without it', [SHOWN], ['maybe']],
		['with another number', [{ ...SHOWN, documentNumber: 'L01X00T48' }], ['maybe']],
		['of another day', [{ ...SHOWN, identificationDate: '2020-01-01', documentNumber }], []],
		['among none', [], []],
	])('%s is %j', (_what, identifications, expected) => {
		expect(likeness(identifications)).toEqual(expected);
	});
});

describe('a customer role of the entity', () => {
	const parameters = createCustomer.parameters(panelFor('customer.create'), RUN);
	const ROW = { customerId: 'c-1', customerStatus: 'ACTIVE', entityId: parameters.entityId.toUpperCase() };
	const page = (...rows: IDataObject[]) => answer({ data: rows, pagination: { limit: 100 } });
	const found = (rows: IDataObject[], wasSent: boolean, before?: IDataObject[]) =>
		createCustomer.lookUp?.match(page(...rows), parameters, wasSent, before && page(...before)).map(({ likeness, doubt }) => [likeness, doubt].filter((each) => each !== undefined).join(' '));
	const same = { refAccounts: [{ iban: 'DE89370400440532013000' }], labels: ['newsletter', 'retail'] };

	it('is it, whoever made it', () => {
		expect(found([ROW], false)).toEqual(['same']);
		expect(found([{ ...ROW, ...same }], true)).toEqual(['same']);
	});

	it('with other accounts or labels may be it', () => {
		expect(found([{ ...ROW, ...same, labels: [] }], false)).toEqual(['maybe with other labels']);
		expect(found([{ ...ROW, ...same, refAccounts: [] }], true)).toEqual(['maybe with other reference accounts']);
	});

	it('that is refused or over is none, unless it came after this one was sent', () => {
		const over = { ...ROW, customerStatus: 'ARCHIVED' };
		const refused = { ...ROW, customerStatus: 'INVALID' };
		expect(found([over, refused], false)).toEqual([]);
		expect(found([over], true, [over])).toEqual([]);
		expect(found([refused], true, [])).toEqual(['same']);
		expect(found([refused], true)).toEqual(['maybe in status INVALID']);
	});

	it('of another entity is another one', () => {
		expect(found([{ ...ROW, entityId: 'b85e20f7-91cb-4d36-8b7a-4e61d3c09f25' }], false)).toEqual([]);
	});
});
