import type { INodeParameters } from 'n8n-workflow';

import { dayFromNow } from './exampleDays';

const HOTEL = { hotelId: 'HVIEW-1' };
const ALL = { returnAll: true };
const PROPERTY = {
	currencyCode: 'VND',
	addressLine: '12 Bach Dang',
	cityName: 'Da Nang',
	postalCode: '550000',
	countryName: 'VN',
	latitude: '16.0678',
	longitude: '108.2208',
	givenName: 'Lan',
	surname: 'Tran',
	emails: 'desk@example.com',
	phoneNumbers: '+842360000000',
};

/** The newest message about the first booking of the sandbox. */
export const EXAMPLE_MESSAGE = '177251666900249000942';

/**
 * Every operation of Su, filled in so that it works in a new sandbox. An operation that is not here fails the tests that go
 * over all of them.
 */
export const EXAMPLES: Readonly<Record<string, INodeParameters>> = {
	'availability.get': { ...HOTEL, from: dayFromNow(30), to: dayFromNow(32), simplify: false },
	'availability.getUpdateLog': { ...HOTEL, date: '2026-01-05' },
	'availability.setChannelRules': {
		...HOTEL,
		roomId: 'SUP-DBL',
		from: dayFromNow(30),
		to: dayFromNow(40),
		appliesTo: 'rates',
		ratePlanId: 'FLEX',
		change: 'set',
		rules: { rule: [{ channelId: '19', type: 'Multiply', value: 1.1, closed: 'unchanged' }] },
	},
	'availability.update': {
		...HOTEL,
		roomId: 'SUP-DBL',
		from: dayFromNow(30),
		to: dayFromNow(40),
		ratePlanId: 'FLEX',
		updateFields: { roomsToSell: 4, minimumStay: 2, prices: { price: [{ numberOfGuests: 2, value: 145.5 }] } },
		options: { verify: true },
	},
	'availability.updateForChannel': {
		...HOTEL,
		channelId: '19',
		roomId: 'SUP-DBL',
		ratePlanId: 'FLEX',
		from: dayFromNow(30),
		to: dayFromNow(40),
		roomsToSell: 2,
		updateFields: { minimumStay: 2, prices: { price: [{ numberOfGuests: 2, value: 155 }] } },
	},
	'channel.connect': { ...HOTEL, channelId: '9', channelHotelId: '88002', status: 'Active', defaultMultiplier: 1.1, defaultSurcharge: 0, channelFields: { currency: 'EUR' } },
	'channel.disconnect': { ...HOTEL, channelId: '189', channelHotelId: '55011', confirmChannelHotelId: '55011' },
	'channel.getMappings': { ...HOTEL, simplify: false },
	'channel.getRatePlans': { ...HOTEL, channelId: '19', channelHotelId: '1234567', simplify: false },
	'channel.mapRatePlan': {
		...HOTEL,
		channelId: '189',
		channelHotelId: '55010',
		roomId: 'SUP-DBL',
		ratePlanId: 'NONREF',
		status: 'Active',
		pricing: { price: [{ numberOfGuests: 2, multiplier: 1.1, surcharge: 0 }] },
	},
	'channel.unmapRatePlan': { ...HOTEL, channelId: '19', roomId: 'FAM-STE', ratePlanId: 'FLEX', confirmRatePlanId: 'FLEX' },
	'image.add': { ...HOTEL, url: 'https://example.com/pool.jpg', name: 'Pool', pmsImageId: 'pool-2' },
	'image.assign': { ...HOTEL, imageIds: 'lobby-1', roomId: 'SUP-DBL' },
	'image.getAll': { ...HOTEL, ...ALL },
	'message.downloadImage': { ...HOTEL, channelHotelId: '1234567', threadId: '991460001', attachmentId: 'att-5544330001-1', binaryPropertyName: 'data' },
	'message.send': { ...HOTEL, channel: '19', channelBookingId: '5544330001', listingId: '1234567', message: 'Late arrival is fine.' },
	'message.sendImage': { ...HOTEL, channelHotelId: '1234567', threadId: '991460001', binaryPropertyName: 'data' },
	'property.activate': HOTEL,
	'property.create': { ...PROPERTY, newHotelId: 'PORT-4', hotelName: 'Old Port', additionalFields: { hotelType: '3', closeoutDays: '0', closeoutTime: '18:30', facilities: { facility: [{ name: 'Pool', group: 'Outdoors' }] } } },
	// A house without channels: Su refuses others.
	'property.deactivate': { hotelId: 'NEW-3', confirmHotelId: 'NEW-3' },
	'property.delete': { hotelId: 'NEW-3', confirmHotelId: 'NEW-3' },
	'property.getAll': ALL,
	'property.update': { ...HOTEL, ...PROPERTY, additionalFields: { officialCheckinTime: '14:00' } },
	'ratePlan.activate': { hotelId: 'PINE-2', ratePlanId: 'WEEKLY' },
	'ratePlan.create': { ...HOTEL, newRatePlanId: 'EARLY', ratePlanName: 'Early Bird', additionalFields: { mealPlanId: '1', description: 'Paid in advance' } },
	'ratePlan.getAll': { ...HOTEL, ...ALL },
	'ratePlan.remove': { hotelId: 'PINE-2', ratePlanId: 'WEEKLY', confirmRatePlanId: 'WEEKLY' },
	'ratePlan.update': { ...HOTEL, ratePlanId: 'NONREF', ratePlanName: 'No Refund' },
	'reservation.acceptRequest': { bookingId: '7700110010_PINE-2' },
	'reservation.acknowledge': { ...HOTEL, reservationNotifId: EXAMPLE_MESSAGE },
	'reservation.cancelAirbnb': { ...HOTEL, channelBookingId: 'HMABC12345', cancelReason: '123~~~132', messageAirbnb: 'A pipe has burst.' },
	'reservation.cancelDirect': { ...HOTEL, channelBookingId: 'DIRECT-1' },
	'reservation.denyRequest': { bookingId: 'HMREQ00001_HVIEW-1', requestedAt: 'airbnb', declineReason: 'dates_not_available', messageGuest: 'Sorry, we are closed that week.' },
	'reservation.get': { ...HOTEL, bookingId: '5544330001_HVIEW-1', simplify: false },
	'reservation.getAll': { ...HOTEL, dateFrom: '2026-11-01', dateTo: '2026-11-30', ...ALL },
	'reservation.getCancellationOptions': { ...HOTEL, channelBookingId: 'HMABC12345' },
	'reservation.getNew': { ...HOTEL, simplify: false },
	'reservation.report': { ...HOTEL, reservationNotifId: EXAMPLE_MESSAGE, report: 'is_no_show' },
	'review.getAll': { ...HOTEL, ...ALL, simplify: false },
	'review.reply': { ...HOTEL, channel: '19', channelPropertyId: '1234567', channelReviewId: '88009002', reviewReply: 'Thank you for staying with us.' },
	'roomType.activate': { ...HOTEL, roomId: 'SUP-DBL' },
	'roomType.create': { ...HOTEL, newRoomId: 'GDN-TWN', roomName: 'Garden Twin', roomType: 'Twin', maxOccupancy: 2, maxChildOccupancy: 0, roomRate: '120.50', additionalFields: { quantity: 4, size: 24 } },
	'roomType.deactivate': { ...HOTEL, roomId: 'FAM-STE' },
	'roomType.delete': { ...HOTEL, roomId: 'FAM-STE', confirmRoomId: 'FAM-STE' },
	'roomType.getAll': { ...HOTEL, ...ALL },
	'roomType.update': { ...HOTEL, roomId: 'SUP-DBL', maxChildOccupancy: 1, roomRate: 150 },
	'user.upsert': { name: 'Mai Nguyen', email: 'mai@example.com', countryCode: '+84', phoneNumber: '2421234567', propertyIds: 'HVIEW-1, PINE-2' },
	'widget.getToken': HOTEL,
};
