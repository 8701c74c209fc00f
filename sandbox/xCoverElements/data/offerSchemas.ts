/** A product that offers of a schema hold. */
export interface Product {
	name: string;
	title: string;
	policyType: string;
	policyCode: string;
	/** The price as a share of what is insured. */
	rate: string;
	years: number;
	isRenewable: boolean;
}

/** What the `context` of an offer holds, by the schema that Cover Genius hands to a partner. */
export interface OfferSchema {
	name: string;
	/** Members that must be there. */
	required: readonly string[];
	/** Where the sum that is insured stands, and how many there are. */
	value: readonly string[];
	count: readonly string[];
	products: readonly Product[];
}

const retail = (years: number, rate: string, isRenewable: boolean): Product => ({
	name: `sandbox-retail-${years}y`,
	title: `${years} Year Plan`,
	policyType: 'product_insurance_offer_engine',
	policyCode: 'SBXRETL1',
	rate,
	years,
	isRenewable,
});

/** The first is taken where an offer names none. Names and prices are invented; what retail asks for was seen. */
export const offerSchemas: readonly [OfferSchema, ...OfferSchema[]] = [
	{
		name: 'sandbox-retail',
		required: ['purchase_date', 'product'],
		value: ['product', 'retail_value'],
		count: ['product', 'quantity'],
		products: [retail(1, '0.08', true), retail(2, '0.13', false)],
	},
	{
		name: 'sandbox-travel',
		required: ['total_tickets_price'],
		value: ['total_tickets_price'],
		count: ['number_of_adults'],
		products: [{ name: 'sandbox-travel', title: 'Travel Cover', policyType: 'comprehensive_travel_insurance', policyCode: 'SBXTRVL1', rate: '0.06', years: 1, isRenewable: false }],
	},
];
