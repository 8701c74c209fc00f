import { product, sum } from '../../../../engine/fieldKinds/decimal';
import { money } from '../../../../engine/fieldKinds/money';
import type { FieldReader } from '../../../../engine/items/fields';
import { numberOf, textOf } from '../../../../engine/values';
import { isSameCode } from '../codes';
import type { PriceLine, Unproven } from '../contract';
import { CALL_FOR_PRICE } from '../sips';

/** A price as it may be shown. A type alias, so that it fits n8n's index signature. */
export type ShownPrice = {
	/** Per `priceUOM`, or null where there is none. Never 0. */
	price: number | null;
	priceAvailable: boolean;
	/** Price times quantity, to the cent; null where there is no price, or it is for another unit than the one asked for. */
	lineTotal: number | null;
	/** What to show in the place of a missing price, else `''`. */
	priceMessage: string;
};

/**
 * What a price line may be shown as. SRS forbids showing a price of 0 as $0 (price-32656412e0): the branch has to be
 * called. A message code other than 0, or a price that is no number above 0, is no price either.
 *
 * @param line undefined where SIPS left the product out of its answer
 * @param uom the unit asked for
 */
export function priceOf(line: Unproven<PriceLine> | undefined, quantity: number, uom: string): ShownPrice {
	if (line === undefined) return noPrice(`SIPS gave no price for this product. ${CALL_FOR_PRICE}`);
	const code = line.messageCode;
	const words = textOf(line.message);
	if (code !== undefined && code !== null && code !== '' && numberOf(code) !== 0) {
		return noPrice(`${words ?? `SIPS answered with message code ${textOf(code) ?? '(unreadable)'}`}. ${CALL_FOR_PRICE}`);
	}
	const { price } = line;
	if (typeof price !== 'number' || !Number.isFinite(price) || price <= 0) return noPrice(CALL_FOR_PRICE);
	// A total across units is inferred, and so another thing: see pricePerUnit.
	const priceUnit = textOf(line.priceUOM)?.trim();
	const sameUnit = isSameCode(priceUnit, uom);
	return {
		price,
		priceAvailable: true,
		lineTotal: sameUnit ? lineTotalOf(price, quantity) : null,
		priceMessage: sameUnit ? '' : otherUnit(priceUnit, uom),
	};
}

/** Digits after the point: of US dollars; and of a price per unit, which may be for one of a thousand nails. */
const DIGITS = { amount: 2, unitPrice: 4 };

/** Price times quantity to the cent, in decimals: 0.5 * 35.41 is 17.705, and half a cent rounds up. */
export function lineTotalOf(price: number, quantity: number): number {
	return product(price, quantity, DIGITS.amount);
}

/** The same with all its digits, to be summed up. */
export function exactTotalOf(price: number, quantity: number): number {
	return product(price, quantity, 2 * DIGITS.unitPrice);
}

/** A sum to the cent, in decimals: 0.1 + 0.2 is 0.3. */
export function sumOf(amounts: readonly number[]): number {
	return sum(amounts, DIGITS.amount);
}

/** A price per unit that a person expects, where given. 0 is none: it means that the branch has to be called. */
export function readUnitPrice(fields: FieldReader, name: string, label: string, zeroAdvice: string): number | undefined {
	const price = fields.optionalKind(name, { label }, (value) => money(value, { decimals: DIGITS.unitPrice, zero: true }));
	if (price === '0') return fields.fault(label, `must not be 0: ${zeroAdvice}`);
	return price === undefined ? undefined : Number(price);
}

/** An amount of US dollars that a person gives; 0 is one. @param rounds to the cent, for what is only compared and never sent */
export function readTotal(fields: FieldReader, name: string, label: string, { rounds = false }: { rounds?: boolean } = {}): number | undefined {
	const amount = fields.optionalKind(name, { label }, (value) => money(value, { decimals: DIGITS.amount, zero: true, rounds }));
	return amount === undefined ? undefined : Number(amount);
}

function otherUnit(priceUnit: string | undefined, uom: string): string {
	return priceUnit === undefined ? 'SIPS does not say which unit the price is for' : `The price is per ${priceUnit}, not per ${uom}`;
}

/** What is shown where there is no price. @param priceMessage why */
export function noPrice(priceMessage: string): ShownPrice {
	return { price: null, priceAvailable: false, lineTotal: null, priceMessage };
}
