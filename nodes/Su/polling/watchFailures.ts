import { Failure } from '../../../engine/failure';
import { textOf } from '../../../engine/values';
import { SU } from '../shared/su';

/** Properties that one sentence names. */
const MOST_NAMED = 10;

/** What went wrong in one poll. What is the same for several properties is told once. */
export class WatchFailures {
	private readonly found: Array<{ hotelId: string | null; failure: Failure }> = [];

	/** @param hotelId null for what is about no property */
	add(hotelId: string | null, failure: Failure): void {
		this.found.push({ hotelId, failure });
	}

	isAbout(hotelId: string): boolean {
		return this.found.some((one) => one.hotelId === hotelId);
	}

	/** Each in a sentence that begins with the properties. */
	told(): Failure[] {
		const byWords = new Map<string, Array<{ hotelId: string; failure: Failure }>>();
		for (const { hotelId, failure } of this.found) if (hotelId !== null) byWords.set(failure.message, [...(byWords.get(failure.message) ?? []), { hotelId, failure }]);
		const ofNone = this.found.filter(({ hotelId }) => hotelId === null).map(({ failure }) => failure);
		return [...ofNone, ...[...byWords.values()].map((same) => same[0]!.failure.retold({ message: `${named(same.map(({ hotelId }) => hotelId))}: ${same[0]!.failure.message}` }))];
	}
}

/** What is told of a message that cannot be acknowledged. @param id of the booking @param isCompared whether missed bookings are looked for */
export function namelessBooking(id: unknown, isCompared: boolean): Failure {
	const found = isCompared
		? 'Once the message has left the queue, the nightly comparison finds the booking as it stands then, if it was made within Comparison Days.'
		: `Look at the booking in the extranet of ${SU}: nothing else will tell of it, as Look for Missed Bookings is off.`;
	return new Failure('brokenAnswer', `${SU} handed out a message without a reservation_notif_id, about booking ${textOf(id) ?? 'without an id'}`, {
		advice: `It cannot be acknowledged, so it starts nothing. ${found}`,
	});
}

/** What is told of properties that cannot be watched. */
export function namelessProperties(count: number): Failure {
	return new Failure('brokenAnswer', `${SU} lists ${count} ${count === 1 ? 'property' : 'properties'} without an ID (Property Listing)`, {
		advice: `What has no ID is not watched. Look at the properties in the extranet of ${SU}, or choose the properties in the node.`,
	});
}

/** What is told of rows that cannot be compared. */
export function namelessRows(count: number): Failure {
	return new Failure('brokenAnswer', `${SU} lists ${count} ${count === 1 ? 'booking' : 'bookings'} without an ID (List of Bookings)`, {
		advice: `Whether these were missed is not known. Look at the bookings of the property in the extranet of ${SU}.`,
	});
}

/** What is told where a comparison cannot look at all days that it should. @param to the last day that it cannot look at */
export function daysNotCompared(to: string, why: string): Failure {
	return new Failure('configuration', `Bookings that were made until ${to} are not looked for: ${why}`, {
		advice: `Look at these bookings in the extranet of ${SU}.`,
	});
}

function named(hotelIds: readonly string[]): string {
	const all = [...new Set(hotelIds)];
	const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
	return `${all.length === 1 ? 'Property' : 'Properties'} ${all.slice(0, MOST_NAMED).join(', ')}${more}`;
}
