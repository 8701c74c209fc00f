import type { Quote } from '../types';

const CREATED_AT = '2026-03-06T09:20:11.000000Z';

function quote(id: string, reference: string, price: number): Quote & { id: string } {
	return {
		provider_reference: reference,
		currency: 'AUD',
		language: 'en',
		expires_at: '2030-03-06T09:20:11.000000Z',
		created_at: CREATED_AT,
		updated_at: CREATED_AT,
		security_token: 'm9N8b-V7c6X-z5L4k-J3h2G',
		is_fast_quote: false,
		opted_out_at: null,
		source: null,
		booking: null,
		id,
		total_price: price,
		total_price_formatted: `A$${price.toFixed(2)}`,
		pds_url: `https://www.xcover.com/en/pds/${reference}`,
	};
}

/** Quotes the widget would have made. */
export const quotes = [
	quote('3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa', 'PB5GS-7NKLD-INS', 42.5),
	quote('e94c2d71-08fb-4637-a2c9-5f1b6e3d8047', 'RW2HJ-6TYQA-INS', 19.95),
];
