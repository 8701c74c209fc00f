import { branches, findBranch } from '../data/branches';
import { findCustomer } from '../data/customers';
import { productsAt } from '../data/productLists';
import { noBranch, noCustomer } from '../errors';
import type { SrsSipsSettings } from '../settings';
import type { SrsSipsHandler } from '../types';

/** All branches, or the one asked for (branch-locations-32754987e0). */
export const getBranchLocations: SrsSipsHandler<'getBranchLocations'> = ({ query }) => ({
	status: 200,
	body: branches.filter(({ branchCode }) => isWanted(branchCode, query.BranchCode)),
});

/** Where a customer buys, and under which job accounts (order-flow-1994858m0). */
export const getCustomerBranchLocations: SrsSipsHandler<'getCustomerBranchLocations'> = ({ path, query }) => {
	const customer = findCustomer(path.customerCode);
	if (!customer) return noCustomer(path.customerCode);
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
export function getActiveBranchProducts(settings: () => SrsSipsSettings): SrsSipsHandler<'getActiveBranchProducts'> {
	return ({ path }) => {
		const branch = findBranch(path.branchCode);
		if (!branch) return noBranch(path.branchCode);
		return { status: 200, body: productsAt(branch.branchCode, settings().extraProducts) };
	};
}

function isWanted(branchCode: string, wanted: string | undefined): boolean {
	return wanted === undefined || wanted.toUpperCase() === branchCode;
}
