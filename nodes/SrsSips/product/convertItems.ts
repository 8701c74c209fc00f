import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { textOf } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { isSameCode } from '../shared/codes';
import { CODES_A_REQUEST, genericItemsRequest } from '../shared/itemRequests';

interface Parameters {
	branchId: number;
	itemCodes: string[];
}

/**
 * Catalog Item Convert, `POST /products/v2/catalog/convert` (catalog-item-convert-21007555e0): from generic item names to
 * products of SRS. The page's own sentence about units does not fit its fields.
 */
export const convertItems: RepeatableOperation<Parameters> = {
	name: 'convertItems',
	displayName: 'Convert Items',
	action: 'Convert generic items to products',
	description: 'Find the SRS products for generic item names, as an estimate has them; items share requests',
	effect: 'read',
	source: { call: 'POST /products/v2/catalog/convert', standing: 'documented' },
	properties: [
		{
			displayName: 'Branch ID',
			name: 'branchId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 202',
			description: 'Number of the branch, not its code. Customer: Get and Customer: Validate give that of the home branch as homeBranchId.',
		},
		{
			displayName: 'Generic Item Codes',
			name: 'itemCodes',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. DEMO HP 3 BD/SQ',
			description: 'Generic names, separated by line breaks, or a list by expression. Each comes out as an item of its own.',
		},
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			branchId: fields.wholeNumber('branchId', { label: 'Branch ID', least: 1 }),
			// Commas may be part of a name.
			itemCodes: fields.codes('itemCodes', { label: 'Generic Item Codes' }, /\r?\n/),
		};
		fields.done('The request');
		return parameters;
	},

	batch: {
		defaultSize: CODES_A_REQUEST,
		key: ({ branchId }) => String(branchId),
		request: (batch) => genericItemsRequest(batch[0]!.branchId, batch.flatMap(({ itemCodes }) => itemCodes)),
		deal(answer, batch) {
			const rows = listAnswer(answer, 'Catalog Item Convert');
			return batch.map(({ itemCodes }) => itemCodes.map((genericItemCode) => converted(genericItemCode, rows)));
		},
	},
};

/** Not found is an answer, and no failure. */
function converted(genericItemCode: string, rows: readonly IDataObject[]): IDataObject {
	const row = rows.find((candidate) => isSameCode(candidate.genericItemCode, genericItemCode));
	const found = row?.conversionFound === true && textOf(row.productId) !== undefined;
	return { ...row, genericItemCode, found, productId: found ? (row.productId ?? null) : null };
}
