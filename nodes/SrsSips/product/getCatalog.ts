import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { listAnswer } from '../shared/answers';
import { MAIN_PRODUCT_FIELDS } from '../shared/productFields';

interface Parameters {
	limit: number | undefined;
	isSimplified: boolean;
}

/**
 * Catalog, `GET /products/v2/catalog` (catalog-32754922e0): everything SRS sells, in one answer. Its fields are told in
 * words only; they are read as those of Active Branch Products.
 */
export const getCatalog: RepeatableOperation<Parameters> = {
	name: 'getCatalog',
	displayName: 'Get Catalog',
	action: 'Get the catalog of products',
	description: 'List everything SRS sells; the answer is large and comes whole',
	effect: 'read',
	source: { call: 'GET /products/v2/catalog', standing: 'path documented; fields told in words only' },
	properties: [...listSize, simplify],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = { limit: fields.limit(), isSimplified: isSimplified(fields) };
		fields.done('The request');
		return parameters;
	},

	request: () => ({ method: 'GET', path: '/products/v2/catalog' }),

	items(answer, { limit, isSimplified: isSmall }) {
		const rows = atMost(listAnswer(answer, 'Catalog'), limit);
		// Tens of thousands of rows: none is copied without need.
		return isSmall ? rows.map((row) => fieldsOf(row, MAIN_PRODUCT_FIELDS)) : rows;
	},
};
