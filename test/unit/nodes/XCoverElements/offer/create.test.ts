import type { IDataObject } from 'n8n-workflow';

import { jsonText } from '../../../../../engine/http/exactNumber';
import { create } from '../../../../../nodes/XCoverElements/offer/create';
import { answer, failureOf, RUN } from '../../../../support/panels/pure';
import { panelOf } from '../../../../support/panels/panelOf';
import { faultsOf } from './support';

if (!('request' in create)) throw new Error('Offer: Create is one request');
const { request, items } = create;

const ASKED = { schema: '', language: 'EN', currency: 'eur', country: 'nl', context: '{"total_tickets_price": 412.50, "number_of_adults": 2, "long": 12345678901234567890.10}', partnerTransactionId: '' };
const parameters = (changes: object = {}, executionId = '1') => create.parameters(panelOf({ ...ASKED, ...changes }), { ...RUN, executionId });

describe('what is sent', () => {
	it('is the customer, an empty partner and the context, digit by digit', () => {
		const sent = request(parameters());
		expect(sent).toMatchObject({ method: 'POST', path: '/partners/{partner_code}/offers/', keyed: { firstAnswer: 409, underWay: 423 } });
		expect(jsonText(sent.body)).toBe('{"customer":{"language":"en","currency":"EUR","country":"NL"},"partner":{},"context":{"total_tickets_price":412.50,"number_of_adults":2,"long":12345678901234567890.10}}');
		expect(sent).not.toHaveProperty('query');
	});

	it('names schema and number of the purchase, and asks as the options say', () => {
		const options = { activeOnly: false, includeContent: true, extraFields: ['tax', 'commission'], excludeOfferIds: 'a-1, b-2' };
		const { body, query } = request(parameters({ schema: 'sandbox-travel:v1', partnerTransactionId: 'SHOP-20418', context: { number_of_adults: 2 }, options }));
		expect(body).toMatchObject({ schema: 'sandbox-travel:v1', partner: { transaction_id: 'SHOP-20418' } });
		expect(query).toEqual({ active_only: 'false', include_content: 'true', extra_fields: 'tax,commission', exclude_offer_ids: 'a-1,b-2' });
	});

	it('has a key of its content and its execution', () => {
		const key = (changes: object, executionId: string) => request(parameters(changes, executionId)).headers?.['x-idempotency-key'];
		expect(key({}, '1')).toBe(key({}, '1'));
		expect(key({}, '2')).not.toBe(key({}, '1'));
		expect(key({ country: 'DE' }, '1')).not.toBe(key({}, '1'));
	});

	it.each<[string, object, string[]]>([
		['all at once', { language: 'xx', currency: 'HRK', country: 'EU', context: '{', options: { extraFields: ['price'], activeOnly: 'perhaps' } }, ['Language', 'Currency', 'Country', 'Context', 'Extra Fields', 'Active Only']],
		['what is left out', { language: '', currency: '', country: '', context: '' }, ['Language', 'Currency', 'Country', 'Context']],
		['a context without members', { context: '{}' }, ['Context']],
		['a context that is a list', { context: '[{}]' }, ['Context']],
	])('is not %s', (_what, changes, fields) => {
		expect(faultsOf(create as never, { ...ASKED, ...changes }).map((fault) => fault.split(':')[0]).sort()).toEqual([...fields].sort());
	});
});

describe('an answer', () => {
	const finance = { price: { total_amount: '18.40', total_amount_formatted: '€18.40' }, tax: { total_amount: '3.20' }, surcharge: { total_amount: null }, commission: { total_amount: null } };
	const OFFER: IDataObject = { id: 'o-1', offer_schema: 'sandbox-travel', currency: 'EUR', products: [{ id: 'p-1', name: 'travel', type: null, details: { start_date: null, finance, pds_url: 'https://x.invalid', benefits: [], files: [] } }, null], content: { title: 'Cover' }, metadata: {}, errors: {} };

	it('is the offer with what each product costs, or all of it', () => {
		expect(items(answer(OFFER), parameters())).toEqual([
			{ id: 'o-1', offer_schema: 'sandbox-travel', currency: 'EUR', products: [{ id: 'p-1', name: 'travel', start_date: null, price: '18.40', price_formatted: '€18.40', tax: '3.20', pds_url: 'https://x.invalid' }], errors: {} },
		]);
		expect(items(answer(OFFER), parameters({ simplify: false }))).toEqual([OFFER]);
	});

	it('without a product is none where something went wrong, and empty where nothing did', () => {
		const failure = failureOf(() => items(answer({ ...OFFER, products: [null], errors: { 0: { message: 'calculation failed', type: 'quote_creation_failure' } } }), parameters()));
		expect([failure.kind, failure.message]).toEqual(['businessRefusal', 'XCover made offer o-1 without a product (0: calculation failed)']);
		expect(items(answer({ ...OFFER, products: [] }), parameters())).toMatchObject([{ products: [] }]);
	});

	it.each([[''], [{}], [{ id: 'o-1' }], [{ products: [] }], [[]], [null]])('%j is no offer', (body) => {
		expect(failureOf(() => items(answer(body), parameters())).kind).toBe('brokenAnswer');
	});

	it('with 409 and without an offer is not told as one', () => {
		expect(failureOf(() => items(answer({ message: 'x' }, 409), parameters())).kind).toBe('unknownOutcome');
	});
});
