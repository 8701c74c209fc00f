import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import type { RunContext } from '../../../engine/operation/operation';
import { textOf, withoutGaps } from '../../../engine/values';
import type { Family } from './family';
import { INSURED, readInsured } from './person';

/** What is to be booked of an offer or a quote. */

const QUOTES = 'Quotes';
const INSURED_FIELD = { name: 'insured', label: 'Insured Persons' } as const;

/** Which of several variants the customer was shown (`BrightWriteDetails` in openapi/xcover-elements.yaml). */
const BRIGHT_WRITE = [
	['bwExperimentId', 'bw_experiment_id', 'BrightWrite Experiment ID', 'e.g. exp-204'],
	['bwVariantId', 'bw_variant_id', 'BrightWrite Variant ID', 'e.g. var-b'],
	['bwDeviceId', 'bw_device_id', 'BrightWrite Device ID', 'e.g. dev-77aa'],
] as const;

const PLAN: INodeProperties[] = [
	typedField('instalmentPlan', 'Instalment Plan', 'e.g. 1year-monthly', 'Name of a plan that the offer has. May be left out.'),
	{ displayName: 'First Instalment Is Paid', name: 'firstInstalmentPaid', type: 'boolean', default: false, description: 'Whether the customer has paid the first instalment. It is sent where there is a plan.' },
];

/** The policies that are bought. */
export function quotesField(family: Family): INodeProperties {
	const ofFamily = family === 'signature' ? PLAN : BRIGHT_WRITE.map(([name, , label, placeholder]) => typedField(name, label, placeholder, 'Of the variant that the customer was shown. May be left out.'));
	return {
		displayName: QUOTES,
		name: 'quotes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		required: true,
		placeholder: 'Add Quote',
		default: {},
		description: 'The policies that the customer buys, at least one',
		options: [
			{
				displayName: 'Quote',
				name: 'quote',
				values: [
					typedField('id', 'Quote ID', 'e.g. 3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa', family === 'signature' ? '"id" of a product of the offer' : 'The policy within the quote or offer, from the widget'),
					{
						displayName: INSURED_FIELD.label,
						name: INSURED_FIELD.name,
						type: 'json',
						default: '[]',
						placeholder: 'e.g. [{ "first_name": "Ines", "last_name": "Marek" }]',
						description: `Who is insured, as a list of persons. May be left out. Members: ${INSURED[family].join(', ')}.`,
					},
					...ofFamily,
				],
			},
		],
	};
}

/** Reads them, as they go out. Faults are noted in `fields`. */
export function readQuotes(fields: FieldReader, run: RunContext, family: Family): IDataObject[] {
	const seen = new Set<string>();
	return fields.list('quotes.quote', { label: QUOTES }).map((row, at) => {
		const within = `${QUOTES} ${at + 1}: `;
		const part = new FieldReader(readerOf(row), within);
		const id = part.code('id', { label: 'Quote ID' });
		if (id !== '' && seen.has(id.toLowerCase())) part.fault('Quote ID', 'is there before');
		seen.add(id.toLowerCase());
		const insured = readInsured(part, run, family, { ...INSURED_FIELD, within });
		const quote = { id, ...(insured.length > 0 ? { insured } : {}), ...(family === 'signature' ? readPlan(part) : readBrightWrite(part)) };
		fields.take(part);
		return quote;
	});
}

/** The ids of what is to be booked, in small letters. */
export function quoteIds(quotes: readonly IDataObject[]): string[] {
	return quotes.map(({ id }) => textOf(id)?.toLowerCase() ?? '');
}

function readPlan(part: FieldReader): IDataObject {
	const plan = part.optionalText('instalmentPlan', { label: 'Instalment Plan' });
	const isPaid = part.optionalFlag('firstInstalmentPaid', { label: 'First Instalment Is Paid' }) ?? false;
	if (plan === '') return isPaid ? part.fault('First Instalment Is Paid', 'must be off where there is no instalment plan', {}) : {};
	return { instalment_plan: plan, first_instalment_paid: isPaid };
}

function readBrightWrite(part: FieldReader): IDataObject {
	const details = withoutGaps(Object.fromEntries(BRIGHT_WRITE.map(([name, member, label]) => [member, part.optionalText(name, { label }) || undefined])));
	return Object.keys(details).length > 0 ? { brightwrite_details: details } : {};
}
