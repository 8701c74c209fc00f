/** The members that lead from an item's data to a value, outermost first. An index of a list is a numeral. */
export type PlainPath = readonly string[];

/** One member as people and n8n's editor write it: `.name`, `["any name"]`, `['any name']`, `[0]`. Quoted text without escapes. */
const MEMBER = /\.([A-Za-z_$][\w$]*)|\["([^"\\{}\p{Cc}\p{Cs}\u2028\u2029]*)"\]|\['([^'\\{}\p{Cc}\p{Cs}\u2028\u2029]*)'\]|\[(0|[1-9]\d{0,5})\]/u;
const WHOLE_TEXT = new RegExp(`^=\\{\\{[ \\t\\r\\n]*\\$json((?:${MEMBER.source})*)[ \\t\\r\\n]*\\}\\}$`, 'u');
const EACH_MEMBER = new RegExp(MEMBER.source, 'gu');

/** n8n refuses a text for this word anywhere behind a full stop, also within quotation marks or a longer name. */
const REFUSED_WORD = /constructor/;
/** What n8n refuses as a name, or treats as something else than a name: one of its versions, or all. */
const SPECIAL_NAMES = new Set([
	'$', 'globalThis', 'prototype', 'getPrototypeOf', 'setPrototypeOf', 'getOwnPropertyDescriptor', 'getOwnPropertyDescriptors', 'defineProperty',
	'defineProperties', 'mainModule', 'binding', '_linkedBinding', '_load', 'prepareStackTrace', 'caller', 'callee', 'arguments', 'getBuiltinModule',
	'dlopen', 'execve', 'loadEnvFile',
]);

/**
 * The path that a field's text stands for, where it is nothing but one into the item's own data, such as
 * `={{ $json.order.lines[0]["product ID"] }}`: what n8n's editor writes when a person drags a field there.
 *
 * @returns undefined for every other text. n8n's expression engine knows what that means
 */
export function plainPath(text: string): PlainPath | undefined {
	const members = REFUSED_WORD.test(text) ? undefined : WHOLE_TEXT.exec(text)?.[1];
	if (members === undefined) return undefined;
	const path = [...members.matchAll(EACH_MEMBER)].map(([, name, doubleQuoted, singleQuoted, index]) => name ?? doubleQuoted ?? singleQuoted ?? index ?? '');
	return path.some(isSpecial) ? undefined : path;
}

/** JavaScript keeps names with two underscores for itself, and n8n marks with them what it hands from one process to another. */
function isSpecial(name: string): boolean {
	return name.startsWith('__') || SPECIAL_NAMES.has(name);
}
