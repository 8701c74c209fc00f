import { product, quotient, sum } from '../../../engine/fieldKinds/decimal';
import { isSameCode } from '../shared/codes';
import { shownAsked, type AskedLine } from './askedLines';
import { ratioOf, roundingOf, type Conversions } from './conversions';
import type { Group } from './groups';
import { quantityInUnit } from './quantities';
import { shownTold, type ToldLine } from './toldLine';

/** What is wrong with the prices of a group, or that it cannot be said. */
export interface PriceFinding {
	/** Whether it is certain. */
	isCertain: boolean;
	words: string;
	asked: ReturnType<typeof shownAsked>;
	told: ReturnType<typeof shownTold>;
}

/** Digits of a price per unit. */
const DIGITS = 4;
/** What rounding to the cent takes from a price that was converted, or a half of it: `100 / 3` comes as 33.33. */
export const HALF_A_CENT = 0.005;

/** The price of a line for the unit that was asked for. */
interface PriceInUnit {
	/** Undefined where it is not known. */
	price: number | undefined;
	isConverted: boolean;
	/** By what part of itself it may be off, since the factor is rounded. */
	rounding: number;
	/** What it would be if the factor of the line were meant the other way round: its direction is not documented. */
	otherWay?: number;
}

/**
 * What is wrong with the prices of a group. Asked lines of one product may have several prices: then what they come to in all is compared,
 * since a branch may join them. Of a line of which nothing came, the price says nothing.
 *
 * @param isWhole whether as much is told as was asked: else what it comes to says nothing of prices
 * @param tolerancePercent of the asked price
 */
export function priceFindings(group: Group, conversions: Conversions, tolerancePercent: number, isWhole: boolean): PriceFinding[] {
	return findings(group, conversions, tolerancePercent, isWhole).map((each) =>
		each.isCertain && group.all.some(({ isPriceInferred }) => isPriceInferred) ? { ...each, isCertain: false, words: `${each.words}. The price that was asked is inferred itself` } : each,
	);
}

function findings(group: Group, conversions: Conversions, tolerancePercent: number, isWhole: boolean): PriceFinding[] {
	const prices = new Set(group.all.map(({ price }) => price));
	const [asked] = [...prices];
	if (prices.size === 1) return asked === undefined ? [] : group.told.filter(({ quantity }) => quantity !== 0).flatMap((line) => finding(line, group.asked, asked, conversions, tolerancePercent));
	if (!isWhole) return [];
	// One without a price among others leaves no sum to compare.
	return prices.has(undefined) ? partFindings(group, conversions, tolerancePercent) : sumFinding(group, conversions, tolerancePercent);
}

/** Where a price was asked for a part of it alone: as much has to be told at that price. What the rest costs nobody said. */
function partFindings({ asked, all, told }: Group, conversions: Conversions, tolerancePercent: number): PriceFinding[] {
	const prices = new Set(all.flatMap(({ price }) => price ?? []));
	return [...prices].flatMap((price) => {
		const wanted = sum(all.flatMap((each) => (each.price === price ? each.quantity : [])), DIGITS);
		const fitting = told.filter((line) => finding(line, asked, price, conversions, tolerancePercent).length === 0);
		if (sum(fitting.map((line) => quantityInUnit(line, asked, conversions) ?? 0), DIGITS) >= wanted) return [];
		const shown = { asked: shownAsked({ ...asked, quantity: wanted, price }), told: shownTold(told[0]!) };
		return [{ ...shown, isCertain: false, words: `${wanted} ${asked.uom} were asked at ${price}, others without a price, and not as many are shown at that price` }];
	});
}

/** Of a line that shows several prices, what is so of all of them is certain. */
function finding(line: ToldLine, asked: AskedLine, wanted: number, conversions: Conversions, tolerancePercent: number): PriceFinding[] {
	if (line.prices.length < 2) return findingAt(line, asked, wanted, conversions, tolerancePercent);
	const all = line.prices.map((price) => findingAt({ ...line, price }, asked, wanted, conversions, tolerancePercent)[0]);
	const [first] = all.flatMap((each) => each ?? []);
	if (first === undefined) return [];
	if (all.every((each) => each?.isCertain === true)) return [first];
	return [{ ...first, isCertain: false, words: `it shows several prices (${line.prices.join(', ')}), asked was ${wanted}. Which of them counts is not known` }];
}

