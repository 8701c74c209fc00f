import type { IDataObject } from 'n8n-workflow';

import { withExactMembers, type ExactMembers } from '../http/exactMembers';
import { withLongNumbers } from '../http/longNumbers';
import { MB } from '../http/megabyte';
import { sanitizeJson } from '../http/sanitizeJson';
import { isObject } from '../values';
import { tooMuch } from './jsonSize';

/** Why a webhook call is not taken. `reason` goes back to the caller, and holds nothing that the caller chose. */
export interface Refusal {
	/** HTTP status, 4xx or 5xx. */
	status: number;
	reason: string;
}

/** The entries of a webhook call, or why it is refused. */
export type Delivery = { entries: IDataObject[] } | { refusal: Refusal };

/** Largest body taken, in bytes, after unpacking. Events are a few hundred. */
export const LARGEST_BODY = MB;

/** Most entries of one call. */
export const MOST_ENTRIES = 1_000;

/**
 * Reads the bytes of a webhook call as one JSON object, or as an array of several. The content type is not asked for:
 * partners forget it, and what counts is what the bytes are. Whole numbers that JavaScript cannot hold come as text.
 *
 * @param bytes the body as it was sent, or undefined where there was none
 * @param exact members whose numbers come as text, digit by digit: amounts of money
 */
export function readEntries(bytes: Buffer | undefined, exact?: ExactMembers): Delivery {
	if (bytes === undefined || bytes.length === 0) return refuse(400, 'The body is empty. Expected a JSON object.');
	if (bytes.length > LARGEST_BODY) return tooLarge();
	const much = tooMuch(bytes);
	if (much !== undefined) return refuse(much.isSize ? 413 : 400, `The body is ${much.what}.`);
	let body: unknown;
	try {
		const sent = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const text = exact ? withExactMembers(sent, exact) : sent;
		body = withLongNumbers(text);
		// What is no JSON comes back as it is; no JSON text is equal to what it spells.
		if (body === text) return noJson();
	} catch {
		return noJson();
	}
	sanitizeJson(body);
	return Array.isArray(body) ? severalEntries(body) : oneEntry(body);
}

function noJson(): Delivery {
	return refuse(400, 'The body is not JSON in UTF-8. Expected a JSON object.');
}

/** What is said to a body that is too large, wherever that is seen. @param most bytes that are taken */
export function tooLarge(most = LARGEST_BODY): { refusal: Refusal } {
	return refuse(413, `The body has more than ${most} bytes.`);
}

function oneEntry(body: unknown): Delivery {
	if (!isObject(body)) return refuse(400, `The body is JSON, but ${nameOf(body)} and no object.`);
	return { entries: [body] };
}

function severalEntries(body: unknown[]): Delivery {
	if (body.length === 0) return refuse(400, 'The body is an empty JSON array. Expected at least one object in it.');
	if (body.length > MOST_ENTRIES) return refuse(413, `The JSON array has more than ${MOST_ENTRIES} entries.`);
	const entries = body.filter(isObject);
	if (entries.length === body.length) return { entries };
	const wrong = body.findIndex((entry) => !isObject(entry));
	return refuse(400, `Entry ${wrong + 1} of the JSON array is ${nameOf(body[wrong])} and no object. Nothing was taken.`);
}

/** A refusal with its reason, which goes back to the caller. */
export function refuse(status: number, reason: string): { refusal: Refusal } {
	return { refusal: { status, reason } };
}

function nameOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
