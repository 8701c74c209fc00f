import { choiceOf } from '../../../engine/fieldKinds/choice';
import { SIPS } from '../shared/sips';
import { rowsFor, type CodeMap } from './codeMap';
import type { Finding } from './found';
import type { MaterialLine } from './materialLine';
import type { SoldProduct } from './soldProducts';

/** What a person has decided for a line; undefined where nobody has. What the branch does not sell is no answer, and is told. */
export function findByCodeMap(line: MaterialLine, map: CodeMap, sold: ReadonlyMap<number, SoldProduct>, branchCode: string): Finding | undefined {
	const { rows, isWhole, isByCode } = rowsFor(line, map);
	const [row] = rows;
	if (row === undefined) return undefined;
	if (rows.length > 1) return { by: null, reason: `The code map has ${rows.length} different rows for this line. Keep one of them` };
	const product = sold.get(row.productId);
	if (!product) return { by: null, reason: `The code map names product ${row.productId}, and ${branchCode} does not sell it` };
	const read = row.option === '' ? { value: '' } : choiceOf(row.option, product.options, SIPS);
	if ('fault' in read) return { by: null, reason: `The code map names the option ${row.option}, and ${branchCode} does not sell ${product.productName} in it: ${read.fault}` };
	return {
		by: 'codeMap', product, confidence: 1, reason: `By the code map: ${product.productName}`, option: read.value, uom: row.uom, isUnitDecided: isWhole, isByCode,
		// A key of the whole text names its colour.
		isOptionDecided: read.value !== '' && isWhole && line.code === '',
	};
}
