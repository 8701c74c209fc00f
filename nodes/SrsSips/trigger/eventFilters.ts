import type { INodeProperties } from 'n8n-workflow';

import { isWanted, type TidyEvent } from '../events';

/** What an event must be like to start the workflow. Empty filters let everything through. */
export interface EventFilters {
	/** Codes of kinds, with `other` for all that are not in the list. */
	kinds: readonly string[];
	poNumberPrefix: string;
	transactionIdPrefix: string;
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
 * Reads the filters as the panel has them.
 *
 * @param kinds of the field Trigger On
 * @param filters of the collection, any of which may be missing
 */
export function readEventFilters(kinds: unknown, filters: unknown): EventFilters {
	const given = (typeof filters === 'object' && filters !== null ? filters : {}) as Record<string, unknown>;
	const text = (name: string): string => (['string', 'number'].includes(typeof given[name]) ? String(given[name]).trim() : '');
	return {
		kinds: Array.isArray(kinds) ? kinds.filter((kind): kind is string => typeof kind === 'string') : [],
		poNumberPrefix: text('poNumberPrefix'),
		transactionIdPrefix: text('transactionIdPrefix'),
		statusWords: text('statusWords').split(',').map((word) => word.trim()).filter((word) => word !== ''),
	};
}

/** Whether an event passes all filters. What it does not say cannot begin with anything. */
export function passes(event: TidyEvent, { kinds, poNumberPrefix, transactionIdPrefix, statusWords }: EventFilters): boolean {
	const status = event.status.toLowerCase();
	return (
		isWanted(event, kinds) &&
		beginsWith(event.poNumber, poNumberPrefix) &&
		beginsWith(event.transactionId, transactionIdPrefix) &&
		(statusWords.length === 0 || statusWords.some((word) => status.includes(word.toLowerCase())))
	);
}

function beginsWith(text: string | null, prefix: string): boolean {
	return (text ?? '').trim().toLowerCase().startsWith(prefix.toLowerCase());
}
