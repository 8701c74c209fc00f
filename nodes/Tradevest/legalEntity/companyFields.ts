import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import { exactDecimal, signedDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { ExactNumber } from '../../../engine/http/exactNumber';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { addressField, readAddress, readCountry } from '../shared/address';
import { onlyGiven } from '../shared/bodies';
import { readOptionalPhone } from '../shared/contact';
import { readId } from '../shared/fields';
import { openChoice, readOpenChoice, readOptionalChoice } from '../shared/openChoice';
import { readOptionalPastDay, readPastDay } from '../shared/pastDay';

/** Longest name, number and the like (api-reference/entities/legal-entities). */
const LONGEST = 255;

const EUROS = { decimals: 2, zero: true };

/** The first is documented, the others are known from notes. */
const LEGAL_FORMS = [
	'ASSOCIATION', 'FOUNDATION', 'GENERAL_PARTNERSHIP', 'LIMITED_LIABILITY_COMPANY', 'LIMITED_LIABILITY_COMPANY_AND_LIMITED_PARTNERSHIP', 'LIMITED_PARTNERSHIP',
	'PARTNERSHIP', 'PUBLIC_LIMITED_COMPANY', 'REGISTERED_BUSINESSMAN',
] as const;

const day = (displayName: string, name: string, description: string): INodeProperties => ({ displayName, name, type: 'dateTime', typeOptions: { dateOnly: true }, default: '', description });

/** What a company must be told of (api-reference/entities/legal-entities). */
export const neededFields: INodeProperties[] = [
	typedField('legalName', 'Legal Name', 'e.g. Albers Segelwerft GmbH', 'As in the register'),
	openChoice('legalForm', 'Legal Form', LEGAL_FORMS, 'It decides which documents the onboarding asks for', { default: 'LIMITED_LIABILITY_COMPANY' }),
	typedField('registerCountry', 'Register Country', 'e.g. DE', 'ISO 3166-1, two letters'),
	typedField('registerNumber', 'Register Number', 'e.g. HRB 90210', 'As in the register'),
	typedField('registerCourt', 'Register Court', 'e.g. Aurich', 'Where the register is kept'),
	day('Founded On', 'foundedOn', 'When the company was founded'),
	typedField('taxNumber', 'Tax Number', 'e.g. 20/123/45678', 'Of the company'),
];

/** What may be told beside, in alphabetical order. */
export const furtherFields: INodeProperties[] = [
	typedField('activeNfeType', 'Active NFE Type', 'e.g. LE_BY_INCOME_ASSETS', "Tradevest's word for FATCA; one is known, LE_BY_INCOME_ASSETS"),
	typedField('averageProfit', 'Average Profit', 'e.g. 120000.00', 'A decimal number; below 0 where it is a loss'),
	typedField('averageRevenue', 'Average Revenue', 'e.g. 900000.00', 'A decimal number'),
	addressField('correspondenceAddress', 'Correspondence Address', 'Where letters go, if not to the main address'),
	typedField('email', 'Email', 'e.g. name@email.com', 'That a company has contact data, as a person has, is a guess'),
	openChoice('fatcaClassification', 'FATCA Classification', ['ACTIVE_NFE', 'PASSIVE_NFE'], 'Of the company under FATCA'),
	{ displayName: 'Has Foreign Tax Residency', name: 'isForeignTaxResidency', type: 'boolean', default: false, description: 'Whether the company pays taxes in another country, too' },
	{ displayName: 'Has Sanctioned Countries', name: 'isSanctionedCountries', type: 'boolean', default: false, description: 'Whether the company has to do with countries under sanctions, as Tradevest asks with FATCA and CRS' },
	addressField('invoiceAddress', 'Invoice Address', 'Where invoices go, if not to the main address'),
	{ displayName: 'Is Listed', name: 'isListed', type: 'boolean', default: false, description: 'Whether the company is listed at an exchange' },
	day('Last Annual Financial Statement', 'lastAnnualFinancialStatement', 'The day of it'),
	typedField('legalEntityIdentifier', 'Legal Entity Identifier', 'e.g. 529900T8BM49AURSDO55', 'The LEI, 20 signs. Tradevest wants it for a depository account.'),
	typedField('liquidAssets', 'Liquid Assets', 'e.g. 50000.00', 'A decimal number'),
	typedField('listedAt', 'Listed At', 'e.g. XFRA', 'Where the company is listed'),
	addressField('mainAddress', 'Main Address', 'Where the company is'),
	{
		displayName: 'NACE Sectors',
		name: 'naceSectors',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Sector',
		default: {},
		description: 'What the company does, by the sectors of the EU',
		options: [
			{
				displayName: 'Sector',
				name: 'sector',
				values: [typedField('section', 'Section', 'e.g. C', 'A letter'), typedField('code', 'Code', 'e.g. 30.12', 'Of the class'), typedField('description', 'Description', 'e.g. Building of pleasure boats', 'In words')],
			},
		],
	},
	typedField('phone', 'Phone', 'e.g. +494215550100', 'With the country code, 3 to 20 signs. That a company has contact data, as a person has, is a guess.'),
	typedField('purpose', 'Purpose', 'e.g. Building of boats', 'What the company is for, in words'),
	typedField('registerCourtZipCode', 'Register Court Zip Code', 'e.g. 26603', 'Of the court that keeps the register'),
	day('Registered On', 'registeredOn', 'When the company was registered'),
	typedField('searchId', 'Search ID', 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', 'Of the search of company data at Tradevest that this comes from'),
	typedField('vatId', 'VAT ID', 'e.g. DE123456789', '11 signs'),
];

/** What a company must be told of, as it goes out. */
export interface NeededOfCompany {
	legalName: string;
	legalForm: string;
	registerCountry: string;
	registerNumber: string;
	registerCourt: string;
	foundedOn: string;
	taxNumber: string;
}

/** Reads it where all of it must be there. Faults are noted in `fields`. */
export function readNeeded(fields: FieldReader, run: RunContext): NeededOfCompany {
	const line = (name: string, label: string) => fields.text(name, { label, longest: LONGEST });
	return {
		legalName: line('legalName', 'Legal Name'),
		legalForm: readOpenChoice(fields, 'legalForm', 'Legal Form'),
		registerCountry: readCountry(fields, 'registerCountry', 'Register Country'),
		registerNumber: line('registerNumber', 'Register Number'),
		registerCourt: line('registerCourt', 'Register Court'),
		foundedOn: readPastDay(fields, 'foundedOn', 'Founded On', run),
		taxNumber: line('taxNumber', 'Tax Number'),
	};
}

/** The same, as far as it is there. @param inside the collection that holds the fields */
export function readNeededIfGiven(fields: FieldReader, run: RunContext, inside: string): Partial<NeededOfCompany> {
	const line = (name: string, label: string) => fields.optionalText(`${inside}.${name}`, { label, longest: LONGEST });
	return onlyGiven({
		legalName: line('legalName', 'Legal Name'),
		legalForm: readOptionalChoice(fields, `${inside}.legalForm`, 'Legal Form'),
		registerCountry: line('registerCountry', 'Register Country') === '' ? '' : readCountry(fields, `${inside}.registerCountry`, 'Register Country'),
		registerNumber: line('registerNumber', 'Register Number'),
		registerCourt: line('registerCourt', 'Register Court'),
		foundedOn: readOptionalPastDay(fields, `${inside}.foundedOn`, 'Founded On', run),
		taxNumber: line('taxNumber', 'Tax Number'),
	});
}

/** Reads what may be told beside, by Tradevest's names. Faults are noted in `fields`. @param inside the collection that holds the fields */
export function readFurther(fields: FieldReader, run: RunContext, inside: string): IDataObject {
	const at = (name: string) => `${inside}.${name}`;
	const line = (name: string, label: string) => fields.optionalText(at(name), { label, longest: LONGEST });
	const amount = (name: string, label: string, kind = exactDecimal) => {
		const read = fields.optionalKind(at(name), { label }, (value) => kind(value, EUROS));
		return read === undefined ? undefined : new ExactNumber(read);
	};
	const contact = onlyGiven({ phone: readOptionalPhone(fields, at('phone'), 'Phone'), email: line('email', 'Email') });
	const fatcaCrsDeclaration = onlyGiven({
		isForeignTaxResidency: fields.optionalFlag(at('isForeignTaxResidency'), { label: 'Has Foreign Tax Residency' }),
		isSanctionedCountries: fields.optionalFlag(at('isSanctionedCountries'), { label: 'Has Sanctioned Countries' }),
		fatcaClassification: readOptionalChoice(fields, at('fatcaClassification'), 'FATCA Classification'),
		activeNfeType: readOptionalChoice(fields, at('activeNfeType'), 'Active NFE Type'),
	});
	const given = onlyGiven({
		registerCourtZipCode: line('registerCourtZipCode', 'Register Court Zip Code'),
		registeredOn: readOptionalPastDay(fields, at('registeredOn'), 'Registered On', run),
		lastAnnualFinancialStatement: readOptionalPastDay(fields, at('lastAnnualFinancialStatement'), 'Last Annual Financial Statement', run),
		vatId: ofForm(fields, at('vatId'), 'VAT ID', /^\S{11}$/, '11 signs, such as DE123456789'),
		legalEntityIdentifier: ofForm(fields, at('legalEntityIdentifier'), 'Legal Entity Identifier', /^\d{4}00[A-Z\d]{12}\d{2}$/, '20 signs as Tradevest takes them: four digits, 00, twelve capitals or digits, two digits, such as 529900T8BM49AURSDO55'),
		purpose: line('purpose', 'Purpose'),
		isListed: fields.optionalFlag(at('isListed'), { label: 'Is Listed' }),
		listedAt: line('listedAt', 'Listed At'),
		averageProfit: amount('averageProfit', 'Average Profit', signedDecimal),
		averageRevenue: amount('averageRevenue', 'Average Revenue'),
		liquidAssets: amount('liquidAssets', 'Liquid Assets'),
		naceSectors: readSectors(fields, at('naceSectors.sector')),
		mainAddress: readAddress(fields, at('mainAddress'), 'Main Address'),
		correspondenceAddress: readAddress(fields, at('correspondenceAddress'), 'Correspondence Address'),
		invoiceAddress: readAddress(fields, at('invoiceAddress'), 'Invoice Address'),
		searchId: line('searchId', 'Search ID') === '' ? '' : readId(fields, at('searchId'), 'Search ID'),
	});
	return { ...given, ...(Object.keys(contact).length > 0 ? { contact } : {}), ...(Object.keys(fatcaCrsDeclaration).length > 0 ? { fatcaCrsDeclaration } : {}) };
}

function ofForm(fields: FieldReader, name: string, label: string, form: RegExp, words: string): string {
	const value = fields.optionalText(name, { label }).toUpperCase();
	return value === '' || form.test(value) ? value : fields.fault(label, `must have ${words}`, '');
}

function readSectors(fields: FieldReader, name: string): IDataObject[] {
	return fields.optionalList(name, { label: 'NACE Sectors' }).map((row, at) => {
		const part = new FieldReader(readerOf(row), `NACE Sectors ${at + 1}: `);
		const line = (member: string, label: string) => part.optionalText(member, { label, longest: LONGEST });
		const sector = onlyGiven({ section: line('section', 'Section'), code: line('code', 'Code'), description: line('description', 'Description') });
		if (Object.keys(sector).length === 0 && !part.isFaulty) part.fault('Section', 'must be filled in, or Code or Description');
		fields.take(part);
		return sector;
	});
}
