import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { unwrapped } from '../shared/unwrapped';

/** What a call tells of bookings. */
export interface ToldBookings {
	/** Whole bookings, as Su sent them. */
	bookings: IDataObject[];
	/** Ids of messages whose bookings have to be read. */
	ids: string[];
}

/**
 * The bookings in an entry of a push (reservations/reservation-using-push-api). Su sends `{"reservations":[{...}]}`. That it may wrap a booking as
 * `{"reservation":{...}}`, or send `reservation_notif` with ids alone, is known through an integrator.
 */
export function bookingsIn({ reservations, reservation, reservation_notif: notif }: IDataObject): ToldBookings {
	const bookings = [reservations, reservation].flatMap(asList).filter(isObject).map(unwrapped);
	const ids = bookings.length > 0 || !isObject(notif) ? [] : asList(notif.reservation_notif_id);
	return { bookings, ids: ids.flatMap((id) => textOf(id)?.trim() ?? []) };
}

/** The id of a message, which Su waits for; undefined where it has none. */
export function notifIdOf({ reservation_notif_id: id }: IDataObject): string | undefined {
	return textOf(id)?.trim();
}

function asList(value: unknown): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	return value === undefined || value === null ? [] : [value];
}
