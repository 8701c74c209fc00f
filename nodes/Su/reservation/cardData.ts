import type { IDataObject, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { isObject } from '../../../engine/values';

/** The switch for card data, among the options of an operation. */
export const includeCardData: INodeProperties = {
	displayName: 'Include Card Data',
	name: 'includeCardData',
	type: 'boolean',
	default: false,
	description: 'Whether to put out numbers, codes and tokens of the card of the guest, and references of payments. n8n stores what a node puts out, so leave it off unless you need them. They are not in the simplified form.',
};

/** Whether card data is wanted. It is not by default. Faults are noted in `fields`. */
export function isCardDataWanted(fields: FieldReader): boolean {
	return fields.optionalFlag('options.includeCardData', { label: includeCardData.displayName }) ?? false;
}

/** Of the guest: `cc_number`, `vcc_expiration_date`, `tokensource`, `tokentype`, `token_id` and the like (response-of-reservation-information). */
const OF_CARD = /^(?:v?cc_|token)/i;

/**
 * Of the reservation: references of a payment gateway, a token of the card among them, and what a company says of how it pays
 * (`corporate_booking_detail.payment_information`), whose content no page shows.
 */
const OF_PAYMENT = /^(?:su_payments|pgtransactionid|pg_refid|payment_information)$/i;

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

/** What of a guest is card data (response-of-reservation-information). */
const OF_GUEST = [
	'cc_name', 'cc_number', 'cc_type', 'cc_cvc', 'cc_expiration_date', 'cc_virtual', 'cc_current_balance', 'cc_activation_date', 'vcc_expiration_date', 'cc_token',
	'cc_token_expiration', 'cc_unique_code', 'cc_vault_token', 'cc_tracking_id', 'tokensource', 'tokentype', 'token_id',
];

/**
 * Names the card data of a reservation to n8n, to be spread into the description of a node. An n8n that knows `sensitiveOutputFields` (2.41) never shows them
 * in what people see of an execution; an older one leaves it alone.
 *
 * @param holder the field of an output item that holds the reservation; left out, the item is it
 */
export function cardFields(holder?: string): Partial<INodeTypeDescription> {
	const fields = [...OF_GUEST.map((name) => `customer.${name}`), 'su_payments', 'pgtransactionid', 'pg_refid', 'corporate_booking_detail.payment_information'];
	return { sensitiveOutputFields: holder === undefined ? fields : fields.map((field) => `${holder}.${field}`) } as Partial<INodeTypeDescription>;
}
