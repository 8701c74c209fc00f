import { isObject, textOf } from '../../../engine/values';

/** How deep answers are looked into: `{ status: { code: 500 } }`. */
const DEEPEST = 2;

/**
 * Whether what stands beside an empty list says that the call failed, so that the list shows nothing. No answer of a failure is
 * documented, so all names and words here are inferred. "Success", "OK", "No orders found", and a 404 say that there is none.
 */
export function saysFailure(body: object, depth = 0): boolean {
	return Object.entries(body).some(([given, value]: [string, unknown]) => {
		const name = given.toLowerCase().replace(/[_-]/g, '');
		if (ECHO.test(name)) return false;
		if (/^(?:is|was)?(?:success(?:ful|fully)?|succeeded|ok)$/.test(name)) return textOf(value)?.trim().toLowerCase() === 'false' || value === false;
		if (/^(?:is|has|was)?fail(?:ed|ure)?$/.test(name) || /error|exception|(?<!de)fault/.test(name)) return isSomething(value);
		if (isStatusCode(name, value)) return true;
		if (WORDS.test(name) && textsIn(value).some(isOfFailure)) return true;
		return isObject(value) && depth < DEEPEST && saysFailure(value, depth + 1);
	});
}

/** What was asked for, said once more: "Failed" as a filter is no failure. */
const ECHO = /^(?:(?:order|delivery|invoice|payment)status|request|filters?|criteria|query|parameters?)$/;

/** Names under which words stand. */
const WORDS = /status|state|result|outcome|response|code|message|msg|reason|title|detail|description|text|info|note|warning/;

function isStatusCode(name: string, value: unknown): boolean {
	const code = /^(?:http|response|result)?(?:status|code|statuscode)$/.test(name) ? textOf(value)?.trim() : undefined;
	return code !== undefined && code !== '404' && /^[45]\d\d$/.test(code);
}

/** Whether an error is told. Frames with fields for errors fill them with nothing, zeros or "none" where there is none. */
function isSomething(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.values(value).some(isSomething);
	if (typeof value === 'string') return !/^\s*(?:no|none|n|false|null|nil|undefined|0*|200|404|ok|success(?:ful|fully)?|no[ _]?errors?\.?|n\/?a|-+|no\b.{1,60}\bfound\.?)\s*$/i.test(value);
	return Boolean(value) && value !== 200 && value !== 404;
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return Array.isArray(value) ? value.slice(0, 10).flatMap((entry: unknown) => (isObject(entry) ? Object.values(entry).flatMap((inner) => textOf(inner) ?? []) : (textOf(entry) ?? []))) : [];
}

/** Words by which a call has failed. "No errors" is none, and that something could not be found is an answer. */
const FAILED =
	/\b(?:(?<!\b(?:no|without|without any|0) )(?:fail(?:ed|s|ures?)?|faults?|errors?|exceptions?)|unable|could not|couldn't|(?:can ?not|can't) (?:be )?(?:process|retriev|load|read|reach|connect|complet|access|get|fetch|handl|perform)\w*|time[ds]?[ -]?outs?|unavailable|denied|unauthori[sz]ed|forbidden|invalid|try again later|too many requests|maintenance|went wrong|unexpected|(?:service|system|server|data|currently|temporarily)(?: is)? not available|not (?:responding|reachable|supported|allowed|authori[sz]ed))\b/i;
const NOT_FOUND = /\b(?:unable to|could not|couldn't|can ?not|can't|failed to) (?:be )?(?:find|found|locate|located)\b/gi;

function isOfFailure(words: string): boolean {
	const apart = words.slice(0, 2_000).replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
	return FAILED.test(apart.replace(NOT_FOUND, ''));
}

/** Whether an object tells of a failure, by `success: false` or errors that are named: an empty list in it is none, and a number proves nothing. */
export function saysNo(body: object): boolean {
	return Object.entries(body).some(([name, value]) => {
		if (/^(?:is_?)?success(?:ful)?$/i.test(name)) return value === false || value === 'false';
		if (!/^(?:errors?|fault|exception|error_?message)$/i.test(name)) return false;
		return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
	});
}
