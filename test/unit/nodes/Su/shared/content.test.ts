import type { PartnerRequest } from '../../../../../engine/http/request';
import type { AnyOperation } from '../../../../../engine/operation/operation';
import { create as createProperty } from '../../../../../nodes/Su/property/create';
import { update as updateProperty } from '../../../../../nodes/Su/property/update';
import { deleteProperty } from '../../../../../nodes/Su/property/delete';
import { create as createPlan } from '../../../../../nodes/Su/ratePlan/create';
import { update as updatePlan } from '../../../../../nodes/Su/ratePlan/update';
import { create as createRoom } from '../../../../../nodes/Su/roomType/create';
import { deleteRoomType } from '../../../../../nodes/Su/roomType/delete';
import { update as updateRoom } from '../../../../../nodes/Su/roomType/update';
import { EXAMPLES } from '../../../../support/services/Su.examples';
import { panelOf } from '../../../../support/panels/panelOf';
import { answer, failureOf, fieldsOf, RUN } from '../../../../support/panels/pure';

/** An operation of one request. */
interface Plain {
	parameters: AnyOperation['parameters'];
	request(parameters: unknown): PartnerRequest;
}

const bodyOf = (operation: unknown, values: object) => {
	const { parameters, request } = operation as Plain;
	return request(parameters(panelOf(values as Record<string, unknown>), RUN)).body;
};
const faultyFields = (operation: unknown, values: object) => fieldsOf(failureOf(() => (operation as Plain).parameters(panelOf(values as Record<string, unknown>), RUN)));

const PROPERTY = { languageCode: 'en', ...EXAMPLES['property.create'], additionalFields: {} };
const ROOM = { ...EXAMPLES['roomType.create'], additionalFields: {} };
const PLAN = { ...EXAMPLES['ratePlan.create'], additionalFields: {} };
const ADDRESS = { AddressLine: '12 Bach Dang', CityName: 'Da Nang', PostalCode: '550000', CountryName: 'VN' };
const CONTACT = {
	ContactProfileType: 'availability',
	Names: { Name: { GivenName: 'Lan', Surname: 'Tran' } },
	Addresses: { Address: ADDRESS },
	Emails: { Email: ['desk@example.com'] },
	Phones: { Phone: [{ PhoneNumber: '+842360000000', PhoneTechType: '1' }] },
};
const CONTENT = {
	HotelName: 'Old Port', hotelid: 'PORT-4', LanguageCode: 'en', CurrencyCode: 'VND', HotelDescriptiveContentNotifType: 'New',
	ContactInfos: { ContactInfo: [{ ContactProfileType: 'PhysicalLocation', Addresses: { Address: ADDRESS } }, CONTACT] },
	HotelInfo: { Position: { Latitude: '16.0678', Longitude: '108.2208' } },
};

