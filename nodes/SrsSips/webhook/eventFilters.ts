import type { INodeProperties } from 'n8n-workflow';

import { filtersFault, filtersIn, kindsFault, partsIn, textsIn } from '../../../engine/webhook/filterValues';
import { EVENT_KINDS, isWanted, OTHER_KINDS, type TidyEvent } from './events';

/** What an event must be like to start the workflow. Empty filters let everything through. */
export interface EventFilters {
	/** Codes of kinds, with `other` for all that are not in the list. */
	kinds: readonly string[];
	/** One of them has to begin the number; none lets all through. */
	poNumberPrefixes: readonly string[];
	transactionIdPrefixes: readonly string[];
	/** One of them has to be in the status. */
	statusWords: readonly string[];
}

/** The filters beside the kinds of event. */
export const eventFilterFields: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'PO Number Begins With',
			name: 'poNumberPrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. JOB-',
			description: 'Only events of orders whose PO number begins so, in capitals or not',
		},
		{
			displayName: 'Status Words',
			name: 'statusWords',
			type: 'string',
			default: '',
			placeholder: 'e.g. cancelled, completed',
			description: 'Only events whose status has one of these texts in it, in capitals or not; "complete" finds "Incomplete", too. Separate several by commas.',
		},
		{
			displayName: 'Transaction ID Begins With',
			name: 'transactionIdPrefix',
			type: 'string',
			default: '',
			placeholder: 'e.g. WF-2026-',
			description: 'Only events of orders whose transaction ID begins so, in capitals or not',
		},
	],
	description: 'Events that do not fit are answered with 200 and start nothing',
};

/**
 * Reads the filters as the panel has them. An expression may make a list of any of them, or text with commas of a list. What cannot be
 * read is no filter here: `filterFault` is asked first.
 *
 * @param kinds of the field Trigger On
 * @param filters of the collection, any of which may be missing
 */
export function readEventFilters(kinds: unknown, filters: unknown): EventFilters {
	const given = filtersIn(filters);
	return {
		kinds: partsIn(kinds).map(asKind),
		poNumberPrefixes: textsIn(given.poNumberPrefix),
		transactionIdPrefixes: textsIn(given.transactionIdPrefix),
		statusWords: partsIn(given.statusWords),
	};
}

/**
 * What of the filters cannot be read, as a person reads it: passed over, it would let everything through. An added filter that comes to
 * nothing is told elsewhere.
 *
 * @returns undefined where all of them can be
 */
export function filterFault(kinds: unknown, filters: unknown): string | undefined {
	return kindsFault(kinds, (kind) => KINDS.has(asKind(kind))) ?? filtersFault(eventFilterFields, filters, { statusWords: 'word' });
}

const KINDS = new Set<string>([...Object.keys(EVENT_KINDS), OTHER_KINDS]);

function asKind(kind: string): string {
	return kind.toLowerCase() === OTHER_KINDS ? OTHER_KINDS : kind.toUpperCase();
}

/** Whether an event passes all filters. What it does not say cannot begin with anything. */
export function passes(event: TidyEvent, { kinds, poNumberPrefixes, transactionIdPrefixes, statusWords }: EventFilters): boolean {
	const status = event.status.toLowerCase();
	return (
		isWanted(event, kinds) &&
		beginsWith(event.poNumber, poNumberPrefixes) &&
		beginsWith(event.transactionId, transactionIdPrefixes) &&
		(statusWords.length === 0 || statusWords.some((word) => status.includes(word.toLowerCase())))
	);
}

function beginsWith(text: string | null, prefixes: readonly string[]): boolean {
	const own = (text ?? '').trim().toLowerCase();
	return prefixes.length === 0 || prefixes.some((prefix) => own.startsWith(prefix.toLowerCase()));
}