function findingAt(line: ToldLine, asked: AskedLine, wanted: number, conversions: Conversions, tolerancePercent: number): PriceFinding[] {
	const shown = { asked: shownAsked({ ...asked, price: wanted }), told: shownTold(line) };
	if (line.price === null) return [{ ...shown, isCertain: false, words: `no price is shown; asked was ${wanted} per ${asked.uom}` }];
	const { price, isConverted, rounding, otherWay } = priceInUnit(line, line.price, asked, conversions);
	if (price === undefined) {
		const unit = line.priceUom === null ? 'a unit that is not shown' : line.priceUom;
		return [{ ...shown, isCertain: false, words: `the price is ${line.price} per ${unit}, asked was ${wanted} per ${asked.uom}, and SIPS does not tell how these units relate: not comparable` }];
	}
	const isAsked = (each: number) => isWithin(each, wanted, tolerancePercent) || Math.abs(sum([each, -wanted], DIGITS)) <= HALF_A_CENT;
	if (isConverted ? isAsked(price) : isWithin(price, wanted, tolerancePercent)) return [];
	const perUnit = line.isPriceUnitShown || line.isAmountReckoned || line.amount === null ? undefined : quotient([Math.abs(line.amount)], Math.abs(line.quantity), DIGITS);
	if (perUnit !== undefined && isAsked(perUnit)) {
		return [{ ...shown, isCertain: false, words: `the price is ${line.price}, asked was ${wanted} per ${asked.uom}, and the line comes to ${line.amount}, which is ${perUnit} per ${asked.uom}. The price may be for another unit, which is not shown` }];
	}
	const told = isConverted ? `${price} per ${asked.uom} (${line.price} per ${line.priceUom ?? '?'}, converted)` : `${price} per ${asked.uom}`;
	const isRounded = rounding > 0 && Math.abs(sum([price, -wanted], DIGITS)) <= price * rounding + HALF_A_CENT;
	const isOtherWay = otherWay !== undefined && isAsked(otherWay);
	const why = isRounded ? '. The factor between the units is rounded, and that may be all of the difference' : isOtherWay ? `. With the factor of the line meant the other way round it would be ${otherWay}` : '';
	return [{ ...shown, isCertain: !isRounded && !isOtherWay, words: `the price is ${told}, asked was ${wanted}: ${percentWords(price, wanted)}${why}` }];
}

/** By the line's own conversion factor where it has one, else by UOM Conversion. What a factor of 1 between two units means is not known. */
function priceInUnit(line: ToldLine, price: number, asked: AskedLine, conversions: Conversions): PriceInUnit {
	const unit = line.priceUom;
	if (unit !== null && isSameCode(unit, asked.uom)) return { price, isConverted: false, rounding: 0 };
	if (unit === null) return { price: undefined, isConverted: false, rounding: 0 };
	// How many of the asked unit one of the price's holds.
	const ratio = ratioOf(conversions, line, asked, unit, asked.uom);
	if (ratio) return { price: quotient([price, ratio.by], ratio.times, DIGITS), isConverted: true, rounding: roundingOf(ratio) };
	const isFactorForIt = line.factor !== null && line.factor > 0 && line.factor !== 1 && isSameCode(line.uom, asked.uom);
	if (!isFactorForIt) return { price: undefined, isConverted: true, rounding: 0 };
	return { price: quotient([price], line.factor!, DIGITS), isConverted: true, rounding: roundingOf({ times: 1, by: line.factor! }), otherWay: product(price, line.factor!, DIGITS) };
}

function sumFinding({ asked, all, told }: Group, conversions: Conversions, tolerancePercent: number): PriceFinding[] {
	const wanted = sum(all.map(({ price, quantity }) => product(price!, quantity, 2 * DIGITS)), 2);
	const amounts = told.flatMap(({ amount }) => amount ?? []);
	const shown = { asked: { ...shownAsked(asked), price: null, amount: wanted }, told: { ...shownTold(told[0]!), price: null, amount: sum(amounts, 2) } };
	if (amounts.length < told.length) return [{ ...shown, isCertain: false, words: `it was asked at several prices, ${wanted} in all, and what is told comes to no sum: not comparable` }];
	const sumTold = sum(amounts, 2);
	if (isWithin(sumTold, wanted, tolerancePercent)) {
		// A branch may join them at one price; several that nobody asked for are something else.
		const isAsked = new Set(told.map(({ price }) => price)).size === 1 || told.every((line) => all.some(({ price }) => finding(line, asked, price!, conversions, tolerancePercent).length === 0));
		return isAsked ? [] : [{ ...shown, isCertain: false, words: `it comes to ${sumTold} in all, which was asked at several prices, and the prices are others (${told.map(({ price }) => price ?? 'none').join(', ')})` }];
	}
	return [{ ...shown, isCertain: true, words: `it comes to ${sumTold} in all, asked at several prices was ${wanted}: ${percentWords(sumTold, wanted)}` }];
}

/** Whether a price differs by no more than so many per cent of the asked one, exact. */
export function isWithin(price: number, wanted: number, tolerancePercent: number): boolean {
	const off = Math.abs(sum([price, -wanted], 2 * DIGITS));
	return product(off, 100, 2 * DIGITS) <= product(Math.abs(wanted), tolerancePercent, 2 * DIGITS);
}

function percentWords(price: number, wanted: number): string {
	const off = sum([price, -wanted], DIGITS);
	const percent = quotient([Math.abs(off), 100], wanted, 2);
	return `${Math.abs(off)} ${off > 0 ? 'more' : 'less'}${percent === undefined ? '' : ` (${percent} %)`}`;
}
