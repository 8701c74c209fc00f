/** A booking of Airbnb, as far as its cancellation goes. */
export interface AirbnbBooking {
	readonly hotelId: string;
	readonly channelBookingId: string;
	readonly isCancelled: boolean;
}

/** Invented bookings. No message about them waits. */
export const airbnbBookings: readonly AirbnbBooking[] = Object.freeze([
	{ hotelId: 'HVIEW-1', channelBookingId: 'HMABC12345', isCancelled: false },
	{ hotelId: 'HVIEW-1', channelBookingId: 'HMXYZ67890', isCancelled: true },
]);
