import type { INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { addressField, readAddress, readCountry, type Address } from './address';
import { readPastDay } from './pastDay';

/** Longest name, place and the like (api-reference/entities/natural-persons-directory/natural-persons). */
const LONGEST = 255;

/** Where somebody pays taxes. */
export interface TaxDetail {
	taxResidency: string;
	taxId?: string;
	noTinConfirmation?: boolean;
}

/** What Tradevest wants to know of any person: a natural person, a legal representative, a beneficial owner. */
export interface Person {
	firstName: string;
	lastName: string;
	birthDay: string;
	birthPlace: string;
	birthCountry: string;
	isUsNationality: boolean;
	/** Two letters each. */
	nationalities: string[];
	taxDetails: TaxDetail[];
	mainAddress: Address | undefined;
}

/** The fields of any person. */
export const personFields: INodeProperties[] = [
	typedField('firstName', 'First Name', 'e.g. Lena Maria', 'All first names as on the identity card', { required: true }),
	typedField('lastName', 'Last Name', 'e.g. Hartwig', 'As on the identity card', { required: true }),
	{ displayName: 'Birth Day', name: 'birthDay', type: 'dateTime', typeOptions: { dateOnly: true }, required: true, default: '', description: 'As on the identity card' },
	typedField('birthPlace', 'Birth Place', 'e.g. Bremen', 'As on the identity card', { required: true }),
	typedField('birthCountry', 'Birth Country', 'e.g. DE', 'ISO 3166-1, two letters', { required: true }),
	typedField('nationalities', 'Nationalities', 'e.g. DE, FR', 'ISO 3166-1, two letters each, with commas between them', { required: true }),
	{ displayName: 'Is US National', name: 'isUsNationality', type: 'boolean', default: false, description: 'Whether the person is a national of the United States (FATCA)' },
	{
		displayName: 'Tax Residencies',
		name: 'taxDetails',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Tax Residency',
		default: {},
		description: 'Where the person pays taxes. A tax ID is needed but for Germany.',
		options: [
			{
				displayName: 'Tax Residency',
				name: 'taxDetail',
				values: [
					typedField('taxResidency', 'Country', 'e.g. DE', 'ISO 3166-1, two letters'),
					typedField('taxId', 'Tax ID', 'e.g. 86095742719', 'Needed for every country but Germany'),
					{ displayName: 'Has No Tax ID', name: 'noTinConfirmation', type: 'boolean', default: false, description: 'Whether the person confirms to have no tax ID. Tradevest then wants a document of type TIN_NA_CONFIRMATION.' },
				],
			},
		],
	},
	addressField('mainAddress', 'Main Address', 'Where the person lives'),
];

/** The same of somebody who belongs to a company: of them, nationalities and address may be left out. */
export const relatedPersonFields: INodeProperties[] = personFields.map((field) => (field.name === 'nationalities' ? { ...field, required: false } : field));

/** Reads them. Faults are noted in `fields`. @param isRelated whether it is somebody who belongs to a company */
export function readPerson(fields: FieldReader, run: RunContext, isRelated = false): Person {
	const firstName = fields.text('firstName', { label: 'First Name', longest: LONGEST }).replace(/\s+/g, ' ');
	const codes = isRelated ? fields.optionalCodes('nationalities', { label: 'Nationalities' }) : fields.codes('nationalities', { label: 'Nationalities' });
	const nationalities = codes.map((code) => code.toUpperCase());
	if (nationalities.some((code) => !/^[A-Z]{2}$/.test(code))) fields.fault('Nationalities', 'must be two letters each, such as DE, FR');
	const mainAddress = readAddress(fields, 'mainAddress', 'Main Address');
	if (mainAddress === undefined && !isRelated) fields.fault('Main Address', 'must be filled in');
	const taxDetails = readTaxDetails(fields);
	if (taxDetails.length === 0 && !isRelated && !fields.isFaultyAt('Tax Residencies')) fields.fault('Tax Residencies', 'must have at least one entry');
	return {
		firstName,
		lastName: fields.text('lastName', { label: 'Last Name', longest: LONGEST }),
		birthDay: readPastDay(fields, 'birthDay', 'Birth Day', run),
		birthPlace: fields.text('birthPlace', { label: 'Birth Place', longest: LONGEST }),
		birthCountry: readCountry(fields, 'birthCountry', 'Birth Country'),
		isUsNationality: fields.flag('isUsNationality', { label: 'Is US National' }),
		nationalities,
		taxDetails,
		mainAddress,
	};
}

function readTaxDetails(fields: FieldReader): TaxDetail[] {
	return fields.optionalList('taxDetails.taxDetail', { label: 'Tax Residencies' }).map((row, at) => {
		const part = new FieldReader(readerOf(row), `Tax Residencies ${at + 1}: `);
		const taxResidency = readCountry(part, 'taxResidency', 'Country');
		const taxId = part.optionalText('taxId', { label: 'Tax ID' });
		const noTinConfirmation = part.optionalFlag('noTinConfirmation', { label: 'Has No Tax ID' }) ?? false;
		if (taxId === '' && !noTinConfirmation && taxResidency !== 'DE' && taxResidency !== '') part.fault('Tax ID', 'must be filled in for every country but Germany, or Has No Tax ID switched on');
		fields.take(part);
		return { taxResidency, ...(taxId === '' ? {} : { taxId }), ...(noTinConfirmation ? { noTinConfirmation } : {}) };
	});
}
