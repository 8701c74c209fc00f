import { findBranch } from '../data/branches';
import type { SandboxCustomer } from '../data/customers';
import { customerToLookUp } from '../data/extraCustomers';
import { noCustomer } from '../errors';
import type { SrsSipsSettings } from '../settings';
import type { SrsSipsHandler, ValidatedCustomer } from '../types';

interface Proof {
	integrationKey?: string;
	invoiceNumber?: string;
	invoiceDate?: string;
	billedAmount?: number;
}

/**
 * Checks the proof of a contractor (validate-customer-21007416e0). The key is enough; an invoice needs its
 * date or its amount as well. What a failed proof answers is not documented: here `N` and no address.
 */
export function validateCustomer(settings: () => SrsSipsSettings): SrsSipsHandler<'validateCustomer'> {
	return ({ query }) => {
		const customer = customerToLookUp(query.accountNumber, settings().extraCustomers);
		if (!customer) return noCustomer(query.accountNumber, 'accountNumber');
		if (!proves(customer, query)) {
			return { status: 200, body: { validIndicator: 'N', accountNumber: customer.customerCode } };
		}
		return { status: 200, body: describe(customer) };
	};
}

function proves(customer: SandboxCustomer, proof: Proof): boolean {
	if (proof.integrationKey !== undefined) return proof.integrationKey === customer.integrationKey;
	const { invoiceNumber, invoiceDate, billedAmount } = proof;
	if (invoiceDate === undefined && billedAmount === undefined) return false;
	return customer.invoices.some(
		(invoice) =>
			invoice.number === invoiceNumber &&
			(invoiceDate === undefined || invoice.date === invoiceDate) &&
			(billedAmount === undefined || invoice.amount === billedAmount),
	);
}

function describe({ address, ...customer }: SandboxCustomer): ValidatedCustomer {
	return {
		validIndicator: customer.isValid ? 'Y' : 'N',
		customerId: customer.customerId,
		accountNumber: customer.customerCode,
		customerName: customer.name,
		homeBranchId: String(findBranch(customer.homeBranchCode)?.branchId ?? ''),
		customerAddress1: address.line1,
		customerAddress2: '',
		customerAddress3: '',
		customerCity: address.city,
		customerState: address.state,
		customerZipCode: address.zipCode,
		customerPhone: address.phone,
	};
}
