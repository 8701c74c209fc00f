import type { IDataObject } from 'n8n-workflow';

import { isFailure, validationFailure, type Fault } from '../../../engine/failure';
import { orRefusal, type Ask } from '../../../engine/items/ask';
import type { PartnerRequest } from '../../../engine/transport/request';
import { textOf } from '../../../engine/values';
import { rowsIn, sorted } from '../refusal';
import { ratePlansRequest, roomTypesRequest } from '../requests';
import { LABELS } from '../sharedFields';
import type { Change } from './change';

/** Codes that say that a property has no room types, or no rate plans (codes/error-codes). */
const NONE_THERE = ['938', '939'];

/** Most ids that a message lists. */
const MOST_LISTED = 20;

/**
 * Checks that room type and rate plan are there: Su makes what it does not know (rates-and-availability), so a misspelt
 * id would become a room type of its own, and the right one would keep its old prices.
 *
 * @throws Failure of kind `validation` that names what is not there, or what went wrong with the look-up
 */
export async function checkIds({ hotelId, roomId, ratePlanId, ofRatePlan }: Change, ask: Ask): Promise<void> {
	const faults: Fault[] = [];
	const rooms = await idsIn(ask, roomTypesRequest(hotelId), { list: 'rooms', id: 'roomid', what: 'Room Type Listing' });
	if (!rooms.includes(roomId)) faults.push(notThere(LABELS.roomId, 'room type', roomId, hotelId, rooms));
	if (Object.keys(ofRatePlan).length > 0) {
		const plans = await idsIn(ask, ratePlansRequest(hotelId), { list: 'rateplans', id: 'rateplanid', what: 'Rate Plan Listing' });
		if (!plans.includes(ratePlanId)) faults.push(notThere(LABELS.ratePlanId, 'rate plan', ratePlanId, hotelId, plans));
	}
	if (faults.length > 0) throw validationFailure('The update', faults);
}

async function idsIn(ask: Ask, request: PartnerRequest, { list, id, what }: { list: string; id: string; what: string }): Promise<string[]> {
	const fact = await orRefusal(ask(request));
	if (!isFailure(fact)) return rowsIn(fact, list, what).flatMap((row: IDataObject) => textOf(row[id]) ?? []);
	const failure = sorted(fact);
	if (NONE_THERE.includes(failure.details.partnerCode ?? '')) return [];
	throw failure;
}

function notThere(field: string, what: string, id: string, hotelId: string, known: readonly string[]): Fault {
	const list = known.length === 0 ? `it has none` : `it has ${known.slice(0, MOST_LISTED).join(', ')}${known.length > MOST_LISTED ? ', ...' : ''}`;
	return { field, expected: `must be a ${what} of ${hotelId}, not ${id}: ${list}. To have it made, turn on Create Unknown IDs under Options` };
}
