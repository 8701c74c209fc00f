import { digitsAfterPoint, quotient } from '../../../engine/fieldKinds/decimal';
import { isSameCode } from '../shared/codes';
import { lineTotalOf, sumOf } from '../shared/price/price';
import type { AskedLine } from './askedLines';
import type { Rules } from './compareLines';
import { HALF_A_CENT, isWithin } from './comparePrices';
import { ratioOf, roundingOf, type Conversions } from './conversions';
import type { Difference } from './difference';
import { isOfOption, isOfProduct } from './identity';
import { quantityInUnit } from './quantities';
import type { ToldInvoice } from './readInvoices';
import type { ToldLine } from './toldLine';

/** What each reckoned amount may be off by, in cents: SIPS may round another way. */
const CENTS_A_LINE = 1;

/**
 * Whether an invoice is sound in itself: its header is the sum of its parts (invoice-details-21007516e0), and its subtotal that of its
 * lines. Whether the subtotal holds freight and tax that stand as lines is not documented: it may hold any of them.
 */
export function totalFindings({ lines, subTotal, charges, tax, total, place }: ToldInvoice, asked: readonly AskedLine[], { tolerancePercent, conversions }: Pick<Rules, 'tolerancePercent' | 'conversions'>): { differences: Difference[]; notes: string[] } {
	const differences: Difference[] = [];
	const told = { invoiceSubTotal: subTotal, invoiceCharges: charges, invoiceTax: tax, invoiceTotal: total };
	const name = `invoice ${place.invoiceNumber ?? ''}`;
	const difference = (message: string, more: object): Difference => ({ kind: 'total', standing: 'certain', message, line: null, asked: null, told: { ...told, ...more }, ...place });
	if (subTotal !== null && charges !== null && tax !== null && total !== null) {
		const sum = sumOf([subTotal, charges, tax]);
		if (sum !== sumOf([total])) differences.push(difference(`The header of ${name} says ${total} in all; subtotal ${subTotal}, charges ${charges} and tax ${tax} come to ${sum}.`, { sumOfParts: sum }));
	}
	differences.push(...lines.lines.flatMap((line) => [...amountDifference(line, asked, tolerancePercent), ...otherUnitDifference(line, asked, tolerancePercent, conversions)]));
	if (!lines.isShown || subTotal === null) return { differences, notes: [] };
	const amounts = lines.lines.map(({ amount }) => amount);
	const chargeAmounts = lines.charges.map(({ amount }) => amount);
	if (lines.unreadable.length > 0 || [...amounts, ...chargeAmounts].includes(null)) {
		return { differences, notes: [`Whether the lines of ${name} come to its subtotal could not be seen: not each of them shows an amount`] };
	}
	const material = sumOf(amounts.flatMap((amount) => amount ?? []));
	const slack = (CENTS_A_LINE * lines.lines.filter(({ isAmountReckoned }) => isAmountReckoned).length) / 100;
	const isSound = sums(material, chargeAmounts.flatMap((amount) => amount ?? [])).some((sum) => Math.abs(sumOf([sum, -subTotal])) <= slack);
	if (!isSound) differences.push(difference(`The lines of ${name} come to ${material} without freight, tax and fees; its header says ${subTotal} as subtotal.`, { sumOfLines: material }));
	return { differences, notes: [] };
}

