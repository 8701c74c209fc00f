import { isSameCode } from '../shared/codes';
import { lineTotalOf, sumOf } from '../shared/price/price';
import type { Difference } from './difference';
import type { ToldInvoice } from './readInvoices';
import type { ToldLine } from './toldLine';

/** What each reckoned amount may be off by, in cents: SIPS may round another way. */
const CENTS_A_LINE = 1;

/**
 * Whether an invoice is sound in itself: its header is the sum of its parts (invoice-details-21007516e0), and its subtotal that of its
 * lines. Whether the subtotal holds freight and tax that stand as lines is not documented: it may hold any of them.
 */
export function totalFindings({ lines, subTotal, charges, tax, total, place }: ToldInvoice): { differences: Difference[]; notes: string[] } {
	const differences: Difference[] = [];
	const told = { invoiceSubTotal: subTotal, invoiceCharges: charges, invoiceTax: tax, invoiceTotal: total };
	const name = `invoice ${place.invoiceNumber ?? ''}`;
	const difference = (message: string, more: object): Difference => ({ kind: 'total', standing: 'certain', message, line: null, asked: null, told: { ...told, ...more }, ...place });
	if (subTotal !== null && charges !== null && tax !== null && total !== null) {
		const sum = sumOf([subTotal, charges, tax]);
		if (sum !== sumOf([total])) differences.push(difference(`The header of ${name} says ${total} in all; subtotal ${subTotal}, charges ${charges} and tax ${tax} come to ${sum}.`, { sumOfParts: sum }));
	}
	differences.push(...lines.lines.flatMap(amountDifference));
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
function amountDifference({ line, quantity, uom, price, priceUom, amount, isAmountReckoned, place }: ToldLine): Difference[] {
	if (price === null || amount === null || isAmountReckoned || uom === null || priceUom === null || !isSameCode(uom, priceUom)) return [];
	const product = lineTotalOf(price, Math.abs(quantity));
	// Half a cent for each unit, since a price may have been rounded, and one cent for the amount.
	if (Math.abs(sumOf([Math.abs(amount), -product])) <= 0.005 * Math.abs(quantity) + 0.01) return [];
	const message = `Line ${line} of invoice ${place.invoiceNumber ?? ''} comes to ${amount}; ${Math.abs(quantity)} ${uom} at ${price} are ${product}. The price may be for another unit, or something else is in the amount.`;
	return [{ kind: 'total', standing: 'possible', message, line: null, asked: null, told: { line, quantity, uom, price, amount }, ...place }];
}

/** Few enough to try all sums. Beyond that only all and none of them are tried. */
const MOST_CHARGES = 8;

/** The sum with any of the further amounts. */
function sums(first: number, further: readonly number[]): number[] {
	if (further.length > MOST_CHARGES) return [first, sumOf([first, ...further])];
	return further.reduce((some, amount) => [...some, ...some.map((sum) => sumOf([sum, amount]))], [first]);
}
