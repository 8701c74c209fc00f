import { directCancellation, messages as startingMessages } from './data/reservations';
import type { SuSettings } from './settings';
import type { BookingRow, Reservation } from './types';

/** Messages in one answer (response-of-reservation-information). */
const MOST_IN_ANSWER = 10;

/** The messages about bookings, and which of them wait. */
export class ReservationBook {
	private messages: readonly Reservation[] = [];

	private waiting = new Map<string, number>();

	private fetched = new Map<string, number>();

	/** How many direct bookings were cancelled. */
	private cancelled = 0;

	constructor(private readonly settings: () => Pick<SuSettings, 'messageLifeSeconds' | 'refetchLimit'>) {
		this.reset();
	}

	/** What waits for a property. It goes on waiting until it is acknowledged, or too old. */
	next(hotelId: string): Reservation[] {
		const oldest = Date.now() - this.settings().messageLifeSeconds * 1000;
		return this.messages
			.filter(({ hotel_id, reservation_notif_id }) => hotel_id === hotelId && (this.waiting.get(reservation_notif_id) ?? -Infinity) > oldest)
			.slice(0, MOST_IN_ANSWER);
	}

	/** Puts a message about a direct booking into the queue: it is cancelled. */
	cancelDirect(hotelId: string, channelBookingId: string): void {
		this.add(directCancellation(hotelId, channelBookingId, this.cancelled));
		this.cancelled += 1;
	}

	/** Takes messages out of the queue: all of them, or none where one is not in it. That it is all or none is invented. */
	acknowledge(hotelId: string, ids: readonly string[]): boolean {
		const areAllThere = ids.every((id) => this.waiting.has(id) && this.messages.some((message) => message.reservation_notif_id === id && message.hotel_id === hotelId));
		if (areAllThere) for (const id of ids) this.waiting.delete(id);
		return areAllThere;
	}

	/** The bookings of a property that were made between two days, `YYYY-MM-DD`, both included. A cancelled one stays `confirm`: no other word is known. */
	list(hotelId: string, from: string, to: string): BookingRow[] {
		return this.bookings()
			.filter(({ hotel_id, booked_at = '' }) => hotel_id === hotelId && booked_at.slice(0, 10) >= from && booked_at.slice(0, 10) <= to)
			.map(({ id, affiliation, booked_at, rooms }) => ({
				booking_id: id,
				Channel_code: String((affiliation as { OTA_Code?: string } | undefined)?.OTA_Code ?? ''),
				Booking_date: booked_at,
				checkindate: rooms[0]?.arrival_date,
				checkoutdate: rooms[0]?.departure_date,
				status: 'confirm',
			}));
	}

	/** The last message about a booking. @returns null for one that is not there, or was fetched too often: neither answer is documented */
	fetch(hotelId: string, bookingId: string): Reservation | null {
		const found = this.bookings().find(({ id, hotel_id }) => id === bookingId && hotel_id === hotelId);
		const count = (this.fetched.get(bookingId) ?? 0) + 1;
		if (!found || count > this.settings().refetchLimit) return null;
		this.fetched.set(bookingId, count);
		return found;
	}

	/** Puts messages at the end of the queues of their properties. */
	add(...added: Reservation[]): void {
		this.messages = [...this.messages, ...added];
		for (const { reservation_notif_id } of added) this.waiting.set(reservation_notif_id, Date.now());
	}

	/** Empties all queues, as if every message had waited for too long. The bookings are listed still. */
	drop(): void {
		this.waiting.clear();
	}

	/** Ids of the messages that were not acknowledged. */
	view(): string[] {
		return [...this.waiting.keys()];
	}

	reset(): void {
		this.messages = startingMessages;
		this.waiting = new Map(startingMessages.map(({ reservation_notif_id }) => [reservation_notif_id, Date.now()]));
		this.fetched.clear();
		this.cancelled = 0;
	}

	/** Each booking as its last message has it. */
	private bookings(): Reservation[] {
		return [...new Map(this.messages.map((message) => [message.id, message])).values()];
	}
}
