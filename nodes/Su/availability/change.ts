import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { ParameterReader, RunContext } from '../../../engine/operation/operation';
import { isObject, withoutGaps } from '../../../engine/values';
import { amountOf } from '../shared/amount';
import type { AvailabilityDays } from '../shared/contract';
import { LABELS } from '../shared/labels';
import { readDayRange, type DayRange } from './dayRange';
import { MOST_DAYS_AHEAD } from './horizon';
import { haveCommonDay, mayBeOneId, setOtherwise } from './overlap';
import { MOST_ADVANCE_HOURS, MOST_GUESTS } from './updateFields';
import { isVerifyWanted } from './verifyOption';

/** A change of one room type for a range of days, both ends included, as plain data. */
export interface Change extends DayRange {
	hotelId: string;
	roomId: string;
	/** `''` where only rooms to sell are set. */
	ratePlanId: string;
	/** Rooms that can be sold; of the room type alone. */
	roomsToSell: string | undefined;
	/** What belongs to the room type together with the rate plan. */
	ofRatePlan: Omit<AvailabilityDays, 'value' | 'from' | 'to' | 'rate' | 'roomstosell'>;
	/** Whether Su may make room types and rate plans that it does not know. */
	isUnknownCreated: boolean;
	/** Whether it is read back. */
	verifies: boolean;
}

/** From the panel to a change that fits the documents (rates-and-availability). @throws Failure of kind `validation` */
export function readChange(read: ParameterReader, run: Pick<RunContext, 'timezone' | 'now'>): Change {
	const fields = new FieldReader(read);
	const values = new FieldReader((name, fallback) => read(`updateFields.${name}`, fallback));
	const change: Change = {
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		roomId: fields.code('roomId', { label: LABELS.roomId }),
		ratePlanId: fields.optionalText('ratePlanId', { label: LABELS.ratePlanId }),
		...readDayRange(fields, run, MOST_DAYS_AHEAD),
		roomsToSell: values.optionalNumber('roomsToSell', { label: 'Rooms to Sell', whole: true })?.toString(),
		ofRatePlan: readOfRatePlan(values, read, fields.optionalFlag('options.allowZeroPrice', { label: 'Allow Price 0' }) ?? false),
		isUnknownCreated: fields.optionalFlag('options.createUnknown', { label: 'Create Unknown IDs' }) ?? false,
		verifies: isVerifyWanted(fields),
	};
	fields.take(values);
	const needsPlan = isOfRatePlan(change);
	if (needsPlan && change.ratePlanId === '') fields.fault(LABELS.ratePlanId, 'must not be empty where more than Rooms to Sell is set');
	if (!needsPlan && change.roomsToSell === undefined && !values.isFaulty) fields.fault('Update Fields', 'must set something');
	fields.done('The update');
	return change;
}

/** What is set for the rate plan, in Su's names. Faults are noted in `values`. @param read for the same panel */
export function readOfRatePlan(values: FieldReader, read: ParameterReader, allowsZero: boolean): Change['ofRatePlan'] {
	const count = (name: string, label: string) => values.optionalNumber(name, { label, whole: true });
	const flag = (name: string, label: string) => {
		const isSet = values.optionalFlag(name, { label });
		return isSet === undefined ? undefined : isSet ? ('1' as const) : ('0' as const);
	};
	const hours = (name: string, label: string) => {
		const value = count(name, label);
		if (value !== undefined && value > MOST_ADVANCE_HOURS) return values.fault(label, `must be at most ${MOST_ADVANCE_HOURS} hours`, undefined);
		return value?.toString();
	};
	const amount = amountOf({ zero: allowsZero, zeroAdvice: 'add the option Allow Price 0' });
	const [least, most] = [count('minimumStay', 'Minimum Stay'), count('maximumStay', 'Maximum Stay')];
	if (least !== undefined && most !== undefined && least > most) values.fault('Maximum Stay', 'must not be below Minimum Stay');
	return withoutGaps({
		price: readPrices(values, read, amount),
		closed: flag('closed', 'Closed'),
		minimumstay: least?.toString(),
		maximumstay: most?.toString(),
		minimumstaythrough: count('minimumStayThrough', 'Minimum Stay Through')?.toString(),
		maximumstaythrough: count('maximumStayThrough', 'Maximum Stay Through')?.toString(),
		closedonarrival: flag('closedOnArrival', 'Closed on Arrival'),
		closedondeparture: flag('closedOnDeparture', 'Closed on Departure'),
		extraadultrate: values.optionalKind('extraAdultRate', { label: 'Extra Adult Rate' }, amount),
		extrachildrate: values.optionalKind('extraChildRate', { label: 'Extra Child Rate' }, amount),
		minimumadvancereservation: hours('minimumAdvanceReservation', 'Minimum Advance Reservation'),
		maximumadvancereservation: hours('maximumAdvanceReservation', 'Maximum Advance Reservation'),
	});
}

/** The rows of the panel's table, or undefined where there are none. */
function readPrices(values: FieldReader, read: ParameterReader, amount: ReturnType<typeof amountOf>): AvailabilityDays['price'] {
	const given = read('updateFields.prices.price', []);
	const rows = Array.isArray(given) ? (given as unknown[]).filter(isObject) : [];
	if (rows.length === 0) return undefined;
	const seen = new Set<number>();
	return rows.map((row, at) => {
		const fields = new FieldReader(readerOf(row), `Prices ${at + 1}: `);
		const guests = fields.wholeNumber('numberOfGuests', { label: 'Number of Guests', least: 1 });
		if (guests > MOST_GUESTS) fields.fault('Number of Guests', `must be at most ${MOST_GUESTS}`);
		if (seen.has(guests)) fields.fault('Number of Guests', 'must not be there twice');
		seen.add(guests);
		const value = fields.kind('value', { label: 'Price' }, amount, '');
		values.take(fields);
		return { NumberOfGuests: String(guests), value };
	});
}

/**
 * The change as entries of days. The page says not to give a rate plan together with rooms to sell, so that goes into an
 * entry of its own; the page's samples give both in one.
 */
export function daysOf(change: Change): AvailabilityDays[] {
	const { from, to, ratePlanId, roomsToSell, ofRatePlan } = change;
	const range = { from, to };
	return [
		...(roomsToSell === undefined ? [] : [{ ...range, roomstosell: roomsToSell }]),
		...(isOfRatePlan(change) ? [{ ...range, rate: [{ rateplanid: ratePlanId }], ...ofRatePlan }] : []),
	];
}

/** Whether something is set for the rate plan. Rooms to sell alone go out without one, whatever the field holds. */
export function isOfRatePlan({ ofRatePlan }: Pick<Change, 'ofRatePlan'>): boolean {
	return Object.keys(ofRatePlan).length > 0;
}

/** Whether the earlier of two changes, carried out after the later one, would leave another value than that one says. */
export function undoes(earlier: Change, later: Change): boolean {
	if (!haveCommonDay(earlier, later)) return false;
	if (setOtherwise({ rooms: earlier.roomsToSell }, { rooms: later.roomsToSell })) return true;
	return mayBeOneId(earlier.ratePlanId, later.ratePlanId) && setOtherwise(earlier.ofRatePlan, later.ofRatePlan);
}
