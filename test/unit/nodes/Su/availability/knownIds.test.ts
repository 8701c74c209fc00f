import { withKnownIds } from '../../../../../nodes/Su/availability/knownIds';
import type { Change } from '../../../../../nodes/Su/availability/change';
import { answer } from '../../../../support/panels/pure';

const CHANGE: Change = { hotelId: 'HVIEW-1', roomId: 'dbl', ratePlanId: 'flex', from: '2026-03-05', to: '2026-03-05', roomsToSell: undefined, ofRatePlan: { closed: '1' }, isUnknownCreated: false, verifies: false };
const known = async (rooms: string[], plans: string[], change = CHANGE) =>
	await withKnownIds(change, async ({ path }) =>
		await Promise.resolve(answer({ Status: 'Success', ...(path.endsWith('roomdetails') ? { rooms: rooms.map((roomid) => ({ roomid })) } : { rateplans: plans.map((rateplanid) => ({ rateplanid })) }) })));

describe('room type and rate plan of an update', () => {
	it.each([['DBL', 'FLEX'], ['D BL', 'Fl ex']])('are %s and %s where Su spells them so', async (room, plan) => {
		expect(await known([room, 'TWN'], [plan])).toEqual({ ...CHANGE, roomId: room, ratePlanId: plan });
	});

	it('stay as they are where Su has just that beside other spellings', async () => {
		expect(await known(['DBL', 'dbl'], ['FLEX', 'flex'])).toEqual(CHANGE);
	});

	it('are not told as missing where no row could be read', async () => {
		const asking = withKnownIds(CHANGE, async () => await Promise.resolve(answer({ rooms: [{ RoomCode: 'DBL' }], rateplans: [] })));
		await expect(asking).rejects.toThrow(/something else where rows with "roomid" was expected \(Room Type Listing\)/);
	});

	it('are refused where they can mean several, or none', async () => {
		await expect(known(['DBL', 'Dbl'], ['OTHER'])).rejects.toThrow(
			/Room Type ID: "dbl" can mean several that Su tells apart: DBL, Dbl\..*Rate Plan ID: must be a rate plan of HVIEW-1, not flex: it has OTHER\. To have it made, turn on Create Unknown IDs/,
		);
	});
});
