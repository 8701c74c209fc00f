import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { contentKey } from '../../../engine/webhook/contentKey';
import type { DeliveredEvent } from '../../../engine/webhook/deliveredEvent';
import { EVENT_TYPES, eventTypeOfId } from '../shared/eventTypes';

/** An event as the workflow gets it: these, and the ids of the notification under their own names. A type alias, so that it fits n8n's index signature. */
export type TradevestEvent = DeliveredEvent & {
	/** As Tradevest calls it; `''` where that is not known. */
	eventType: string;
	/** Null where the notification does not say, as for all below: a change that was refused has neither status nor time. */
	status: string | null;
	/** `CREATED`, `UPDATED` or `VALIDATION_ERROR`. */
	notificationType: string | null;
	/** Why something was refused. Only notifications tell it; no read does. */
	validationError: IDataObject | null;
	/** ISO 8601. The order in which notifications come is not promised: this tells which is newer. */
	modifiedOn: string | null;
	/** How it came: told by Tradevest, or found among the notifications that were missed. */
	receivedBy: 'delivery' | 'missed';
	/** The body as it came. */
	raw: IDataObject;
};

/** @param eventType what the registration says: the body does not */
export function tradevestEvent(body: IDataObject, eventType: string | undefined, receivedBy: TradevestEvent['receivedBy']): TradevestEvent {
	const ids = idsIn(body);
	const type = eventType ?? guessedType(body) ?? '';
	const status = word(body.status);
	const notificationType = word(body.notificationType);
	const modifiedOn = word(body.modifiedOn);
	// Without status and time nothing but the whole body tells one from another.
	const said = status === null || modifiedOn === null ? body : { ids, notificationType, status, modifiedOn };
	return {
		...ids,
		eventKey: contentKey({ eventType: type, said }),
		eventType: type,
		status,
		notificationType,
		validationError: isObject(body.validationError) ? body.validationError : null,
		modifiedOn,
		receivedBy,
		raw: body,
	};
}

/** The id of the thing that a notification is about; undefined where it names none, or several without saying which. */
export function objectIdOf({ eventType, raw }: TradevestEvent): string | undefined {
	const named = word(raw[EVENT_TYPES[eventType]?.id ?? '']);
	if (named !== null) return named;
	// The names of most are not shown. A notification may name the customer beside the thing.
	const [only, ...more] = Object.entries(idsIn(raw)).filter(([name]) => name !== 'customerId' && name !== 'externalId');
	return more.length === 0 ? only?.[1] : undefined;
}

/**
 * The notification in an entry of `GET /webhooks-missing`. Only its `eventType` was seen (tv:api-reference/webhooks): so it is the member that
 * looks like one, or the entry itself.
 */
export function missedEvent(entry: IDataObject): TradevestEvent {
	const { eventType, ...rest } = entry;
	const inside = Object.values(rest).filter(isObject).find(isNotification);
	return tradevestEvent(inside ?? rest, textOf(eventType)?.trim(), 'missed');
}

function isNotification(value: IDataObject): boolean {
	return textOf(value.notificationType) !== undefined || Object.keys(idsIn(value)).length > 0;
}

function guessedType(body: IDataObject): string | undefined {
	const types = Object.keys(idsIn(body)).flatMap((id) => eventTypeOfId(id) ?? []);
	// A person is named beside its identification, and a customer beside a savings plan.
	return types.length === 1 ? types[0] : types.find((type) => type !== 'CUSTOMER_NOTIFICATION' && type !== 'NATURAL_PERSON_NOTIFICATION');
}

function idsIn(body: IDataObject): Record<string, string> {
	const ids = Object.entries(body).flatMap(([name, value]) => (/[a-z]Id$/.test(name) ? [[name, word(value)] as const] : []));
	return Object.fromEntries(ids.filter((entry): entry is readonly [string, string] => entry[1] !== null));
}

function word(value: unknown): string | null {
	return textOf(value)?.trim() ?? null;
}
