import type { Delivery } from '../core/webhookSender';
import type { SuSettings } from './settings';
import type { Reservation } from './types';

/** What became of a pushed message. `mailed`: not acknowledged in all tries, so that Su writes a mail to the partner. */
type PushState = 'waiting' | 'sent' | 'acknowledged' | 'mailed';

/** A message that is pushed, or waits for its turn. */
export interface PushedMessage {
	reservationNotifId: string;
	hotelId: string;
	state: PushState;
	tries: number;
}

/** What of the server it needs. */
interface Push {
	settings(): Pick<SuSettings, 'pushRepeatMs' | 'pushTries'>;
	/** Null where there is no address to push to. */
	post(event: unknown): Promise<Delivery> | null;
	/** Runs a step later; a reset forgets it. */
	later(delayMs: number, step: () => void): void;
}

/**
 * Pushes messages about bookings to the partner (reservations/reservation-using-push-api): one at a time for a property, the next once the
 * answer holds the `reservation_notif_id`. Without that it comes again, every ten minutes, three times in all.
 *
 * What becomes of the queue after the last try is not documented: that it goes on standing still is invented.
 */
export class ReservationPush {
	private queues = new Map<string, Array<{ message: Reservation; told: PushedMessage }>>();
	private readonly pushed: PushedMessage[] = [];

	constructor(private readonly push: Push) {}

	/** Puts messages at the end of the queues of their properties, and pushes what may go out. */
	offer(...messages: Reservation[]): void {
		for (const message of messages) {
			const told: PushedMessage = { reservationNotifId: message.reservation_notif_id, hotelId: message.hotel_id, state: 'waiting', tries: 0 };
			this.pushed.push(told);
			const queue = this.queues.get(message.hotel_id) ?? [];
			queue.push({ message, told });
			this.queues.set(message.hotel_id, queue);
			if (queue.length === 1) this.next(message.hotel_id);
		}
	}

	/** All messages, in the order in which they were offered. */
	view(): PushedMessage[] {
		return this.pushed.map((message) => ({ ...message }));
	}

	reset(): void {
		this.queues = new Map();
		this.pushed.length = 0;
	}

	private next(hotelId: string): void {
		const { queues } = this;
		const [first] = queues.get(hotelId) ?? [];
		if (!first) return;
		const { message, told } = first;
		const sending = this.push.post({ reservations: [message] });
		// Pushed once somebody has given an address: `offer` is called anew for it.
		if (!sending) return;
		told.state = 'sent';
		told.tries += 1;
		void sending.then(({ status, answer }) => {
			// A reset has forgotten it.
			if (this.queues !== queues) return;
			if (status !== null && status < 300 && acknowledgedIn(answer).includes(told.reservationNotifId)) {
				told.state = 'acknowledged';
				queues.get(hotelId)?.shift();
				this.next(hotelId);
				return;
			}
			const { pushRepeatMs, pushTries } = this.push.settings();
			if (told.tries < pushTries) this.push.later(pushRepeatMs, () => this.next(hotelId));
			else told.state = 'mailed';
		});
	}
}

/** The ids in an answer; none where it is not the one that Su waits for. */
function acknowledgedIn(answer: string | null): unknown[] {
	try {
		const { reservation_notif: notif } = JSON.parse(answer ?? '') as { reservation_notif?: { reservation_notif_id?: unknown[] } };
		return notif?.reservation_notif_id ?? [];
	} catch {
		return [];
	}
}
