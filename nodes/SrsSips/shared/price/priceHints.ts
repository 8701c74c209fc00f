import { hintAbout } from '../../../../engine/operation/hintAbout';
import type { Outcome } from '../../../../engine/operation/operation';
import type { RunHint } from '../../../../engine/operation/runHint';
import { CALL_FOR_PRICE } from '../sips';

/** What a person should know of prices: which are none, are for another unit, or are worked out by us. */
export function priceHints(outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	return [
		...hintAbout(outcomes, ({ price }) => price === null, (howMany) => ({
			message: `No price (price is empty): ${howMany}. ${CALL_FOR_PRICE}. It is not free, and must not be shown as $0; priceMessage says why.`,
			type: 'warning',
		})),
		...hintAbout(outcomes, ({ price, lineTotal }) => price !== null && lineTotal === null, (howMany) => ({
			message: `Price for another unit than asked for: ${howMany}. There is no line total; priceMessage names the unit.`,
			type: 'warning',
		})),
		// Simplified, only the message says that it is inferred.
		...hintAbout(outcomes, ({ lineTotal, priceMessage }) => lineTotal !== null && priceMessage !== '', (howMany) => ({
			message: `Line total worked out from SIPS's conversion factor: ${howMany}. No document of SIPS states how the factor is meant: compare one with the branch. Convert Prices to the Unit Asked For, under Options, turns it off.`,
		})),
	];
}
