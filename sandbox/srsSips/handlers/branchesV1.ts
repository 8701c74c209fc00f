import { itemsAt } from '../data/branchItems';
import { findBranch } from '../data/branches';
import { findCustomer, shipTosOf } from '../data/customers';
import { noBranch, noCustomer } from '../errors';
import type { SrsSipsHandler } from '../types';

// Pages of these calls were not seen: their shapes are invented, see the document.

/** One branch (Branch Details, V1). */
export const getBranch: SrsSipsHandler<'getBranch'> = ({ path }) => {
	const branch = findBranch(path.branchCode);
	return branch ? { status: 200, body: branch } : noBranch(path.branchCode);
};

/** What a branch sells, by item (Branch Active Items, V1). */
export const getBranchItems: SrsSipsHandler<'getBranchItems'> = ({ path }) => {
	const branch = findBranch(path.branchCode);
	return branch ? { status: 200, body: itemsAt(branch.branchCode) } : noBranch(path.branchCode);
};

/** The branch with the shortest way (Nearest Eligible Branch, V1). */
export const getNearestBranch: SrsSipsHandler<'getNearestBranch'> = ({ path }) => {
	const customer = findCustomer(path.customerCode);
	if (!customer) return noCustomer(path.customerCode);
	const [nearest] = [...customer.sites].sort((one, other) => one.miles - other.miles);
	const branch = nearest && findBranch(nearest.branchCode);
	if (!branch) return noBranch(`for ${customer.customerCode}`);
	const { branchId, branchCode, branchName } = branch;
	return { status: 200, body: { branchId, branchCode, branchName, distanceFromShipToInMiles: nearest.miles } };
};

/** Where a customer has goods delivered to (Ship to Address, V1). */
export const getShipToAddresses: SrsSipsHandler<'getShipToAddresses'> = ({ path }) => {
	const customer = findCustomer(path.customerCode);
	if (!customer) return noCustomer(path.customerCode);
	const { line1, city, state, zipCode } = customer.address;
	const body = shipTosOf(customer).map(({ sequenceNumber, branchCode, account }) => ({
		shipToSequenceNumber: sequenceNumber,
		shipToName: account.name,
		branchCode,
		addressLine1: line1,
		addressLine2: '',
		addressLine3: '',
		city,
		state,
		zipCode,
	}));
	return { status: 200, body };
};
