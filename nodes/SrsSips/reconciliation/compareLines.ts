import type { IDataObject } from 'n8n-workflow';

import { isSameCode } from '../shared/codes';
import { askedLabel, shownAsked, type AskedLine } from './askedLines';
import { chargeOf } from './charges';
import { priceFindings } from './comparePrices';
import type { Conversions } from './conversions';
import { isOpen, joinedPlace, placeWords, type Difference, type DifferenceKind, type Place, type Standing } from './difference';
import { dealtOut, sumOfQuantities, type Group } from './groups';
import { isOfOption, isOfProduct } from './identity';
import { quantityInUnit, roundingInUnit } from './quantities';
import { quantityWords } from './quantityWords';
import { isShort, replacements } from './replacements';
import { shownTold, toldLabel, type LineDoubt, type ToldLine } from './toldLine';
import type { ToldLines } from './toldLines';

/** What is told on one side: in the parts of an order, or in all of its invoices. */
export interface Side {
	told: ToldLines;
	/** Where all of it stands. */
	place: Place;
	/** Why a line that is not here may still come, or stand elsewhere; undefined where that is out of the question. */
	mayFollow: string | undefined;
}

/** By what rules lines are compared. */
export interface Rules {
	conversions: Conversions;
	/** By how many per cent a price may differ. */
	tolerancePercent: number;
	/** Whether a price that is not shown leaves it open whether the line is as asked. */
	needsPrices: boolean;
}

/** What differs between the lines that were asked for and those of one side. Its order is that of the asked lines. */
export function compareLines(asked: readonly AskedLine[], given: Side, rules: Rules): Difference[] {
	const { groups, rest } = dealtOut(asked, given.told.lines);
	const side = { ...given, mayFollow: given.mayFollow ?? mayBeThere(given, rest) };
	const { pairs, added } = replacements(groups, rest);
	const inGroups = groups.flatMap((group) => {
		const instead = pairs.filter((pair) => pair.group === group).map(({ line }) => line);
		return [...instead.map((line) => replaced(group, line)), ...ofGroup(group, instead, { ...side, mayFollow: side.mayFollow ?? mayBeElsewhere(group, rest) }, rules)];
	});
	return [...inGroups, ...added.map((line) => addedLine(line, groups)), ...unreadableLines(side)];
}

/** Why something that seems to be missing may be there all the same. */
function mayBeThere({ told }: Side, rest: readonly ToldLine[]): string | undefined {
	if (told.unreadable.length > 0) return 'it may be a line that could not be understood';
	return rest.some(({ productId }) => productId === null) ? 'it may be a line that is shown without a product number' : undefined;
}

/** Why something of a group that seems to be missing may stand in a line that could not be dealt out. */
function mayBeElsewhere({ asked, isInSeveralUnits }: Group, rest: readonly ToldLine[]): string | undefined {
	if (isInSeveralUnits) return IN_SEVERAL_UNITS;
	const isUnsure = rest.some((line) => isOfProduct(line, asked) === 'yes' && isOfOption(line, asked) === 'unsure');
	return isUnsure ? 'it may be in a line of this product that does not show its option' : undefined;
}

const IN_SEVERAL_UNITS = 'it was asked in several units, and what is told in one of them may be meant for another';

function ofGroup(group: Group, instead: readonly ToldLine[], side: Side, rules: Rules): Difference[] {
	const { asked, told } = group;
	if (told.length === 0) return instead.length > 0 ? [] : [missing(group, side)];
	const amounts = quantities(group, side, rules.conversions);
	const prices = priceFindings(group, rules.conversions, rules.tolerancePercent, !amounts.some(isOpen));
	return [
		...(group.isOptionUnsure ? [optionUnsure(group)] : []),
		...told.flatMap((line) => (isOtherItem(line, asked) ? [otherItem(group, line)] : [])),
		...told.flatMap((line) => line.doubts.map(({ kind, words }) => difference(kind, 'possible', `${atLine(asked)}: line ${line.line} of ${placeWords(line.place)} ${words}`, { asked, was: shownAsked(asked), is: shownTold(line), place: line.place }))),
		...amounts,
		...prices.filter(({ isCertain }) => isCertain || rules.needsPrices).map(({ isCertain, words, asked: was, told: is }) =>
			difference('price', isCertain && !told.some((line) => hasDoubt(line, 'status')) ? 'certain' : 'possible', `${atLine(asked)} in ${placeWords(placeOf(told, side))}: ${words}`, { asked, was, is, place: placeOf(told, side) }),
		),
	];
}

