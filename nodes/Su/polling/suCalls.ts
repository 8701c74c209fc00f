import type { IDataObject } from 'n8n-workflow';

import type { IsoDay } from '../../../engine/calendar';
import { Failure, isFailure, orFailure } from '../../../engine/failure';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import type { Sender } from '../../../engine/transport/sender';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { textOf } from '../../../engine/values';
import { acknowledgeRequest } from '../reservation/acknowledgeRequest';
import { bookingListRequest } from '../reservation/bookingListRequest';
import { mayBeBooking, REFETCH, refetchRequest } from '../reservation/refetch';
import { listedRows, namedIn, PROPERTIES } from '../shared/lists';
import { explainRefusal, reservationsIn, rowsIn, takenAnswer } from '../shared/refusal';
import { hotelRequest } from '../shared/requests';
import { SU } from '../shared/su';

/** The calls that the watch makes. Each throws a Failure that says what Su's own code means. */
export class SuCalls {
	constructor(private readonly sender: Sender) {}

	/** Ids of all properties, and how many rows have none. @throws Failure, also where no row has one */
	async properties(): Promise<{ hotelIds: string[]; unnamed: number }> {
		return await this.read(PROPERTIES.request({}), (answer) => {
			const rows = listedRows(PROPERTIES, answer);
			const ids = rows.flatMap((row) => namedIn(PROPERTIES, row)?.id ?? []);
			if (ids.length === 0 && rows.length > 0) throw unusableAnswer(SU, answer, PROPERTIES.what, `properties with a ${PROPERTIES.id}`);
			return { hotelIds: [...new Set(ids)], unnamed: rows.length - ids.length };
		});
	}

	/** What waits for a property: at most 10 messages. Reading takes nothing out of the queue. */
	async queue(hotelId: string): Promise<IDataObject[]> {
		return await this.read(hotelRequest('Reservation', hotelId), (answer) => reservationsIn(answer, 'Reservation'));
	}

	/** Bookings by the day on which they were made. @throws Failure, also where no row names one */
	async bookings(hotelId: string, from: IsoDay, to: IsoDay): Promise<IDataObject[]> {
		return await this.read(bookingListRequest(hotelId, from, to), (answer) => {
			const rows = rowsIn(answer, 'BookingDetails', 'List of Bookings');
			if (rows.length > 0 && rows.every((row) => textOf(row.booking_id) === undefined)) throw unusableAnswer(SU, answer, 'List of Bookings', 'bookings with a booking_id');
			return rows;
		});
	}

	/** One booking. @param counts is called for each try that Su may have counted: it allows five */
	async booking(hotelId: string, bookingId: string, counts: () => void): Promise<IDataObject> {
		const found = await this.read(
			refetchRequest(hotelId, bookingId),
			(answer) => {
				counts();
				return reservationsIn(answer, REFETCH).find((row) => mayBeBooking(row, hotelId, bookingId));
			},
			counts,
		);
		if (!found) throw new Failure('notFound', `${SU} lists booking ${bookingId} and does not hand it out`, { advice: 'Look at the booking in the extranet of Su.' });
		return found;
	}

	/**
	 * Takes messages out of the queue of a property. What becomes of the others where one id is wrong is not documented, so where Su does not know
	 * one they are sent one by one; one that it does not know by itself is not in its queue any more.
	 */
	async acknowledge(hotelId: string, ids: readonly string[]): Promise<void> {
		const outcome = await orFailure(this.send(hotelId, ids));
		if (!isFailure(outcome)) return;
		if (outcome.details.partnerCode !== NOT_IN_QUEUE) throw outcome;
		if (ids.length > 1) for (const id of ids) await this.acknowledge(hotelId, [id]);
	}

	private async send(hotelId: string, ids: readonly string[]): Promise<void> {
		await explained(async () => takenAnswer(await this.sender.repeat(acknowledgeRequest(hotelId, ids), 'repeatable'), 'Reservation Notification'));
	}

	private async read<T>(request: PartnerRequest, take: (answer: PartnerAnswer) => T, onFailedTry?: () => void): Promise<T> {
		return await explained(async () => take(await this.sender.repeat(request, 'read', onFailedTry)));
	}
}

/** Su's code of a message that is not in the queue (reservations/reservation-notification). */
const NOT_IN_QUEUE = '950';

async function explained<T>(call: () => Promise<T>): Promise<T> {
	const outcome = await orFailure(call());
	if (!isFailure(outcome)) return outcome;
	throw outcome.kind === 'cancelled' ? outOfTime() : explainRefusal(outcome);
}

function outOfTime(): Failure {
	return new Failure('outage', `${SU} took longer than n8n gives a poll`, {
		advice: 'Nothing is lost: what was not read is read with the next poll. If it stays so, let several watches share the properties; under n8n 2.41 N8N_SCHEDULER_POLL_TIMEOUT sets the time.',
	});
}
