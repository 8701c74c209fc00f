import { findBranch } from '../data/branches';
import { findCustomer, type SandboxCustomer } from '../data/customers';
import { customerToLookUp } from '../data/extraCustomers';
import { orderTemplatesOf } from '../data/orderTemplates';
import { noCustomer } from '../errors';
import type { SrsSipsSettings } from '../settings';
import type { Customer, SrsSipsHandler } from '../types';

/** A customer (customer-details-21007413e0). */
export function getCustomer(settings: () => SrsSipsSettings): SrsSipsHandler<'getCustomer'> {
	return ({ path }) => {
		const customer = customerToLookUp(path.customerCode, settings().extraCustomers);
		return customer ? { status: 200, body: describe(customer) } : noCustomer(path.customerCode);
	};
}

/** A customer's order templates (ordertemplates-21007379e0). V1 is not known to answer otherwise. */
export const getOrderTemplates: SrsSipsHandler<'getOrderTemplates'> & SrsSipsHandler<'getOrderTemplatesV1'> = ({ path }) => {
	const customer = findCustomer(path.customerCode);
	return customer ? { status: 200, body: orderTemplatesOf(customer.customerCode) } : noCustomer(path.customerCode);
};

function describe({ address, ...customer }: SandboxCustomer): Customer {
	return {
		customerId: customer.customerId,
		customerKey: String(customer.customerId).padStart(8, '0'),
		customerCode: customer.customerCode,
		customerName: customer.name,
		addressLine1: address.line1,
		addressLine2: '',
		addressLine3: '',
		city: address.city,
		state: address.state,
		// Nine digits, the last four not known.
		zipCode: address.zipCode.padEnd(9, '0'),
		phone: address.phone,
		fax: '',
		homeBranch: customer.homeBranchCode,
		homeBranchId: findBranch(customer.homeBranchCode)?.branchId,
		nonSaleableIndicator: customer.isSaleable ? 'N' : 'Y',
	};
}