/** Quantity and unit of a group against what is told of it. */
function quantities(group: Group, side: Side, conversions: Conversions): Difference[] {
	const { asked, told, quantity } = group;
	const place = placeOf(told, side);
	const about = { asked, was: shownAsked({ ...asked, quantity }), place };
	const inUnits = told.map((line) => ({ line, quantity: quantityInUnit(line, asked, conversions) }));
	const unknown = inUnits.find((each) => each.quantity === undefined)?.line;
	if (unknown !== undefined) {
		const unit = unknown.uom === null ? 'without a unit' : `in ${unknown.uom}`;
		const words = `${atLine(asked)} is told ${unit} in ${placeWords(place)} (${unknown.quantity}), asked were ${quantity} ${asked.uom}. SIPS does not tell how these relate: not comparable`;
		return [difference('unit', 'possible', words, { ...about, is: shownTold(unknown) })];
	}
	const sum = sumOfQuantities(inUnits.map((each) => each.quantity ?? 0));
	const other = told.find((line) => !isSameCode(line.uom, asked.uom));
	const is = { ...shownTold(told[0]!), quantity: sum, uom: asked.uom };
	const unit = other && difference('unit', 'note', `${atLine(asked)} is told in another unit in ${placeWords(place)}: ${other.quantity} ${other.uom} for ${quantity} ${asked.uom}, by UOM Conversion`, { ...about, is: shownTold(other) });
	if (sum === quantity) return unit ? [unit] : [];
	const isShort = sum < quantity;
	const words = `${atLine(asked)}: ${quantityWords(inUnits.map(({ line, quantity: each = 0 }) => ({ line, quantity: each })), asked, quantity, place)}`;
	const rounding = told.map((line) => roundingInUnit(line, asked, conversions)).reduce((all, each) => all + each, 0);
	const isRounded = rounding > 0 && Math.abs(sumOfQuantities([sum, -quantity])) <= rounding;
	const ownDoubt = told.some(({ doubts }) => doubts.length > 0) ? 'a line of it is in doubt itself' : isRounded ? 'the factor of UOM Conversion is rounded, and that may be all of the difference' : undefined;
	const doubt = ownDoubt ?? (isShort ? side.mayFollow : group.isInSeveralUnits ? IN_SEVERAL_UNITS : undefined);
	return [...(unit ? [unit] : []), difference('quantity', doubt === undefined ? 'certain' : 'possible', withDoubt(words, doubt), { ...about, is })];
}

function missing({ asked, quantity }: Group, side: Side): Difference {
	const words = `${atLine(asked)}, ${quantity} ${asked.uom}, is not in ${placeWords(side.place)}`;
	const isCharge = side.told.charges.length > 0 && chargeOf([asked.productName || null, asked.itemCode || null]) !== undefined;
	const doubt = side.mayFollow ?? (isCharge ? 'it may be one of its lines of freight, tax and fees' : undefined);
	return difference('missing', doubt === undefined ? 'certain' : 'possible', withDoubt(words, doubt), { asked, was: shownAsked({ ...asked, quantity }), is: null, place: side.place });
}

