import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { readPhone } from '../shared/contact';
import { creation } from '../shared/creation';
import { byExternalId } from '../shared/lookUps';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { personFields, readPerson, type Person } from '../shared/person';
import { pageQuery } from '../shared/reads';
import { NATURAL_PERSON } from '../shared/things';
import { moreFields, readMore, type More } from './personMore';

interface Content extends Person {
	gender: string;
	phone: string;
	email: string;
	more: More;
}

const PATH = '/entities/natural-persons';

const properties: INodeProperties[] = [
	openChoice('gender', 'Gender', ['FEMALE', 'MALE', 'OTHER'], 'As on the identity card. MALE is documented, the others are a guess', { required: true }),
	...personFields,
	{ displayName: 'Phone', name: 'phone', type: 'string', required: true, default: '', placeholder: 'e.g. +494215550100', description: 'With the country code, 3 to 20 signs' },
	{ displayName: 'Email', name: 'email', type: 'string', required: true, default: '', placeholder: 'e.g. name@email.com', description: 'Where Tradevest writes to' },
	moreFields,
];

function read(fields: FieldReader, run: RunContext): Content {
	return {
		gender: readOpenChoice(fields, 'gender', 'Gender'),
		...readPerson(fields, run),
		phone: readPhone(fields, 'phone', 'Phone'),
		email: fields.text('email', { label: 'Email', longest: 255 }),
		more: readMore(fields),
	};
}

/** Creates a natural person, `POST /entities/natural-persons` (api-reference/entities/natural-persons-directory/natural-persons). */
export const create = creation<Content>({
	action: 'Create a natural person',
	description: 'Make a person known to Tradevest; the same External ID is sent at most once',
	source: { call: `POST ${PATH}`, standing: 'documented, but not all values of its lists' },
	thing: NATURAL_PERSON,
	hasExternalId: true,
	hasRequestor: false,
	properties,
	read,
	label: ({ firstName, lastName }) => `natural person ${firstName} ${lastName}`,

	request: ({ gender, nationalities, phone, email, more, mainAddress, taxDetails, firstName, lastName, birthDay, birthPlace, birthCountry, isUsNationality, externalId }) => ({
		method: 'POST',
		path: PATH,
		body: {
			gender,
			firstName,
			lastName,
			birthDay,
			birthPlace,
			birthCountry,
			isUsNationality,
			nationalities: nationalities.map((countryCode) => ({ countryCode })),
			...(taxDetails.length > 0 ? { taxDetails } : {}),
			...(mainAddress ? { mainAddress } : {}),
			contact: { phone, email },
			...more,
			externalId,
		},
	}),

	lookUp: byExternalId(
		NATURAL_PERSON,
		(_parameters, cursor) => ({ method: 'GET', path: PATH, query: pageQuery(cursor) }),
		({ firstName, lastName, birthDay }) => [
			['first name', 'firstName', firstName],
			['last name', 'lastName', lastName],
			['birth day', 'birthDay', birthDay],
		],
	),
	whereToLook: 'Look with Natural Person: Get Many, newest first.',
});
