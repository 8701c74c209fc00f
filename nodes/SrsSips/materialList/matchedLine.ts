import type { IDataObject } from 'n8n-workflow';

import { unitsKey, type UnitsByOption } from './itemUnits';
import type { Chosen } from './chosenOption';
import type { MatchedBy } from './found';
import type { MaterialLine } from './materialLine';
import { orderUnit } from './orderUnit';
import { soldUnits, type SoldProduct } from './soldProducts';
import type { TextMatcher } from './textMatch';

/** What of a line is not certain. */
export type Undecided = 'product' | 'color' | 'unit' | 'quantity';

/** A line with the product, option and unit that it means, as far as they are certain. A type alias, so that it fits n8n's index signature. */
export type MatchedLine = {
	line: number;
	text: string;
	/** Exact decimal. */
	quantity: string | null;
	unit: string;
	color: string;
	code: string;
	needsDecision: boolean;
	undecided: Undecided[];
	/** From 0 to 1. */
	confidence: number;
	matchedBy: MatchedBy | null;
	reason: string;
	productId: number | null;
	productName: string | null;
	option: string | null;
	uom: string | null;
	/** Whole units of `uom`. */
	orderQuantity: number | null;
	candidates: IDataObject[];
	mapKey: string;
};

/** A line that needs a decision is never as sure as one that does not. */
const MOST_UNDECIDED = 0.89;

/** What is the same for all lines of a list. */
interface Told {
	/** Ways that could not be gone. */
	skipped: readonly string[];
	mapKey: string;
}

/** The line as it is put out. */
export function output(line: MaterialLine, choice: Chosen | undefined, units: UnitsByOption, matcher: TextMatcher, { skipped, mapKey }: Told): MatchedLine {
	const given = { line: line.line, text: line.text, quantity: line.quantity ?? null, unit: line.unit, color: line.color, code: line.code };
	const none = { productId: null, productName: null, option: null, uom: null, orderQuantity: null };
	if (choice === undefined) {
		const reason = `Line ${line.line}: ${line.fault ?? 'It could not be read'}`;
		return { ...given, needsDecision: true, undecided: ['product'], confidence: 0, matchedBy: null, reason, ...none, candidates: [], mapKey };
	}
	const { found, option, colorReason, question } = choice;
	const quantityFault = line.quantityFault ?? choice.quantityFault ?? '';
	const known = found && option !== null ? units.get(unitsKey(found.product, option)) : undefined;
	const unit = question && orderUnit({ ...question, ...(known && 'rows' in known ? { conversions: known.rows } : known) });
	const undecided: Undecided[] = [];
	if (!found) undecided.push('product');
	else if (option === null) undecided.push('color');
	if (unit && unit.quantity === null) undecided.push(unit.undecided);
	if (line.unitFault !== undefined) undecided.push('unit');
	if ((line.quantity === undefined || quantityFault !== '') && !undecided.includes('quantity')) undecided.push('quantity');
	const candidates = candidatesOf(line, choice, matcher);
	const confidence = found?.confidence ?? (candidates[0]?.score as number | undefined) ?? 0;
	const reasons = [choice.reason, ...(found ? [colorReason, unit?.reason ?? ''] : skipped.map(capital)), line.unitFault ?? '', quantityFault].filter((reason) => reason !== '');
	return {
		...given,
		needsDecision: undecided.length > 0,
		undecided,
		confidence: undecided.length > 0 ? Math.min(MOST_UNDECIDED, confidence) : confidence,
		matchedBy: found?.by ?? null,
		reason: reasons.join('. '),
		productId: found?.product.productId ?? null,
		productName: found?.product.productName ?? null,
		option,
		uom: undecided.includes('unit') ? null : (unit?.uom ?? null),
		orderQuantity: unit?.quantity ?? null,
		candidates,
		mapKey,
	};
}

/** What was found first, with the options that the line may mean before its others, and what else the text may mean. */
function candidatesOf(line: MaterialLine, { found, near = [] }: Chosen, matcher: TextMatcher): IDataObject[] {
	const { candidates } = matcher.match(line.product);
	const others = candidates.filter(({ product }) => product !== found?.product);
	const first = found ? [{ product: found.product, score: found.confidence, reason: found.reason }] : [];
	return [...first, ...others].slice(0, 5).map(({ product, score, reason }) => candidate(product, score, reason, product === found?.product ? near : []));
}

function candidate(product: SoldProduct, score: number, reason: string, near: readonly string[]): IDataObject {
	const isNear = (option: string) => near.includes(option);
	const options = [...product.options.filter(isNear), ...product.options.filter((option) => !isNear(option))];
	return { productId: product.productId, productName: product.productName, options, uoms: soldUnits(product, null), score, reason };
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
