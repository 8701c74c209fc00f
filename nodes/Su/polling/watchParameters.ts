import { addedFaults } from '../../../engine/items/addedFields';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import type { ParameterReader } from '../../../engine/operation/operation';
import { isCardDataWanted } from '../reservation/cardData';
import { LABELS } from '../shared/labels';
import { filterFault, readEventFilters, type EventFilters } from '../webhook/eventFilters';
import { MOST_DAYS, usualNumber, WATCH_COLLECTIONS } from './watchFields';

/** What the panel of the watch asks for. */
export interface WatchParameters {
	/** Undefined for all that Su lists. */
	hotelIds: string[] | undefined;
	/** Whether only a workflow that has succeeded lets a message be acknowledged. */
	needsSuccess: boolean;
	filters: EventFilters;
	isCardDataWanted: boolean;
	/** Undefined where nothing is compared. `hour` is of the clock of the workflow, from 0 to 23. */
	comparison: { hour: number; days: number } | undefined;
	/** The same days, also where nothing is compared: for so long is kept what came. */
	comparisonDays: number;
	timeoutMs: number;
}

/** @throws Failure of kind `validation` that names every faulty field */
export function readWatchParameters(read: ParameterReader): WatchParameters {
	const fields = new FieldReader(read);
	const whole = (name: string, label: string, least: number, most: number): number => {
		const value = fields.optionalNumber(`options.${name}`, { label, whole: true }) ?? usualNumber(name);
		return value < least || value > most ? fields.fault(label, `must be a whole number from ${least} to ${most}`, usualNumber(name)) : value;
	};
	const filters = read('filters', {});
	const fault = filterFault(undefined, filters);
	if (fault !== undefined) fields.fault('Filters', fault);
	const isAll = fields.oneOf('properties', { label: 'Properties' }, ['all', 'chosen']) === 'all';
	const comparison = { hour: whole('comparisonHour', 'Comparison Hour', 0, 23), days: whole('comparisonDays', 'Comparison Days', 1, MOST_DAYS) };
	const parameters: WatchParameters = {
		hotelIds: isAll ? undefined : chosenIds(fields),
		needsSuccess: fields.oneOf('acknowledgeWhen', { label: 'When to Acknowledge' }, ['stored', 'succeeded']) === 'succeeded',
		filters: readEventFilters([], filters),
		isCardDataWanted: isCardDataWanted(fields),
		comparison: (fields.optionalFlag('comparesNightly', { label: 'Look for Missed Bookings' }) ?? true) ? comparison : undefined,
		comparisonDays: comparison.days,
		timeoutMs: whole('timeoutMs', 'Timeout (Ms)', 1, 3_600_000),
	};
	// A filter that comes to nothing would let everything through.
	for (const { field, expected } of addedFaults(WATCH_COLLECTIONS, read).faults) fields.fault(field, expected);
	fields.done('The request');
	return parameters;
}

function chosenIds(fields: FieldReader): string[] {
	const label = 'Chosen Properties';
	const ids = fields.list('chosen.property', { label }).map((row, at) => {
		const entry = new FieldReader(readerOf(row), `${label} ${at + 1}: `);
		const id = entry.code('hotelId', { label: LABELS.hotelId });
		fields.take(entry);
		return id;
	});
	return [...new Set(ids)];
}