function replaced({ asked, quantity }: Group, line: ToldLine): Difference {
	const about = { asked, was: shownAsked({ ...asked, quantity }), is: shownTold(line), place: line.place };
	if (line.doubts.length > 0) return difference('substituted', 'possible', `${atLine(asked)}, ${quantity} ${asked.uom}: ${placeWords(line.place)} may have ${toldLabel(line)} in its place, but its line ${line.line} ${doubtWords(line)}`, about);
	const [product, option] = [isOfProduct(line, asked), isOfOption(line, asked)];
	if (product === 'yes' && option === 'yes') {
		return difference('unit', 'possible', `${atLine(asked)} was asked in several units, and ${placeWords(line.place)} has ${line.quantity} ${line.uom ?? ''} of it: not comparable`, about);
	}
	const words = `${atLine(asked)}, ${quantity} ${asked.uom}: in its place ${placeWords(line.place)} has ${line.quantity} ${line.uom ?? ''} of ${toldLabel(line)}`;
	if (product === 'yes') return difference('substituted', option === 'no' ? 'certain' : 'possible', `${words}, ${option === 'no' ? 'another option of the same product' : 'where it is not certain whether that is the same option'}`, about);
	return product === 'no' ? difference('substituted', 'certain', `${words}. It looks like a substitution`, about) : difference('substituted', 'possible', withDoubt(words, 'SIPS shows no product number there, so it may be what was asked'), about);
}

function optionUnsure({ asked, told }: Group): Difference {
	const [line] = told;
	const shown = line?.options.length ? line.options.map((option) => `"${option}"`).join(' and ') : line?.option ? `"${line.option}"` : 'no option';
	const words = `${atLine(asked)}: ${placeWords(line!.place)} shows ${shown} where "${asked.option}" was asked. Whether that is the same is not known`;
	return difference('substituted', 'possible', words, { asked, was: shownAsked(asked), is: shownTold(line!), place: line!.place });
}

/** Whether a line bears another item code than was asked for. SIPS has one for each option of a product. */
function isOtherItem({ itemCode, isItemCodeSure }: ToldLine, asked: AskedLine): boolean {
	return itemCode !== null && isItemCodeSure && asked.itemCode !== '' && !isSameCode(itemCode, asked.itemCode);
}

function otherItem({ asked }: Group, line: ToldLine): Difference {
	const words = `${atLine(asked)}: ${placeWords(line.place)} shows item code ${line.itemCode} where ${asked.itemCode} was asked. Whether that is the same is not known`;
	return difference('substituted', 'possible', words, { asked, was: shownAsked(asked), is: shownTold(line), place: line.place });
}

/** A line that nobody asked for. Where it names no product that can be compared, it may be one that seems to be missing. */
function addedLine(line: ToldLine, groups: readonly Group[]): Difference {
	const mayBe = line.productId === null ? groups.find((group) => isShort(group, [])) : undefined;
	const amount = line.quantity < 0 ? `gives back ${-line.quantity}` : `has ${line.quantity}`;
	const words = `${placeWords(line.place)} ${amount} ${line.uom ?? ''} of ${toldLabel(line)} (line ${line.line}), which was not asked for`;
	const doubt = mayBe ? `SIPS shows no product number there, so it may be ${askedLabel(mayBe.asked)}` : line.doubts.length > 0 ? `the line ${doubtWords(line)}` : undefined;
	return difference('added', doubt === undefined ? 'certain' : 'possible', withDoubt(words, doubt), { asked: null, was: null, is: shownTold(line), place: line.place });
}

function unreadableLines({ told }: Side): Difference[] {
	return told.unreadable.map(({ line, lacks, place }) =>
		difference('unreadable', 'possible', `Line ${line} of ${placeWords(place)} could not be understood: ${lacks}`, { asked: null, was: null, is: { line }, place }),
	);
}

/** What a difference is about. */
interface About {
	asked: AskedLine | null;
	was: IDataObject | null;
	is: IDataObject | null;
	place: Place;
}

function difference(kind: DifferenceKind, standing: Standing, message: string, { asked, was, is, place }: About): Difference {
	return { kind, standing, message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, line: asked?.line ?? null, asked: was, told: is, ...place };
}

function withDoubt(words: string, doubt: string | undefined): string {
	return doubt === undefined ? words : `${words}. It is not certain: ${doubt}`;
}

function hasDoubt({ doubts }: ToldLine, kind: LineDoubt['kind']): boolean {
	return doubts.some((doubt) => doubt.kind === kind);
}

function doubtWords({ doubts }: ToldLine): string {
	return doubts.map(({ words }) => words).join('; it ');
}

function atLine(asked: AskedLine): string {
	return askedLabel(asked);
}

function placeOf(told: readonly ToldLine[], side: Side): Place {
	return joinedPlace(told.map(({ place }) => place), side.place.seenIn);
}
