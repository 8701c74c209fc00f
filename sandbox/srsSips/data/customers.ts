import type { OrderMode } from '../settings';

/** Where a customer buys, under which accounts. */
export interface CustomerSite {
	branchCode: string;
	miles: number;
	accounts: Array<{ number: number; name: string }>;
}

/** A contractor of the invented data set. */
export interface SandboxCustomer {
	customerCode: string;
	customerId: number;
	name: string;
	address: { line1: string; city: string; state: string; zipCode: string; phone: string };
	homeBranchCode: string;
	/** Short text that proves who connects the account, as Roof Hub shows it. */
	integrationKey: string;
	invoices: Array<{ number: string; date: string; amount: number }>;
	/** What the account itself allows, however good the proof is. */
	isValid: boolean;
	isSaleable: boolean;
	/** The customer's price in ten thousandths of the list price. */
	priceLevel: number;
	orderMode: Exclude<OrderMode, 'perCustomer'>;
	sites: CustomerSite[];
}

/** Orders under this account of DEMO500 are queued and then dropped: a way to try that, not what SIPS does with the number 1. */
export const PLACEHOLDER_JOB_ACCOUNT = 1;

export const customers: readonly SandboxCustomer[] = [
	{
		customerCode: 'DEMO100',
		customerId: 50100,
		name: 'RIDGELINE DEMO ROOFING INC',
		address: { line1: '100 GABLE ST', city: 'DENVER', state: 'CO', zipCode: '80211', phone: '3035550100' },
		homeBranchCode: 'SBDEN',
		integrationKey: 'RDG100',
		invoices: [{ number: '0041190007-001', date: '2026-02-14', amount: 1843.27 }],
		isValid: true,
		isSaleable: true,
		priceLevel: 9200,
		orderMode: 'accepted',
		sites: [
			{ branchCode: 'SBDEN', miles: 3.218, accounts: [{ number: 43, name: 'MAIN' }, { number: 44, name: 'MAPLE COURT PHASE 2' }, { number: 45, name: 'STORM WORK' }] },
			{ branchCode: 'SBDAL', miles: 662.405, accounts: [{ number: 51, name: 'MAIN' }] },
			{ branchCode: 'SBORL', miles: 1541.93, accounts: [{ number: 52, name: 'MAIN' }, { number: 53, name: 'LAKESIDE TOWNHOMES' }] },
		],
	},
	{
		customerCode: 'DEMO200',
		customerId: 50200,
		name: 'HARBOR DEMO EXTERIORS LLC',
		address: { line1: '200 PIER AVE', city: 'SEATTLE', state: 'WA', zipCode: '98134', phone: '2065550200' },
		homeBranchCode: 'SBSEA',
		integrationKey: 'HBR200',
		invoices: [{ number: '0041190044-001', date: '2026-01-30', amount: 612.5 }],
		isValid: true,
		isSaleable: true,
		priceLevel: 10000,
		orderMode: 'queued',
		sites: [
			{ branchCode: 'SBSEA', miles: 4.75, accounts: [{ number: 71, name: 'MAIN' }] },
			{ branchCode: 'SBMSP', miles: 1394.02, accounts: [{ number: 72, name: 'MAIN' }, { number: 73, name: 'RIVER LOFTS' }] },
		],
	},
	{
		customerCode: 'DEMO300',
		customerId: 50300,
		name: 'CLOSED ACCOUNT DEMO CO',
		address: { line1: '300 VALLEY LN', city: 'ROCHESTER', state: 'NY', zipCode: '14620', phone: '5855550300' },
		homeBranchCode: 'SBROC',
		integrationKey: 'CLS300',
		invoices: [{ number: '0041180012-001', date: '2025-06-03', amount: 99.95 }],
		isValid: false,
		isSaleable: true,
		priceLevel: 10000,
		orderMode: 'accepted',
		sites: [{ branchCode: 'SBROC', miles: 2.004, accounts: [{ number: 81, name: 'MAIN' }] }],
	},
	{
		customerCode: 'DEMO400',
		customerId: 50400,
		name: 'CREDIT HOLD DEMO BUILDERS',
		address: { line1: '400 EAVES DR', city: 'ORLANDO', state: 'FL', zipCode: '32801', phone: '4075550400' },
		homeBranchCode: 'SBORL',
		integrationKey: 'CRH400',
		invoices: [{ number: '0041190102-001', date: '2026-02-20', amount: 5210.08 }],
		isValid: true,
		isSaleable: false,
		priceLevel: 10000,
		orderMode: 'accepted',
		sites: [{ branchCode: 'SBORL', miles: 6.661, accounts: [{ number: 91, name: 'MAIN' }] }],
	},
	{
		customerCode: 'DEMO500',
		customerId: 50500,
		name: 'NORTHERN DEMO RESTORATION',
		address: { line1: '500 DORMER WAY', city: 'ROCHESTER', state: 'NY', zipCode: '14609', phone: '5855550500' },
		homeBranchCode: 'SBROC',
		integrationKey: 'NRD500',
		invoices: [{ number: '0041190150-002', date: '2026-03-01', amount: 250 }],
		isValid: true,
		isSaleable: true,
		priceLevel: 10650,
		orderMode: 'accepted',
		sites: [{ branchCode: 'SBROC', miles: 5.12, accounts: [{ number: PLACEHOLDER_JOB_ACCOUNT, name: 'SHOP' }, { number: 61, name: 'MAIN' }] }],
	},
];

/** One place a customer has goods delivered to. How the real numbers relate to job accounts is not known. */
export interface ShipTo {
	/** The place of the job account among all of the customer, from 1. */
	sequenceNumber: number;
	branchCode: string;
	account: { number: number; name: string };
}

/** All places of a customer, in the order of their numbers. */
export function shipTosOf(customer: SandboxCustomer): ShipTo[] {
	return customer.sites
		.flatMap(({ branchCode, accounts }) => accounts.map((account) => ({ branchCode, account })))
		.map((place, at) => ({ sequenceNumber: at + 1, ...place }));
}

/** The place that belongs to a job account of a customer. */
export function shipToOf(customerCode: string, jobAccountNumber: number): ShipTo | undefined {
	const customer = findCustomer(customerCode);
	return customer && shipTosOf(customer).find(({ account }) => account.number === jobAccountNumber);
}

/** The customer with this code, in any case. */
export function findCustomer(customerCode: string): SandboxCustomer | undefined {
	return customers.find((customer) => customer.customerCode === customerCode.toUpperCase());
}

/** Whether the customer buys at this branch under this account. */
export function hasJobAccount(customer: SandboxCustomer, branchCode: string, jobAccountNumber: number): boolean {
	const site = customer.sites.find((known) => known.branchCode === branchCode);
	return site?.accounts.some(({ number }) => number === jobAccountNumber) ?? false;
}
