import { hintAbout } from '../../../engine/operation/hintAbout';
import type { Outcome } from '../../../engine/operation/operation';
import type { RunHint } from '../../../engine/operation/runHint';
import { CALL_FOR_PRICE } from '../shared/sips';

/** What a person should know of submitted orders: that being sent is not being taken. */
export function submittedHints(outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	return [
		...hintAbout(outcomes, ({ state }) => state === 'queued', (howMany) => ({
			message: `Queued, and not accepted yet: ${howMany}. SIPS may still drop it. Order: Get Status, the SRS SIPS Trigger or the Order Watch tell what becomes of it.`,
			type: 'warning',
		})),
		...hintAbout(outcomes, ({ state }) => state === 'rejected', (howMany) => ({ message: `SIPS lists the order as rejected or cancelled: ${howMany}. No material comes of it.`, type: 'warning' })),
	];
}

/** What a person should know of previewed orders. */
export function previewedHints(outcomes: ReadonlyArray<Outcome<unknown>>): RunHint[] {
	return [
		{ message: 'Nothing was ordered: this was a preview. Prices can change until the order is submitted; tax and delivery are not in the total.' },
		...hintAbout(outcomes, ({ linesWithoutPrice }) => Number(linesWithoutPrice) > 0, (howMany) => ({
			message: `Lines without a total, so the order has none (linesWithoutPrice): ${howMany}. priceMessage of the line says why. ${CALL_FOR_PRICE}.`,
			type: 'warning',
		})),
		...hintAbout(outcomes, ({ alreadyListed }) => Array.isArray(alreadyListed) && alreadyListed.length > 0, (howMany) => ({
			message: `SIPS already lists orders of this customer under the same PO number (alreadyListed): ${howMany}. Look at them before you submit.`,
			type: 'warning',
		})),
		...hintAbout(outcomes, ({ alreadyListed }) => alreadyListed === null, (howMany) => ({
			message: `Whether SIPS already lists an order under the same PO number could not be read (alreadyListed): ${howMany}.`,
			type: 'warning',
		})),
	];
}
