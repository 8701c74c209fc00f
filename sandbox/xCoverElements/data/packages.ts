import type { Quote } from '../types';

/** A policy within a quote or an offer. */
export interface OfferedPolicy {
	id: string;
	price: number;
	policyType: string;
	policyCode: string;
}

/** What the widget would have made: a quote, or an offer as it is called since 2025. */
export interface Package {
	kind: 'quote' | 'offer';
	quote: Quote & { id: string };
	policies: OfferedPolicy[];
}

const CREATED_AT = '2026-03-06T09:20:11.000000Z';

const ticket = (id: string, price: number): OfferedPolicy => ({ id, price, policyType: 'event_ticket_protection', policyCode: 'DEMOTX01' });
const travel = (id: string, price: number): OfferedPolicy => ({ id, price, policyType: 'comprehensive_travel_insurance', policyCode: 'DEMOTR02' });

function made(kind: Package['kind'], id: string, reference: string, totalPrice: number, policies: OfferedPolicy[], expiresAt = '2099-03-06T09:20:11.000000Z'): Package {
	const quote = {
		provider_reference: reference,
		currency: 'AUD',
		language: 'en',
		expires_at: expiresAt,
		created_at: CREATED_AT,
		updated_at: CREATED_AT,
		security_token: 'm9N8b-V7c6X-z5L4k-J3h2G',
		is_fast_quote: false,
		opted_out_at: null,
		source: null,
		booking: null,
		id,
		total_price: totalPrice,
		total_price_formatted: `A$${totalPrice.toFixed(2)}`,
		pds_url: `https://www.xcover.com/en/pds/${reference}`,
	};
	return { kind, quote, policies };
}

export const packages: readonly Package[] = [
	made('quote', '3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa', 'PB5GS-7NKLD-INS', 42.5, [ticket('b7d20c94-5e1f-4a83-96b7-0d8e3f5a2c61', 30.1), ticket('40c9e6a8-2b7d-4f15-8e3a-c16d9b07f582', 12.4)]),
	made('quote', 'e94c2d71-08fb-4637-a2c9-5f1b6e3d8047', 'RW2HJ-6TYQA-INS', 19.95, [ticket('d85f1a37-c90e-4b62-a7d4-2e6b08f3c915', 19.95)]),
	made('offer', '5a7e0d93-64b1-4c2f-9f08-e3d6b1a59c74', 'LT8VX-4CMWR-INS', 58.9, [travel('96f3b0e2-7d4a-4158-b5c6-a80e1f9d2347', 58.9)]),
	made('offer', 'c08d4b6f-1e95-47a3-8d72-5b9f0e36a1c8', 'FN6QK-9HDBT-INS', 31.2, [ticket('2d71e5c0-f83b-4a96-9e14-7c5a0b8d63f2', 31.2)]),
	// One whose time is over.
	made('quote', '18e6c3f5-a02d-4b79-95e8-d4f70b1c6a92', 'GX3ZC-5WPLN-INS', 12.4, [ticket('f5b8017d-3c6e-49a2-8b50-61e9d2a7c438', 12.4)], '2026-03-07T09:20:11.000000Z'),
];
