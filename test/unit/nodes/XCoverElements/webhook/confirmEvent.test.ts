import type { IDataObject } from 'n8n-workflow';

import { xCoverEvent } from '../../../../../nodes/XCoverElements/webhook/events';
import { confirmEvent } from '../../../../../nodes/XCoverElements/webhook/confirmEvent';

const ID = 'K4PLM-22TRX-INS';

/** What an event comes to beside what XCover has. */
async function confirmed(event: string, payload: IDataObject, booking: IDataObject): Promise<unknown[]> {
	const told = await confirmEvent(xCoverEvent({ event, payload: { id: ID, ...payload } }, false)!, async () => await Promise.resolve({ booking: { id: ID, ...booking } }));
	return [told.confirmed, told.differences];
}

it.each<[event: string, payload: IDataObject, booking: IDataObject, confirmed: boolean | null, differences: string[]]>([
	['BOOKING_CREATED', { status: 'CONFIRMED' }, { status: 'CONFIRMED' }, true, []],
	['BOOKING_CREATED', { status: 'CONFIRMED' }, { status: 'Active' }, true, []],
	['BOOKING_UPDATED', { status: 'CONFIRMED' }, { status: 'RENEWED' }, true, []],
	['BOOKING_UPDATED', { status: 'RENEWED' }, { status: 'CANCELLED' }, false, ['status']],
	['BOOKING_UPDATED', { status: 'CONFIRMED' }, { status: 'EXPIRED' }, false, ['status']],
	['BOOKING_UPDATED', { status: 'EXPIRED' }, { status: 'expired' }, true, []],
	['BOOKING_UPDATED', { status: 'CONFIRMED' }, {}, null, []],
	['BOOKING_UPDATED', {}, {}, true, []],
	['BOOKING_CANCELLED', {}, { status: 'CANCELLED' }, true, []],
	['BOOKING_CANCELLED', {}, { status: 'CONFIRMED', quotes: [{ status: 'CANCELLED' }] }, true, []],
	['BOOKING_CANCELLED', {}, { status: 'CONFIRMED' }, false, ['status']],
	['BOOKING_CANCELLED', {}, { status: 'RENEWED' }, false, ['status']],
	['BOOKING_CANCELLED', {}, { status: 'SOMETHING_NEW' }, false, ['status']],
	['BOOKING_CANCELLED', {}, {}, null, []],
])('%s with %j beside a booking with %j is confirmed: %s', async (event, payload, booking, ...expected) => {
	expect(await confirmed(event, payload, booking)).toEqual(expected);
});
