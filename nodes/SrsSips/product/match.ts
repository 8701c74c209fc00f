import { FieldReader } from '../../../engine/items/fields';
import type { ReadsTogether, RepeatableOperation } from '../../../engine/operation/operation';
import type { ListSettings } from '../materialList/listSettings';
import { matchFields, matchOptions, readLinesOf, readSettings } from '../materialList/matchFields';
import type { MaterialLine } from '../materialList/materialLine';
import { matchList } from '../materialList/matchList';

interface Parameters {
	settings: ListSettings;
	source: string;
	lines: MaterialLine[];
}

/**
 * Finds the products that a list of material means, as contractors have it. It reads Active Branch Products (order-flow-1994858m0), By Item Codes
 * (by-item-codes-32754978e0), Catalog Item Convert (catalog-item-convert-21007555e0), and, to convert units, Price (price-32656412e0) and UOM Conversion
 * (uom-conversion-32636894e0); the comparison of texts is our own. All lines of a run at one branch share the reads.
 */
export const match: RepeatableOperation<Parameters> & ReadsTogether<Parameters> = {
	name: 'match',
	displayName: 'Match',
	action: 'Match a material list to products',
	description: 'Find for each line of a material list the product, option and unit that the branch sells, and tell which lines a person has to decide',
	effect: 'read',
	source: {
		call: 'GET /branches/v2/activeBranchProducts/{branchCode}, POST /products/v2/catalog/{branchCode}/byItemCodes, POST /products/v2/catalog/convert, POST /products/v2/price, GET /products/UOMConversion/{itemCode}',
		standing: 'as Get Many Products, Get by Item Codes, Convert Items, Get Prices and Convert Units',
	},
	properties: matchFields,
	options: matchOptions,

	parameters(read, run) {
		const fields = new FieldReader(read);
		const value = (name: string): unknown => read(name, undefined);
		const settings = readSettings(fields, value, run);
		const { source, lines } = readLinesOf(fields, value);
		fields.done('The list');
		return { settings, source, lines };
	},

	jointly: {
		key: ({ settings }) => JSON.stringify(settings),
		async consult(all, ask) {
			// An item that is one line is counted as an item.
			const lists = all.map(({ item, parameters: { source, lines } }) => (source === 'items' ? lines.map((line) => ({ ...line, line: item })) : lines));
			const matched = await matchList(lists.flat(), all[0]!.parameters.settings, ask);
			let from = 0;
			return lists.map(({ length }) => {
				from += length;
				return matched.slice(from - length, from);
			});
		},
	},
};