describe('a property', () => {
	it('goes out with both contacts, and without what was left out', () => {
		expect(bodyOf(createProperty, PROPERTY)).toEqual({ HotelDescriptiveContents: { HotelDescriptiveContent: CONTENT } });
	});

	it('goes out with all that was added', () => {
		const additionalFields = {
			chainId: 'HVCHAIN', closeoutDays: '0', closeoutTime: '24:00', facilities: { facility: [{ name: 'Pool', group: 'Outdoors' }, { name: 'Bar', group: '' }] }, hotelType: '3', hotelDescription: 'By the sea',
			notificationEmail: 'bookings@example.com', officialCheckinTime: '14:00', officialCheckoutTime: '11:00', phoneTechType: '5', platform: 'SU', propertyLicenseNumber: 'VN-1', timeZone: 'Asia/Ho_Chi_Minh',
			contactAddressLine: '1 Le Loi', contactCityName: 'Hue', contactPostalCode: '530000', contactCountryName: 'vn',
		};
		const contact = {
			...CONTACT,
			NotificationEmail: 'bookings@example.com',
			Addresses: { Address: { AddressLine: '1 Le Loi', CityName: 'Hue', PostalCode: '530000', CountryName: 'VN' } },
			Phones: { Phone: [{ PhoneNumber: '+842360000000', PhoneTechType: '5' }] },
		};
		expect(bodyOf(createProperty, { ...PROPERTY, additionalFields })).toEqual({
			HotelDescriptiveContents: {
				HotelDescriptiveContent: {
					...CONTENT,
					ContactInfos: { ContactInfo: [CONTENT.ContactInfos.ContactInfo[0], contact] },
					ChainID: 'HVCHAIN', Closeoutdays: '0', Closeouttime: '24:00', Facilities: { Facility: [{ name: 'Pool', Group: 'Outdoors' }, { name: 'Bar' }] }, HotelType: '3', HotelDescription: 'By the sea',
					OfficialCheckinTime: '14:00', OfficialCheckoutTime: '11:00', Platform: 'SU', PropertyLicenseNumber: 'VN-1', TimeZone: 'Asia/Ho_Chi_Minh',
				},
			},
		});
	});

	it('is told of all faulty fields at once', () => {
		const bad = { ...PROPERTY, newHotelId: 'x'.repeat(21), currencyCode: '$', countryName: 'Vietnam', latitude: '91', longitude: '-181', emails: 'x', phoneNumbers: '0236', additionalFields: { hotelDescription: 'x'.repeat(2_001) } };
		expect(faultyFields(createProperty, bad)).toEqual(['Property ID', 'Country', 'Currency', 'Latitude', 'Longitude', 'Contact Emails', 'Contact Phone Numbers', 'Property Description']);
	});

	it.each([
		[{ closeoutDays: '1', closeoutTime: '18:00' }, ['Close-Out Time']],
		[{ closeoutTime: '18:00' }, ['Close-Out Time']],
		[{ closeoutDays: 0 }, ['Close-Out Time']],
		[{ closeoutDays: '31', closeoutTime: '18:00' }, ['Close-Out Days']],
		[{ closeoutDays: '0', closeoutTime: '18:10' }, ['Close-Out Time']],
		[{ contactCityName: 'Hue' }, ['Contact Address', 'Contact Postal Code', 'Contact Country']],
		[{ contactCityName: 'Hue', contactAddressLine: '1', contactPostalCode: '5', contactCountryName: 'Vietnam' }, ['Contact Country']],
		[{ timeZone: {}, contactCityName: 'Hue' }, ['Contact Address', 'Contact Postal Code', 'Contact Country', 'Time Zone']],
		[{ facilities: { facility: [{ name: '', group: 'X' }] } }, ['Facilities 1: Name']],
		[{ chainId: 'HV CHAIN' }, ['Chain ID']],
		[{ hotelType: '4' }, ['Property Type']],
		[{ officialCheckinTime: '2 pm' }, ['Check-In Time']],
	])('is told of what does not fit in %j', (additionalFields, fields) => {
		expect(faultyFields(createProperty, { ...PROPERTY, additionalFields })).toEqual(fields);
	});

	it('is changed under its ID', () => {
		const { HotelDescriptiveContents } = bodyOf(updateProperty, { ...PROPERTY, hotelId: 'HVIEW-1', hotelName: 'New Name' }) as { HotelDescriptiveContents: { HotelDescriptiveContent: object } };
		expect(HotelDescriptiveContents.HotelDescriptiveContent).toEqual({ ...CONTENT, HotelName: 'New Name', hotelid: 'HVIEW-1', HotelDescriptiveContentNotifType: 'Overlay' });
	});

	it('is deleted, by force where that is asked for', () => {
		const values = { hotelId: 'NEW-3', confirmHotelId: 'NEW-3' };
		expect(bodyOf(deleteProperty, values)).toEqual({ hotelid: 'NEW-3' });
		expect(bodyOf(deleteProperty, { ...values, options: { forceDeletion: true } })).toEqual({ hotelid: 'NEW-3', force_deletion: true });
	});
});

