import { connection, mappedPlan } from '../data/channels';
import type { House } from '../data/properties';
import { codes, failedAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { Connection, MappedRatePlan, SuHandler } from '../types';

/** The first number that is given to a hotel at a channel that has none of its own. Invented. */
const FIRST_ISSUED = 500_001;

/**
 * Connects a property to a channel, or takes that away (channel-mapping-api-1/get-api-channel/channel-list-1/channel-password-setup).
 * Invented: what an unknown connection is refused with, and that Su gives a number where none is named.
 */
export function setUpChannel(holdings: Holdings): SuHandler<'setUpChannel'> {
	return ({ body }) => {
		const { hotelid, action, status } = body;
		const channelId = String(body.channelid);
		const house = holdings.find(hotelid);
		if (!house) return { status: 400, body: unknownHotelAnswer(hotelid) };
		const is = (each: Connection) => each.ChannelID === channelId && (body.channelhotelid === undefined || each.ChannelHotelID === body.channelhotelid);
		const found = house.connections.find(is);
		if (action === 'remove') {
			if (!found) return { status: 400, body: noConnection() };
			change(holdings, house, house.connections.filter((each) => each !== found));
			return { status: 200, body: { Status: 'Success' } };
		}
		const issued = FIRST_ISSUED + house.connections.length;
		const saved: Connection = { ...(found ?? connection(channelId, body.channelhotelid ?? String(issued), [])), Status: status };
		change(holdings, house, [...house.connections.filter((each) => each !== found), saved]);
		if (body.channelhotelid === undefined && !found) return { status: 200, body: { Status: 'Success', channelhotelid: issued } };
		return { status: 200, body: { Status: 'Success', channelmapping: saved.Rateplans.map(rowOf) } };
	};
}

/**
 * Maps a rate plan at a channel, or takes that away (channel-mapping-api-1/get-api-channel/channel-list-1/rate-plan-mapping-api). Invented:
 * how an unknown room type, connection or mapping is refused, the channel's own numbers where none are named, that the mappings show
 * the first row of pricing, and that what is left out stays.
 */
export function mapChannelRatePlan(holdings: Holdings): SuHandler<'mapChannelRatePlan'> {
	return ({ body }) => {
		const { hotelid, action, status, channelid, channelhotelid, roomid, rateid, extrarates, fixedminstay } = body;
		const house = holdings.find(hotelid);
		if (!house) return { status: 400, body: unknownHotelAnswer(hotelid) };
		const room = house.rooms.find((each) => each.roomid === roomid);
		const plan = house.ratePlans.find((each) => each.rateplanid === rateid && each.status === 'Active');
		if (!room || !plan) return { status: 400, body: failedAnswer(codes.notMappable, 'Rate plan does not exist or is inactive') };
		const at = house.connections.find((each) => each.ChannelID === channelid && (channelhotelid === undefined || each.ChannelHotelID === channelhotelid));
		if (!at) return { status: 400, body: noConnection() };
		const is = (each: MappedRatePlan) => each.PMSRoomID === roomid && each.PMSRateID === rateid;
		const found = at.Rateplans.find(is);
		if (action === 'remove' && !found) return { status: 400, body: failedAnswer(codes.notMapped, 'No channel mapping found') };
		const others = at.Rateplans.filter((each) => each !== found);
		const before = found ?? mappedPlan(roomid, rateid, body.channelroomid ?? `${at.ChannelHotelID}01`, body.channelrateid ?? '1', `${room.roomname} - ${plan.rateplanname}`);
		const [price] = body.pricing ?? [];
		const mapped: MappedRatePlan = {
			...before,
			ChannelRoomID: body.channelroomid ?? before.ChannelRoomID,
			ChannelRateID: body.channelrateid ?? before.ChannelRateID,
			MappingStatus: status,
			...(price === undefined ? {} : { Pricing: { ApplicableNoOfGuest: price.applicablenoofguest, Multiplier: price.multiplier, Surcharge: price.surcharge } }),
			...(extrarates === undefined ? {} : { ExtraRates: { Type: extrarates.type, DefaultAdultRate: extrarates.defaultadultrate ?? '', DefaultChildRate: extrarates.defaultchildrate ?? '' } }),
			...(fixedminstay === undefined ? {} : { FixedMinStay: { Fixed: fixedminstay.fixed ?? false, MinStay: fixedminstay.minstay ?? '' } }),
		};
		const plans = action === 'remove' ? others : [...others, mapped];
		change(holdings, house, house.connections.map((each) => (each === at ? connection(at.ChannelID, at.ChannelHotelID, plans) : each)));
		if (action === 'remove') return { status: 200, body: { Status: 'Success' } };
		const Data = { roomid, roomname: room.roomname, rateplanid: rateid, ratename: plan.rateplanname, channelroomid: mapped.ChannelRoomID, channelrateid: mapped.ChannelRateID };
		return { status: 200, body: { Status: 'Success', Data } };
	};
}

function change(holdings: Holdings, house: House, connections: readonly Connection[]): void {
	holdings.change(house.property.propertyid, (held) => ({ ...held, connections }));
}

function unknownHotelAnswer(id: string) {
	return failedAnswer(codes.unknownHotel, `hotelid: Invalid HotelCode (${id})`);
}

function noConnection() {
	return failedAnswer(codes.notMapped, 'No channel mapping found');
}

function rowOf({ PMSRateID, ChannelRoomID, ChannelRateID, ChannelMappingName = '' }: MappedRatePlan) {
	const [room = '', rate = ''] = ChannelMappingName.split(' - ');
	return { type: 'manageable', rateplan: PMSRateID, channelroomname: room, channelroomid: ChannelRoomID, channelratename: rate, channelrateid: ChannelRateID, mappingstring: `${ChannelRoomID}####${ChannelRateID}` };
}
