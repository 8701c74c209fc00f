import type { Status } from '../signed/held';

interface Row {
	id: string;
	offerId: string;
	quoteId: string;
	status: Status;
	currency: string;
	/** At which place of its schema's products. */
	schema: string;
	product: number;
	value: string;
	transactionId: string | null;
	email: string;
	firstName: string;
	lastName: string;
	country: string;
	/** Counted from when the sandbox starts. */
	bookedDaysAgo: number;
	startsInDays: number;
	instalmentPlan?: string;
}

/** One that ends in 45 days and can be renewed, one with instalments, and one in each other state. */
export const signedBookings: readonly Row[] = [
	{ id: 'K4PLM-22TRX-INS', offerId: '0d5b2e8f-41c7-4a96-b3f0-9e72d1c86a54', quoteId: '1c94d7a0-6e3b-4f82-8d15-a70b3f9c2e68', status: 'CONFIRMED', currency: 'EUR', schema: 'sandbox-retail', product: 0, value: '230', transactionId: 'SHOP-20418', email: 'ines.marek@example.com', firstName: 'Ines', lastName: 'Marek', country: 'CZ', bookedDaysAgo: 320, startsInDays: -320 },
	{ id: 'N8QVB-6HJWC-INS', offerId: 'f7a3c91e-28d4-4b60-9a5e-3c18e0b7d429', quoteId: '82e5b6f1-0c9d-4a37-b1e8-6f4d2a7093c5', status: 'CONFIRMED', currency: 'EUR', schema: 'sandbox-retail', product: 1, value: '1199.95', transactionId: 'SHOP-20433', email: 'tom.weiss@example.com', firstName: 'Tom', lastName: 'Weiss', country: 'AT', bookedDaysAgo: 60, startsInDays: -60, instalmentPlan: '1year-monthly' },
	{ id: 'Y3DRT-9MKPF-INS', offerId: '94b0e6d7-5f12-4c8a-8e3d-7a29f1c05b68', quoteId: 'e30d8c57-b241-4f69-9c0e-15a7d8b6f492', status: 'CANCELLED', currency: 'GBP', schema: 'sandbox-travel', product: 0, value: '640', transactionId: null, email: 'mira.okafor@example.com', firstName: 'Mira', lastName: 'Okafor', country: 'GB', bookedDaysAgo: 30, startsInDays: 60 },
	{ id: 'B6WXN-4TQHL-INS', offerId: '2fc6d9a1-8e07-4b53-a9d2-0b84f6e31c79', quoteId: '57a1f0e8-d63c-4295-8b7f-c2e94d06a813', status: 'PENDING_PAYMENT', currency: 'USD', schema: 'sandbox-retail', product: 1, value: '499', transactionId: 'SHOP-20467', email: 'lou.baker@example.com', firstName: 'Lou', lastName: 'Baker', country: 'US', bookedDaysAgo: 2, startsInDays: -2 },
	{ id: 'T5GHJ-7CVDM-INS', offerId: 'b85e13f9-c0a6-47d2-9f48-e61d7b2c0a35', quoteId: '09f4c2d8-7a15-4e6b-93b0-d8e5f1a7c264', status: 'FAILED', currency: 'USD', schema: 'sandbox-retail', product: 0, value: '85', transactionId: null, email: 'ana.silva@example.com', firstName: 'Ana', lastName: 'Silva', country: 'US', bookedDaysAgo: 5, startsInDays: -5 },
	{ id: 'Q2FBK-5NYXT-INS', offerId: '61d7a4c0-f93e-4508-b2a6-84e0c5f71d9b', quoteId: 'c6b20e95-4d87-4f1a-a03c-9b5d7e8f2164', status: 'DELETED', currency: 'EUR', schema: 'sandbox-travel', product: 0, value: '120', transactionId: null, email: 'jan.kral@example.com', firstName: 'Jan', lastName: 'Kral', country: 'CZ', bookedDaysAgo: 8, startsInDays: 30 },
	{ id: 'V9MPC-3JLRW-INS', offerId: '3e8b5f72-06c1-4da9-8f94-d5a0b7e26c18', quoteId: '7d05e9b3-a8f2-4c61-95e4-1f6c0d3a8b27', status: 'RENEWED', currency: 'EUR', schema: 'sandbox-retail', product: 0, value: '310.50', transactionId: 'SHOP-11007', email: 'eva.horak@example.com', firstName: 'Eva', lastName: 'Horak', country: 'CZ', bookedDaysAgo: 400, startsInDays: -35 },
];