describe('a room type', () => {
	const guestRoom = { Occupancy: { MaxOccupancy: '2', MaxChildOccupancy: '0' }, Room: { roomid: 'GDN-TWN', RoomRate: '120.5', RoomType: 'Twin' }, Description: { Text: 'Garden Twin' } };

	it('goes out as Su wants a new one: without InvNotifType', () => {
		expect(bodyOf(createRoom, ROOM)).toEqual({ SellableProducts: { hotelid: 'HVIEW-1', SellableProduct: [{ InvStatusType: 'Initial', GuestRoom: guestRoom }] } });
	});

	it('goes out with all that was added', () => {
		const additionalFields = { quantity: 4, size: '24.5', facilities: { facility: [{ name: 'Balcony' }] }, latitude: 16, longitude: 108, addressLine: '1 Le Loi', postalCode: '530000', roomDescription: 'Garden side' };
		expect(bodyOf(createRoom, { ...ROOM, additionalFields })).toMatchObject({
			SellableProducts: {
				SellableProduct: [{
					GuestRoom: {
						Room: { Quantity: '4', SizeMeasurement: '24.5', SizeMeasurementUnit: 'sqm' },
						Facilities: { Facility: [{ name: 'Balcony' }] },
						Position: { Latitude: '16', Longitude: '108' },
						Address: { AddressLine: '1 Le Loi', PostalCode: '530000' },
						Description: { Text: 'Garden Twin', RoomDescription: 'Garden side' },
					},
				}],
			},
		});
	});

	it.each([
		[{ maxChildOccupancy: 2 }, ['Max Child Occupancy']],
		[{ maxOccupancy: 1000 }, ['Max Occupancy']],
		[{ maxOccupancy: 0 }, ['Max Occupancy']],
		[{ roomRate: 0 }, ['Room Rate']],
		[{ roomName: '', roomType: ' ' }, ['Room Type Name', 'Kind of Room']],
		[{ additionalFields: { sizeUnit: 'sqft' } }, ['Size Unit']],
		[{ additionalFields: { sizeUnit: 'sqm' } }, ['Size Unit']],
		[{ additionalFields: { latitude: 16 } }, ['Longitude']],
		[{ additionalFields: { latitude: 16, longitude: 'east', size: '-1', sizeUnit: 'sqft' } }, ['Size', 'Longitude']],
		[{ additionalFields: { postalCode: '12345678901' } }, ['Postal Code']],
		[{ additionalFields: { roomDescription: 'x'.repeat(2_001) } }, ['Room Description']],
		[{ additionalFields: { quantity: -1 } }, ['Quantity']],
	])('is told of what does not fit in %j', (changes, fields) => {
		expect(faultyFields(createRoom, { ...ROOM, ...changes })).toEqual(fields);
	});

	it('is deleted by its ID alone', () => {
		expect(bodyOf(deleteRoomType, { hotelId: 'HVIEW-1', roomId: 'A', confirmRoomId: 'A' })).toEqual({ SellableProducts: { hotelid: 'HVIEW-1', SellableProduct: [{ InvNotifType: 'Overlay', InvStatusType: 'Delete', roomid: 'A' }] } });
	});

	it('is completed by what Su lists, a size with its unit', async () => {
		if (!('replaces' in updateRoom)) throw new Error('It has another form now.');
		const read = (values: object) => updateRoom.parameters(panelOf({ hotelId: 'HVIEW-1', roomId: 'A', maxChildOccupancy: 1, additionalFields: {}, ...values }), RUN);
		const row = { roomid: 'A', roomname: 'Suite', roomtype: 'Suite', maximumoccupancy: '3', quantity: '', sizemeasurement: '400', sizemeasurementunit: 'sqft', rate: '99.00' };
		const ask = async () => await Promise.resolve(answer({ rooms: [row] }));
		const complete = await updateRoom.replaces.complete!(read({ roomName: 'Best Suite' }), ask);
		expect(complete.kept).toEqual(['Kind of Room', 'Max Occupancy', 'Room Rate', 'Size', 'Size Unit']);
		expect(updateRoom.request(complete).body).toEqual({
			SellableProducts: {
				hotelid: 'HVIEW-1',
				SellableProduct: [{
					InvNotifType: 'Overlay', InvStatusType: 'Modify', roomid: 'A',
					GuestRoom: {
						Occupancy: { MaxOccupancy: '3', MaxChildOccupancy: '1' },
						Room: { RoomRate: '99.00', RoomType: 'Suite', SizeMeasurement: '400', SizeMeasurementUnit: 'sqft' },
						Description: { Text: 'Best Suite' },
					},
				}],
			},
		});
		// A unit says nothing without a size: it is neither sent nor told as kept.
		const unsized = async () => await Promise.resolve(answer({ rooms: [{ ...row, sizemeasurement: '' }] }));
		const plain = await updateRoom.replaces.complete!(read({}), unsized);
		expect([plain.kept.includes('Size Unit'), JSON.stringify(updateRoom.request(plain).body).includes('SizeMeasurementUnit')]).toEqual([false, false]);
		expect(() => read({ additionalFields: { sizeUnit: 'sqm' } })).toThrow(/Size Unit: goes with Size alone/);
		// A new size is in square metres, whatever the old one was in.
		expect(await updateRoom.replaces.complete!(read({ additionalFields: { size: 40 } }), ask)).toMatchObject({ size: '40', sizeUnit: 'sqm' });
	});
});

describe('a rate plan', () => {
	it('goes out as a new one, and as a changed one', () => {
		const entry = { RatePlanNotifType: 'New', rateplanid: 'EARLY', MealPlanID: '1', closeoutdays: '2', Description: { Name: 'Early Bird', Text: 'Paid in advance' } };
		const additionalFields = { mealPlanId: 1, description: 'Paid in advance', closeoutDays: 2 };
		expect(bodyOf(createPlan, { ...PLAN, additionalFields })).toEqual({ RatePlans: { hotelid: 'HVIEW-1', RatePlan: [entry] } });
		expect(bodyOf(updatePlan, { ...PLAN, ratePlanId: 'EARLY', additionalFields })).toEqual({ RatePlans: { hotelid: 'HVIEW-1', RatePlan: [{ ...entry, RatePlanNotifType: 'Overlay' }] } });
	});

	it('has a name of at most 100 characters', () => {
		expect(faultyFields(createPlan, { ...PLAN, ratePlanName: 'x'.repeat(101) })).toEqual(['Rate Plan Name']);
		expect(faultyFields(createPlan, { ...PLAN, ratePlanName: '' })).toEqual(['Rate Plan Name']);
	});

	it('is not changed where nothing is to be changed: that would take its close-out away', () => {
		expect(faultyFields(updatePlan, { hotelId: 'HVIEW-1', ratePlanId: 'FLEX', ratePlanName: '', additionalFields: {} })).toEqual(['Rate Plan Name']);
	});
});
