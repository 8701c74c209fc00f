import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: the options of a cancellation', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const asked = (channel_bookingid: string, hotelid = 'HVIEW-1') => ({ hotelid, request_for: 'cancel_retrieve', channel_bookingid });
	const ask = async (...booking: Parameters<typeof asked>) => await su.ask('CancelReservationAB', asked(...booking));

	it('are those of a booking that stands, or that it is cancelled', async () => {
		expect((await ask('HMABC12345')).body).toEqual({ status: 'Success', data: { status: 'accept', options: [], panelty: '' } });
		expect((await ask('HMXYZ67890')).body).toEqual({ status: 'Success', data: { status: 'cancelled_by_host', message: 'Already cancelled by host' } });
	});

	it('are refused for another booking and another property, and cancel nothing', async () => {
		expect(await ask('HM1')).toMatchObject({ status: 400, body: { status: 'Fail', data: { status: 'error' } } });
		expect(await ask('HMABC12345', 'PINE-2')).toMatchObject({ status: 400, body: { status: 'Fail' } });
		expect(await ask('HMABC12345', 'NOWHERE')).toMatchObject({ status: 400, body: { Errors: [{ Code: '400', ShortText: 'Invalid HotelCode (NOWHERE)' }] } });
		expect((await su.ask('CancelReservationAB', { ...asked('HMABC12345'), request_for: 'cancel_update' })).status).toBe(400);
		expect((await ask('HMABC12345')).body).toMatchObject({ data: { status: 'accept' } });
	});

	it('are answered as the document says', async () => {
		const bodies = [asked('HMABC12345'), asked('HMXYZ67890'), asked('HM1'), asked('HM1', 'NOWHERE')];
		for (const body of bodies) expect(await su.problems('getCancellationOptions', 'CancelReservationAB', body)).toEqual([]);
	});
});
