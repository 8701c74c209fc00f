import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../engine/items/fields';
import { isObject, withoutGaps } from '../../../engine/values';
import { MOST_GUESTS } from '../availability/updateFields';
import { amountOf, factorIn } from '../shared/amount';
import type { RatePlanMapRequest } from '../shared/contract';

type Pricing = NonNullable<RatePlanMapRequest['pricing']>;

/** How prices are reckoned for the channel: one row for each number of guests. */
export const pricing: INodeProperties = {
	displayName: 'Pricing',
	name: 'pricing',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	required: true,
	default: {},
	placeholder: 'Add Pricing',
	description: 'How the price for the channel is reckoned for each number of guests: multiplied, then the surcharge added. Su does not say what becomes of numbers that are left out.',
	options: [
		{
			displayName: 'Pricing',
			name: 'price',
			values: [
				{ displayName: 'Multiplier', name: 'multiplier', type: 'number', typeOptions: { minValue: 0, numberPrecision: 6 }, default: 1, description: 'Such as 1.1 for ten percent more' },
				{ displayName: 'Number of Guests', name: 'numberOfGuests', type: 'number', typeOptions: { minValue: 1, maxValue: MOST_GUESTS }, default: 2, description: 'For how many guests it is' },
				{ displayName: 'Surcharge', name: 'surcharge', type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0, description: 'Added to the price, in the currency of the property' },
			],
		},
	],
};

/** The rows of the panel, at least one. Faults are noted in `fields`. */
export function readPricing(fields: FieldReader): Pricing {
	const rows = fields.optionalList('pricing.price', { label: pricing.displayName }).filter(isObject);
	if (rows.length === 0 && !fields.isFaulty) fields.fault(pricing.displayName, 'must have at least one row');
	const seen = new Set<number>();
	return rows.map((row, at) => {
		const one = new FieldReader(readerOf({ multiplier: 1, surcharge: 0, ...row }), `${pricing.displayName} ${at + 1}: `);
		const guests = one.wholeNumber('numberOfGuests', { label: 'Number of Guests', least: 1 });
		if (guests > MOST_GUESTS) one.fault('Number of Guests', `must be at most ${MOST_GUESTS}`);
		if (seen.has(guests)) one.fault('Number of Guests', 'must not be there twice');
		seen.add(guests);
		const read = {
			applicablenoofguest: String(guests),
			multiplier: factorIn(one, 'multiplier', 'Multiplier'),
			surcharge: one.kind('surcharge', { label: 'Surcharge' }, amountOf({ zero: true }), ''),
		};
		fields.take(one);
		return read;
	});
}

/** What else a mapping may say. In the order of their names, as n8n wants long lists. */
export const mappingOptions: INodeProperties = {
	displayName: 'Mapping Fields',
	name: 'mappingFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What else to say of the mapping. Which channel wants which is not known for all: what is left out is not sent.',
	options: [
		{ displayName: 'Advance Purchase Days', name: 'advancePurchaseDays', type: 'number', typeOptions: { minValue: 0 }, default: 0, description: 'How many days before arrival it must be booked (advance_purchase_days)' },
		{ displayName: 'Default Adult Rate', name: 'defaultAdultRate', type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0, description: 'Price of one more adult; with Extra Rates alone' },
		{ displayName: 'Default Child Rate', name: 'defaultChildRate', type: 'number', typeOptions: { minValue: 0, numberPrecision: 2 }, default: 0, description: 'Price of one more child; with Extra Rates alone' },
		{ displayName: 'Default Minimum Nights', name: 'defaultMinimumNight', type: 'number', typeOptions: { minValue: 0 }, default: 1, description: 'Least nights of a stay where nothing else is set (defaultminimumnight)' },
		{ displayName: 'Derived Rate IDs', name: 'derivedRateIds', type: 'string', default: '', placeholder: 'e.g. 987002, 987003', description: "The channel's own numbers of rates that derive from this one, with commas between them (derivedrateids); Expedia and Traveloka" },
		{
			displayName: 'Extra Rates',
			name: 'extraRatesType',
			type: 'options',
			options: [
				{ name: 'Eac', value: 'eac' },
				{ name: 'Eb', value: 'eb' },
				{ name: 'None', value: 'none' },
			],
			default: 'none',
			description: "Type of the rates for more guests, by Su's codes (extrarates.type). What they mean Su does not say.",
		},
		{ displayName: 'Fixed Minimum Stay', name: 'fixedMinimumStay', type: 'number', typeOptions: { minValue: 1 }, default: 1, description: 'Nights that a stay has at least at this channel, whatever is set for the rate plan (fixedminstay)' },
	],
};

/** What is set of it, in Su's names. Faults are noted in `fields`. */
export function readMappingOptions(fields: FieldReader): IDataObject {
	const at = (name: string) => `mappingFields.${name}`;
	const count = (name: string, label: string) => fields.optionalNumber(at(name), { label, whole: true })?.toString();
	const amount = (name: string, label: string) => fields.optionalKind(at(name), { label }, amountOf({ zero: true }));
	const type = fields.optionalText(at('extraRatesType'), { label: 'Extra Rates' });
	if (!['', 'eac', 'eb', 'none'].includes(type)) fields.fault('Extra Rates', 'must be one of eac, eb, none');
	const [adult, child] = [amount('defaultAdultRate', 'Default Adult Rate'), amount('defaultChildRate', 'Default Child Rate')];
	if (type === '' && (adult !== undefined || child !== undefined)) fields.fault('Extra Rates', 'must say of which type Default Adult Rate and Default Child Rate are');
	const nights = count('fixedMinimumStay', 'Fixed Minimum Stay');
	const derived = fields.optionalText(at('derivedRateIds'), { label: 'Derived Rate IDs' }).split(',').map((id) => id.trim()).filter((id) => id !== '');
	return withoutGaps({
		advance_purchase_days: count('advancePurchaseDays', 'Advance Purchase Days'),
		defaultminimumnight: count('defaultMinimumNight', 'Default Minimum Nights'),
		derivedrateids: derived.length === 0 ? undefined : derived,
		extrarates: type === '' ? undefined : { type, defaultadultrate: adult ?? '', defaultchildrate: child ?? '' },
		fixedminstay: nights === undefined ? undefined : { fixed: true, minstay: nights },
	});
}
