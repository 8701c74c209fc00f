import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../engine/values';
import { contentKey } from '../../../engine/webhook/contentKey';
import type { DeliveredEvent } from '../../../engine/webhook/deliveredEvent';
import { mainFields } from '../reservation/reservationRows';
import { withoutCardData } from '../reservation/cardData';

/** Kinds of event: a booking and its changes, what a guest writes, and what a guest writes for all. */
export const KINDS = ['reservation', 'message', 'review'] as const;

export type Kind = (typeof KINDS)[number];

/** An event as the workflow gets it, in Su's own names. */
export type SuEvent = DeliveredEvent & {
	kind: Kind;
	/** Null where Su does not say, as for all below. */
	hotel_id: string | null;
	/** Code of the channel, such as `19` for Booking.com. */
	channel_id: string | null;
};

/**
 * A message about a booking (response-of-reservation-information). The message is known by all that is news in it: Su's samples repeat a
 * `reservation_notif_id` across states and bookings, so the id alone would make one message of a booking and its cancellation. The booking is known by
 * `bookingKey`: property, channel and the channel's own number. An integrator saw `id` change from one message to the next.
 */
export function reservationEvent(booking: IDataObject, isCardDataWanted: boolean): SuEvent {
	const { affiliation } = booking;
	const channel = word((affiliation as IDataObject | undefined)?.OTA_Code);
	const fields = mainFields(booking);
	return {
		eventKey: contentKey({ ...newsOf(booking), kind: 'reservation' }),
		kind: 'reservation',
		bookingKey: [fields.hotel_id, channel, channelNumber(booking)].map((part) => String(part ?? '')).join('/'),
		...fields,
		hotel_id: word(booking.hotel_id),
		channel_id: channel,
		raw: isCardDataWanted ? booking : withoutCardData(booking),
	};
}

/** A message of a guest (messaging). It is known by its `messageid` with channel and property, as it is the channel's own; without one, by all it says. */
export function messageEvent(body: IDataObject): SuEvent {
	const id = word(body.messageid);
	const hotel = word(body.hotelid) ?? word(body.hotel_id);
	const channel = word(body.channel_id) ?? word(body.channelid);
	return {
		eventKey: contentKey({ kind: 'message', said: id === null ? body : [id, channel, hotel] }),
		kind: 'message',
		hotel_id: hotel,
		channel_id: channel,
		messageid: id,
		message: textOf(body.message) ?? null,
		bookingid: word(body.bookingid),
		threadid: word(body.threadid),
		guestid: word(body.guestid),
		listingid: word(body.listingid),
		raw: body,
	};
}

/** A review of a guest (review-api). It is known by its `channel_review_id` with channel and property, and its status: a review is created first, and published later. */
export function reviewEvent(body: IDataObject): SuEvent {
	const [id, status] = [word(body.channel_review_id), word(body.review_status)];
	const hotel = word(body.hotel_id) ?? word(body.hotelid);
	const channel = word(body.channel_id) ?? word(body.channelid);
	return {
		eventKey: contentKey({ kind: 'review', said: id === null ? body : [id, status, channel, hotel] }),
		kind: 'review',
		hotel_id: hotel,
		channel_id: channel,
		channel_review_id: id,
		channel_booking_id: word(body.channel_booking_id),
		review_status: status,
		review_title: textOf(body.review_title) ?? null,
		review_description: textOf(body.review_description) ?? null,
		raw: body,
	};
}

/** The key under which an id of messages is remembered, for one that comes again alone once nothing waits under it any more. */
export function keyOfMessage(reservationNotifId: string): string {
	return contentKey({ kind: 'reservation', said: reservationNotifId });
}

/**
 * A message without what may differ where it is sent, or read, once more: tokens of the card, whether its code is there still, and when Su processed
 * the message.
 */
function newsOf(booking: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(withoutCardData(booking)).filter(([name]) => name !== 'cvv_available' && name !== 'processed_at'));
}

/** The number that the channel has for a booking. Without one, what of Su's `id` is before the property: Su makes it of both. */
function channelNumber(booking: IDataObject): string | null {
	const id = word(booking.id);
	const end = `_${word(booking.hotel_id) ?? ''}`;
	return word(booking.channel_booking_id) ?? (id?.endsWith(end) ? id.slice(0, -end.length) : id);
}

/** Whether a body is a message of a guest. */
export function isMessage(body: IDataObject): boolean {
	return word(body.messageid) !== null || (word(body.message) !== null && word(body.threadid) !== null);
}

/** Whether a body is a review. */
export function isReview(body: IDataObject): boolean {
	return word(body.channel_review_id) !== null;
}

/** Su leaves empty what it does not know. */
function word(value: unknown): string | null {
	return textOf(value)?.trim() ?? null;
}
