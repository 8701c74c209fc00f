import { findBranch, type SandboxBranch } from '../data/branches';
import { findCustomer, hasJobAccount, type SandboxCustomer } from '../data/customers';
import { centsPerUnit } from '../data/prices';
import { findProduct, optionsAt, unitsOf } from '../data/products';
import type { ErrorCode, Refusal } from '../errors';
import type { OrderLine, OrderRequest } from '../types';

/** An order that may be taken, with whom and where, or the reasons why it may not. */
export type Judgement = { customer: SandboxCustomer } | { refusals: [Refusal, ...Refusal[]] };

/**
 * The reasons for which orders are known to be refused (introduction-1994856m0, order-flow-1994858m0 and clients'
 * field notes). The real system is not known to name all of them at once; the sandbox does, to be of more help.
 */
export function judge(order: OrderRequest, checkPrices: boolean): Judgement {
	const customer = findCustomer(order.customerCode);
	if (!customer) return no('CustomerNotFound', 'customerCode', `No customer ${order.customerCode}`, 404);
	const branch = findBranch(order.branchCode);
	if (!branch) return no('BranchNotFound', 'branchCode', `No branch ${order.branchCode}`, 404);

	const refusals = [
		...customerFaults(order, customer, branch),
		...emptyFields(order),
		...shippingFaults(order, branch),
		...order.orderLineItemDetails.flatMap((line, at) =>
			lineFaults(line, `orderLineItemDetails[${at}]`, customer, branch, checkPrices),
		),
	];
	const [first, ...others] = refusals;
	return first ? { refusals: [first, ...others] } : { customer };
}

function no(code: ErrorCode, field: string, message: string, status: 400 | 404): Judgement {
	return { refusals: [{ status, code, field, message }] };
}

function fault(code: ErrorCode, field: string, message: string): Refusal {
	return { status: 400, code, field, message };
}

function customerFaults(order: OrderRequest, customer: SandboxCustomer, branch: SandboxBranch): Refusal[] {
	const found: Refusal[] = [];
	const { customerCode } = customer;
	if (!customer.isValid) found.push(fault('CustomerNotValid', 'customerCode', `${customerCode} is not a valid customer`));
	if (!customer.isSaleable) found.push(fault('CustomerNonSaleable', 'customerCode', `${customerCode} may not buy`));
	if (!hasJobAccount(customer, branch.branchCode, order.jobAccountNumber)) {
		const message = `Job account ${order.jobAccountNumber} is not one of ${customerCode} at ${branch.branchCode}`;
		found.push(fault('JobAccountInvalid', 'jobAccountNumber', message));
	}
	return found;
}

function emptyFields({ customerContactInfo: contact, shipTo, orderLineItemDetails: lines }: OrderRequest): Refusal[] {
	const fields: Array<[field: string, value: string]> = [
		['customerContactInfo.customerContactName', contact.customerContactName],
		['customerContactInfo.customerContactPhone', contact.customerContactPhone],
		['customerContactInfo.customerContactAddress.addressLine1', contact.customerContactAddress.addressLine1],
		['shipTo.addressLine1', shipTo.addressLine1],
		...lines.map((line, at): [string, string] => [`orderLineItemDetails[${at}].customerItem`, line.customerItem]),
	];
	return fields
		.filter(([, value]) => value.trim() === '')
		.map(([field]) => fault('FieldsMissingFromRequestBody', field, `${field} is empty`));
}

function shippingFaults({ poDetails }: OrderRequest, branch: SandboxBranch): Refusal[] {
	const { shippingMethod } = poDetails;
	if (branch.shippingMethods.includes(shippingMethod)) return [];
	const message = `Shipping method "${shippingMethod}" is not one of ${branch.branchCode}: ${branch.shippingMethods.join(', ')}`;
	return [fault('ShippingMethodInvalid', 'poDetails.shippingMethod', message)];
}

function lineFaults(
	line: OrderLine,
	at: string,
	customer: SandboxCustomer,
	branch: SandboxBranch,
	checkPrices: boolean,
): Refusal[] {
	const product = findProduct(line.productId);
	const options = product ? optionsAt(product, branch.branchCode) : [];
	if (!product || options.length === 0) {
		const message = `Product ${line.productId} is not active at ${branch.branchCode}`;
		return [fault('ProductNotActiveAtBranch', `${at}.productId`, message)];
	}
	const found: Refusal[] = [];
	// Public examples disagree about products without a choice: "N/A" in the documents, "" in one client.
	const hasNoChoice = options[0] === 'N/A' && line.option === '';
	if (!options.includes(line.option) && !hasNoChoice) {
		found.push(fault('OptionInvalid', `${at}.option`, `"${line.option}" is not an option of product ${line.productId}`));
	}
	const cents = centsPerUnit(product, customer, line.uom);
	if (cents === undefined) {
		const message = `"${line.uom}" is not a unit of product ${line.productId}: ${unitsOf(product).join(', ')}`;
		return [...found, fault('UomInvalid', `${at}.uom`, message)];
	}
	if (checkPrices && line.price !== undefined && Math.abs(line.price - cents / 100) >= 0.01) {
		found.push(fault('PriceMismatch', `${at}.price`, `Price ${line.price} is not the price of product ${line.productId}`));
	}
	return found;
}
