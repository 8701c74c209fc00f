import type { INodeProperties } from 'n8n-workflow';

import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { isin } from '../../../engine/fieldKinds/isin';
import type { FieldReader } from '../../../engine/items/fields';
import { openChoice, readOpenChoice } from '../shared/openChoice';

/** Kinds of orders, and the last part of the path that takes each (asset-management/trading/orders). */
export const ORDER_TYPES = ['MARKET', 'LIMIT', 'STOP'] as const;

export type OrderType = (typeof ORDER_TYPES)[number];

/** What is traded, where, and how. */
export interface Trade {
	isin: string;
	exchangeCode: string;
	orderType: OrderType;
	/** Whole. */
	quantity: number;
	/** Of a limit or stop order, as text with at most three digits after the point; else `''`. */
	price: string;
}

/** Prices go in steps of 0.001 (asset-management/trading). */
const PRICE = { decimals: 3 };

export const tradeFields: INodeProperties[] = [
	{ displayName: 'ISIN', name: 'isin', type: 'string', required: true, default: '', placeholder: 'e.g. DE000A0F5UF5', description: 'The security' },
	openChoice('exchangeCode', 'Exchange', ['TGAT', 'XFRA'], 'Where it is traded: TGAT (Tradegate) or XFRA (Frankfurt)'),
	{
		displayName: 'Order Type',
		name: 'orderType',
		type: 'options',
		options: [
			{ name: 'Limit', value: 'LIMIT', description: 'At this price or a better one' },
			{ name: 'Market', value: 'MARKET', description: 'At the next price' },
			{ name: 'Stop', value: 'STOP', description: 'At the next price once this one is reached' },
		],
		default: 'MARKET',
		description: 'At which price it may be carried out',
	},
	{ displayName: 'Quantity', name: 'quantity', type: 'number', typeOptions: { minValue: 1 }, required: true, default: '', description: 'Units, a whole number' },
	{
		displayName: 'Price',
		name: 'price',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 24.350',
		displayOptions: { show: { orderType: ['LIMIT', 'STOP'] } },
		description: 'Limit or stop price in euros, in steps of 0.001, with a point before the decimals',
	},
];

/** Reads them. Faults are noted in `fields`. */
export function readTrade(fields: FieldReader): Trade {
	const orderType = fields.oneOf('orderType', { label: 'Order Type' }, ORDER_TYPES);
	return {
		isin: fields.kind('isin', { label: 'ISIN' }, isin, ''),
		exchangeCode: readOpenChoice(fields, 'exchangeCode', 'Exchange'),
		orderType,
		quantity: fields.wholeNumber('quantity', { label: 'Quantity', least: 1 }),
		price: orderType === 'MARKET' ? '' : fields.kind('price', { label: 'Price' }, (value) => exactDecimal(value, PRICE), ''),
	};
}
