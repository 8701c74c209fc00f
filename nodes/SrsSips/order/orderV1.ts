import { createHash } from 'crypto';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { folded } from '../../../engine/fieldKinds/choice';
import { textFault } from '../../../engine/fieldKinds/reading';
import { FieldReader } from '../../../engine/items/fields';
import type { ParameterReader, RunContext } from '../../../engine/operation/operation';
import type { PartnerRequest } from '../../../engine/http/request';
import { codeKey } from '../shared/codes';
import { customerCode } from '../shared/fields';
import { orderFields } from './orderFields';
import { readOrderHeader, type OrderHeader } from './orderParameters';
import { contactInfo, poDetails } from './orderRequest';
import { readSubmitV1Gate } from './submitGate';

/** An order of the first edition as plain, checked data. */
export interface OrderV1Parameters extends OrderHeader {
	/** Number of the branch, digits as text. */
	branchId: string;
	shipToSequenceNumber: number;
	/** Sent as they are: their fields are in no public copy. */
	lines: IDataObject[];
}

/** Fields of the current edition that the first one does not have. */
const NOT_IN_V1 = new Set(['customerCode', 'branchCode', 'jobAccountNumber', 'lineSource', 'lines', 'linesJson', 'itemLine', 'templateId', 'templateLines']);

/** The fields of an order of the first edition, in the order in which a person fills them in. */
export const orderV1Fields: INodeProperties[] = [
	{
		displayName: 'SRS has dropped this call from its current documents, and they never showed its lines and its answer in full. Use Submit wherever it works.',
		name: 'legacyNotice',
		type: 'notice',
		default: '',
	},
	customerCode,
	{
		displayName: 'Branch ID',
		name: 'branchId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 247',
		description: 'Number of the branch, not its code',
	},
	{
		displayName: 'Ship-to Sequence Number',
		name: 'shipToSequenceNumber',
		type: 'string',
		required: true,
		default: '1',
		placeholder: 'e.g. 1',
		description: 'Number of the ship-to address of the customer',
	},
	{
		displayName: 'Lines',
		name: 'linesV1Json',
		type: 'json',
		required: true,
		default: '[]',
		placeholder: 'e.g. [{ "itemCode": "DEMSH027" }]',
		description:
			'A list of objects, sent as they are. The public documents do not show their fields; V1 knows items by itemCode, judging by its prices.',
	},
	...orderFields.filter(({ name }) => !NOT_IN_V1.has(name)),
];

/**
 * Reads an order of the first edition from the panel.
 *
 * @throws Failure of kind `validation` that names every faulty field
 */
export function readOrderV1(read: ParameterReader, run: RunContext): OrderV1Parameters {
	const fields = new FieldReader(read);
	const order: OrderV1Parameters = {
		...readOrderHeader(fields, run),
		submitGate: readSubmitV1Gate(run),
		branchId: String(fields.wholeNumber('branchId', { label: 'Branch ID', least: 1 })),
		shipToSequenceNumber: fields.wholeNumber('shipToSequenceNumber', { label: 'Ship-to Sequence Number' }),
		lines: fields.list('linesV1Json', { label: 'Lines' }) as IDataObject[],
	};
	order.lines.forEach((line, at) => {
		for (const [name, value] of Object.entries(line)) {
			const fault = textFault(value);
			if (fault !== undefined) fields.fault(`Lines ${at + 1}: ${name}`, fault);
		}
	});
	fields.done('The order');
	return order.hasOwnTransactionId ? order : { ...order, transactionId: derivedId(order) };
}

/** The same for the same order however often the node runs, and never that of an order of the current edition. */
function derivedId({ customerCode: customer, branchId, poNumber, lines, sentAgainIn }: OrderV1Parameters): string {
	const canonical = JSON.stringify(['V1', folded(customer), branchId, codeKey(poNumber), sameLines(lines), ...(sentAgainIn === undefined ? [] : [sentAgainIn])]);
	return `V1-${createHash('sha256').update(canonical).digest('hex').slice(0, 32)}`;
}

function sameLines(lines: readonly IDataObject[]): string[] {
	return lines.map(sameLine).sort();
}

/** A line in a form in which the same one is equal: its members come in any order, and numbers as text or not. */
function sameLine(line: IDataObject): string {
	const members = Object.entries(line).map(([name, value]) => [name, typeof value === 'object' ? value : String(value)] as const);
	return JSON.stringify(members.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What of an order stands in every output about it. */
export function orderV1Figures({ transactionId, poNumber, customerCode: customer, branchId, shipToSequenceNumber, lines }: OrderV1Parameters): IDataObject {
	return { transactionId, poNumber, customerCode: customer, branchId, shipToSequenceNumber, lineCount: lines.length };
}

/** What is ordered, where it goes and when. The same one is equal in any spelling that the derived id takes for the same. */
export function orderV1Content({ customerCode: customer, branchId, shipToSequenceNumber, poNumber, shipTo, expectedDeliveryDate, lines }: OrderV1Parameters): string {
	return JSON.stringify([folded(customer), branchId, shipToSequenceNumber, codeKey(poNumber), shipTo, expectedDeliveryDate, sameLines(lines)]);
}

/** Submit Order (V1), `POST /orders/submit` (submit-order-21007241e0). */
export function orderV1Request(order: OrderV1Parameters): PartnerRequest {
	const { shipTo, contact } = order;
	const { addressLine1, city, state, zipCode } = contact.address;
	const body = {
		sourceSystem: order.sourceSystem,
		customerCode: order.customerCode,
		branchId: order.branchId,
		accountNumber: order.customerCode,
		shipToSequenceNumber: order.shipToSequenceNumber,
		transactionID: order.transactionId,
		// Without milliseconds here.
		transactionDate: order.transactionDate.slice(0, 19),
		notes: order.notes,
		// Without a name here.
		shipTo: {
			addressLine1: shipTo.addressLine1,
			addressLine2: shipTo.addressLine2,
			addressLine3: shipTo.addressLine3,
			city: shipTo.city,
			state: shipTo.state,
			zipCode: shipTo.zipCode,
		},
		billTo: { addressLine1, addressLine2: '', addressLine3: '', city, state, zipCode },
		poDetails: poDetails(order),
		orderLineItemDetails: order.lines,
		customerContactInfo: contactInfo(order),
	};
	return { method: 'POST', path: '/orders/submit', body: body as unknown as IDataObject };
}
