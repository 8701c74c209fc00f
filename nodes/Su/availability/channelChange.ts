import { daysAfter } from '../../../engine/calendar';
import { FieldReader } from '../../../engine/items/fields';
import type { ParameterReader, RunContext } from '../../../engine/operation/operation';
import { withoutGaps } from '../../../engine/values';
import type { ChannelRate } from '../shared/contract';
import { LABELS } from '../shared/labels';
import { readOfRatePlan, type Change } from './change';
import { isCheckWanted } from './checkIds';
import { readDayRange } from './dayRange';
import { furthestDay, MOST_DAYS_AHEAD, MOST_DAYS_AHEAD_OF_VALUE } from './horizon';
import { haveCommonDay, mayBeOneId, setOtherwise } from './overlap';

/** A change of one room type with a rate plan at one channel, as plain data. */
export interface ChannelChange extends Pick<Change, 'hotelId' | 'roomId' | 'ratePlanId' | 'from' | 'to' | 'ofRatePlan'> {
	channelId: number;
	/** `''` where it does not matter: the channel is connected once. */
	connectionId: string;
	roomsToSell: number;
	/** The days as they are sent. */
	days: Pick<ChannelRate, 'value' | 'from' | 'to'>;
	checksIds: boolean;
}

/** From the panel to a change that fits the documents (channel-rates-api). @throws Failure of kind `validation` */
export function readChannelChange(read: ParameterReader, run: Pick<RunContext, 'timezone' | 'now'>): ChannelChange {
	const fields = new FieldReader(read);
	const values = new FieldReader((name, fallback) => read(`updateFields.${name}`, fallback));
	const ids = {
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		roomId: fields.code('roomId', { label: LABELS.roomId }),
		ratePlanId: fields.code('ratePlanId', { label: LABELS.ratePlanId }),
		channelId: fields.wholeNumber('channelId', { label: LABELS.channelId }),
	};
	const { from, to } = readDayRange(fields, run);
	const isLastCounted = fields.optionalFlag('options.lastDayCounted', { label: 'Su Counts the Last Day' }) ?? false;
	const change: ChannelChange = {
		...ids,
		from,
		to,
		days: from && to ? daysSent(fields, from, to, isLastCounted, run.now) : {},
		roomsToSell: fields.wholeNumber('roomsToSell', { label: 'Rooms to Sell' }),
		ofRatePlan: readOfRatePlan(values, read, fields.optionalFlag('options.allowZeroPrice', { label: 'Allow Price 0' }) ?? false),
		connectionId: fields.optionalText('options.channelConnectionId', { label: 'Channel Connection ID' }),
		checksIds: isCheckWanted(fields),
	};
	fields.take(values);
	fields.done('The update');
	return change;
}

/**
 * A single day as itself, which nothing is in doubt of. Of a range Su does not count the day `to`, says the page of this call; that of
 * `availability` says that it does.
 */
function daysSent(fields: FieldReader, from: string, to: string, isLastCounted: boolean, now: Date): ChannelChange['days'] {
	if (from === to && to <= furthestDay(now, MOST_DAYS_AHEAD_OF_VALUE)) return { value: to };
	const sent = isLastCounted ? to : daysAfter(to, 1);
	const furthest = furthestDay(now, MOST_DAYS_AHEAD);
	if (sent > furthest) fields.fault('Last Day', `must be at most ${isLastCounted ? furthest : daysAfter(furthest, -1)}: Su takes ${MOST_DAYS_AHEAD} days ahead`);
	return { from, to: sent };
}

/** The change as an entry of the request. Numbers are no strings here. */
export function channelRateOf({ days, ratePlanId, channelId, connectionId, roomsToSell, ofRatePlan }: ChannelChange): ChannelRate {
	const { price, closed, minimumstay, maximumstay, closedonarrival, closedondeparture, extraadultrate, extrachildrate } = ofRatePlan;
	const numbers = withoutGaps({
		minimumstay: asNumber(minimumstay),
		maximumstay: asNumber(maximumstay),
		extraadultrate: asNumber(extraadultrate),
		extrachildrate: asNumber(extrachildrate),
		closed: asNumber(closed),
		closedonarrival: asNumber(closedonarrival),
		closedondeparture: asNumber(closedondeparture),
	});
	return {
		...days,
		rate_id: ratePlanId,
		channel_id: channelId,
		...(connectionId === '' ? {} : { channel_connection_id: connectionId }),
		roomstosell: roomsToSell,
		...(price === undefined ? {} : { prices: price.map(({ NumberOfGuests, value }) => ({ number_of_guest: Number(NumberOfGuests), value: Number(value) })) }),
		...numbers,
	};
}

/** Amounts have two digits after the point and are below ten trillion: a number says them exactly. */
function asNumber(text: string | undefined): number | undefined {
	return text === undefined ? undefined : Number(text);
}

/** Whether the earlier of two changes, carried out after the later one, would leave another value than that one says. */
export function undoesAtChannel(earlier: ChannelChange, later: ChannelChange): boolean {
	const isSameTarget = mayBeOneId(earlier.ratePlanId, later.ratePlanId) && earlier.channelId === later.channelId && earlier.connectionId === later.connectionId;
	return isSameTarget && haveCommonDay(earlier, later) && (earlier.roomsToSell !== later.roomsToSell || setOtherwise(earlier.ofRatePlan, later.ofRatePlan));
}