/** Where the amount of a line is not its price times its quantity: then the price may be for another unit, or something else is in it. */
function amountDifference(told: ToldLine, asked: readonly AskedLine[], tolerancePercent: number): Difference[] {
	const { line, quantity, uom, price, priceUom, amount, isAmountReckoned, place } = told;
	if (price === null || amount === null || isAmountReckoned || uom === null || priceUom === null || !isSameCode(uom, priceUom)) return [];
	const units = Math.abs(quantity);
	const product = lineTotalOf(price, units);
	const difference = (words: string): Difference[] => [{ kind: 'total', standing: 'possible', message: `Line ${line} of invoice ${place.invoiceNumber ?? ''} comes to ${amount}; ${units} ${uom} at ${words}`, line: null, asked: null, told: { line, quantity, uom, price, amount }, ...place }];
	if (Math.abs(sumOf([Math.abs(amount), -product])) > roundingOfPrice(price) * units + A_CENT) return difference(`${price} are ${product}. The price may be for another unit, or something else is in the amount.`);
	// A price that was asked is not rounded: what is charged has to be that price times the quantity, too.
	const wanted = asked.flatMap((each) => (each.price !== undefined && isSameCode(uom, each.uom) && isOfProduct(told, each) === 'yes' && isOfOption(told, each) !== 'no' && isWithin(price, each.price, tolerancePercent) ? each.price : []));
	const [first] = wanted;
	if (first === undefined || wanted.some((each) => isAsAsked(Math.abs(amount), lineTotalOf(each, units), tolerancePercent))) return [];
	return difference(`the price that was asked, ${first}, are ${lineTotalOf(first, units)}. Something else may be in the amount.`);
}

/** The same where the price is for another unit: then what was asked has to be what the line comes to. Where nothing tells how the units relate, that is told with the price. */
function otherUnitDifference(told: ToldLine, asked: readonly AskedLine[], tolerancePercent: number, conversions: Conversions): Difference[] {
	const { line, quantity, uom, price, priceUom, amount, isAmountReckoned, place } = told;
	if (price === null || amount === null || isAmountReckoned || uom === null || priceUom === null || isSameCode(uom, priceUom)) return [];
	const wanted = asked.flatMap((each) => {
		const units = quantityInUnit(told, each, conversions);
		if (each.price === undefined || units === undefined || isOfProduct(told, each) !== 'yes' || isOfOption(told, each) === 'no') return [];
		const ratio = ratioOf(conversions, told, each, priceUom, each.uom);
		// A price that was converted may be off by half a cent for each unit.
		const slack = Math.abs(units) * HALF_A_CENT + Math.abs(amount) * (ratio === undefined ? 0 : roundingOf(ratio)) + A_CENT;
		// Another price is told as that: then the line may come to its own.
		const own = quotient([price, Math.abs(units), ratio?.by ?? 1], ratio?.times ?? told.factor ?? 0, 2);
		return [{ total: lineTotalOf(each.price, Math.abs(units)), own, price: each.price, slack }];
	});
	const [first] = wanted;
	if (first === undefined || wanted.some(({ total, own, slack }) => isWithin(Math.abs(amount), total, tolerancePercent) || [total, own ?? total].some((each) => Math.abs(sumOf([Math.abs(amount), -each])) <= slack))) return [];
	const message = `Line ${line} of invoice ${place.invoiceNumber ?? ''} comes to ${amount}; at the price that was asked, ${first.price}, it would be ${first.total}. Something else may be in the amount.`;
	return [{ kind: 'total', standing: 'possible', message, line: null, asked: null, told: { line, quantity, uom, price, priceUom, amount }, ...place }];
}

const A_CENT = 0.01;
/** Digits after the point that a price has at least: 35.4 is 35.40. */
const PRICE_DIGITS = 2;

/** What rounding may have taken from a price as it is shown, per unit: half of its last digit. */
function roundingOfPrice(price: number): number {
	return 0.5 * 10 ** -Math.max(digitsAfterPoint(price), PRICE_DIGITS);
}

function isAsAsked(amount: number, wanted: number, tolerancePercent: number): boolean {
	return isWithin(amount, wanted, tolerancePercent) || Math.abs(sumOf([amount, -wanted])) <= A_CENT;
}

/** Few enough to try all sums. Beyond that only all and none of them are tried. */
const MOST_CHARGES = 8;

/** The sum with any of the further amounts. */
function sums(first: number, further: readonly number[]): number[] {
	if (further.length > MOST_CHARGES) return [first, sumOf([first, ...further])];
	return further.reduce((some, amount) => [...some, ...some.map((sum) => sumOf([sum, amount]))], [first]);
}
