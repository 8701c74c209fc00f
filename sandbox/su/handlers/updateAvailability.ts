import type { SandboxState } from '../../core/state';
import { dayFaults } from '../dayFaults';
import { codes, errorListAnswer, unknownHotelFault } from '../errors';
import type { Holdings } from '../holdings';
import type { HourlyLimit } from '../hourlyLimit';
import type { SuSettings } from '../settings';
import { ticketId } from '../ticketId';
import type { AvailabilityDays, AvailabilityRequest, Fault, LimitAnswer, SuHandler } from '../types';

const LIMIT_REACHED: LimitAnswer = { Status: 'Fail', Errors: [{ ShortText: 'Limit has been reached' }] };

/** Rates and availability (rates-and-availability). */
export function updateAvailability(state: SandboxState<SuSettings>, holdings: Holdings, limit: HourlyLimit): SuHandler<'updateAvailability'> {
	return ({ body }) => {
		const status = state.settings.refusalStatus;
		if (!limit.take(body.hotelid, state.settings.updateLimit)) return { status, body: LIMIT_REACHED };
		if (!holdings.find(body.hotelid)) {
			return { status, body: errorListAnswer(unknownHotelFault(body.hotelid)) };
		}
		const faults = faultsIn(body, state.settings.updateHorizonDays, Date.now());
		if (faults.length > 0) return { status, body: errorListAnswer(...faults) };
		return { status: 200, body: { Status: 'Success', TicketId: ticketId(holdings.take(body), state.settings) } };
	};
}

function faultsIn({ room }: AvailabilityRequest, furthestDays: number, nowMs: number): Fault[] {
	return room.flatMap(({ date }) => date.flatMap((days) => [...dayFaults(days, furthestDays, nowMs), ...priceFaults(days)]));
}

function priceFaults({ price = [] }: AvailabilityDays): Fault[] {
	const bad = price.filter(({ value }) => !/^\d+(\.\d+)?$/.test(value));
	return bad.map(({ value }) => ({ Code: codes.badPrice, ShortText: `The price ${value} is not a number from 0 up` }));
}
