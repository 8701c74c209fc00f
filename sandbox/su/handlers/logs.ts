import { countOfDays, dayFrom, today } from '../days';
import { codes, errorAnswer, unknownHotel } from '../errors';
import { heldOn } from '../heldDays';
import type { Holdings } from '../holdings';
import type { SuHandler } from '../types';

/** Days in one answer (logs/bulk-rates-and-inventory-logs-future-date). */
const MOST_DAYS = 90;

/** Of the full year, which begins today: neither its days nor its shape is documented. */
const DAYS_OF_YEAR = 365;

/** What Su holds (logs/bulk-rates-and-inventory-logs-future-date). How it refuses is not documented. */
export function getHeldAvailability(holdings: Holdings): SuHandler<'getHeldAvailability'> {
	return ({ body: { hotelid, date, fullyear } }) => {
		const house = holdings.find(hotelid);
		if (!house) return unknownHotel(hotelid);
		const first = date?.from ?? today();
		const count = fullyear === '1' ? DAYS_OF_YEAR : date ? countOfDays(date.from, date.to) : 0;
		if (!(count >= 1) || (fullyear !== '1' && count > MOST_DAYS)) return { status: 400, body: errorAnswer(codes.badDays, `Invalid date: at most ${MOST_DAYS} days`) };
		const days = Array.from({ length: count }, (_, at) => dayFrom(first, at));
		return { status: 200, body: heldOn(days, house, holdings.view().filter((update) => update.hotelid === hotelid)) };
	};
}

/** The log of a day (logs/update-logs). The address is invented, and there is nothing behind it. */
export function listUpdateLogs(holdings: Holdings): SuHandler<'listUpdateLogs'> {
	return ({ body: { hotelid, date } }) => {
		if (!holdings.find(hotelid)) return unknownHotel(hotelid);
		if (date > today()) return { status: 400, body: errorAnswer(codes.badLogDay, 'Invalid date') };
		if (!holdings.hasLog(hotelid, date)) return { status: 400, body: errorAnswer(codes.noUpdates, 'No updates found') };
		return { status: 200, body: { Updatelogs: [{ hotelid, date, log: `https://logs.example.com/${hotelid}/${date}.txt` }] } };
	};
}
