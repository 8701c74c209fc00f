import { FieldReader } from '../../../../engine/items/fields';
import type { RepeatableOperation } from '../../../../engine/items/operation';
import { path } from '../../../../engine/transport/path';
import type { PartnerRequest } from '../../../../engine/transport/request';
import { atMost, listAnswer } from '../../answers';
import { branchCode, listSize } from '../../sharedFields';

interface Parameters {
	branchCode: string;
	limit: number | undefined;
}

/** Active Branch Products, `GET /branches/v2/activeBranchProducts/{branchCode}` (order-flow-1994858m0). */
export function branchProductsRequest(code: string): PartnerRequest {
	return { method: 'GET', path: path`/branches/v2/activeBranchProducts/${code}` };
}

/** Everything a branch sells, with the colours and units it sells them in. They differ from branch to branch. */
export const getProducts: RepeatableOperation<Parameters> = {
	name: 'getProducts',
	displayName: 'Get Active Products',
	action: 'Get active products of a branch',
	description: 'List what a branch sells, with colours and units',
	effect: 'read',

	properties: [branchCode, ...listSize],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			branchCode: fields.code('branchCode', { label: 'Branch Code' }),
			limit: fields.limit(),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ branchCode: code }) => branchProductsRequest(code),

	items: (answer, { branchCode: code, limit }) =>
		atMost(listAnswer(answer, 'Active Branch Products'), limit).map((product) => ({ branchCode: code, ...product })),

	explain(failure, { branchCode: code }) {
		if (failure.kind !== 'notFound' && failure.kind !== 'validation') return failure;
		return failure.retold({
			kind: 'notFound',
			message: `SIPS has no products for branch ${code}: ${failure.message}`,
			advice: 'Take the code from Branch: Get Many for Customer, and check that it belongs to the environment of the credential.',
		});
	},
};
