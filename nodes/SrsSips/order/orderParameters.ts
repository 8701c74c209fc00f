import { isoDay, localDateTime } from '../../../engine/items/calendar';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { ParameterReader, RunContext } from '../../../engine/items/operation';
import { NO_OPTION } from '../sips';
import { deriveTransactionId } from './transactionId';

/** One line of an order, checked. */
export interface OrderLineParameters {
	productId: number;
	productName: string;
	/** Colour or other choice; `N/A` where the product has none. */
	option: string;
	/** Whole units of `uom`. */
	quantity: number;
	uom: string;
	/** The contractor's own item code. */
	customerItem: string;
	/** The price the person expects per unit; sent only where given. */
	price: number | undefined;
}

interface Address {
	addressLine1: string;
	city: string;
	state: string;
	zipCode: string;
}

/** An order as plain, checked data. */
export interface OrderParameters {
	sourceSystem: string;
	customerCode: string;
	branchCode: string;
	jobAccountNumber: number;
	poNumber: string;
	transactionId: string;
	/** Local date-time of the workflow's zone with milliseconds. Which zone SIPS means is not documented. */
	transactionDate: string;
	orderDate: string;
	expectedDeliveryDate: string;
	expectedDeliveryTime: string;
	orderType: string;
	shippingMethod: string;
	reference: string;
	jobNumber: string;
	notes: string;
	shipTo: Address & { name: string; addressLine2: string; addressLine3: string };
	contact: { name: string; phone: string; email: string; address: Address; additionalEmails: string[] };
	lines: OrderLineParameters[];
	/** Whether branch, job account and lines are checked against what the branch sells before the order is sent. */
	checkFirst: boolean;
}

/**
 * Reads an order from the panel.
 *
 * @throws Failure of kind `validation` that names every faulty field
 */
export function readOrder(read: ParameterReader, { credentials, timezone, now }: RunContext): OrderParameters {
	const fields = new FieldReader(read);
	const customerCode = fields.code('customerCode', { label: 'Customer Code' });
	const branchCode = fields.code('branchCode', { label: 'Branch Code' });
	const jobAccountNumber = fields.wholeNumber('jobAccountNumber', { label: 'Job Account Number' });
	const poNumber = fields.code('poNumber', { label: 'PO Number' });
	const lines = readLines(fields);
	const shipTo = {
		name: fields.text('shipToName', { label: 'Ship-to Name' }),
		addressLine1: fields.text('shipToAddressLine1', { label: 'Ship-to Street' }),
		addressLine2: fields.optionalText('options.shipToAddressLine2', { label: 'Ship-to Street 2' }),
		addressLine3: fields.optionalText('options.shipToAddressLine3', { label: 'Ship-to Street 3' }),
		city: fields.text('shipToCity', { label: 'Ship-to City' }),
		state: fields.text('shipToState', { label: 'Ship-to State' }),
		zipCode: fields.code('shipToZipCode', { label: 'Ship-to ZIP Code' }),
	};
	const order: OrderParameters = {
		sourceSystem: sourceSystem(credentials.sourceSystem, fields),
		customerCode,
		branchCode,
		jobAccountNumber,
		poNumber,
		transactionId:
			fields.optionalText('options.transactionId', { label: 'Transaction ID' }) ||
			deriveTransactionId({ customerCode, branchCode, poNumber, lines }),
		transactionDate: localDateTime(now, timezone),
		orderDate: fields.optionalDay('options.orderDate', { label: 'Order Date' }, timezone) ?? isoDay(now, timezone) ?? '',
		expectedDeliveryDate: fields.day('expectedDeliveryDate', { label: 'Expected Delivery Date' }, timezone),
		expectedDeliveryTime: fields.optionalText('options.expectedDeliveryTime', { label: 'Expected Delivery Time' }) || 'Anytime',
		orderType: fields.optionalText('options.orderType', { label: 'Order Type' }) || 'WHSE',
		shippingMethod: fields.text('shippingMethod', { label: 'Shipping Method' }),
		reference: fields.optionalText('options.reference', { label: 'Reference' }),
		jobNumber: fields.optionalText('options.jobNumber', { label: 'Job Number' }),
		notes: fields.optionalText('options.notes', { label: 'Notes', longest: 4000 }),
		shipTo,
		contact: readContact(fields, shipTo),
		lines,
		checkFirst: read('options.checkFirst', true) !== false,
	};
	fields.done('The order');
	return order;
}

function sourceSystem(value: unknown, fields: FieldReader): string {
	const name = typeof value === 'string' ? value.trim() : '';
	return name || fields.fault('Source System (in the credential)', 'must be the name that SRS gave you at onboarding', '');
}

function readContact(fields: FieldReader, shipTo: Address): OrderParameters['contact'] {
	const option = (name: string, label: string) => fields.optionalText(`options.${name}`, { label });
	return {
		name: fields.text('customerContactName', { label: 'Contact Name' }),
		phone: readPhone(fields),
		email: fields.text('customerContactEmail', { label: 'Contact Email' }),
		address: {
			addressLine1: option('customerContactAddressLine1', 'Contact Street') || shipTo.addressLine1,
			city: option('customerContactCity', 'Contact City') || shipTo.city,
			state: option('customerContactState', 'Contact State') || shipTo.state,
			zipCode: option('customerContactZipCode', 'Contact ZIP Code') || shipTo.zipCode,
		},
		additionalEmails: option('additionalContactEmails', 'Additional Contact Emails')
			.split(/[,;\s]+/)
			.filter((email) => email !== ''),
	};
}

/** Ten digits, as in the samples; however it is punctuated, and with or without the country code 1. */
function readPhone(fields: FieldReader): string {
	const given = fields.optionalText('customerContactPhone', { label: 'Contact Phone' });
	const digits = given.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
	return digits.length === 10 ? digits : fields.fault('Contact Phone', 'must have 10 digits', '');
}

function readLines(fields: FieldReader): OrderLineParameters[] {
	const fromTable = fields.oneOf('lineSource', { label: 'Lines From' }, ['table', 'json']) === 'table';
	const rows = fields.list(fromTable ? 'lines.line' : 'linesJson', { label: 'Lines' });
	return rows.map((row, at) => {
		const line = new FieldReader(readerOf(row), `Lines ${at + 1}: `);
		const parameters: OrderLineParameters = {
			productId: line.wholeNumber('productId', { label: 'Product ID', least: 1 }),
			productName: line.text('productName', { label: 'Product Name' }),
			option: line.optionalText('option', { label: 'Option' }) || NO_OPTION,
			quantity: line.wholeNumber('quantity', { label: 'Quantity', least: 1 }),
			uom: line.code('uom', { label: 'Unit of Measure' }),
			customerItem: line.text('customerItem', { label: 'Customer Item' }),
			price: line.optionalNumber('price', { label: 'Price' }),
		};
		if (parameters.price === 0) line.fault('Price', 'must not be 0: leave it out where the branch has to be called for it');
		fields.take(line);
		return parameters;
	});
}
