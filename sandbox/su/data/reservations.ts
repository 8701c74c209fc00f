import type { Reservation } from '../types';

/** A stay, of which all messages about it are made. */
interface Stay {
	channelBookingId: string;
	hotelId: string;
	hotelName: string;
	firstName: string;
	lastName: string;
	roomId: string;
	ratePlanId: string;
	arrival: string;
	departure: string;
	total: number;
	bookedAt: string;
}

function message(number: number, status: Reservation['status'], stay: Stay, changes: Partial<Reservation> = {}): Reservation {
	const { firstName, lastName, total } = stay;
	const totals = { totalprice: String(total), totaltax: String(total / 10) };
	return {
		id: `${stay.channelBookingId}_${stay.hotelId}`,
		reservation_notif_id: String(177_251_666_900_249_000n * 1000n + BigInt(number)),
		status,
		hotel_id: stay.hotelId,
		hotel_name: stay.hotelName,
		channel_booking_id: stay.channelBookingId,
		booked_at: stay.bookedAt,
		modified_at: stay.bookedAt,
		processed_at: stay.bookedAt,
		currencycode: 'EUR',
		paymenttype: 'Hotel Collect',
		...totals,
		commissionamount: String(total * 0.15),
		affiliation: { pos: 'Booking.com', source: 'booking.com', OTA_Code: '19', companyname: '', gstno: '', companyaddress: '' },
		customer: {
			first_name: firstName,
			last_name: lastName,
			email: `${firstName}.${lastName}@example.com`.toLowerCase(),
			telephone: '+490000000',
			countrycode: 'DE',
			remarks: '',
			// The number that card schemes keep for tests.
			cc_number: '4111111111111111',
			cc_cvc: '123',
			cc_expiration_date: '1229',
		},
		rooms: [
			{
				id: stay.roomId,
				roomreservation_id: `17725166960${number}`,
				roomstaystatus: status,
				arrival_date: stay.arrival,
				departure_date: stay.departure,
				guest_name: `${firstName} ${lastName}`,
				numberofguests: '2',
				...totals,
				price: [{ date: stay.arrival, rate_id: stay.ratePlanId, mealplan_id: '15', mealplan: 'Room only', tax: totals.totaltax, priceaftertax: totals.totalprice }],
			},
		],
		...changes,
	};
}

const HARBOUR = { hotelId: 'HVIEW-1', hotelName: 'Harbour View', roomId: 'SUP-DBL', ratePlanId: 'FLEX', bookedAt: '2026-11-02 06:18:41' };
const PINE = { ...HARBOUR, hotelId: 'PINE-2', hotelName: 'Pine Lodge', roomId: 'STD-TWN' };

const mai: Stay = { ...HARBOUR, channelBookingId: '5544330001', firstName: 'Mai', lastName: 'Nguyen', arrival: '2027-02-11', departure: '2027-02-14', total: 435 };
const jonas: Stay = { ...HARBOUR, channelBookingId: '5544330002', firstName: 'Jonas', lastName: 'Weber', arrival: '2027-03-01', departure: '2027-03-02', total: 145 };
const families = Array.from({ length: 9 }, (_, at): Stay => ({
	...PINE,
	channelBookingId: String(7_700_110_001 + at),
	firstName: 'Guest',
	lastName: `Number${at + 1}`,
	arrival: `2027-04-1${at}`,
	departure: `2027-04-2${at}`,
	total: 980,
}));

/** With personal data that the channel did not give: empty, as Su's certification has it. */
const nameless: Stay = { ...PINE, channelBookingId: '7700110010', firstName: '', lastName: '', arrival: '2027-05-01', departure: '2027-05-02', total: 98, bookedAt: '0000-00-00' };

/**
 * Invented messages, in the order in which they came: for Harbour View a new booking that is then modified, and one that is
 * cancelled; for Pine Lodge 11, one more than an answer holds.
 */
export const messages: readonly Reservation[] = Object.freeze([
	message(941, 'new', mai),
	message(942, 'modified', { ...mai, departure: '2027-02-15', total: 580 }, { modified_at: '2026-11-03 08:00:00' }),
	message(943, 'new', jonas),
	message(944, 'cancelled', jonas, { cancelreason: 'Flight cancelled' }),
	...families.map((stay, at) => message(951 + at, 'new', stay)),
	message(960, 'request', nameless, { customer: { first_name: '', last_name: '', email: '', telephone: '', countrycode: '', remarks: '' } }),
	message(961, 'new', { ...PINE, channelBookingId: '7700110011', firstName: 'Last', lastName: 'Guest', arrival: '2027-06-01', departure: '2027-06-02', total: 98 }),
]);

/** A message that a direct booking is cancelled. @param number of such messages before */
export function directCancellation(hotelId: string, channelBookingId: string, number: number): Reservation {
	const stay = { ...jonas, hotelId, channelBookingId };
	return message(980 + number, 'cancelled', stay, { affiliation: { pos: 'Booking site', source: 'mybookingsite.io', OTA_Code: '5004', companyname: '', gstno: '', companyaddress: '' } });
}
