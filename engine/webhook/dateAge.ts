import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { isNothing } from '../fieldKinds/reading';

/** How far the date of a call may lie from now, in minutes, unless the person sets something else. */
const DATE_MINUTES = 5;
/** A day: what is older was seen by too many. */
const MOST_MINUTES = 24 * 60;
const MS_PER_MINUTE = 60_000;

/** How far the date of a signed call may lie from now. */
export const dateAgeField: INodeProperties = {
	displayName: 'Age of Date (Minutes)',
	name: 'dateMinutes',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_MINUTES },
	default: DATE_MINUTES,
	description: 'How far the Date header of a call may lie from now, either way. Set it to more where the clock of n8n is off, or where events that are sent again bear their first date.',
};

/** What the field comes to. What is no number of minutes is not taken for none: that would let every date pass. */
export function dateMinutes(context: IWebhookFunctions): number {
	const given = context.getNodeParameter(`settings.${dateAgeField.name}`, DATE_MINUTES) as unknown;
	const minutes = isNothing(given) ? NaN : Number(given);
	return minutes > 0 ? Math.min(minutes, MOST_MINUTES) : DATE_MINUTES;
}

/** A date of a header (RFC 9110, 5.6.7), or one of an e-mail (RFC 5322, 3.3) in its zone. Never in a zone that is not named. */
const DATE = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|UTC|[+-]\d{4})$/i;

/**
 * Why a call is too old or too new, as a person reads it.
 *
 * @param date the header Date, as it came
 * @param minutes how far it may lie from now, either way
 * @param now in milliseconds since 1970
 * @returns undefined where it is neither
 */
export function dateFault(date: unknown, minutes: number, now: number): string | undefined {
	const at = typeof date === 'string' && DATE.test(date) ? Date.parse(date) : NaN;
	if (Number.isNaN(at)) return 'The header Date is no date such as Tue, 03 Mar 2026 08:30:00 GMT.';
	const ageMs = now - at;
	if (Math.abs(ageMs) <= minutes * MS_PER_MINUTE) return undefined;
	const lies = ageMs > 0 ? `is ${inWords(ageMs)} old` : `lies ${inWords(-ageMs)} ahead`;
	return `The header Date ${lies}. At most ${counted(minutes, 'minute')} may lie between it and now.`;
}

function inWords(ms: number): string {
	const minutes = ms / MS_PER_MINUTE;
	if (minutes < 120) return counted(Math.ceil(minutes), 'minute');
	return minutes < 48 * 60 ? counted(Math.floor(minutes / 60), 'hour') : counted(Math.floor(minutes / 60 / 24), 'day');
}

function counted(count: number, unit: string): string {
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
