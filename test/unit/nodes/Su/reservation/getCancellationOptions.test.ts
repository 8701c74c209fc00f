import { getCancellationOptions } from '../../../../../nodes/Su/reservation/getCancellationOptions';
import { answer, failureOf, panel, RUN } from '../../../../support/panels/pure';

describe('the options of a cancellation', () => {
	if (!('items' in getCancellationOptions)) throw new Error('It has another form now.');
	const { items, parameters, request } = getCancellationOptions;
	const read = () => parameters(panel({ hotelId: 'HVIEW-1', channelBookingId: 'HMABC12345' }), RUN);

	it('are read, and nothing is cancelled', () => {
		expect(request(read())).toEqual({
			method: 'POST', path: '/SUAPI/jservice/CancelReservationAB', body: { hotelid: 'HVIEW-1', request_for: 'cancel_retrieve', channel_bookingid: 'HMABC12345' },
		});
	});

	it.each([{ status: 'accept', options: [{ id: 1 }], panelty: '50' }, { status: 'cancelled_by_host', message: 'Already cancelled by host' }])('come out as Su has them: %j', (data) => {
		expect(items(answer({ status: 'Success', data }), read())).toEqual([data]);
	});

	it.each([
		[{ status: 'Fail', data: { status: 'error', message: 'Not active' } }, 'validation'],
		[{ status: 'Success', data: { status: 'error', message: 'Not active' } }, 'businessRefusal'],
		[{ status: 'Success', data: {} }, 'brokenAnswer'],
		[{ status: 'Success' }, 'brokenAnswer'],
	])('are a failure where Su answers %j', (said, kind) => {
		expect(failureOf(() => items(answer(said), read())).kind).toBe(kind);
	});
});
