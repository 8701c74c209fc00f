import type { INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import { addressField, readAddress } from '../shared/address';
import type { NaturalPersonRequest } from '../shared/contract';
import { onlyGiven } from '../shared/bodies';
import { openChoice, readOptionalChoice } from '../shared/openChoice';

/** What may be left out of a natural person. */
export type More = Pick<
	NaturalPersonRequest,
	'title' | 'maritalStatus' | 'language' | 'profession' | 'professionGroup' | 'correspondenceAddress' | 'sourceOfIncome' | 'originOfAssets'
> & { annualIncomeNet?: ExactNumber; availableAssets?: ExactNumber };

const EUROS = { decimals: 2, zero: true };

/** Their fields, in a collection of this name. */
export const moreFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		typedField('annualIncomeNet', 'Annual Net Income', 'e.g. 52000.00', 'A decimal number'),
		typedField('availableAssets', 'Available Assets', 'e.g. 15000.00', 'A decimal number'),
		addressField('correspondenceAddress', 'Correspondence Address', 'Where letters go, if not to the main address'),
		typedField('language', 'Language', 'e.g. de', 'ISO 639-1, a language of the EU'),
		openChoice('maritalStatus', 'Marital Status', ['MARRIED'], 'One value is known'),
		typedField('originOfAssets', 'Origin of Assets', 'e.g. NON_EMPLOYED_LABOR', "Tradevest's words, with commas between them; one is known, NON_EMPLOYED_LABOR"),
		typedField('profession', 'Profession', 'e.g. Engineer', 'In words'),
		openChoice('professionGroup', 'Profession Group', ['EMPLOYED'], 'One value is known'),
		typedField('sourceOfIncome', 'Source of Income', 'e.g. INCOME_FROM_EMPLOYMENT', "Tradevest's words, with commas between them; one is known, INCOME_FROM_EMPLOYMENT"),
		openChoice('title', 'Title', ['PROFESSOR'], 'One value is known'),
	],
};

/** Reads them. Faults are noted in `fields`. */
export function readMore(fields: FieldReader): More {
	const at = (name: string) => `additionalFields.${name}`;
	const amount = (name: string, label: string): ExactNumber | undefined => {
		const read = fields.optionalKind(at(name), { label }, (value) => exactDecimal(value, EUROS));
		return read === undefined ? undefined : new ExactNumber(read);
	};
	return onlyGiven({
		title: readOptionalChoice(fields, at('title'), 'Title'),
		maritalStatus: readOptionalChoice(fields, at('maritalStatus'), 'Marital Status'),
		language: fields.optionalText(at('language'), { label: 'Language', longest: 2 }),
		profession: fields.optionalText(at('profession'), { label: 'Profession', longest: 255 }),
		professionGroup: readOptionalChoice(fields, at('professionGroup'), 'Profession Group'),
		annualIncomeNet: amount('annualIncomeNet', 'Annual Net Income'),
		availableAssets: amount('availableAssets', 'Available Assets'),
		sourceOfIncome: fields.optionalCodes(at('sourceOfIncome'), { label: 'Source of Income' }),
		originOfAssets: fields.optionalCodes(at('originOfAssets'), { label: 'Origin of Assets' }),
		correspondenceAddress: readAddress(fields, at('correspondenceAddress'), 'Correspondence Address'),
	}) as More;
}
