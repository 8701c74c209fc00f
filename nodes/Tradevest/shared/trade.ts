import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { readId } from './fields';

/** What all orders share. */

const EXAMPLE_ID = '5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33';

/** Sides of an order (asset-management/trading, digital-assets). */
const SIDES = ['BUY', 'SELL'] as const;

export type Side = (typeof SIDES)[number];

export const tradeSide: INodeProperties = {
	displayName: 'Trade Side',
	name: 'tradeSide',
	type: 'options',
	options: [
		{ name: 'Buy', value: 'BUY' },
		{ name: 'Sell', value: 'SELL' },
	],
	default: 'BUY',
	description: 'Whether to buy or to sell',
};

export function readSide(fields: FieldReader): Side {
	return fields.oneOf('tradeSide', { label: 'Trade Side' }, SIDES);
}

/** A product of the customer by its id. */
export function productField(name: string, displayName: string, description: string): INodeProperties {
	return { displayName, name, type: 'string', required: true, default: '', placeholder: `e.g. ${EXAMPLE_ID}`, description: `${description}: customerProductId of Product: Get Many` };
}

export const CASH = { name: 'cashCustomerProductId', label: 'Cash Product ID' } as const;
export const cashProduct = productField(CASH.name, CASH.label, 'The balance account of the customer that pays or is paid');

export function readCashProduct(fields: FieldReader): string {
	return readId(fields, CASH.name, CASH.label);
}

export const orderId: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${EXAMPLE_ID}`,
	description: 'The order, as Tradevest knows it: orderId of Create',
};

export function readOrderId(fields: FieldReader): { id: string } {
	return { id: readId(fields, 'orderId', 'Order ID') };
}
