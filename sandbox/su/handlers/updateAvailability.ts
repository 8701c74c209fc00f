import type { SandboxState } from '../../core/state';
import { codes, errorListAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { HourlyLimit } from '../hourlyLimit';
import type { SuSettings } from '../settings';
import type { AvailabilityDays, AvailabilityRequest, Fault, LimitAnswer, SuHandler, Ticket } from '../types';

/** Furthest day in days from now (codes/error-codes, 921). */
const FURTHEST_DAYS = 730;
const DAY_MS = 24 * 60 * 60 * 1000;

const LIMIT_REACHED: LimitAnswer = { Status: 'Fail', Errors: [{ ShortText: 'Limit has been reached' }] };

/** Rates and availability (rates-and-availability). */
export function updateAvailability(state: SandboxState<SuSettings>, holdings: Holdings, limit: HourlyLimit): SuHandler<'updateAvailability'> {
	return ({ body }) => {
		const status = state.settings.refusalStatus;
		if (!limit.take(body.hotelid, state.settings.updateLimit)) return { status, body: LIMIT_REACHED };
		if (!holdings.find(body.hotelid)) {
			return { status, body: errorListAnswer({ Code: codes.unknownHotel, ShortText: `HotelCode: Invalid HotelCode (${body.hotelid})` }) };
		}
		const faults = faultsIn(body, Date.now());
		if (faults.length > 0) return { status, body: errorListAnswer(...faults) };
		return { status: 200, body: ticket(holdings.take(body), state.settings) };
	};
}

function ticket(digits: string, { ticketForm }: SuSettings): Ticket {
	// JSON knows numbers of any length, the generated type does not.
	const id = ticketForm === 'text' ? digits : (BigInt(digits) as unknown as number);
	return { Status: 'Success', TicketId: id };
}

function faultsIn({ room }: AvailabilityRequest, nowMs: number): Fault[] {
	return room.flatMap(({ date }) => date.flatMap((days) => [...dayFaults(days, nowMs), ...priceFaults(days)]));
}

/** The property's own day is not known here, so a day counts as past when it is over everywhere. */
function dayFaults({ value, from = value, to = value }: AvailabilityDays, nowMs: number): Fault[] {
	const first = new Date(nowMs - DAY_MS / 2).toISOString().slice(0, 10);
	const last = new Date(nowMs + FURTHEST_DAYS * DAY_MS).toISOString().slice(0, 10);
	const faults: Fault[] = [];
	if (from !== undefined && from < first) faults.push({ Code: codes.hasPassed, ShortText: `fromdate has passed (${from})` });
	if (to !== undefined && to > last) faults.push({ Code: codes.tooFarAhead, ShortText: `The date ${to} is beyond ${FURTHEST_DAYS} days` });
	return faults;
}

function priceFaults({ price = [] }: AvailabilityDays): Fault[] {
	const bad = price.filter(({ value }) => !/^\d+(\.\d+)?$/.test(value));
	return bad.map(({ value }) => ({ Code: codes.badPrice, ShortText: `The price ${value} is not a number from 0 up` }));
}
