import { numberOf, textOf } from '../../engine/values';
import type { PriceLine, Unproven } from './contract';
import { CALL_FOR_PRICE } from './sips';

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
	if (line === undefined) return none(`SIPS gave no price for this product. ${CALL_FOR_PRICE}`);
	const code = line.messageCode;
	const words = textOf(line.message);
	if (code !== undefined && code !== null && code !== '' && numberOf(code) !== 0) {
		return none(`${words ?? `SIPS answered with message code ${textOf(code) ?? '(unreadable)'}`}. ${CALL_FOR_PRICE}`);
	}
	const { price } = line;
	if (typeof price !== 'number' || !Number.isFinite(price) || price <= 0) return none(CALL_FOR_PRICE);
	// A total across units is inferred, and so another thing: see pricePerUnit.
	const sameUnit = textOf(line.priceUOM)?.toUpperCase() === uom.toUpperCase();
	return {
		price,
		priceAvailable: true,
		lineTotal: sameUnit ? toCents(price * quantity) : null,
		priceMessage: sameUnit ? '' : otherUnit(textOf(line.priceUOM), uom),
	};
}

/** A sum rounded to cents, so that 0.1 + 0.2 is 0.3. */
export function toCents(amount: number): number {
	// Through decimal text: 0.5 * 35.41 is 17.704999... in binary, and half a cent rounds up.
	return Math.round(Number((amount * 100).toFixed(6))) / 100;
}

function otherUnit(priceUnit: string | undefined, uom: string): string {
	return priceUnit === undefined ? 'SIPS does not say which unit the price is for' : `The price is per ${priceUnit}, not per ${uom}`;
}

function none(priceMessage: string): ShownPrice {
	return { price: null, priceAvailable: false, lineTotal: null, priceMessage };
}
