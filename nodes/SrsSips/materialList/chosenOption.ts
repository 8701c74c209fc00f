import { colorOf } from './colors';
import type { Finding, Found } from './found';
import type { MaterialLine } from './materialLine';
import type { UnitQuestion } from './orderUnit';
import { wordsOf, type ProductIndex } from './productIndex';
import { soldUnits, usualUnit, type SoldProduct } from './soldProducts';
import type { TextMatcher } from './textMatch';
import { unitOfWord } from './unitWords';

/** What was chosen for a line, before it is known how units convert. */
export interface Chosen {
	found: Found | undefined;
	/** What was found, or why nothing was. */
	reason: string;
	/** Null where it is not certain. */
	option: string | null;
	colorReason: string;
	/** Options that the line may mean where none is certain. */
	near?: readonly string[];
	question: UnitQuestion | undefined;
	/** Why the quantity of the line may be none. */
	quantityFault?: string;
}

/** The option of the product that was found, and what is to be asked about its unit. */
export function chosen(line: MaterialLine, finding: Finding, matcher: TextMatcher, index: ProductIndex): Chosen {
	if (finding.by === null) return { found: undefined, reason: finding.reason, option: null, colorReason: '', question: undefined };
	const { product } = finding;
	const { option, reason: colorReason, near = [] } = optionOf(line, finding, matcher, index);
	const sold = soldUnits(product, option);
	const quantityFault = sizeFault(line, product, matcher);
	const usual = option === null ? '' : usualUnit(product, option);
	const question = {
		quantity: quantityFault === undefined ? line.quantity : undefined, unit: line.unit, mapped: finding.uom, isUnitDecided: finding.isUnitDecided ?? false, productName: product.productName,
		sold: sold.includes(usual) ? [usual, ...sold.filter((unit) => unit !== usual)] : sold,
	};
	return { found: finding, reason: finding.reason, option, colorReason, near, question: line.unitFault === undefined ? question : undefined, ...(quantityFault === undefined ? {} : { quantityFault }) };
}

/** What counts a size as a unit counts a quantity. */
const SIZES: Readonly<Record<string, readonly string[]>> = { SQ: ['sq'], LF: ['lf', "'"], EA: ['ct'], PC: ['ct'], GA: ['gal'] };

/** Why a quantity that stands in the text may be a size of the product, which the rest of the text does not say: `Tarn Felt #15, 4 SQ`. */
function sizeFault({ quantity, sizeUnit, product: text }: MaterialLine, product: SoldProduct, matcher: TextMatcher): string | undefined {
	if (sizeUnit === undefined || quantity === undefined) return undefined;
	const kinds = sizeUnit === '' ? undefined : (SIZES[unitOfWord(sizeUnit) ?? ''] ?? []);
	const isSize = matcher.unsaidSizes(text, product).some((size) => Number(size.value) === Number(quantity) && (kinds === undefined || kinds.includes(size.unit)));
	return isSize ? `The ${`${quantity} ${sizeUnit}`.trim()} in its text may be its size: write the quantity in a cell of its own` : undefined;
}

function optionOf(line: MaterialLine, found: Found, matcher: TextMatcher, index: ProductIndex): { option: string | null; reason: string; near?: string[] } {
	const { product, option, isOptionDecided } = found;
	if (isOptionDecided) return { option, reason: '' };
	const ofName = new Set(wordsOf(product.productName));
	const said = matcher.match(line.product).words.colours.filter((word) => !ofName.has(word));
	const named = colorOf(product, line.color, said, index);
	if (option === '' || named.option === option) return named;
	// The code or the map names one; the line must not name another.
	if (said.length === 0 && isSilent(line.color)) return { option, reason: '' };
	const near = [option, ...(named.option === null ? named.near : [named.option])];
	return { option: null, near, reason: `${found.by === 'codeMap' ? 'The code map' : 'Its code'} says ${option}. ${named.reason || `The line names ${String(named.option)}`}` };
}

function isSilent(color: string): boolean {
	return /^(?:n\/?a|none|-+)?$/i.test(color.trim());
}
