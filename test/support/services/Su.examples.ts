import type { INodeParameters } from 'n8n-workflow';

const HOTEL = { hotelId: 'HVIEW-1' };
const ALL = { returnAll: true };

/** A day that is still to come: Su refuses days that are over. */
export function dayFromNow(days: number): string {
	return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** The newest message about the first booking of the sandbox. */
export const EXAMPLE_MESSAGE = '177251666900249000942';

/**
 * Every operation of Su, filled in so that it works in a new sandbox. An operation that is not here fails the tests that go
 * over all of them.
 */
export const EXAMPLES: Readonly<Record<string, INodeParameters>> = {
	'availability.update': {
		...HOTEL,
		roomId: 'SUP-DBL',
		from: dayFromNow(30),
		to: dayFromNow(40),
		ratePlanId: 'FLEX',
		updateFields: { roomsToSell: 4, minimumStay: 2, prices: { price: [{ numberOfGuests: 2, value: 145.5 }] } },
	},
	'property.getAll': ALL,
	'ratePlan.getAll': { ...HOTEL, ...ALL },
	'reservation.acknowledge': { ...HOTEL, reservationNotifId: EXAMPLE_MESSAGE },
	'reservation.get': { ...HOTEL, bookingId: '5544330001_HVIEW-1', simplify: false },
	'reservation.getAll': { ...HOTEL, dateFrom: '2026-11-01', dateTo: '2026-11-30', ...ALL },
	'reservation.getNew': { ...HOTEL, simplify: false },
	'roomType.getAll': { ...HOTEL, ...ALL },
};
