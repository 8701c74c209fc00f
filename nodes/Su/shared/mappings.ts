import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import type { MappingsRequest } from './contract';
import { keyedIn } from './keyed';
import { objectsIn } from './refusal';
import { suPath } from './requests';
import { SU } from './su';

/** The page of Su's documents, for messages. */
export const MAPPINGS = 'Currently Mapped OTA Channels';

/** To which channels a property is connected, `POST mappings` (logs/currently-mapped-ota-channels). @param channelId `''` for all channels */
export function mappingsRequest(hotelId: string, channelId = ''): PartnerRequest {
	const body: MappingsRequest = { hotelid: hotelId, ...(channelId === '' ? {} : { channelid: channelId }) };
	return { method: 'POST', path: suPath('mappings'), body };
}

/** The connections of all channels, as Su has them. @throws Failure where the answer is a refusal, or cannot be read */
export function connectionsIn(answer: PartnerAnswer): IDataObject[] {
	return keyedIn(answer, MAPPINGS, /^\d+$/, 'connections under the codes of channels').flatMap(([code, list]) => {
		const connections = objectsIn(list);
		if (connections === undefined) throw unusableAnswer(SU, answer, MAPPINGS, `a list of connections under "${code}"`);
		return connections.map((connection) => ({ ChannelID: code, ...connection }));
	});
}
