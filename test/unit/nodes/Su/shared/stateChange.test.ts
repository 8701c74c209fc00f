import type { PartnerRequest } from '../../../../../engine/http/request';
import { activate as activateProperty } from '../../../../../nodes/Su/property/activate';
import { deactivate as deactivateProperty } from '../../../../../nodes/Su/property/deactivate';
import { activate as activateRatePlan } from '../../../../../nodes/Su/ratePlan/activate';
import { activate as activateRoomType } from '../../../../../nodes/Su/roomType/activate';
import { deactivate as deactivateRoomType } from '../../../../../nodes/Su/roomType/deactivate';
import type { AnyOperation } from '../../../../../engine/operation/operation';
import { answer, failureOf, fieldsOf, panel, RUN } from '../../../../support/panels/pure';

const PROPERTY = { hotelId: ' HVIEW-1 ', confirmHotelId: 'HVIEW-1' };
const ROOM = { ...PROPERTY, roomId: 'SUP-DBL' };
const PLAN = { ...PROPERTY, ratePlanId: 'FLEX' };
const rooms = (InvStatusType: string) => ({ SellableProducts: { hotelid: 'HVIEW-1', SellableProduct: [{ InvNotifType: 'Overlay', InvStatusType, roomid: 'SUP-DBL' }] } });

const CHANGES: Array<[what: string, operation: unknown, values: Record<string, unknown>, path: string, body: unknown, item: object]> = [
	['a property is switched on', activateProperty, PROPERTY, 'TogglePropertyStatus', { hotelid: 'HVIEW-1', is_active: 1, is_activate: 1 }, { activated: true, hotelId: 'HVIEW-1' }],
	['a property is switched off', deactivateProperty, PROPERTY, 'TogglePropertyStatus', { hotelid: 'HVIEW-1', is_active: 0, is_activate: 0 }, { deactivated: true, hotelId: 'HVIEW-1' }],
	[
		'a property is switched off with its channels', deactivateProperty, { ...PROPERTY, 'options.forceDeactivation': true }, 'TogglePropertyStatus',
		{ hotelid: 'HVIEW-1', is_active: 0, is_activate: 0, force_deactivation: true }, { deactivated: true, hotelId: 'HVIEW-1' },
	],
	['a room type is switched on', activateRoomType, ROOM, 'OTA_HotelRoom', rooms('Active'), { activated: true, hotelId: 'HVIEW-1', roomId: 'SUP-DBL' }],
	['a room type is switched off', deactivateRoomType, ROOM, 'OTA_HotelRoom', rooms('Deactivated'), { deactivated: true, hotelId: 'HVIEW-1', roomId: 'SUP-DBL' }],
	[
		'a rate plan is switched on', activateRatePlan, PLAN, 'OTA_HotelRatePlan',
		{ RatePlans: { hotelid: 'HVIEW-1', RatePlan: [{ RatePlanNotifType: 'Activate', rateplanid: 'FLEX' }] } }, { activated: true, hotelId: 'HVIEW-1', ratePlanId: 'FLEX' },
	],
];

/** An operation of one request and one item. */
interface Plain {
	parameters: AnyOperation['parameters'];
	request(parameters: unknown): PartnerRequest;
	items(given: ReturnType<typeof answer>, parameters: unknown): object[];
}

describe.each(CHANGES)('%s', (_what, operation, values, path, body, item) => {
	const { parameters, request, items } = operation as Plain;

	it('by this request', () => {
		expect(request(parameters(panel(values), RUN))).toEqual({ method: 'POST', path: `/SUAPI/jservice/${path}`, body });
	});

	it('where Su says so, and only there', () => {
		const read = (said: unknown) => items(answer(said), parameters(panel(values), RUN));
		expect(read({ Status: 'Success', Message: 'Done' })).toEqual([item]);
		expect(failureOf(() => read({})).kind).toBe('brokenAnswer');
		expect(failureOf(() => read({ Status: 'Fail', Errors: [{ Code: '897', ShortText: 'Access denied' }] })).kind).toBe('notFound');
	});
});

describe('the property that is to be switched off', () => {
	const read = (changes: object) => deactivateProperty.parameters(panel({ ...PROPERTY, ...changes }), RUN);

	it('is named twice, in the same way', () => {
		const failure = failureOf(() => read({ confirmHotelId: 'PINE-2' }));
		expect([fieldsOf(failure), failure.message]).toEqual([['Property ID Once More'], expect.stringContaining('must be the same as Property ID (HVIEW-1)')]);
		expect(fieldsOf(failureOf(() => read({ confirmHotelId: 'hview-1' })))).toEqual(['Property ID Once More']);
		expect(read({ confirmHotelId: ' HVIEW-1' })).toEqual({ hotelId: 'HVIEW-1', isForced: false });
	});

	it.each([[{ hotelId: '' }, 'Property ID'], [{ confirmHotelId: '' }, 'Property ID Once More']])('%j is told of that field alone', (changes, field) => {
		expect(fieldsOf(failureOf(() => read(changes)))).toEqual([field]);
	});
});
