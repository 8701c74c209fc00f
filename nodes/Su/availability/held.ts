import type { IDataObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../engine/failure';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import type { HeldRequest } from '../shared/contract';
import { keyedIn, membersOf } from '../shared/keyed';
import { suPath } from '../shared/requests';
import { SU } from '../shared/su';

const WHAT = 'Bulk Rates and Inventory';

/** Days of which Su tells in one answer (logs/bulk-rates-and-inventory-logs-future-date). */
export const MOST_HELD_DAYS = 90;

/** Asks what Su holds, `POST BulkARIdetails` (logs/bulk-rates-and-inventory-logs-future-date). @param date left out for the full year */
export function heldRequest(hotelid: string, date?: { from: string; to: string }): PartnerRequest {
	const body: HeldRequest = { hotelid, ...(date === undefined ? { fullyear: '1' } : { date }) };
	return { method: 'POST', path: suPath('BulkARIdetails'), body };
}

/**
 * What Su holds for a property (logs/bulk-rates-and-inventory-logs-future-date): a row for each day, room type and rate plan, with all that
 * Su says of the room type and of the rate plan. A room type without rate plans is a row as well; its `ratePlanId` is null.
 *
 * @throws Failure where the answer is a refusal, or any part of it cannot be read: a day left out would look like one without rooms
 */
export function heldRows(answer: PartnerAnswer, hotelId: string): IDataObject[] {
	const members = (value: unknown) => {
		const found = membersOf(value);
		if (found === undefined) throw unusableAnswer(SU, answer, WHAT, 'days with room types and rate plans');
		return found;
	};
	return keyedIn(answer, WHAT, /^\d{4}-\d{2}-\d{2}$/, 'days with room types and rate plans').flatMap(([date, rooms]) =>
		members(rooms).flatMap(([roomId, room]) => {
			const { rateplan, ...ofRoom } = Object.fromEntries(members(room));
			const plans = members(rateplan);
			if (plans.length === 0) return [rowOf({ hotelId, date, roomId, ratePlanId: null }, ofRoom)];
			return plans.map(([ratePlanId, plan]) => rowOf({ hotelId, date, roomId, ratePlanId }, { ...ofRoom, ...Object.fromEntries(members(plan)) }));
		}),
	);
}

/** What it is about comes first, and stands whatever else is there. */
function rowOf(where: IDataObject, held: object): IDataObject {
	return { ...where, ...held, ...where };
}

/** The same for the full year. The shape of that answer is not documented; where it is another one, the way around it is told. */
export function heldRowsOfYear(answer: PartnerAnswer, hotelId: string): IDataObject[] {
	try {
		return heldRows(answer, hotelId);
	} catch (error) {
		throw isFailure(error) && isUnreadable(error)
			? error.retold({ advice: `What ${SU} answers for the full year is not documented, and this cannot be read. Set Period to Days, and ask for at most 90 days at a time.` })
			: error;
	}
}

function isUnreadable({ kind }: Failure): boolean {
	return kind === 'brokenAnswer' || kind === 'businessRefusal';
}
