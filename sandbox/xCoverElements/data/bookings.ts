import type { Booking } from '../types';

interface Row {
	id: string;
	policyId: string;
	reference: string;
	status: 'Active' | 'Cancelled';
	currency: string;
	price: number;
	tax: number;
	commission: number;
	policyType: string;
	policyCode: string;
	bookedAt: string;
	endsAt: string;
}

const rows: Row[] = [
	{ id: 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44', policyId: '0c8f4b5e-5a0f-4b7d-8a1f-9f2f6f7b3e10', reference: 'QF7TR-2KMPA-INS', status: 'Active', currency: 'AUD', price: 12.4, tax: 1.13, commission: 5.1, policyType: 'event_ticket_protection', policyCode: 'DEMOTX01', bookedAt: '2026-03-02T08:15:30.000000Z', endsAt: '2026-04-17T00:00:00.000000Z' },
	{ id: '81e7d9f2-36ac-4a5d-b1c8-70f9e42d6b03', policyId: '9b62c1f7-e04d-4f38-a6d1-3c5b8e90f724', reference: 'LM3WX-9QHTB-INS', status: 'Cancelled', currency: 'AUD', price: 31.2, tax: 2.84, commission: 12.4, policyType: 'event_ticket_protection', policyCode: 'DEMOTX01', bookedAt: '2026-03-03T17:40:05.000000Z', endsAt: '2026-05-02T00:00:00.000000Z' },
	{ id: '4d3a0c6b-f915-4be2-87da-1e60c7b5a928', policyId: '6a17e8d4-2c9f-45b0-93ee-d8f1470ac5b6', reference: 'ZK8DN-4VRCE-INS', status: 'Active', currency: 'USD', price: 58.9, tax: 0, commission: 23.56, policyType: 'comprehensive_travel_insurance', policyCode: 'DEMOTR02', bookedAt: '2026-03-05T11:02:47.000000Z', endsAt: '2026-08-21T00:00:00.000000Z' },
];

/** The bookings of the demo partner. */
export const bookings: readonly Booking[] = Object.freeze(
	rows.map((row) => ({
		provider_reference: row.reference,
		language: 'en',
		provider_customer_id: null,
		status: row.status,
		currency: row.currency,
		price: row.price,
		security_token: 'a1B2c-D3e4F-g5H6i-J7k8L',
		created_at: row.bookedAt,
		updated_at: row.bookedAt,
		is_instant_booking: false,
		policies: [
			{
				id: row.policyId,
				status: row.status,
				policy_start_date: row.bookedAt,
				policy_end_date: row.endsAt,
				price: row.price,
				tax: row.tax,
				commission: row.commission,
				cover_amount: null,
				policy_type: row.policyType,
				policy_code: row.policyCode,
				policy_version: '7d6d3f0a-3a5b-4f44-9b0e-6a7d6c1b2f90',
			},
		],
		cancellations: [],
		id: row.id,
	})),
);
