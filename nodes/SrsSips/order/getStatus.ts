import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { FieldReader } from '../../../engine/items/fields';
import { hintAbout } from '../../../engine/operation/hintAbout';
import type { RepeatableOperation, SeveralReads } from '../../../engine/operation/operation';
import { INVOICES, invoicesOfOrder } from './orderInvoices';
import { isOrderNumber } from './orderNumber';
import { orderSearchFields, orderSearchOptions, readOrderSearch, searchLabel, searchOrders, type OrderSearch } from './orderSearch';
import { meaningOfWords, type OrderStatus } from './orderStatus';

type Parameters = OrderSearch & {
	/** What Submit put out for a queued order, or `''`. */
	queueId: string;
};

/** One thing that speaks for a status. A type alias, so that it fits n8n's index signature. */
type Evidence = {
	/** Where it was read. */
	source: string;
	/** What it says, in SIPS's own words where there are some. */
	says: string;
	means: OrderStatus;
	/** Whether the meaning is a guess: of words without a source, or of the order being listed at all. */
	inferred: boolean;
};

/**
 * What has become of an order, in one word, and what that rests on. Order List (order-list-21007236e0) gives the words of
 * SIPS; Invoices List (invoices-list-21007517e0) shows whether there is an invoice. No list of the words is public, so
 * they are told along, and whether their meaning is a guess.
 */
export const getStatus: RepeatableOperation<Parameters> & SeveralReads<Parameters> = {
	name: 'getStatus',
	displayName: 'Get Status',
	action: 'Get the status of an order',
	description: 'Tell what has become of an order, in one word and with the evidence',
	effect: 'read',
	source: { call: 'POST /orders/List, POST /invoices/list', standing: 'the words for a status are not documented; the evidence is told' },
	properties: orderSearchFields,
	options: [
		...orderSearchOptions,
		{
			displayName: 'Queue ID',
			name: 'queueId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 6a6e3c1e-0d0b-4a39-9a57-1c2f6d1f5a10',
			description: 'The queueId that Submit put out. With it, an order that SIPS does not list yet counts as queued.',
		},
	],

	parameters(read, { timezone }) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			...readOrderSearch(fields, timezone),
			queueId: fields.optionalText('options.queueId', { label: 'Queue ID' }),
		};
		fields.done('The request');
		return parameters;
	},

	async consult(parameters, ask) {
		const orders = await searchOrders(parameters, ask);
		if (orders.length === 0) return [notListed(parameters)];
		return await Promise.all(
			orders.map(async ({ row: { status: words, ...row }, answer }) => {
				const evidence: Evidence[] = [
					words === null ? ofListing(row.orderId) : ofWords(words),
					...(row.orderId === null ? [] : await invoices(row.orderId, ask)),
				];
				return { status: furthest(evidence), ...row, evidence, answer };
			}),
		);
	},

	hints: (outcomes) => [
		...hintAbout(outcomes, ({ status }) => status === 'unknown', (howMany) => ({ message: `Status not known: ${howMany}. "evidence" says what was seen; the branch knows more.`, type: 'warning' })),
		...hintAbout(outcomes, ({ status, evidence }) => status !== 'unknown' && isOnlyInferred(evidence), (howMany) => ({
			message: `Status inferred, from words of SIPS that no public document explains or from the order being listed at all: ${howMany}. "evidence" says from what.`,
		})),
	],
};

/** Whether nothing that speaks for a status is sure. */
function isOnlyInferred(evidence: unknown): boolean {
	return (evidence as readonly Evidence[]).every(({ inferred, means }) => inferred || means === 'unknown');
}

function ofWords(words: string): Evidence {
	const { status, isInferred } = meaningOfWords(words);
	return { source: 'Order List', says: words, means: status, inferred: isInferred };
}

/** That an order is listed shows that the branch has it only where it has a sales order number: as in the answer to Submit. */
function ofListing(orderId: string | null): Evidence {
	return isOrderNumber(orderId)
		? { source: 'Order List', says: 'The order is listed, without a status', means: 'accepted', inferred: true }
		: { source: 'Order List', says: 'The order is listed, without a status or a sales order number', means: 'queued', inferred: true };
}

/** An order that came to nothing stays so; else the furthest that anything shows. */
const ORDER_OF_EVENTS: readonly OrderStatus[] = ['unknown', 'queued', 'submitted', 'accepted', 'shipped', 'delivered', 'invoiced', 'cancelled', 'rejected'];

function furthest(evidence: readonly Evidence[]): OrderStatus {
	// An invoice speaks louder than a word that is only guessed to mean a refusal.
	const sure = evidence.filter(({ means, inferred }) => !inferred && means !== 'unknown');
	const places = (sure.length > 0 ? sure : evidence).map(({ means }) => ORDER_OF_EVENTS.indexOf(means));
	return ORDER_OF_EVENTS[Math.max(...places)] ?? 'unknown';
}

/** An invoice shows more than the words of the list. Where the list of invoices cannot be read, that is told, and shows nothing. */
async function invoices(orderId: string, ask: Ask): Promise<Evidence[]> {
	const rows = await invoicesOfOrder(orderId, ask);
	if (isFailure(rows)) return [{ source: INVOICES, says: 'The list of invoices could not be read, so there may be one', means: 'unknown', inferred: false }];
	return rows.map(({ invoiceNumber }) => ({ source: INVOICES, says: `Invoice ${invoiceNumber ?? '(no number)'}`, means: 'invoiced', inferred: false }));
}

function notListed(parameters: Parameters): IDataObject {
	const isQueued = parameters.queueId !== '';
	const evidence: Evidence = {
		source: 'Order List',
		says: isQueued
			? `No order with ${searchLabel(parameters)}; Submit gave it the queue ID ${parameters.queueId}. It may still be dropped`
			: `No order with ${searchLabel(parameters)}: queued, dropped, or never placed`,
		means: isQueued ? 'queued' : 'unknown',
		inferred: false,
	};
	return { status: evidence.means, [parameters.by]: parameters.value, evidence: [evidence], answer: null };
}
