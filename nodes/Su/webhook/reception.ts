import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import { textOf } from '../../../engine/values';
import { refuse, type Refusal } from '../../../engine/webhook/readBody';
import { answersAtOnce, duplicateSeconds } from '../../../engine/webhook/receivingFields';
import type { Prepared, Reading, Reception } from '../../../engine/webhook/receive';
import { refusedBySetup } from '../../../engine/webhook/setup';
import { acknowledgement, refusedToSu, TAKEN } from './answers';
import { bookingsIn, notifIdOf } from './bookings';
import { passes, readEventFilters, type EventFilters } from './eventFilters';
import { isMessage, isReview, keyOfMessage, messageEvent, reservationEvent, reviewEvent, type SuEvent } from './events';
import { IdMessages } from './idMessages';
import { suSetup } from './setup';

/** An id under which nothing waits at Su (any more). It is an event, so that it can be told whether it was here before. */
type GoneEvent = SuEvent & { goneId: string };

/** What an entry of the body holds, and the ids of its messages about bookings. */
interface Told {
	events: SuEvent[];
	ids: string[];
	/** Ids that came alone, with the properties in whose queues they may wait. */
	unread?: { ids: string[]; hotelIds: string[] };
}

/** How the trigger receives, by what the panel says. */
export function suReception(context: IWebhookFunctions): Reception<SuEvent> {
	return new SuReception(context);
}

class SuReception implements Reception<SuEvent> {
	readonly windowSeconds: number;
	readonly answersAtOnce: boolean;
	readonly refused = refusedToSu;
	private readonly filters: EventFilters;
	private readonly isCardDataWanted: boolean;
	private readonly readsIds: boolean;
	private fetched: IdMessages | undefined;
	/** Of all messages about bookings in the call. */
	private ids: string[] = [];

	constructor(private readonly context: IWebhookFunctions) {
		this.windowSeconds = duplicateSeconds(context);
		this.answersAtOnce = answersAtOnce(context);
		this.filters = readEventFilters(context.getNodeParameter('events', []), context.getNodeParameter('filters', {}));
		this.isCardDataWanted = context.getNodeParameter('settings.includeCardData', false) === true;
		this.readsIds = context.getNodeParameter('readsIds', false) === true;
	}

	async refusal(request: Parameters<Reception<SuEvent>['refusal']>[0]): Promise<Refusal | undefined> {
		return await refusedBySetup(this.context, request, suSetup);
	}

	async read(entries: IDataObject[]): Promise<Reading<SuEvent> | { refusal: Refusal }> {
		const told: Told[] = [];
		for (const entry of entries) {
			const inEntry = this.eventsIn(entry);
			if ('refusal' in inEntry) return inEntry;
			told.push(inEntry);
		}
		this.ids = told.flatMap((one) => one.ids);
		const waiting = await this.waiting(told.flatMap(({ unread }) => unread ?? []));
		if ('refusal' in waiting) return waiting;
		// Who reads by IDs has to know later what came, be it left out.
		const events = told.flatMap((one) => one.events).filter((event) => this.readsIds || passes(event, this.filters));
		// Also of what is not wanted here: without it the queue of the property would stand still.
		return { events: [...events, ...waiting.events], answer: this.ids.length > 0 ? acknowledgement(this.ids) : TAKEN };
	}

