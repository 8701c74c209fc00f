import { airbnbBookings } from '../data/airbnbBookings';
import type { Deeds } from '../deeds';
import { unknownBooking, unknownProperty } from './cancelDirectBooking';
import type { Holdings } from '../holdings';
import type { SuHandler } from '../types';

/**
 * With what a booking of Airbnb could be cancelled, and to cancel it (airbnb/cancel-reservation). Invented: that a booking that is not there is
 * refused as one that is not active, and what a success says.
 */
export function getCancellationOptions(holdings: Holdings, deeds: Deeds): SuHandler<'getCancellationOptions'> {
	return ({ body }) => {
		const { hotelid, channel_bookingid } = body;
		if (!holdings.find(hotelid)) return unknownProperty(hotelid);
		const booking = airbnbBookings.find((each) => each.hotelId === hotelid && each.channelBookingId === channel_bookingid);
		if (!booking) return unknownBooking();
		const isCancelled = booking.isCancelled || deeds.isCancelled(hotelid, channel_bookingid);
		if (body.request_for === 'cancel_update') {
			if (isCancelled) return unknownBooking();
			deeds.note({ kind: 'cancellation', body });
			return { status: 200, body: { status: 'Success', data: { status: 'cancelled_by_host', message: 'Reservation cancelled successfully' } } };
		}
		if (isCancelled) return { status: 200, body: { status: 'Success', data: { status: 'cancelled_by_host', message: 'Already cancelled by host' } } };
		return { status: 200, body: { status: 'Success', data: { status: 'accept', options: [], panelty: '' } } };
	};
}
