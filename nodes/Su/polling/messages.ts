import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../engine/values';
import type { DeliveredEvent } from '../../../engine/webhook/deliveredEvent';
import { notifIdOf } from '../webhook/bookings';
import { passes, type EventFilters } from '../webhook/eventFilters';
import { reservationEvent, type SuEvent } from '../webhook/events';
import { bookingKeys } from './watchState';

/** A booking as the workflow gets it: as from Su Trigger, or `missed` where its message never came and the comparison found it. */
export type WatchedBooking = DeliveredEvent & Pick<SuEvent, 'hotel_id' | 'channel_id'> & { kind: 'reservation' | 'missed' };

/** A booking that is to start the workflow. */
export interface Message {
	/** The property in whose queue or list it was. */
	hotelId: string;
	/** To acknowledge it by; null for what was missed. */
	notifId: string | null;
	event: WatchedBooking;
	/** See `bookingKeys`. */
	keys: string[];
}

/** A message of a queue. */
export function queuedMessage(hotelId: string, booking: IDataObject, isCardDataWanted: boolean): Message {
	const event: WatchedBooking = { ...reservationEvent(booking, isCardDataWanted), kind: 'reservation' };
	return { hotelId, notifId: notifIdOf(booking) ?? null, event, keys: bookingKeys(hotelId, booking) };
}

/** A booking that was read by itself. */
export function missedMessage(hotelId: string, bookingKeyListed: string, booking: IDataObject, isCardDataWanted: boolean): Message {
	const event: WatchedBooking = { ...reservationEvent(booking, isCardDataWanted), kind: 'missed' };
	return { hotelId, notifId: null, event, keys: [...new Set([bookingKeyListed, ...bookingKeys(hotelId, booking)])] };
}

/**
 * Whether a booking passes the filters, which are those of Su Trigger: what was missed is a reservation to them. One that was changed since is new to a
 * workflow that wants new ones: the message that it was made was missed as well.
 */
export function isWanted({ event }: Message, filters: EventFilters): boolean {
	const isChanged = event.kind === 'missed' && textOf(event.status)?.trim().toLowerCase() === 'modified';
	return [event.status, ...(isChanged ? ['new'] : [])].some((status) => passes({ ...event, kind: 'reservation', status }, filters));
}
