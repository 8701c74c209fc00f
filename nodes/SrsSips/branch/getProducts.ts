import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { listAnswer } from '../shared/answers';
import { branchProductsRequest } from '../shared/listRequests';
import { MAIN_PRODUCT_FIELDS } from '../shared/productFields';
import { branchCode } from '../shared/fields';

interface Parameters {
	branchCode: string;
	limit: number | undefined;
	isSimplified: boolean;
}

/** Everything a branch sells, with the colours and units it sells them in. They differ from branch to branch. */
export const getProducts: RepeatableOperation<Parameters> = {
	name: 'getProducts',
	displayName: 'Get Active Products',
	action: 'Get active products of a branch',
	description: 'List what a branch sells, with colours and units',
	effect: 'read',
	source: { call: 'GET /branches/v2/activeBranchProducts/{branchCode}', standing: 'path documented; most field names known from a client' },

	properties: [branchCode, ...listSize, simplify],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			branchCode: fields.code('branchCode', { label: 'Branch Code' }),
			limit: fields.limit(),
			isSimplified: isSimplified(fields),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ branchCode: code }) => branchProductsRequest(code),

	items(answer, { branchCode: code, limit, isSimplified: isSmall }) {
		const rows = atMost(listAnswer(answer, 'Active Branch Products'), limit);
		if (isSmall) return rows.map((row) => ({ branchCode: code, ...fieldsOf(row, MAIN_PRODUCT_FIELDS) }));
		// Tens of thousands of rows: the code is written into each, not into a copy of it.
		for (const row of rows) row.branchCode ??= code;
		return rows;
	},

	explain(failure, { branchCode: code }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			kind: 'notFound',
			message: `SIPS has no products for branch ${code}: ${failure.message}`,
			advice: 'Take the code from Branch: Get Many for Customer, and check that it belongs to the environment of the credential.',
		});
	},
};
