import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { listAnswer } from '../shared/answers';
import { codeKey } from '../shared/codes';
import { itemsByCode, type FoundItem } from '../shared/itemsByCode';
import { branchCode } from '../shared/fields';
import { CODES_A_REQUEST, itemCodesRequest } from '../shared/itemRequests';

interface Parameters {
	branchCode: string;
	itemCodes: string[];
}

/**
 * By Item Codes, `POST /products/v2/catalog/{branchCode}/byItemCodes` (by-item-codes-21007661e0, by-item-codes-32754978e0).
 * The answer groups items by product; what it does with unknown codes is not shown, so each code asked for is told as
 * found or not.
 */
export const getByItemCodes: RepeatableOperation<Parameters> = {
	name: 'getByItemCodes',
	displayName: 'Get by Item Codes',
	action: 'Get products by item codes',
	description: 'Find the product and option behind SRS item codes, and whether the branch has them; items share requests',
	effect: 'read',
	source: { call: 'POST /products/v2/catalog/{branchCode}/byItemCodes', standing: 'documented; what happens to unknown codes is not' },
	properties: [
		branchCode,
		{
			displayName: 'Item Codes',
			name: 'itemCodes',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. DEMSH027, DEMSH028',
			description: 'SRS item codes, separated by commas. Each comes out as an item of its own.',
		},
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			branchCode: fields.code('branchCode', { label: 'Branch Code' }),
			itemCodes: fields.codes('itemCodes', { label: 'Item Codes' }),
		};
		fields.done('The request');
		return parameters;
	},

	batch: {
		// An item of the node usually holds one code.
		defaultSize: CODES_A_REQUEST,
		key: ({ branchCode: code }) => code,
		request: (batch) => itemCodesRequest(batch[0]!.branchCode, batch.flatMap(({ itemCodes }) => itemCodes)),
		deal(answer, batch) {
			const known = itemsByCode(listAnswer(answer, 'By Item Codes'));
			return batch.map(({ branchCode: branch, itemCodes }) =>
				itemCodes.map((itemCode) => {
					const found = known.get(codeKey(itemCode));
					return { itemCode, branchCode: branch, found: found !== undefined, ...(found ?? NOT_FOUND) };
				}),
			);
		},
	},

	explain(failure, { branchCode: code, itemCodes }) {
		if (!isPartnersNo(failure)) return failure;
		return failure.retold({
			message: `Item codes ${itemCodes.slice(0, 5).join(', ')} could not be read at branch ${code}: ${failure.message}`,
			advice: 'Check the codes and Branch Code, and that both belong to the environment of the credential.',
		});
	},
};

const NOT_FOUND: FoundItem = { productId: null, productName: null, option: null, availableAtBranch: null };
