import { isoDay, localDateTime } from '../../../engine/calendar';
import { mailAddress, mailAddresses } from '../../../engine/fieldKinds/mail';
import { shown } from '../../../engine/fieldKinds/reading';
import { usState } from '../../../engine/fieldKinds/usState';
import { usZip } from '../../../engine/fieldKinds/usZip';
import { FieldReader } from '../../../engine/items/fields';
import { keySentAgain, readSentAgain, type SentAgain } from '../../../engine/items/sendAgain';
import type { ParameterReader, RunContext } from '../../../engine/operation/operation';
import { readTotal } from '../shared/price/price';
import { readOrderLimit } from './orderLimit';
import { LINE_SOURCES, readLines, type LineSource, type OrderLineParameters } from './orderLines';
import { readSubmitGate, type SubmitGate } from './submitGate';
import { readTemplateChoice, type TemplateChoice } from './templateLines';
import { codeKey } from '../shared/codes';
import { deriveTransactionId } from './transactionId';

interface Address {
	addressLine1: string;
	city: string;
	state: string;
	zipCode: string;
}

/** What an order says in both editions of Submit, as plain, checked data. */
export interface OrderHeader extends SentAgain {
	sourceSystem: string;
	customerCode: string;
	poNumber: string;
	/** Of this order, the same however often it is sent. */
	transactionId: string;
	/** Whether the person gave the transaction id. Else it is derived. */
	hasOwnTransactionId: boolean;
	/** Local date-time of the workflow's zone with milliseconds. Which zone SIPS means is not documented. */
	transactionDate: string;
	orderDate: string;
	/** First day that SIPS can date it, wherever its clock stands: today as the westernmost branches have it, or the order date if that is earlier. */
	earliestDay: string;
	expectedDeliveryDate: string;
	expectedDeliveryTime: string;
	orderType: string;
	shippingMethod: string;
	reference: string;
	jobNumber: string;
	notes: string;
	shipTo: Address & { name: string; addressLine2: string; addressLine3: string };
	contact: { name: string; phone: string; email: string; address: Address; additionalEmails: string[] };
	/** How long to look for the order where its outcome is not known, in milliseconds. */
	lookUpMs: number;
	/** Whether another order under the same PO number stops this one. */
	stopsWhenListed: boolean;
	/** What has to be shown before it is sent; undefined for what is never sent. */
	submitGate?: SubmitGate;
}

/** An order of the current edition (V2) as plain, checked data. */
export interface OrderParameters extends OrderHeader {
	branchCode: string;
	jobAccountNumber: number;
	lineSource: LineSource;
	lines: OrderLineParameters[];
	/** Where the lines come from an order template. */
	template: TemplateChoice | undefined;
	/** Whether branch, job account and lines are checked against what the branch sells before the order is sent. */
	checkFirst: boolean;
	/** Whether a line without a price in its unit stops the order. */
	stopWithoutPrice: boolean;
	/** By how many per cent a price may differ from the one expected of its line; undefined means that nobody looks. */
	mostDifferencePercent: number | undefined;
	/** What the person expects the lines to cost in all, where they say so. */
	expectedTotal: number | undefined;
	/** The largest sum of US dollars that the lines may cost; undefined means any. */
	orderLimit: number | undefined;
}

/**
 * Reads an order from the panel.
 *
 * @throws Failure of kind `validation` that names every faulty field
 */
export function readOrder(read: ParameterReader, run: RunContext): OrderParameters {
	return orderFrom(new FieldReader(read), run);
}

/** The same of one that is to be sent, with what it has to show before. */
export function readOrderToSend(read: ParameterReader, run: RunContext): OrderParameters {
	const fields = new FieldReader(read);
	const submitGate = readSubmitGate(fields, run);
	return { ...orderFrom(fields, run), submitGate };
}

