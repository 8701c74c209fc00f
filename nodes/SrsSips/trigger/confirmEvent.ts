import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure, orInstead } from '../../../engine/failure';
import type { Ask } from '../../../engine/items/ask';
import { FieldReader } from '../../../engine/items/fields';
import { path } from '../../../engine/transport/path';
import { detailsAnswer } from '../answers';
import type { TidyEvent } from '../events';
import { readInvoiceNumber } from '../invoice/invoiceNumber';
import { searchOrders, type OrderSearch } from '../order/orderSearch';
import type { OrderRow } from '../order/orderRows';

/** What SIPS says when it is asked for what an event names. A type alias, so that it fits n8n's index signature. */
export type Confirmation = {
	/** Whether it exists at SIPS; null where SIPS could not be asked, or gave an answer that cannot be read. */
	confirmed: boolean | null;
	/** By which number it was looked for; null where the event names none. */
	by: 'invoiceNumber' | 'orderId' | 'poNumber' | null;
	/** Why it is not confirmed; null where it is. */
	reason: string | null;
	/** Orders with that number, each as far as it could be recognised, and as SIPS wrote it. */
	orders: Array<OrderRow & { answer: IDataObject }>;
	/** The invoice as SIPS wrote it. */
	invoice: IDataObject | null;
};

/**
 * Reads the invoice or order that an event names. It tells whether the thing exists, and how it stands by SIPS's own words:
 * an event that somebody made up about an existing order is confirmed, too, but brings SIPS's state of it along.
 *
 * @throws what is no Failure
 */
export async function confirmEvent(event: TidyEvent, ask: Ask): Promise<Confirmation> {
	// With an invoice event a number that is none is a reason for doubt, and not for looking at the order instead.
	if (event.invoiceNumber !== null) {
		const number = usableInvoiceNumber(event.invoiceNumber);
		if (number !== undefined) return await asked('invoiceNumber', readInvoice(number, ask));
		return { ...NOTHING, confirmed: false, reason: 'What the event gives as invoice number is none.' };
	}
	const search = searchOf(event);
	if (search !== undefined) return await asked(search.by, readOrders(search, ask));
	return { ...NOTHING, confirmed: false, reason: 'The event names no order or invoice that could be looked for.' };
}

const NOTHING = { confirmed: null, by: null, reason: null, orders: [], invoice: null } satisfies Confirmation;

/** Where SIPS took longer than there is time for. */
export const TOO_LATE: Confirmation = { ...NOTHING, reason: 'SIPS did not answer in time.' };

/** As SIPS writes it; undefined for what is none. It goes into a path, and whoever sends events chose it. */
function usableInvoiceNumber(given: string): string | undefined {
	return orInstead(() => {
		const fields = new FieldReader(() => given);
		const number = readInvoiceNumber(fields);
		fields.done('The request');
		return number;
	}, undefined);
}

/** Invoice Details, `GET /invoices/{invoiceNumber}` (invoice-details-21007516e0). */
async function readInvoice(invoiceNumber: string, ask: Ask): Promise<Partial<Confirmation>> {
	const answer = await ask({ method: 'GET', path: path`/invoices/${invoiceNumber}` });
	if (isFailure(answer)) return { confirmed: false, reason: answer.message };
	return { confirmed: true, invoice: detailsAnswer(answer, 'Invoice Details') };
}

/** By the order number where the event gives one, else by the PO number. Order List knows no transaction id. */
function searchOf({ orderId, poNumber }: TidyEvent): (OrderSearch & { by: 'orderId' | 'poNumber' }) | undefined {
	const rest = { customerCode: '', fromDate: undefined };
	const id = orderId?.trim() ?? '';
	if (/^\d{1,15}$/.test(id)) return { ...rest, by: 'orderId', value: id };
	const po = poNumber?.trim() ?? '';
	return po === '' || po.length > LONGEST_PO ? undefined : { ...rest, by: 'poNumber', value: po };
}

const LONGEST_PO = 200;

async function readOrders(search: OrderSearch, ask: Ask): Promise<Partial<Confirmation>> {
	const found = await searchOrders(search, ask);
	if (found.length === 0) return { confirmed: false, reason: 'SIPS lists no order with this number.' };
	return { confirmed: true, orders: found.map(({ row, answer }) => ({ ...row, answer })) };
}

/** A failure other than "there is none" tells nothing of the event. */
async function asked(by: Confirmation['by'], reading: Promise<Partial<Confirmation>>): Promise<Confirmation> {
	const outcome = await orFailure(reading);
	// Nobody can cancel a call that has not started its workflow: what ends a read is the limit of time.
	if (isFailure(outcome) && outcome.kind === 'cancelled') return TOO_LATE;
	return { ...NOTHING, by, ...(isFailure(outcome) ? { reason: outcome.message } : outcome) };
}
