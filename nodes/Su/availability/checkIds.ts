import type { INodeProperties } from 'n8n-workflow';

import { isFailure, validationFailure, type Fault } from '../../../engine/failure';
import type { FieldReader } from '../../../engine/items/fields';
import { orRefusal, type Ask } from '../../../engine/operation/reads';
import { textOf } from '../../../engine/values';
import { connectionsIn, mappingsRequest } from '../shared/mappings';
import { explainRefusal } from '../shared/refusal';
import { knownIds } from './knownIds';

/** What a write for channels is about. */
interface ForChannels {
	hotelId: string;
	roomId: string;
	/** `''` where it is about the room type alone. */
	ratePlanId: string;
	/** Whether the IDs are looked up first. */
	checksIds: boolean;
}

/** The option that IDs are looked up before they are sent. */
export const checkIds: INodeProperties = {
	displayName: 'Check IDs First',
	name: 'checkIds',
	type: 'boolean',
	default: true,
	description: 'Whether room type, rate plan and channel are looked up first, and nothing is sent for one that is not there. Su may give a ticket for an ID that it does not know.',
};

/** Whether IDs are looked up. They are by default. Faults are noted in `fields`. */
export function isCheckWanted(fields: FieldReader): boolean {
	return fields.optionalFlag('options.checkIds', { label: checkIds.displayName }) ?? true;
}

const OTHERWISE = 'To send it as it is, turn off Check IDs First under Options';

/**
 * The change with room type and rate plan in Su's spelling, where all that it names is there.
 *
 * @param channels the codes it names, each with the field it stands in
 * @param what such as `The update`
 * @throws Failure of kind `validation` that names what is not there, or what went wrong with the look-up
 */
export async function withKnownTargets<C extends ForChannels>(change: C, channels: ReadonlyArray<{ field: string; code: number }>, what: string, ask: Ask): Promise<C> {
	if (!change.checksIds) return change;
	const faults: Fault[] = [];
	const ids = await knownIds(change, change.ratePlanId !== '', ask, faults, OTHERWISE);
	if (channels.length > 0) {
		const connected = await channelsOf(change.hotelId, ask);
		for (const { field, code } of channels) if (!connected.includes(String(code))) faults.push({ field, expected: notConnected(change.hotelId, code, connected) });
	}
	if (faults.length > 0) throw validationFailure(what, faults);
	return { ...change, ...ids };
}

/** The codes of the channels to which a property is connected. */
async function channelsOf(hotelId: string, ask: Ask): Promise<string[]> {
	const fact = await orRefusal(ask(mappingsRequest(hotelId)));
	if (isFailure(fact)) throw explainRefusal(fact);
	return [...new Set(connectionsIn(fact).flatMap(({ ChannelID }) => textOf(ChannelID)?.trim() ?? []))];
}

function notConnected(hotelId: string, code: number, connected: readonly string[]): string {
	return `must be a channel to which ${hotelId} is connected, not ${code}: it is connected to ${connected.length === 0 ? 'none' : connected.join(', ')}. ${OTHERWISE}`;
}
