import type { IDataObject } from 'n8n-workflow';

/** A message about a booking as Su pushes it (response-of-reservation-information), with invented data. */
export function suBooking(changes: IDataObject = {}): IDataObject {
	return {
		id: '5544330001_HVIEW-1', reservation_notif_id: '177251666900249940001', status: 'new', hotel_id: 'HVIEW-1', hotel_name: 'Harbour View', channel_booking_id: '5544330001',
		booked_at: '2026-11-02 06:18:41', currencycode: 'VND', totalprice: '2700000', affiliation: { pos: 'Booking.com', OTA_Code: '19' },
		customer: { first_name: 'Mai', last_name: 'Nguyen', email: 'mai@example.com', cc_number: '4111111111111111', cc_cvc: '123' },
		rooms: [{ id: 'SUP-DBL', roomstaystatus: 'new', arrival_date: '2026-12-24', departure_date: '2026-12-26', guest_name: 'Mai Nguyen' }],
		su_payments: { tokenid: 'a-token-of-the-card' },
		...changes,
	};
}

/** What a guest writes, as Su pushes it (messaging). */
export function suMessage(changes: IDataObject = {}): IDataObject {
	return {
		message: 'Can we arrive at 22:00?', guestid: '320330001', bookingid: 'HMABC12345', listingid: '47520001', bookingflag: 'B', messageid: '9623310001',
		channel_id: '244', threadid: '991460001', attachment: [], hotelid: 'HVIEW-1', ...changes,
	};
}

/** A review, as Su pushes it (review-api). */
export function suReview(changes: IDataObject = {}): IDataObject {
	return {
		hotel_id: 'HVIEW-1', channel_id: '19', channel_property_id: '1234567', channel_review_id: '88001', channel_booking_id: '5544330001', review_title: 'Lovely',
		review_description: 'Quiet, and near the river.', review_status: 'created', review_date: '2026-12-27', ...changes,
	};
}
