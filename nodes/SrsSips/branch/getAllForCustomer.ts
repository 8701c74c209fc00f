import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { listAnswer } from '../shared/answers';
import { customerBranchesRequest } from '../shared/listRequests';
import { customerCode } from '../shared/fields';

interface Parameters {
	customerCode: string;
	nearBranchCode: string;
	limit: number | undefined;
}

/**
 * Customer Branch Locations, `GET /branches/v2/customerBranchLocations/{customerCode}` (order-flow-1994858m0): the
 * branches a customer may order from, each with its job accounts.
 */
export const getAllForCustomer: RepeatableOperation<Parameters> = {
	name: 'getAllForCustomer',
	displayName: 'Get Many for Customer',
	action: 'Get many branches of a customer',
	description: 'List the branches a customer may order from, with its job accounts there',
	effect: 'read',
	source: { call: 'GET /branches/v2/customerBranchLocations/{customerCode}', standing: 'documented; whether `BranchCode` must be sent is not certain, see Options' },

	properties: [customerCode, ...listSize],
	options: [
		{
			displayName: 'Branch Code',
			name: 'nearBranchCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. CORMN',
			description:
				'Sent as BranchCode. The guides show no such field, a working client reports that SIPS asks for it: fill it in when SIPS does.',
		},
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			customerCode: fields.code('customerCode', { label: 'Customer Code' }),
			nearBranchCode: fields.optionalText('options.nearBranchCode', { label: 'Branch Code' }),
			limit: fields.limit(),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ customerCode: code, nearBranchCode }) => customerBranchesRequest(code, nearBranchCode),

	items(answer, { customerCode: code, limit }) {
		return atMost(listAnswer(answer, 'Customer Branch Locations'), limit).map((branch) => ({ customerCode: code, ...branch }));
	},

	explain(failure, { customerCode: code }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			message: `No branches for customer ${code}: ${failure.message}`,
			advice: 'Check Customer Code with Customer: Validate. If SIPS asks for a branch, set Branch Code under Options.',
		});
	},
};