function orderFrom(fields: FieldReader, run: RunContext): OrderParameters {
	const header = readOrderHeader(fields, run);
	const lineSource = fields.oneOf('lineSource', { label: 'Lines From' }, LINE_SOURCES);
	const order: OrderParameters = {
		...header,
		branchCode: fields.code('branchCode', { label: 'Branch Code' }),
		jobAccountNumber: fields.wholeNumber('jobAccountNumber', { label: 'Job Account Number' }),
		lineSource,
		lines: lineSource === 'template' ? [] : readLines(fields, lineSource),
		template: lineSource === 'template' ? readTemplateChoice(fields) : undefined,
		checkFirst: fields.optionalFlag('options.checkFirst', { label: 'Check Against Branch First' }) ?? true,
		stopWithoutPrice: fields.optionalFlag('options.stopWithoutPrice', { label: 'Stop if a Line Has No Price' }) ?? false,
		mostDifferencePercent: fields.optionalNumber('options.mostDifferencePercent', { label: 'Stop if a Price Differs by More Than (%)' }),
		expectedTotal: readTotal(fields, 'options.expectedTotal', 'Expected Total', { rounds: true }),
		orderLimit: readOrderLimit(fields, run),
	};
	fields.done('The order');
	return withTransactionId(order);
}

/** Days of an order as the panel calls them. */
const LABELS = { orderDate: 'Order Date', expectedDeliveryDate: 'Expected Delivery Date' };

/** Branches are in the United States, where a day ends last in Hawaii. */
const LAST_IN_US = 'Pacific/Honolulu';

/** Reads what both editions of Submit take. Faults are noted in `fields`. */
export function readOrderHeader(fields: FieldReader, run: RunContext): OrderHeader {
	const { credentials, timezone, now } = run;
	const customerCode = fields.code('customerCode', { label: 'Customer Code' });
	const poNumber = fields.code('poNumber', { label: 'PO Number' });
	const ownTransactionId = fields.optionalText('options.transactionId', { label: 'Transaction ID' });
	const shipTo = {
		name: fields.text('shipToName', { label: 'Ship-to Name' }),
		addressLine1: fields.text('shipToAddressLine1', { label: 'Ship-to Street' }),
		addressLine2: fields.optionalText('options.shipToAddressLine2', { label: 'Ship-to Street 2' }),
		addressLine3: fields.optionalText('options.shipToAddressLine3', { label: 'Ship-to Street 3' }),
		city: fields.text('shipToCity', { label: 'Ship-to City' }),
		state: fields.kind('shipToState', { label: 'Ship-to State' }, usState, ''),
		zipCode: fields.kind('shipToZipCode', { label: 'Ship-to ZIP Code' }, usZip, ''),
	};
	const ownOrderDate = fields.optionalDay('options.orderDate', { label: LABELS.orderDate }, timezone);
	const orderDate = ownOrderDate ?? isoDay(now, timezone) ?? '';
	const expectedDeliveryDate = fields.dayAhead('expectedDeliveryDate', { label: LABELS.expectedDeliveryDate }, { now, timezone }, LAST_IN_US);
	// Only the day that a person gave: today may lie a day ahead of the branch's, for which the material may still be wanted.
	fields.daysInOrder(ownOrderDate, LABELS.orderDate, expectedDeliveryDate, LABELS.expectedDeliveryDate);
	return {
		sourceSystem: sourceSystem(credentials.sourceSystem, fields),
		customerCode,
		poNumber,
		transactionId: ownTransactionId,
		hasOwnTransactionId: ownTransactionId !== '',
		transactionDate: localDateTime(now, timezone),
		orderDate,
		earliestDay: [orderDate, isoDay(now, WESTERNMOST) ?? orderDate].sort()[0] ?? orderDate,
		expectedDeliveryDate,
		expectedDeliveryTime: fields.optionalText('options.expectedDeliveryTime', { label: 'Expected Delivery Time' }) || 'Anytime',
		orderType: fields.optionalText('options.orderType', { label: 'Order Type' }) || 'WHSE',
		shippingMethod: fields.text('shippingMethod', { label: 'Shipping Method' }),
		reference: fields.optionalText('options.reference', { label: 'Reference' }),
		jobNumber: fields.optionalText('options.jobNumber', { label: 'Job Number' }),
		notes: fields.optionalText('options.notes', { label: 'Notes', longest: 4000 }),
		shipTo,
		contact: readContact(fields, shipTo),
		lookUpMs: (fields.optionalNumber('options.lookUpSeconds', { label: 'Look-Up Time (Seconds)' }) ?? LOOK_UP_SECONDS) * 1000,
		stopsWhenListed: fields.oneOf('options.whenPoNumberListed', { label: 'When PO Number Is Listed' }, ['stop', 'send']) === 'stop',
		...readSentAgain(fields, run),
	};
}

