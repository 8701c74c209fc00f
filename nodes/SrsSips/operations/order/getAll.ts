import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../../engine/items/fields';
import type { RepeatableOperation } from '../../../../engine/items/operation';
import { atMost, listAnswer } from '../../answers';
import type { OrderListRequest } from '../../contract';
import { listSize } from '../../sharedFields';

interface Parameters {
	filters: OrderListRequest;
	limit: number | undefined;
}

/**
 * Order List, `POST /orders/List` (order-list-21007236e0). The page shows the types of the filters and not their
 * formats; the answer's fields are not in any public copy, so rows come out as SIPS sends them.
 */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many orders',
	description: 'List orders by customer, branch, PO number, state or date',
	effect: 'read',

	properties: [
		...listSize,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Branch Code',
					name: 'branchCode',
					type: 'string',
					default: '',
					placeholder: 'e.g. CORMN',
					description: 'Only orders at this branch',
				},
				{
					displayName: 'Customer Code',
					name: 'customerCode',
					type: 'string',
					default: '',
					placeholder: 'e.g. DEMO001',
					description: 'Only orders of this customer. Sent as customerNumber; that it takes the code is not confirmed.',
				},
				{
					displayName: 'From Date',
					name: 'orderFromDate',
					type: 'dateTime',
					default: '',
					description: 'Only orders from this day on. Sent as YYYY-MM-DD; the format is not confirmed.',
				},
				{
					displayName: 'Include Invoices',
					name: 'includeInvoices',
					type: 'boolean',
					default: false,
					description: 'Whether to ask for the invoices of each order, too. Sent as Y or N, which is not confirmed.',
				},
				{
					displayName: 'Job Number',
					name: 'jobNumber',
					type: 'string',
					default: '',
					description: 'Only orders with this job number',
				},
				{
					displayName: 'Order ID',
					name: 'orderId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 41200987',
					description: 'Only the order with this SRS number',
				},
				{
					displayName: 'Order Status',
					name: 'orderStatus',
					type: 'string',
					default: '',
					description: 'Only orders in this state. The words that SIPS knows are not documented.',
				},
				{
					displayName: 'PO Number',
					name: 'poNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. 7731-2',
					description: "Only orders with this number of the contractor's own",
				},
				{
					displayName: 'Ship-to Address',
					name: 'shipToAddress',
					type: 'string',
					default: '',
					description: 'Only orders that go to this address',
				},
				{
					displayName: 'Ship-to Sequence Number',
					name: 'shipToSequenceNumber',
					type: 'string',
					default: '',
					description: 'Only orders for this ship-to number',
				},
				{
					displayName: 'To Date',
					name: 'orderToDate',
					type: 'dateTime',
					default: '',
					description: 'Only orders up to this day',
				},
			],
		},
	],

	parameters(read, { timezone }) {
		const fields = new FieldReader((name, fallback) => read(`filters.${name}`, fallback));
		const text = (name: string, label: string) => fields.optionalText(name, { label }) || undefined;
		const whole = (name: string, label: string) => fields.optionalNumber(name, { label, whole: true });
		const size = new FieldReader(read);
		const limit = size.limit();
		const filters: OrderListRequest = {
			branchCode: text('branchCode', 'Branch Code'),
			customerNumber: text('customerCode', 'Customer Code'),
			shipToSequenceNumber: whole('shipToSequenceNumber', 'Ship-to Sequence Number'),
			orderId: whole('orderId', 'Order ID'),
			orderFromDate: fields.optionalDay('orderFromDate', { label: 'From Date' }, timezone),
			orderToDate: fields.optionalDay('orderToDate', { label: 'To Date' }, timezone),
			rowReturnLimit: limit,
			orderStatus: text('orderStatus', 'Order Status'),
			PONumber: text('poNumber', 'PO Number'),
			jobNumber: text('jobNumber', 'Job Number'),
			shipToAddress: text('shipToAddress', 'Ship-to Address'),
			includeInvoices: includeInvoices(read('filters.includeInvoices', undefined)),
		};
		fields.take(size);
		fields.done('The request');
		return { filters, limit };
	},

	request: ({ filters }) => ({ method: 'POST', path: '/orders/List', body: withoutGaps(filters) }),

	items: (answer, { limit }) => atMost(listAnswer(answer, 'Order List'), limit),
};

function includeInvoices(value: unknown): 'Y' | 'N' | undefined {
	return typeof value === 'boolean' ? (value ? 'Y' : 'N') : undefined;
}

function withoutGaps(record: object): IDataObject {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
