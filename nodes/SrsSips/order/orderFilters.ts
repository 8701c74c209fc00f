import type { INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { ParameterReader } from '../../../engine/operation/operation';
import { withoutGaps } from '../../../engine/values';
import type { OrderListRequest } from '../shared/contract';
import { type FilteredList } from '../shared/filters';

/** What the rows of a list are called in the descriptions of its filters. */
type Things = 'orders' | 'deliveries';

/** The filters of Order List (order-list-21007236e0), without the one that only orders have. The page shows types, not formats. */
export function orderFilterFields(things: Things): INodeProperties[] {
	return [
		{
			displayName: 'Branch Code',
			name: 'branchCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. CORMN',
			description: `Only ${things} at this branch`,
		},
		{
			displayName: 'Customer Code',
			name: 'customerCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. DEMO001',
			description: `Only ${things} of this customer. Sent as customerNumber; that it takes the code is not confirmed.`,
		},
		{
			displayName: 'From Date',
			name: 'orderFromDate',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: `Only ${things} from this day on. Sent as YYYY-MM-DD; the format is not confirmed.`,
		},
		{
			displayName: 'Job Number',
			name: 'jobNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. 135',
			description: `Only ${things} with this job number`,
		},
		{
			displayName: 'Order ID',
			name: 'orderId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 41200987',
			description: `Only ${things} with this SRS order number`,
		},
		{
			displayName: 'Order Status',
			name: 'orderStatus',
			type: 'string',
			default: '',
			placeholder: 'e.g. En Route',
			description: `Only ${things} in this state. Which words SIPS knows is not documented; partners see Order Received, En Route, Arrived, Completed, Invoiced and Cancelled.`,
		},
		{
			displayName: 'PO Number',
			name: 'poNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7731-2',
			description: `Only ${things} with this number of the contractor's own`,
		},
		{
			displayName: 'Ship-to Address',
			name: 'shipToAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12 Ridge Rd',
			description: `Only ${things} that go to this address`,
		},
		{
			displayName: 'Ship-to Sequence Number',
			name: 'shipToSequenceNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1',
			description: `Only ${things} for this ship-to number`,
		},
		{
			displayName: 'To Date',
			name: 'orderToDate',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: `Only ${things} up to this day. Sent as YYYY-MM-DD; the format is not confirmed.`,
		},
	];
}

/**
 * Reads Limit and the filters.
 *
 * @param fields takes the faults
 * @param timezone IANA name
 */
export function readOrderFilters(fields: FieldReader, read: ParameterReader, timezone: string): FilteredList {
	const filters = new FieldReader((name, fallback) => read(`filters.${name}`, fallback));
	const text = (name: string, label: string) => filters.optionalText(name, { label }) || undefined;
	const whole = (name: string, label: string) => filters.optionalNumber(name, { label, whole: true });
	const limit = fields.limit();
	const includeInvoices = filters.optionalFlag('includeInvoices', { label: 'Include Invoices' });
	const body: OrderListRequest = {
		branchCode: text('branchCode', 'Branch Code'),
		customerNumber: text('customerCode', 'Customer Code'),
		shipToSequenceNumber: whole('shipToSequenceNumber', 'Ship-to Sequence Number'),
		orderId: whole('orderId', 'Order ID'),
		orderFromDate: filters.optionalDay('orderFromDate', { label: 'From Date' }, timezone),
		orderToDate: filters.optionalDay('orderToDate', { label: 'To Date' }, timezone),
		rowReturnLimit: limit,
		orderStatus: text('orderStatus', 'Order Status'),
		PONumber: text('poNumber', 'PO Number'),
		jobNumber: text('jobNumber', 'Job Number'),
		shipToAddress: text('shipToAddress', 'Ship-to Address'),
		includeInvoices: includeInvoices === undefined ? undefined : includeInvoices ? 'Y' : 'N',
	};
	filters.daysInOrder(body.orderFromDate, 'From Date', body.orderToDate, 'To Date');
	fields.take(filters);
	return { body: withoutGaps(body), limit };
}
