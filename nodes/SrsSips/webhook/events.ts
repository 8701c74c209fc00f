import type { IDataObject } from 'n8n-workflow';

import { contentKey } from '../../../engine/webhook/contentKey';
import { textOf } from '../../../engine/values';
import type { Unproven, WebhookEvent } from '../shared/contract';

/**
 * Kinds of event by their code (web-hooks-1597567m0, known through clients). Of OC one planning text says "confirmed"; the clients
 * that handle it say cancelled. OA is known to one client only.
 */
export const EVENT_KINDS = {
	OA: 'Order Acknowledged',
	OC: 'Order Cancelled',
	OU: 'Order Update',
	DU: 'Delivery Update',
	IU: 'Invoice Update',
} as const;

export type EventCode = keyof typeof EVENT_KINDS;

/** The choice that stands for every kind which is not in the list. */
export const OTHER_KINDS = 'other';

/** An event as the workflow gets it. A type alias, so that it fits n8n's index signature. */
export type TidyEvent = {
	/** The same for the same event, however often SIPS sends it: 32 hexadecimal digits. */
	eventKey: string;
	/** The kind in words. */
	kind: string;
	/** The kind as sent, two letters, or `''` where the body names none. */
	code: string;
	/** SIPS's own words for what happened. */
	status: string;
	/** SRS sales order number, or null. */
	orderId: string | null;
	/** Only with invoice events. */
	invoiceNumber: string | null;
	/** The `poDetails.poNumber` of the order. */
	poNumber: string | null;
	/** The `transactionID` of the order. */
	transactionId: string | null;
	/** When, as SIPS writes it. Its zone is not documented. */
	occurredAt: string | null;
	/** The body as it came. */
	raw: IDataObject;
};

/**
 * An event of SIPS as one tidy item. Unknown kinds pass through under their own code: the list of codes is known
 * through clients, and one of them speaks of `order.updated`.
 */
export function tidyEvent(body: IDataObject): TidyEvent {
	const event: Unproven<WebhookEvent> = body;
	const code = textOf(event.eventType)?.trim() ?? '';
	const status = textOf(event.eventStatus) ?? '';
	const eventId = textOf(event.eventId) ?? null;
	const isInvoice = code.toUpperCase() === 'IU';
	return {
		eventKey: keyOf(event, body),
		kind: kindInWords(code),
		code,
		status,
		// With order events the event's id is the order's; with delivery and unknown events that is not certain.
		orderId: textOf(event.subscriberReferenceNum2) ?? (/^o[acu]$/i.test(code) ? eventId : null),
		invoiceNumber: isInvoice ? eventId : null,
		poNumber: textOf(event.subscriberReferenceNum) ?? null,
		transactionId: textOf(event.subscriberReferenceNum3) ?? null,
		occurredAt: textOf(event.eventDateTime) ?? null,
		raw: body,
	};
}

/** The fields of an event that are known (web-hooks-1597567m0, through clients), of which it makes no difference how they are written. */
const FIELDS = ['eventType', 'eventId', 'eventStatus', 'eventDateTime', 'subscriberReferenceNum', 'subscriberReferenceNum2', 'subscriberReferenceNum3'] as const;

/**
 * What tells an event from others: all it says. Kind, id, status and time alone do not: two trucks of one order may arrive in the same
 * second. `eventDateTime` counts: as far as is known it is when the thing happened, which a second sending does not change. Were it
 * the time of sending after all, a second sending would start the workflow once more; left out, it would make one of many events.
 */
function keyOf(event: Unproven<WebhookEvent>, body: IDataObject): string {
	const known = Object.fromEntries(FIELDS.map((name) => [name, textOf(event[name])?.trim() ?? null]));
	return contentKey({ ...body, ...known, eventType: known.eventType?.toUpperCase() ?? null });
}

/**
 * Whether an event is wanted.
 *
 * @param wanted codes, with `other` for all that are not in the list; an empty list wants everything
 */
export function isWanted(event: TidyEvent, wanted: readonly string[]): boolean {
	if (wanted.length === 0) return true;
	const code = event.code.toUpperCase();
	return wanted.includes(isKnown(code) ? code : OTHER_KINDS);
}

function isKnown(code: string): code is EventCode {
	return Object.hasOwn(EVENT_KINDS, code);
}

function kindInWords(code: string): string {
	const upper = code.toUpperCase();
	if (isKnown(upper)) return EVENT_KINDS[upper];
	return code === '' ? 'Unknown Event' : `Unknown Event (${code})`;
}
