import { difference, money, type Amount } from '../money';
import { offsetTimeOf, yearsLater } from '../times';
import type { Offer, OfferProduct } from '../types';
import { priceOf, taxOf } from './held';
import type { HeldOffer, OfferedQuote } from './offerBook';

/** What of an offer is shown beyond what always is. */
export interface OfferView {
	includeContent: boolean;
	/** Of `tax`, `commission`, `benefits` and `surcharge`. */
	extraFields: readonly string[];
}

/** An offer, as the call that makes it answers (seen). */
export function offerAnswer(offer: HeldOffer, { includeContent, extraFields }: OfferView): Offer {
	const { id, schema, currency } = offer;
	return {
		id,
		offer_config_id: 'aa1c7d05-93b6-4e8f-8a20-5d6e9f3b7c41',
		offer_schema: schema,
		currency,
		products: offer.quotes.map((quote) => productAnswer(quote, offer, extraFields)),
		...(includeContent && { content: { title: 'Sandbox Cover', products: offer.quotes.map(({ id: quoteId, product }) => ({ id: quoteId, title: product.title })) } }),
		errors: {},
	};
}

function productAnswer(quote: OfferedQuote, { id, currency, createdAt }: HeldOffer, extraFields: readonly string[]): OfferProduct {
	const { product } = quote;
	const price = priceOf(quote);
	const tax = taxOf(price);
	const amount = (name: string, value: Amount) => (extraFields.includes(name) ? money('total_amount', value, currency) : { total_amount: null, total_amount_formatted: null });
	return {
		id: quote.id,
		name: product.name,
		type: null,
		schema_url: null,
		details: {
			policy_version_id: '7d6d3f0a-3a5b-4f44-9b0e-6a7d6c1b2f90',
			start_date: offsetTimeOf(createdAt),
			end_date: offsetTimeOf(yearsLater(createdAt, product.years)),
			finance: {
				price: { ...money('total_amount', price, currency), ...money('total_amount_without_tax', difference(tax, price), currency) },
				tax: amount('tax', tax),
				surcharge: amount('surcharge', '0'),
				commission: amount('commission', '0'),
			},
			pds_url: `https://xcover-sandbox.invalid/en/pds/${id}`,
			files: [],
			extra_fields: {},
			experiment: {},
			benefits: [],
		},
	};
}
