import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { path } from '../../../engine/transport/path';
import { textOf } from '../../../engine/values';
import { detailsAnswer } from '../shared/answers';
import { checkRequestedId } from '../shared/requestedId';
import { customerCode } from '../shared/fields';

interface Parameters {
	customerCode: string;
	isSimplified: boolean;
}

/** What matters most of a customer. */
const MAIN_FIELDS = ['customerId', 'customerName', 'addressLine1', 'city', 'state', 'zipCode', 'phone', 'homeBranch'];

/** Customer Details, `GET /customers/{customerCode}` (customer-details-21007413e0). */
export const get: RepeatableOperation<Parameters> = {
	name: 'get',
	displayName: 'Get',
	action: 'Get a customer',
	description: 'Read name, address and home branch of a customer',
	effect: 'read',
	source: { call: 'GET /customers/{customerCode}', standing: 'documented' },
	properties: [customerCode, simplify],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			customerCode: fields.code('customerCode', { label: 'Customer Code' }),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ customerCode: code }) => ({ method: 'GET', path: path`/customers/${code}` }),

	items(answer, { customerCode: code, isSimplified: isSmall }) {
		const customer = detailsAnswer(answer, 'Customer Details');
		checkRequestedId(customer, 'customerCode', code, 'Customer Details');
		return [{
			customerCode: code,
			...fieldsOf(customer, isSmall ? MAIN_FIELDS : undefined),
			nonSaleable: flag(customer.nonSaleableIndicator),
		}];
	},

	explain(failure, { customerCode: code }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			kind: 'notFound',
			message: `No customer ${code}: ${failure.message}`,
			advice: "Check Customer Code. It is the contractor's account number at SRS, in the environment of the credential.",
		});
	},
};

/** `Y` or `N`; null for anything else, which says nothing. */
function flag(indicator: unknown): boolean | null {
	const letter = textOf(indicator)?.trim().toUpperCase();
	return letter === 'Y' ? true : letter === 'N' ? false : null;
}
