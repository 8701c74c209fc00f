import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { country } from '../../../engine/fieldKinds/country';
import { currency } from '../../../engine/fieldKinds/currency';
import { exactObject } from '../../../engine/items/exactObject';
import { language } from '../../../engine/fieldKinds/language';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { FieldReader } from '../../../engine/items/fields';
import { typedField } from '../../../engine/items/typedField';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { quotable } from '../../../engine/redact';
import { objectAnswer, unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf, withoutGaps } from '../../../engine/values';
import { notTheFirstAnswer } from '../shared/answers';
import { faultsIn } from '../shared/faults';
import { FOR } from '../shared/family';
import { partnerTransactionId, readPartnerTransactionId } from '../shared/fields';
import { outputFields, readOutput, shown, type Output } from '../shared/output';
import { withKey } from '../shared/write';
import { XCOVER } from '../shared/xcover';

interface Parameters extends Output {
	/** As XCover takes it. */
	body: IDataObject;
	query: Record<string, string>;
	executionId: string;
}

/** Members that the answer has where they are asked for (od/api/reference/create-offer). */
const EXTRA_FIELDS = ['benefits', 'commission', 'surcharge', 'tax'] as const;

const CONTEXT = 'Context';

const properties: INodeProperties[] = [
	typedField('language', 'Language', 'e.g. en', 'Of the customer. XCover does not check it, so it is checked here.', { required: true }),
	typedField('currency', 'Currency', 'e.g. EUR', 'ISO 4217, three letters. XCover checks neither that it exists nor that it is one of the country; that it exists is checked here.', { required: true }),
	typedField('country', 'Country', 'e.g. NL', 'ISO 3166-1, two letters: it decides the price, whatever the currency is. XCover does not check it, so it is checked here.', { required: true }),
	{
		displayName: CONTEXT,
		name: 'context',
		type: 'json',
		required: true,
		default: '{}',
		placeholder: 'e.g. { "total_tickets_price": 412.50, "number_of_adults": 2 }',
		description: 'What is being bought, as a JSON object with the members of your schema. Numbers that are typed go out with the digits that they have here.',
	},
	typedField('schema', 'Schema', 'e.g. demo-partner-travel:v1', 'Name of the schema that says what Context holds, with its version where there are several, from Cover Genius. May be left out where your key has a single one.'),
	partnerTransactionId('Items of one execution that are alike in everything get the same offer: where two customers buy the same, give each a number of its own.'),
	...outputFields.properties,
];

const options: INodeProperties[] = [
	{ displayName: 'Active Only', name: 'activeOnly', type: 'boolean', default: true, description: 'Whether to get only offers that are active, with a key for tests' },
	typedField('excludeOfferIds', 'Exclude Offer IDs', 'e.g. 5f1b0a9e-0f5e-4d0e-8a35-2d1f6a1c77b0', 'Offers that the customer has seen and that are not to come again, with commas between them. Not confirmed: its name is known, and not how XCover takes several.'),
	{
		displayName: 'Extra Fields',
		name: 'extraFields',
		type: 'multiOptions',
		options: [
			{ name: 'Benefits', value: 'benefits' },
			{ name: 'Commission', value: 'commission' },
			{ name: 'Surcharge', value: 'surcharge' },
			{ name: 'Tax', value: 'tax' },
		],
		default: [],
		description: 'What else the answer is to tell of each product',
	},
	{ displayName: 'Include Content', name: 'includeContent', type: 'boolean', default: true, description: 'Whether the answer holds texts for display. They come out with Simplify off.' },
	...outputFields.options,
];

