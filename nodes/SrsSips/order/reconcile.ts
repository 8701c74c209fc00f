import type { INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation, SeveralReads } from '../../../engine/operation/operation';
import { readAskedLines } from '../reconciliation/askedLines';
import { reconciled, type Reconciliation } from '../reconciliation/reconcile';
import { endpointPathFields, filledPath, pathHints, readPathTemplate } from '../shared/endpointPath';
import { orderSearchFields, orderSearchOptions, readOrderSearch } from './orderSearch';

/** The likeliest path of Order Details (order-details-32636882e0, a page that was not seen). */
const ORDER_PATH = '/orders/{orderId}';
const ANY = { orderId: 1 };

const fields: INodeProperties[] = [
	...orderSearchFields,
	{
		displayName: 'Lines',
		name: 'linesJson',
		type: 'json',
		required: true,
		default: '[]',
		placeholder: 'e.g. [{ "productId": 6000, "option": "Black Shadow", "quantity": 30, "uom": "BD", "price": 35.40 }]',
		description:
			'What was asked: a list of objects with productId, option, quantity, uom and, if wanted, price, productName, itemCode and customerItem. The lines that Submit, Preview or Match put out can be given by an expression, as by dragging their field here.',
	},
	{
		displayName: 'Expected Delivery Date',
		name: 'expectedDeliveryDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Day for which delivery was asked. Leave empty to compare no day.',
	},
];

/**
 * Compares what was asked with what SIPS confirms and charges: Order List, Order Details, Invoices List, Invoice Details and, where lines
 * show item codes alone or other units, By Item Codes and UOM Conversion. Lines of orders and invoices are in no public copy, so they are read as far as their fields bear known names.
 */
export const reconcile: RepeatableOperation<Reconciliation> & SeveralReads<Reconciliation> = {
	name: 'reconcile',
	displayName: 'Reconcile',
	action: 'Reconcile an order',
	description: 'Compare what was asked with what SIPS confirms and invoices; one item for each difference, and a summary (path unconfirmed)',
	effect: 'read',
	source: {
		call: 'POST /orders/List, GET /orders/{orderId}, POST /invoices/list, GET /invoices/{invoiceNumber}, POST /products/v2/catalog/{branchCode}/byItemCodes, GET /products/UOMConversion/{itemCode}',
		standing: 'the lines of orders and invoices are not documented; what cannot be understood is told',
	},
	properties: [...fields, ...endpointPathFields(ORDER_PATH)],
	options: [
		...orderSearchOptions,
		{
			displayName: 'Compare Invoices',
			name: 'compareInvoices',
			type: 'boolean',
			default: true,
			description: 'Whether to compare the invoices, too. Without them an order is never told to be as ordered.',
		},
		{
			displayName: 'Orders Under One PO Number',
			name: 'samePoNumber',
			type: 'options',
			options: [
				{ name: 'Only Those That Show It', value: 'linked', description: 'Orders with the same transaction ID, or that name the number of the first one' },
				{ name: 'Are One Order', value: 'samePoNumber', description: 'All orders of the customer under the PO number are parts of one' },
			],
			default: 'linked',
			description: 'Which orders count as parts of an order that was split. What SIPS shows of that is not documented.',
		},
		{
			displayName: 'Price Tolerance (%)',
			name: 'priceTolerancePercent',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			description: 'By how many per cent a price may differ from the one that was asked',
		},
	],

	parameters(read, { timezone }) {
		const reader = new FieldReader(read);
		const parameters: Reconciliation = {
			...readOrderSearch(reader, timezone),
			lines: readAskedLines(reader),
			deliveryDay: reader.optionalDay('expectedDeliveryDate', { label: 'Expected Delivery Date' }, timezone),
			tolerancePercent: reader.optionalNumber('options.priceTolerancePercent', { label: 'Price Tolerance (%)' }) ?? 0,
			partsRule: reader.oneOf('options.samePoNumber', { label: 'Orders Under One PO Number' }, ['linked', 'samePoNumber']),
			comparesInvoices: reader.optionalFlag('options.compareInvoices', { label: 'Compare Invoices' }) ?? true,
			orderPath: readPathTemplate(reader, ORDER_PATH, ['orderId']),
			timezone,
		};
		reader.done('The request');
		return parameters;
	},

	consult: reconciled,
	// Which orders were read stands in no parameter; any number tells the paths apart.
	hints: (outcomes) => pathHints(ORDER_PATH, outcomes.map((outcome) => ({ ...outcome, parameters: { path: filledPath(outcome.parameters.orderPath, ANY) } })), () => ANY),
};
