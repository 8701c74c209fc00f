import type { Property, RatePlan, RoomType } from '../../../../../sandbox/su/types';
import { inSuSandbox, type SuCaller } from '../support';

const ADDRESS = { Addresses: { Address: { AddressLine: '1 Le Loi', CityName: 'Hue', PostalCode: '530000', CountryName: 'VN' } } };
const PHYSICAL = { ContactProfileType: 'PhysicalLocation', ...ADDRESS };
const CONTACT = { ContactProfileType: 'availability', ...ADDRESS };

describe('the Su sandbox: content', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const content = (changes: object = {}) => ({
		HotelDescriptiveContents: {
			HotelDescriptiveContent: {
				HotelName: 'Old Port', hotelid: 'PORT-4', LanguageCode: 'en', CurrencyCode: 'VND', HotelDescriptiveContentNotifType: 'New',
				ContactInfos: { ContactInfo: [PHYSICAL, CONTACT] }, HotelInfo: { Position: { Latitude: '16.05', Longitude: '108' } }, ...changes,
			},
		},
	});
	const rooms = (entry: object, hotelid = 'NEW-3') => ({ SellableProducts: { hotelid, SellableProduct: [entry] } });
	const guestRoom = (roomid?: string, quantity?: string) => ({
		Occupancy: { MaxOccupancy: '2', MaxChildOccupancy: '0' }, Room: { ...(roomid ? { roomid } : {}), RoomRate: '90.5', RoomType: 'Twin', ...(quantity ? { Quantity: quantity } : {}) }, Description: { Text: 'Twin' },
	});
	const plans = (entry: object, hotelid = 'HVIEW-1') => ({ RatePlans: { hotelid, RatePlan: [entry] } });
	const properties = async () => (await su.ask<{ properties: Property[] }>('pmsproperty')).body.properties;
	const roomList = async () => (await su.ask<{ rooms: RoomType[] }>('roomdetails', { hotelid: 'NEW-3' })).body.rooms;
	const planList = async () => (await su.ask<{ rateplans: RatePlan[] }>('ratedetails', { hotelid: 'HVIEW-1' })).body.rateplans;
	const save = async (changes?: object) => await su.ask('OTA_HotelDescriptiveContentNotif', content(changes));

	it('a property is made once, and replaced', async () => {
		expect(await save()).toMatchObject({ status: 200, body: { Status: 'Success' } });
		expect(await save()).toMatchObject({ status: 400, body: { Status: 'Fail', Errors: { ShortText: 'Property already exists' } } });
		expect((await save({ HotelName: 'New Port', HotelDescriptiveContentNotifType: 'Overlay' })).status).toBe(200);
		expect((await properties()).map(({ propertyname }) => propertyname)).toEqual(['Harbour View', 'Pine Lodge', 'New House', 'New Port']);
	});

	it('a property is refused without a contact, beyond five, and where it is to be replaced and is not there', async () => {
		expect(await save({ ContactInfos: { ContactInfo: [PHYSICAL] } })).toMatchObject({ status: 400, body: { Errors: [{ Code: '902' }] } });
		expect(await save({ HotelDescriptiveContentNotifType: 'Overlay' })).toMatchObject({ status: 400, body: { Errors: [{ Code: '400' }] } });
		expect(await save({ CurrencyCode: undefined })).toMatchObject({ status: 400, body: { Errors: { Code: '895' } } });
		await save();
		await save({ hotelid: 'FIFTH-5' });
		expect(await save({ hotelid: 'HVIEW-1' })).toMatchObject({ status: 400, body: { Errors: [{ Code: '547' }] } });
	});

	it('a property is deleted unless a channel is mapped to it', async () => {
		expect(await su.ask('RemoveProperty', { hotelid: 'HVIEW-1' })).toMatchObject({ status: 400, body: { Errors: { Code: '953' } } });
		expect((await su.ask('RemoveProperty', { hotelid: 'NEW-3' })).status).toBe(200);
		expect(await su.ask('RemoveProperty', { hotelid: 'NEW-3' })).toMatchObject({ status: 400, body: { Errors: { Code: '400' } } });
	});

	it('a room type is incomplete until rooms to sell arrive, is replaced as a whole, and deleted', async () => {
		expect((await su.ask('OTA_HotelRoom', rooms({ InvStatusType: 'Initial', GuestRoom: guestRoom('A', '4') }))).status).toBe(200);
		expect(await roomList()).toMatchObject([{ roomid: 'A', roomname: 'Twin', status: 'Incomplete', quantity: '4', rate: '90.5' }]);
		expect((await properties())[2]).toMatchObject({ roomcount: '4' });
		const day = new Date().toISOString().slice(0, 10);
		await su.ask('availability', { hotelid: 'NEW-3', room: [{ roomid: 'A', date: [{ from: day, to: day, roomstosell: '2' }] }] });
		expect(await roomList()).toMatchObject([{ status: 'Active' }]);
		await su.ask('OTA_HotelRoom', rooms({ InvNotifType: 'Overlay', InvStatusType: 'Modify', roomid: 'A', GuestRoom: guestRoom() }));
		expect(await roomList()).toMatchObject([{ status: 'Active', quantity: '0' }]);
		await su.ask('OTA_HotelRoom', rooms({ InvNotifType: 'Overlay', InvStatusType: 'Delete', roomid: 'A' }));
		expect((await su.ask('roomdetails', { hotelid: 'NEW-3' })).body).toMatchObject({ Errors: { Code: '938' } });
	});

	it('a rate plan is made once, replaced as a whole, and removed in one of two ways', async () => {
		const entry = { RatePlanNotifType: 'New', rateplanid: 'EARLY', MealPlanID: '1', Description: { Name: 'Early', Text: 'Paid' } };
		expect((await su.ask('OTA_HotelRatePlan', plans(entry))).status).toBe(200);
		expect(await su.ask('OTA_HotelRatePlan', plans(entry))).toMatchObject({ status: 400, body: { Errors: [{ Code: '896' }] } });
		await su.ask('OTA_HotelRatePlan', plans({ RatePlanNotifType: 'Overlay', rateplanid: 'EARLY', Description: { Name: 'Earlier' } }));
		expect((await planList()).at(-1)).toEqual({ rateplanid: 'EARLY', rateplanname: 'Earlier', mealplanid: '15', description: '', status: 'Active' });
		const remove = async () => await su.ask('OTA_HotelRatePlan', plans({ RatePlanNotifType: 'Remove', rateplanid: 'EARLY' }));
		await remove();
		expect((await planList()).at(-1)).toMatchObject({ rateplanid: 'EARLY', status: 'Deactivated' });
		su.sandbox.control.change({ ratePlanRemoval: 'deletes' });
		await remove();
		expect((await planList()).map(({ rateplanid }) => rateplanid)).toEqual(['FLEX', 'NONREF']);
		expect(await remove()).toMatchObject({ status: 400, body: { Errors: [{ Code: '1072' }] } });
	});

	it('is answered as the document says', async () => {
		const problems = [
			await su.problems('savePropertyContent', 'OTA_HotelDescriptiveContentNotif', content()),
			await su.problems('savePropertyContent', 'OTA_HotelDescriptiveContentNotif', content()),
			await su.problems('savePropertyContent', 'OTA_HotelDescriptiveContentNotif', content({ hotelid: 'X', ContactInfos: { ContactInfo: [PHYSICAL] } })),
			await su.problems('savePropertyContent', 'OTA_HotelDescriptiveContentNotif', {}),
			await su.problems('removeProperty', 'RemoveProperty', { hotelid: 'HVIEW-1' }),
			await su.problems('removeProperty', 'RemoveProperty', { hotelid: 'PORT-4' }),
			await su.problems('changeRoomTypes', 'OTA_HotelRoom', rooms({ InvStatusType: 'Initial', GuestRoom: guestRoom('A') })),
			await su.problems('changeRoomTypes', 'OTA_HotelRoom', rooms({ InvStatusType: 'Initial', GuestRoom: guestRoom('A') })),
			await su.problems('changeRoomTypes', 'OTA_HotelRoom', rooms({ InvStatusType: 'Initial', GuestRoom: guestRoom() })),
			await su.problems('changeRatePlans', 'OTA_HotelRatePlan', plans({ RatePlanNotifType: 'New', rateplanid: 'FLEX', Description: { Name: 'X' } })),
			await su.problems('changeRatePlans', 'OTA_HotelRatePlan', plans({ RatePlanNotifType: 'Remove', rateplanid: 'FLEX' })),
		];
		expect(problems.flat()).toEqual([]);
	});
});
