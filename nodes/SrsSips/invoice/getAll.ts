import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { withoutGaps } from '../../../engine/values';
import { listAnswer, notItsOwn } from '../shared/answers';
import type { InvoiceListRequest } from '../shared/contract';
import { filterCollection, type FilteredList } from '../shared/filters';
import { MAIN_INVOICE_FIELDS } from './invoiceFields';

type Parameters = FilteredList & { isSimplified: boolean };

const FILTERS: INodeProperties[] = [
	{
		displayName: 'Branch Code',
		name: 'branchCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. CORMN',
		description: 'Only invoices of this branch',
	},
	{
		displayName: 'Customer Code',
		name: 'customerCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. DEMO001',
		description: 'Only invoices of this customer',
	},
	{
		displayName: 'End Date',
		name: 'endInvoiceDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Only invoices up to this day',
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 41200987',
		description: 'Only invoices of the order with this SRS number',
	},
	{
		displayName: 'Ship-to Sequence Number',
		name: 'shipToSequenceNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1',
		description: 'Only invoices for this ship-to number',
	},
	{
		displayName: 'Start Date',
		name: 'startInvoiceDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Only invoices from this day on',
	},
];

/**
 * Invoices List, `POST /invoices/list` (invoices-list-21007517e0). The first five fields of a row were seen; the rest is
 * most likely the header of Invoice Details.
 */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many invoices',
	description: 'List invoices by customer, branch, order or date',
	effect: 'read',
	source: { call: 'POST /invoices/list', standing: 'documented; the copy seen is cut after five fields of a row' },
	properties: [...listSize, simplify, filterCollection(FILTERS)],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const filters = new FieldReader((name, fallback) => read(`filters.${name}`, fallback));
		const text = (name: string, label: string) => filters.optionalText(name, { label }) || undefined;
		const limit = fields.limit();
		const body: InvoiceListRequest = {
			branchCode: text('branchCode', 'Branch Code'),
			customerCode: text('customerCode', 'Customer Code'),
			// A string here, and a number in Order List.
			shipToSequenceNumber: filters.optionalNumber('shipToSequenceNumber', { label: 'Ship-to Sequence Number', whole: true })?.toString(),
			startInvoiceDate: filters.optionalDay('startInvoiceDate', { label: 'Start Date' }, timezone),
			endInvoiceDate: filters.optionalDay('endInvoiceDate', { label: 'End Date' }, timezone),
			orderNumber: filters.optionalNumber('orderId', { label: 'Order ID', whole: true }),
			rowReturnLimit: limit,
		};
		filters.daysInOrder(body.startInvoiceDate, 'Start Date', body.endInvoiceDate, 'End Date');
		fields.take(filters);
		const isSmall = isSimplified(fields);
		fields.done('The request');
		return { body: withoutGaps(body), limit, isSimplified: isSmall };
	},

	request: ({ body }) => ({ method: 'POST', path: '/invoices/list', body }),

	items(answer, { limit, isSimplified: isSmall }) {
		const rows = atMost(listAnswer(answer, 'Invoices List'), limit);
		return rows.map((row): IDataObject => fieldsOf(row, isSmall ? MAIN_INVOICE_FIELDS : undefined));
	},

	explain: (failure) => notItsOwn(failure, 'Invoices List'),
};
