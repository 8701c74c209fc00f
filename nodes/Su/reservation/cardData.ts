import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { isObject } from '../../../engine/values';

/** The switch for card data, among the options of an operation. */
export const includeCardData: INodeProperties = {
	displayName: 'Include Card Data',
	name: 'includeCardData',
	type: 'boolean',
	default: false,
	description: 'Whether to put out numbers, codes and tokens of the card of the guest. n8n stores what a node puts out, so leave it off unless you need them. They are not in the simplified form.',
};

/** Whether card data is wanted. It is not by default. Faults are noted in `fields`. */
export function isCardDataWanted(fields: FieldReader): boolean {
	return fields.optionalFlag('options.includeCardData', { label: includeCardData.displayName }) ?? false;
}

/** Of the guest: `cc_number`, `vcc_expiration_date`, `tokensource`, `tokentype`, `token_id` and the like (response-of-reservation-information). */
const OF_CARD = /^(?:v?cc_|token)/i;

/** Of the reservation: references of a payment gateway, a token of the card among them. */
const OF_PAYMENT = /^su_payments$/i;

/** A reservation without what is about the guest's card. */
export function withoutCardData(reservation: IDataObject): IDataObject {
	return without(reservation) as IDataObject;
}

/** At any depth: no document shows a card elsewhere than in the guest, and none must get into n8n's database from there. */
function without(value: unknown): unknown {
	if (Array.isArray(value)) return (value as unknown[]).map(without);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([name, entry]) => (OF_CARD.test(name) || OF_PAYMENT.test(name) ? [] : [[name, without(entry)]])));
}
