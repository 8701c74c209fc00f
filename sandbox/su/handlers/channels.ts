import { codes, errorAnswer, unknownHotel } from '../errors';
import type { Holdings } from '../holdings';
import type { ChannelRatePlan, Connection, MappedRatePlan, SuHandler } from '../types';

/** What is mapped (logs/currently-mapped-ota-channels). That a property without channels gets an object without members is invented. */
export function listMappings(holdings: Holdings): SuHandler<'listMappings'> {
	return ({ body: { hotelid, channelid = '' } }) => {
		const house = holdings.find(hotelid);
		if (!house) return unknownHotel(hotelid);
		const byChannel: Record<string, Connection[]> = {};
		for (const connection of house.connections) {
			if (channelid === '' || connection.ChannelID === channelid) (byChannel[connection.ChannelID] ??= []).push(connection);
		}
		return { status: 200, body: byChannel };
	};
}

/** The channel's own rate plans (logs/ota-rateplan-pull-api): those that are mapped, and an invented one that is not. */
export function listChannelRatePlans(holdings: Holdings): SuHandler<'listChannelRatePlans'> {
	return ({ body: { hotelid, channelid, channelhotelid } }) => {
		const house = holdings.find(hotelid);
		if (!house) return unknownHotel(hotelid);
		const connection = house.connections.find(({ ChannelID, ChannelHotelID }) => ChannelID === channelid && ChannelHotelID === channelhotelid);
		// How this call refuses is not documented.
		if (!connection) return { status: 400, body: errorAnswer(codes.notMapped, 'No channel mapping found') };
		const [first] = connection.Rateplans;
		const unmapped: ChannelRatePlan[] = first ? [{ ...ratePlanOf(first), type: 'nonmanageable', mappedname: '', rateplanname: 'Mobile rate', rateplan_id: '999', rateplan_code: '999', mappingformula: '', mapping_rateplan: '' }] : [];
		return { status: 200, body: { status: 'Success', data: [...connection.Rateplans.map(ratePlanOf), ...unmapped] } };
	};
}

function ratePlanOf({ PMSRateID, ChannelRoomID, ChannelRateID, ChannelMappingName = '' }: MappedRatePlan): ChannelRatePlan {
	const [room = '', rate = ''] = ChannelMappingName.split(' - ');
	return {
		type: 'manageable',
		mappedname: ChannelMappingName,
		roomtypename: room,
		roomtype_id: ChannelRoomID,
		rateplanname: rate,
		rateplan_id: ChannelRateID,
		rateplan_code: ChannelRateID,
		mappingformula: `${ChannelRoomID}####${ChannelRateID}`,
		mapping_rateplan: PMSRateID,
		fixed_occupany: '',
		is_child: '0',
	};
}
