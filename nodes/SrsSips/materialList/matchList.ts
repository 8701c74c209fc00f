import { isFailure, validationFailure } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { noProducts } from '../order/branchProducts';
import { branchProductsRequest } from '../shared/listRequests';
import { BudgetedReads } from './budgetedReads';
import { codeMapOf, mapKey } from './codeMap';
import { findByCodeMap } from './findByCodeMap';
import { findByGenericName, readConvertedNames } from './findByGenericName';
import { findByItemCode, itemCodeOf, readCodedItems } from './findByItemCode';
import { findByText } from './findByText';
import type { Finding } from './found';
import { readUnits } from './itemUnits';
import { chosen, type Chosen } from './chosenOption';
import type { ListSettings } from './listSettings';
import { output, type MatchedLine } from './matchedLine';
import type { MaterialLine } from './materialLine';
import { ProductIndex } from './productIndex';
import { soldProducts, type SoldProduct } from './soldProducts';
import { TextMatcher } from './textMatch';

/** A way to a product that could not be gone, in words. */
type Skipped = string;

/**
 * Finds for each line the product, option and unit that the branch sells, by the surest way that answers: what a person decided before, an item code of SRS, what SRS takes the name
 * for, and the words and sizes of the text.
 *
 * @returns in the order of the lines
 * @throws Failure where the branch or its products could not be read, or SIPS is down
 */
export async function matchList(lines: readonly MaterialLine[], settings: ListSettings, ask: Ask): Promise<MatchedLine[]> {
	const { branchCode, branchId } = settings;
	const reads = new BudgetedReads(ask, lines.length);
	const answer = await reads.need(branchProductsRequest(branchCode));
	if (isFailure(answer)) throw validationFailure('The list', [noProducts(branchCode, answer)]);
	const sold = soldProducts(answer);
	const index = new ProductIndex(sold.values());
	const matcher = new TextMatcher(index);
	const skipped: Skipped[] = [];

	const findings = new Map<MaterialLine, Finding>();
	const usable = lines.filter(({ fault }) => fault === undefined);
	const open = () => usable.filter((line) => !findings.has(line));
	const note = (line: MaterialLine, finding: Finding | undefined): void => void (finding && findings.set(line, finding));

	const map = codeMapOf(settings.codeMap);
	for (const line of usable) {
		const finding = findByCodeMap(line, map, sold, branchCode);
		note(line, finding?.by && finding.isByCode ? agreeing(line, finding, matcher) : finding);
	}

	const coded = open().map((line) => ({ line, code: itemCodeOf(line) })).filter(({ code }) => code !== '');
	const items = await readCodedItems(coded.map(({ code }) => code), branchCode, reads);
	if (items.failure) skipped.push(`item codes could not be asked for (${items.failure.message})`);
	for (const { line, code } of coded) note(line, agreeing(line, findByItemCode(code, items, sold, branchCode), matcher));

	const named = open().filter(({ product }) => product !== '');
	if (branchId === undefined) skipped.push('generic names were not asked for, since Branch ID is empty');
	else {
		const names = await readConvertedNames(named.map(({ product }) => product), branchId, reads);
		if (names.failure) skipped.push(`generic names could not be asked for (${names.failure.message})`);
		for (const line of named) note(line, agreeing(line, findByGenericName(line, names, sold, matcher), matcher));
	}
	for (const line of open()) {
		const isCodeAlone = line.product === '';
		note(line, isCodeAlone ? { by: null, reason: `${line.code} stands in no row of the code map, and is no item code that SRS knows; the line has no text` } : findByText(matcher.match(line.product)));
	}

	const choices = usable.map((line): [MaterialLine, Chosen] => [line, chosen(line, findings.get(line)!, matcher, index)]);
	const units = await readUnits(choices, settings, reads);
	const byLine = new Map(choices);
	return lines.map((line) => output(line, byLine.get(line), units, matcher, { skipped, mapKey: mapKey(line) }));
}

/** A finding that the text of the line does not speak against: where the text alone names another product for certain, or another size, a person decides between them. */
function agreeing(line: MaterialLine, finding: Finding | undefined, matcher: TextMatcher): Finding | undefined {
	// A text that is nothing but the code says nothing beside it.
	if (finding === undefined || finding.by === null || line.product === '' || line.product === itemCodeOf(line)) return finding;
	const { product, words } = matcher.match(line.product);
	const isOther = product !== undefined && product !== finding.product;
	const sizes = matcher.otherSizes(line.product, finding.product);
	const isOfOthers = sizes.length === 0 && matcher.fitsOthersOnly(line.product, finding.product);
	const hasNothing = finding.by !== 'genericName' && words.names.length > 0 && (isOfOthers || sharesNothing(words.names, finding.product, matcher, line));
	if (!isOther && !hasNothing && sizes.length > 0) return { by: null, reason: `${finding.reason}, and the text of the line says ${sizes.join(', ')}` };
	if (!isOther && !hasNothing) return finding;
	return { by: null, reason: `${finding.reason}, and the text of the line names ${isOther ? product.productName : 'something else'}` };
}

function sharesNothing(names: readonly string[], product: SoldProduct, matcher: TextMatcher, line: MaterialLine): boolean {
	const missing = new Set(matcher.contradictions(line.product, product));
	return names.every((word) => missing.has(word));
}
