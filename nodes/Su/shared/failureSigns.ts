import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';

/** Su's words for no. That they are written apart is inferred. */
const REFUSED = /^(?:fail|failed|not[ _-]?processed)$/i;

/** Words for no that are inferred. */
const NO = /^(?:errors?|failure|rejected|denied|false)$/i;

/** Su's word for yes, and words for it that are inferred. */
const YES = /^(?:success(?:ful|fully)?|succeeded|ok|true|1|2\d\d)$/i;

/** Su writes `Errors` and `Error`. These names are inferred. */
const OF_ERROR = /^(?:errors?|faults?|exception|error_?(?:message|text|code))$/i;

/** What stands for no error, and no code of one. */
const NOTHING = /^(?:0*|2\d\d|false|no|none|null|success|ok)$/i;

/** Words of trouble in a message, inferred. "No new reservations" has none of them. */
const TROUBLE = /(?<!\b(?:no|without|without any) )\b(?:errors?|fail(?:ed|ure)?|exception|time(?:d )?-?out|unavailable|denied|unauthori[sz]ed|forbidden|limit)\b/i;

/** Whether an answer is a refusal as Su's documents have it. */
export function isRefusal({ Status, status, Errors, Error }: IDataObject): boolean {
	return [Status, status].some((word) => REFUSED.test(textOf(word)?.trim() ?? '')) || isFilled(Errors) || isFilled(Error);
}

/** Whether it says no in words that can be meant for nothing else, though no document has them. */
export function saysNo(body: IDataObject): boolean {
	return Object.entries(body).some(([name, value]) => {
		if (isState(name)) return value === false || NO.test(textOf(value)?.trim() ?? '');
		return OF_ERROR.test(name) && isFilled(value);
	});
}

/** How deep a no inside a success is looked for, and how many rows of a list are. */
const INSIDE = { deep: 4, rows: 1_000 } as const;

/** Words for no as the state of something inside a success. Not "denied" and "rejected": a request that was to be denied may be told so. */
const NO_INSIDE = /^(?:errors?|failure|false)$/i;

/** What inside a success says no: an object under a name, or a row. Undefined where nothing does. Warnings are none. */
export function refusedInside(body: IDataObject): IDataObject | undefined {
	return insideOf(body, INSIDE.deep);
}

function insideOf(value: IDataObject, deep: number): IDataObject | undefined {
	for (const [name, member] of Object.entries(value)) {
		if (deep === 0 || /^warnings?$/i.test(name)) continue;
		const parts: unknown[] = Array.isArray(member) ? (member as unknown[]).slice(0, INSIDE.rows) : [member];
		for (const part of parts.filter(isObject)) {
			const refused = refusesInside(part) ? part : insideOf(part, deep - 1);
			if (refused !== undefined) return refused;
		}
	}
	return undefined;
}

function refusesInside(part: IDataObject): boolean {
	return isRefusal(part) || Object.entries(part).some(([name, value]) => (isState(name) ? value === false || NO_INSIDE.test(textOf(value)?.trim() ?? '') : OF_ERROR.test(name) && isFilled(value)));
}

/** Whether something beside an empty list speaks against "there are none": a state that is no success, or a code or message of trouble. */
export function isInDoubt(body: IDataObject): boolean {
	return Object.entries(body).some(([name, value]) => {
		if (isState(name)) return isFilled(value) && value !== true && !YES.test(textOf(value)?.trim() ?? '');
		if (/^(?:status_?)?code$/i.test(name)) return isFilled(value);
		return /^(?:message|shorttext|detail|title)$/i.test(name) && TROUBLE.test(textOf(value) ?? '');
	});
}

function isState(name: string): boolean {
	return /^(?:status|(?:is_?)?success)$/i.test(name);
}

/** An empty list, object or text, null, false and 0 tell of no error. */
function isFilled(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return value !== undefined && value !== null && !NOTHING.test((textOf(value) ?? String(value)).trim());
}
