import type { Property, RatePlan, RoomType } from '../../../../../sandbox/su/types';
import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: states', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const toggle = async (body: object) => await su.ask('TogglePropertyStatus', { hotelid: 'NEW-3', ...body });
	const rooms = (InvStatusType: string, ...ids: string[]) => ({ SellableProducts: { hotelid: 'HVIEW-1', SellableProduct: ids.map((roomid) => ({ InvNotifType: 'Overlay', InvStatusType, roomid })) } });
	const plans = (hotelid: string, ...ids: string[]) => ({ RatePlans: { hotelid, RatePlan: ids.map((rateplanid) => ({ RatePlanNotifType: 'Activate', rateplanid })) } });
	const propertyStates = async () => (await su.ask<{ properties: Property[] }>('pmsproperty')).body.properties.map(({ status }) => status);
	const roomStates = async () => (await su.ask<{ rooms: RoomType[] }>('roomdetails', { hotelid: 'HVIEW-1' })).body.rooms.map(({ status }) => status);
	const planStates = async () => (await su.ask<{ rateplans: RatePlan[] }>('ratedetails', { hotelid: 'PINE-2' })).body.rateplans.map(({ status }) => status);

	it('of a property are read under one of the two names', async () => {
		expect(await toggle({ is_active: 0 })).toMatchObject({ status: 200, body: { Status: 'Success', Message: 'Property Status Deactivated Successfully' } });
		expect(await propertyStates()).toEqual(['Active', 'Active', 'Deactivated']);
		su.sandbox.control.change({ propertyStateName: 'is_activate' });
		expect(await toggle({ is_active: 1 })).toMatchObject({ status: 400, body: { Errors: { Code: '895' } } });
		expect(await toggle({ is_activate: 1 })).toMatchObject({ status: 200, body: { Message: 'Property Status Activated Successfully' } });
		expect(await propertyStates()).toEqual(['Active', 'Active', 'Active']);
	});

	it('of a property with channels change only by force, and then the channels are off', async () => {
		const hotelid = 'HVIEW-1';
		expect(await toggle({ hotelid, is_active: 0 })).toMatchObject({ status: 400, body: { Status: 'Fail', Errors: { Code: '1225' } } });
		expect((await toggle({ hotelid, is_active: 0, force_deactivation: true })).status).toBe(200);
		expect((await propertyStates())[0]).toBe('Deactivated');
		await toggle({ hotelid, is_active: 1 });
		expect((await toggle({ hotelid, is_active: 0 })).status).toBe(200);
	});

	it('of room types change, all of them or none', async () => {
		expect((await su.ask('OTA_HotelRoom', rooms('Deactivated', 'SUP-DBL'))).body).toEqual({ Status: 'Success' });
		expect(await roomStates()).toEqual(['Deactivated', 'Active']);
		const refused = { status: 400, body: { Status: 'Fail', Errors: { Type: '10', Code: null, ShortText: 'Room does not Exists' } } };
		expect(await su.ask('OTA_HotelRoom', rooms('Active', 'SUP-DBL', 'NO-SUCH'))).toMatchObject(refused);
		expect(await roomStates()).toEqual(['Deactivated', 'Active']);
	});

	it('of rate plans change, all of them or none', async () => {
		expect(await planStates()).toEqual(['Active', 'Deactivated']);
		expect(await su.ask('OTA_HotelRatePlan', plans('PINE-2', 'WEEKLY', 'NO-SUCH'))).toMatchObject({ status: 400, body: { Errors: [{ Code: '1072', ShortText: expect.stringContaining('id NO-SUCH') as string }] } });
		expect(await planStates()).toEqual(['Active', 'Deactivated']);
		expect((await su.ask('OTA_HotelRatePlan', plans('PINE-2', 'WEEKLY'))).body).toEqual({ Status: 'Success' });
		expect(await planStates()).toEqual(['Active', 'Active']);
	});

	it('are answered as the document says', async () => {
		const { SellableProducts } = rooms('Active', 'SUP-DBL');
		const problems = [
			await su.problems('togglePropertyStatus', 'TogglePropertyStatus', { hotelid: 'NEW-3', is_active: 1 }),
			await su.problems('togglePropertyStatus', 'TogglePropertyStatus', { hotelid: 'HVIEW-1', is_active: 0 }),
			await su.problems('togglePropertyStatus', 'TogglePropertyStatus', { hotelid: 'NOWHERE', is_active: 1 }),
			await su.problems('changeRoomTypes', 'OTA_HotelRoom', { SellableProducts }),
			await su.problems('changeRoomTypes', 'OTA_HotelRoom', rooms('Active', 'NO-SUCH')),
			await su.problems('changeRoomTypes', 'OTA_HotelRoom', { SellableProducts: { ...SellableProducts, hotelid: 'NOWHERE' } }),
			await su.problems('changeRoomTypes', 'OTA_HotelRoom', {}),
			await su.problems('changeRatePlans', 'OTA_HotelRatePlan', plans('PINE-2', 'FLEX')),
			await su.problems('changeRatePlans', 'OTA_HotelRatePlan', plans('PINE-2', 'NO-SUCH')),
			await su.problems('changeRatePlans', 'OTA_HotelRatePlan', plans('NOWHERE', 'FLEX')),
		];
		expect(problems.flat()).toEqual([]);
	});
});