	async prepared(events: SuEvent[]): Promise<Prepared | { refusal: Refusal }> {
		// They were not here before. They may have left the queue, or be behind what the queue shows at once: nobody knows, so they are not acknowledged.
		const gone = events.filter(isGone).map(({ goneId }) => goneId);
		const acknowledged = this.ids.filter((id) => !gone.includes(id));
		if (gone.length > 0 && acknowledged.length === 0) return await Promise.resolve(refuse(200, 'No booking waits under this reservation_notif_id.'));
		if (gone.length > 0) this.warn(`nothing waits at Su under ${gone.length} of the IDs of a call: those are not acknowledged.`);
		const here = events.filter((event) => !isGone(event));
		// Each takes the place of a message in what is remembered: only who reads by IDs asks for them.
		const ids = this.readsIds ? here.flatMap((event) => textOf(event.reservation_notif_id)?.trim() ?? []) : [];
		const seen = [...here.map(({ eventKey }) => eventKey), ...ids.map(keyOfMessage)];
		return await Promise.resolve({ events: here.filter((event) => passes(event, this.filters)), seen, ...(gone.length > 0 ? { answer: acknowledgement(acknowledged) } : {}) });
	}

	taken(): void {
		this.fetched?.acknowledge();
	}

	private eventsIn(entry: IDataObject): Told | { refusal: Refusal } {
		const { bookings, ids } = bookingsIn(entry);
		if (bookings.length > 0) {
			const named = bookings.flatMap((booking) => notifIdOf(booking) ?? []);
			if (named.length === 0) return refuse(400, 'A booking has no reservation_notif_id, so it cannot be acknowledged.');
			// The others are not to wait for it. It starts the workflow beside them, and only their ids are acknowledged.
			if (named.length < bookings.length) this.warn(`Su sent ${bookings.length - named.length} of ${bookings.length} bookings without a reservation_notif_id: they start the workflow, and cannot be acknowledged.`);
			return { events: bookings.map((booking) => reservationEvent(booking, this.isCardDataWanted)), ids: named };
		}
		if (ids.length > 0) return this.unreadIn(entry, ids);
		if (isMessage(entry)) return { events: [messageEvent(entry)], ids };
		if (isReview(entry)) return { events: [reviewEvent(entry)], ids };
		return refuse(400, 'The body holds no booking, no reservation_notif_id, no message and no review.');
	}

	private unreadIn(entry: IDataObject, ids: string[]): Told | { refusal: Refusal } {
		if (!this.readsIds) return refuse(400, 'The body holds no booking, and this workflow does not read bookings by their reservation_notif_id.');
		const named = [entry.hotelid, entry.hotel_id, entry.ClientID].flatMap((id) => textOf(id)?.trim() ?? []).slice(0, 1);
		const hotelIds = named.length > 0 ? named : [...this.filters.spelledProperties];
		if (hotelIds.length === 0) return refuse(400, 'The body names no property, so the booking cannot be read.');
		return { events: [], ids, unread: { ids, hotelIds } };
	}

	/** The bookings that wait under ids that came alone, also those that no filter lets through: they leave the queue only once they were looked at. */
	private async waiting(unread: ReadonlyArray<{ ids: string[]; hotelIds: string[] }>): Promise<{ events: SuEvent[] } | { refusal: Refusal }> {
		const ids = [...new Set(unread.flatMap((one) => one.ids))];
		if (ids.length === 0) return { events: [] };
		const messages = await IdMessages.read(this.context, ids, [...new Set(unread.flatMap((one) => one.hotelIds))]);
		if (isFailure(messages)) {
			this.warn(`a message that came as an ID was not taken: the booking could not be read. ${messages.message}`);
			return refuse(503, 'The booking cannot be read at the moment. Send it again later.');
		}
		this.fetched = messages;
		const events = ids.flatMap((id): SuEvent[] => {
			const bookings = messages.bookings(id);
			return bookings.length > 0 ? bookings.map((booking) => reservationEvent(booking, this.isCardDataWanted)) : [goneEvent(id)];
		});
		return { events };
	}

	private warn(words: string): void {
		this.context.logger.warn(`${this.context.getNode().name}: ${words}`);
	}
}

function goneEvent(id: string): GoneEvent {
	return { eventKey: keyOfMessage(id), kind: 'reservation', hotel_id: null, channel_id: null, goneId: id };
}

function isGone(event: SuEvent): event is GoneEvent {
	return 'goneId' in event;
}