/** The order with its transaction id: the person's own, or one of what the person entered. */
export function withTransactionId(order: OrderParameters): OrderParameters {
	return order.hasOwnTransactionId ? order : { ...order, transactionId: deriveTransactionId(order) };
}

/** What makes two orders the same. A person may send one once more, also under an id of their own; Retry On Fail may not. */
export function orderKey(order: OrderHeader): string {
	return keySentAgain(codeKey(order.transactionId), order);
}

/** The same without that. Of an id that is made of the order none is needed: one that is sent once more has another id. */
export function orderPlainKey(order: OrderHeader): string {
	return order.hasOwnTransactionId ? codeKey(order.transactionId) : orderKey(order);
}

/** What an order has in common with others that it may be mistaken for, or doubled by: customer and PO number. */
export function orderPurpose({ customerCode, poNumber }: OrderHeader): string {
	return JSON.stringify([codeKey(customerCode), codeKey(poNumber)]);
}

/** IANA name of the zone in which SRS's day begins last. */
const WESTERNMOST = 'Pacific/Honolulu';

/** How long a submitted order is looked for where its outcome is not known, unless the person says otherwise. */
export const LOOK_UP_SECONDS = 20;

function sourceSystem(value: unknown, fields: FieldReader): string {
	const name = typeof value === 'string' ? value.trim() : '';
	return name || fields.fault('Source System (in the credential)', 'must be the name that SRS gave you at onboarding', '');
}

function readContact(fields: FieldReader, shipTo: Address): OrderParameters['contact'] {
	const option = (name: string, label: string) => fields.optionalText(`options.${name}`, { label });
	return {
		name: fields.text('customerContactName', { label: 'Contact Name' }),
		phone: readPhone(fields),
		email: fields.kind('customerContactEmail', { label: 'Contact Email' }, mailAddress, ''),
		address: {
			addressLine1: option('customerContactAddressLine1', 'Contact Street') || shipTo.addressLine1,
			city: option('customerContactCity', 'Contact City') || shipTo.city,
			state: fields.optionalKind('options.customerContactState', { label: 'Contact State' }, usState) ?? shipTo.state,
			zipCode: fields.optionalKind('options.customerContactZipCode', { label: 'Contact ZIP Code' }, usZip) ?? shipTo.zipCode,
		},
		additionalEmails: fields.optionalKind('options.additionalContactEmails', { label: 'Additional Contact Emails' }, mailAddresses) ?? [],
	};
}

/**
 * Ten digits, as in the samples; however it is punctuated, and with or without the country code 1. What stands after letters or a
 * `#` is an extension, and a `+` begins the number of a country: their digits are not to make up the ten.
 */
function readPhone(fields: FieldReader): string {
	const label = 'Contact Phone';
	const given = fields.optionalText('customerContactPhone', { label });
	if (/\d\D*[\p{L}#,;]\D*\d/u.test(given)) return fields.fault(label, `must be one number of 10 digits, not ${shown(given)}. Put an extension into Notes`, '');
	const digits = given.replace(/\D/g, '');
	if (given.includes('+') && !/^1\d{10}$/.test(digits)) return fields.fault(label, `must be a US number, 10 digits with or without +1, not ${shown(given)}`, '');
	const national = digits.replace(/^1(?=\d{10}$)/, '');
	return national.length === 10 ? national : fields.fault(label, 'must have 10 digits', '');
}
