import type { SandboxState } from '../../core/state';
import { OFF, ON, type House } from '../data/properties';
import { codes, errorAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { SuSettings } from '../settings';
import type { SuHandler } from '../types';

/**
 * Switches a property on or off (content/listing/property-deactivation-and-activation-api). Invented: that one in the state already is
 * answered with success, and what is said of a state that is missing.
 */
export function togglePropertyStatus(state: SandboxState<SuSettings>, holdings: Holdings): SuHandler<'togglePropertyStatus'> {
	return ({ body }) => {
		const name = state.settings.propertyStateName;
		const { hotelid, force_deactivation: isForced = false, [name]: wanted } = body;
		const house = holdings.find(hotelid);
		if (!house) return { status: 400, body: errorAnswer(codes.unknownHotel, `hotelid/hotel_id/ClientID: Invalid HotelCode (${hotelid})`) };
		if (wanted === undefined) return { status: 400, body: errorAnswer(codes.fieldMissing, `${name}: is missing`) };
		if (wanted === 0 && house.connections.some(({ Status }) => Status === ON) && !isForced) {
			return { status: 400, body: errorAnswer(codes.channelsActive, 'This Property Have Active Mapping With Channels') };
		}
		holdings.change(hotelid, (held) => (wanted === 1 ? withStatus(held, ON) : withChannelsOff(withStatus(held, OFF))));
		return { status: 200, body: { Status: 'Success', Message: `Property Status ${wanted === 1 ? 'Activated' : 'Deactivated'} Successfully` } };
	};
}

function withStatus(house: House, status: string): House {
	return { ...house, property: { ...house.property, status } };
}

/** Switches every channel password off. The word is invented; `OTA_Setup` knows it as a status. */
function withChannelsOff(house: House): House {
	return { ...house, connections: house.connections.map((each) => ({ ...each, Status: 'Inactive' })) };
}
