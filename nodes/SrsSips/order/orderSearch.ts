import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import type { FieldReader } from '../../../engine/items/fields';
import { listOrNone } from '../shared/answers';
import { isSameCode, orderIdKey } from '../shared/codes';
import { mayBeOfCustomer } from '../shared/customerMatch';
import { SIPS } from '../shared/sips';
import { orderListRequest } from './orderLookUp';
import { readOrderRow, type OrderRow } from './orderRows';

/** By what an order is looked for. */
export interface OrderSearch {
	by: 'poNumber' | 'orderId' | 'transactionId';
	/** As text; an order id is a whole number. */
	value: string;
	/** Only of this customer, or `''`. */
	customerCode: string;
	/** First day of the orders that are read, where the person gives one. */
	fromDate: string | undefined;
}

/** An order that SIPS lists. */
export interface FoundOrder {
	row: OrderRow;
	/** As SIPS wrote it. */
	answer: IDataObject;
}

const LABELS = { poNumber: 'PO Number', orderId: 'Order ID', transactionId: 'Transaction ID' } as const;

/** The fields by which a person names an order. */
export const orderSearchFields: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'Order ID', value: 'orderId', description: 'The SRS sales order number' },
			{ name: 'PO Number', value: 'poNumber', description: "The contractor's own order number" },
			{
				name: 'Transaction ID',
				value: 'transactionId',
				description: 'The ID that Submit gave the order. SIPS has no filter for it: orders are read and compared, if they carry it at all.',
			},
		],
		default: 'poNumber',
		description: 'What you know of the order',
	},
	{
		displayName: 'PO Number',
		name: 'poNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 7731-2',
		displayOptions: { show: { findBy: ['poNumber'] } },
		description: "The contractor's own order number",
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 41200987',
		displayOptions: { show: { findBy: ['orderId'] } },
		description: 'The SRS sales order number',
	},
	{
		displayName: 'Transaction ID',
		name: 'transactionId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 5b0c1a5e-7a2f-8a43-9d0e-0d1f4b8f2c11',
		displayOptions: { show: { findBy: ['transactionId'] } },
		description: 'The ID that Submit gave the order',
	},
];

/** What narrows the search. */
export const orderSearchOptions: INodeProperties[] = [
	{
		displayName: 'Customer Code',
		name: 'customerCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. DEMO001',
		description: 'Only orders of this customer. Compared in the rows that SIPS gives, where they name one.',
	},
	{
		displayName: 'From Date',
		name: 'orderFromDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Only orders from this day on. Sent as YYYY-MM-DD; the format is not confirmed.',
	},
];

/** Reads by what an order is looked for. @param timezone IANA name */
export function readOrderSearch(fields: FieldReader, timezone: string): OrderSearch {
	const by = fields.oneOf('findBy', { label: 'Find By' }, ['poNumber', 'orderId', 'transactionId']);
	return {
		by,
		value: by === 'orderId' ? String(fields.wholeNumber('orderId', { label: LABELS.orderId, least: 1 })) : fields.code(by, { label: LABELS[by], longest: 200 }),
		customerCode: fields.optionalText('options.customerCode', { label: 'Customer Code' }),
		fromDate: fields.optionalDay('options.orderFromDate', { label: 'From Date' }, timezone),
	};
}

/** How a person reads what was looked for, such as `PO Number 7731-2`. */
export function searchLabel({ by, value }: OrderSearch): string {
	return `${LABELS[by]} ${value}`;
}

/**
 * The orders that fit, by Order List (order-list-21007236e0). A row counts where its own field says so; SIPS's filter alone
 * is not believed, since what it does with unknown values is not documented.
 *
 * @throws Failure of kind `brokenAnswer` where there are rows and none carries the field that was looked for, none has the number that
 *   SIPS was asked for, or none has the transaction id and some carry none at all; and of any kind where it is not certain that there are none
 */
export async function searchOrders(search: OrderSearch, ask: Ask): Promise<FoundOrder[]> {
	const { by, value, customerCode, fromDate } = search;
	const request = orderListRequest({
		...(by === 'poNumber' ? { PONumber: value } : {}),
		...(by === 'orderId' ? { orderId: Number(value) } : {}),
		...(fromDate === undefined ? {} : { orderFromDate: fromDate }),
	});
	const answer = await orRefusal(ask(request));
	const found = listOrNone(answer, 'Order List').map((row) => ({ row: readOrderRow(row), answer: row }));
	if (found.length > 0 && found.every(({ row }) => row[by] === null)) throw notCarried(search);
	const same = found.filter(({ row }) => isSame(by, row[by] ?? '', value));
	if (by !== 'transactionId' && found.length > 0 && same.length === 0) throw notFiltered(search);
	const mayBeIt = found.filter(({ row }) => row[by] === null && mayBeOfCustomer(row, customerCode)).length;
	if (by === 'transactionId' && same.length === 0 && mayBeIt > 0) throw notInAll(search, mayBeIt);
	return same.filter(({ row }) => mayBeOfCustomer(row, customerCode));
}

function isSame(by: OrderSearch['by'], one: string, other: string): boolean {
	return by === 'orderId' ? orderIdKey(one) === orderIdKey(other) : isSameCode(one, other);
}

/** The list holds something else, and may be cut: that the order is not in it shows nothing. */
function notFiltered(search: OrderSearch): Failure {
	return new Failure('brokenAnswer', `It is not known whether ${SIPS} has an order with ${searchLabel(search)}: it lists other orders only, so the list was not filtered`, {
		advice: 'Find the order by another number, or look at the rows with Order: Get Many.',
		subject: { [search.by]: search.value },
	});
}

/** Orders without a transaction id may be the one: SIPS has no filter for it, and does not say which orders get one in its list. */
function notInAll(search: OrderSearch, count: number): Failure {
	return new Failure('brokenAnswer', `It is not known whether ${SIPS} has an order with ${searchLabel(search)}: ${count} of the orders that it lists carry no Transaction ID, and may be it`, {
		advice: 'Find the order by its PO number or order ID, or look at the rows with Order: Get Many.',
		subject: { [search.by]: search.value },
	});
}

function notCarried({ by }: OrderSearch): Failure {
	return new Failure('brokenAnswer', `${SIPS} lists orders without a field that could be recognised as the ${LABELS[by]}`, {
		advice: `Find the order by another number, or look at the rows with Order: Get Many. The fields of this answer are not documented.`,
	});
}
