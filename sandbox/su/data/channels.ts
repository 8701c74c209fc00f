import type { Connection, MappedRatePlan } from '../types';

/** A rate plan that is mapped, as it is at first. */
export function mappedPlan(roomId: string, ratePlanId: string, channelRoomId: string, channelRateId: string, name: string): MappedRatePlan {
	return {
		PMSRoomID: roomId,
		PMSRateID: ratePlanId,
		ChannelRoomID: channelRoomId,
		ChannelRateID: channelRateId,
		ChannelMappingName: name,
		MappingStatus: 'Active',
		PricingModel: 'RBP',
		Pricing: { ApplicableNoOfGuest: '2', Multiplier: '1', Surcharge: '0' },
		DisableRates: false,
		DisableAvailablity: false,
		ExtraRates: { Type: 'none', DefaultAdultRate: '', DefaultChildRate: '' },
		FixedMinStay: { Fixed: false, MinStay: '' },
		ChannelExtraInfo: {},
	};
}

/** A connection to a channel. */
export function connection(channelId: string, channelHotelId: string, plans: MappedRatePlan[]): Connection {
	return { ChannelID: channelId, ChannelHotelID: channelHotelId, Status: 'Active', RoomIDs: [...new Set(plans.map(({ PMSRoomID }) => PMSRoomID))], Rateplans: plans };
}

/** Invented connections. Harbour View is two hotels on Agoda. */
export const CONNECTIONS = {
	harbourView: [
		connection('19', '1234567', [
			mappedPlan('SUP-DBL', 'FLEX', '123456701', '987001', 'Superior Double - Flexible'),
			mappedPlan('SUP-DBL', 'NONREF', '123456701', '987002', 'Superior Double - Non-refundable'),
			mappedPlan('FAM-STE', 'FLEX', '123456702', '987001', 'Family Suite - Flexible'),
		]),
		connection('189', '55010', [mappedPlan('SUP-DBL', 'FLEX', '5501001', '700', 'Double - Standard rate')]),
		connection('189', '55011', [mappedPlan('FAM-STE', 'FLEX', '5501101', '700', 'Suite - Standard rate')]),
	],
	pineLodge: [connection('9', '88001', [mappedPlan('STD-TWN', 'FLEX', '880011', '31', 'Twin - Standalone')])],
} as const;
