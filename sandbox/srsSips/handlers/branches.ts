import { branches, findBranch } from '../data/branches';
import { findCustomer } from '../data/customers';
import { productsAt } from '../data/products';
import { errorAnswer } from '../errors';
import type { SrsSipsHandler } from '../types';

/** All branches, or the one asked for (branch-locations-32754987e0). */
export const getBranchLocations: SrsSipsHandler<'getBranchLocations'> = ({ query }) => ({
	status: 200,
	body: branches.filter(({ branchCode }) => isWanted(branchCode, query.BranchCode)),
});

/** Where a customer buys, and under which job accounts (order-flow-1994858m0). */
export const getCustomerBranchLocations: SrsSipsHandler<'getCustomerBranchLocations'> = ({ path, query }) => {
	const customer = findCustomer(path.customerCode);
	if (!customer) {
		const message = `No customer ${path.customerCode}`;
		return { status: 404, body: errorAnswer([{ status: 404, code: 'CustomerNotFound', message, field: 'customerCode' }]) };
	}
	const body = customer.sites
		.filter(({ branchCode }) => isWanted(branchCode, query.BranchCode))
		.map(({ branchCode, miles, accounts }) => ({
			branchCode,
			branchName: findBranch(branchCode)?.branchName ?? '',
			distanceFromShipToInMiles: miles,
			jobAccounts: accounts.map(({ number, name }) => ({ jobAccountNumber: number, jobAccountName: name })),
		}));
	return { status: 200, body };
};

/** Everything a branch sells (order-flow-1994858m0). */
export const getActiveBranchProducts: SrsSipsHandler<'getActiveBranchProducts'> = ({ path }) => {
	const branch = findBranch(path.branchCode);
	if (!branch) {
		const message = `No branch ${path.branchCode}`;
		return { status: 404, body: errorAnswer([{ status: 404, code: 'BranchNotFound', message, field: 'branchCode' }]) };
	}
	return { status: 200, body: productsAt(branch.branchCode) };
};

function isWanted(branchCode: string, wanted: string | undefined): boolean {
	return wanted === undefined || wanted.toUpperCase() === branchCode;
}
