import type { SandboxState } from '../../core/state';
import type { ChannelBook } from '../channelBook';
import { dayFaults, FURTHEST_DAYS } from '../dayFaults';
import { errorListAnswer, unknownHotel, unknownHotelFault } from '../errors';
import type { Holdings } from '../holdings';
import type { SuSettings } from '../settings';
import { ticketId } from '../ticketId';
import type { SuHandler } from '../types';

/** Furthest day of a rule in days from now (inventory-control). The code for a day beyond it is invented. */
const FURTHEST_DAYS_OF_RULE = 500;

/** Rates for one channel (channel-rates-api). How it refuses is invented, after that of `availability`. */
export function updateChannelRates(state: SandboxState<SuSettings>, holdings: Holdings, book: ChannelBook): SuHandler<'updateChannelRates'> {
	return ({ body }) => {
		const status = state.settings.refusalStatus;
		if (!holdings.find(body.hotelid)) return { status, body: errorListAnswer(unknownHotelFault(body.hotelid)) };
		const faults = body.rooms.flatMap(({ rates }) => rates).flatMap((days) => dayFaults(days, FURTHEST_DAYS, Date.now()));
		if (faults.length > 0) return { status, body: errorListAnswer(...faults) };
		return { status: 200, body: { Status: 'Success', TicketId: ticketId(book.take(body), state.settings) } };
	};
}

/** Rules for channels (inventory-control). Answers are as an integrator recorded them; that of an unknown property is invented. */
export function setChannelRules(state: SandboxState<SuSettings>, holdings: Holdings, book: ChannelBook): SuHandler<'setChannelRules'> {
	return ({ body }) => {
		if (!holdings.find(body.hotelid)) return unknownHotel(body.hotelid);
		const entries = [...(body.inventorycontrol ?? []), ...(body.ratecontrol ?? [])].flatMap(({ date }) => date);
		const faults = entries.flatMap((days) => dayFaults(days, FURTHEST_DAYS_OF_RULE, Date.now()));
		if (faults.length > 0) return { status: 400, body: { Status: 'NotProcessed', Errors: faults } };
		return { status: 200, body: { Success: 'Success', TicketId: ticketId(book.take(body), state.settings) } };
	};
}