/** Makes an offer (od/api/reference/create-offer; an answer was seen). Another one each time costs nothing; a try of which nobody heard is the same one by its key. */
export const create: RepeatableOperation<Parameters> = {
	name: 'create',
	displayName: 'Create',
	action: 'Create an offer',
	description: 'Make an offer for a customer and what is being bought, with products and prices. Each execution makes another one',
	...FOR.signature,
	effect: 'repeatable',
	source: { call: 'POST /partners/{partner_code}/offers/', standing: 'documented; an answer was seen' },
	properties,
	options,

	parameters(read, { executionId }) {
		const fields = new FieldReader(read);
		const schema = fields.optionalText('schema', { label: 'Schema' });
		const customer = {
			language: fields.kind('language', { label: 'Language' }, language, ''),
			currency: fields.kind('currency', { label: 'Currency' }, currency, ''),
			country: fields.kind('country', { label: 'Country' }, country, ''),
		};
		const context = fields.kind<IDataObject>('context', { label: CONTEXT }, exactObject, {});
		if (Object.keys(context).length === 0 && !fields.isFaultyAt(CONTEXT)) fields.fault(CONTEXT, 'must have the members of your schema');
		const transactionId = readPartnerTransactionId(fields);
		const parameters = {
			body: { ...(schema === '' ? {} : { schema }), customer, partner: transactionId === '' ? {} : { transaction_id: transactionId }, context },
			query: readQuery(fields),
			...readOutput(fields),
			executionId,
		};
		fields.done('The offer');
		return parameters;
	},

	request({ body, query, executionId }) {
		const request: PartnerRequest = { method: 'POST', path: '/partners/{partner_code}/offers/', ...(Object.keys(query).length > 0 ? { query } : {}), body };
		return withKey(request, `Create an offer ${contentHash(request)} #${executionId}`);
	},

	items(answer, parameters) {
		const offer = offerIn(answer);
		return [parameters.simplified ? shown({ ...offer, products: productsIn(offer).map(smallProduct) }, OFFER_FIELDS, parameters) : shown(offer, [], parameters)];
	},
};

/** Members of an offer in its small form. */
const OFFER_FIELDS = ['id', 'session_id', 'offer_config_id', 'offer_schema', 'currency', 'products', 'product_rules', 'errors'];

function readQuery(fields: FieldReader): Record<string, string> {
	const flag = (name: string, label: string) => fields.optionalFlag(`options.${name}`, { label })?.toString();
	const extra = fields.optionalCodes('options.extraFields', { label: 'Extra Fields' });
	if (extra.some((name) => !(EXTRA_FIELDS as readonly string[]).includes(name))) fields.fault('Extra Fields', `must be some of ${EXTRA_FIELDS.join(', ')}`);
	const list = (names: string[]) => (names.length > 0 ? names.join(',') : undefined);
	const query = {
		active_only: flag('activeOnly', 'Active Only'),
		include_content: flag('includeContent', 'Include Content'),
		extra_fields: list(extra),
		exclude_offer_ids: list(fields.optionalCodes('options.excludeOfferIds', { label: 'Exclude Offer IDs' })),
	};
	return withoutGaps(query) as Record<string, string>;
}

/** @throws Failure where there is none, or one in which every product failed */
function offerIn(answer: PartnerAnswer): IDataObject {
	const offer = objectAnswer(XCOVER, answer, 'Offer');
	const id = textOf(offer.id);
	if (id === undefined || !Array.isArray(offer.products)) throw answer.status === 409 ? notTheFirstAnswer(answer) : unusableAnswer(XCOVER, answer, 'Offer', 'an offer with an id and products');
	const faults = faultsIn(offer);
	if (productsIn(offer).length > 0 || faults.length === 0) return offer;
	throw new Failure('businessRefusal', `${XCOVER} made offer ${id} without a product (${quotable(faults.join('; '), answer.secrets?.() ?? [])})`, {
		advice: 'There is nothing in it to confirm. Check Context against your schema.',
		status: answer.status,
	});
}

/** A product that failed is missing, or null. */
function productsIn({ products }: IDataObject): IDataObject[] {
	return Array.isArray(products) ? (products as unknown[]).filter(isObject) : [];
}

/** A product without its texts: what is confirmed by, and what it costs. */
function smallProduct({ id, name, details }: IDataObject): IDataObject {
	const { start_date, end_date, finance, pds_url, benefits } = (isObject(details) ? details : {}) as IDataObject;
	const amounts = (isObject(finance) ? finance : {}) as Record<string, unknown>;
	const amount = (of: string, member = 'total_amount') => (isObject(amounts[of]) ? (amounts[of][member] ?? undefined) : undefined);
	return withoutGaps({
		id,
		name,
		start_date,
		end_date,
		price: amount('price'),
		price_formatted: amount('price', 'total_amount_formatted'),
		tax: amount('tax'),
		surcharge: amount('surcharge'),
		commission: amount('commission'),
		benefits: Array.isArray(benefits) && benefits.length > 0 ? benefits : undefined,
		pds_url,
	});
}
