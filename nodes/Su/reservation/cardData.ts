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
const OF_PAYMENT = 'su_payments';

/** A reservation without what is about the guest's card. */
export function withoutCardData(reservation: IDataObject): IDataObject {
	const { customer } = reservation;
	const kept = without(reservation, (name) => name === OF_PAYMENT);
	return isObject(customer) ? { ...kept, customer: without(customer, (name) => OF_CARD.test(name)) } : kept;
}

function without(record: IDataObject, isTaken: (name: string) => boolean): IDataObject {
	return Object.fromEntries(Object.entries(record).filter(([name]) => !isTaken(name)));
}
