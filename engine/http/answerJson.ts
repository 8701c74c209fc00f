import { withLongNumbers } from './longNumbers';
import { sanitizeJson } from './sanitizeJson';

/**
 * Levels of objects and arrays in one another. What partners document has some ten; n8n itself breaks on what is nested some
 * thousand deep, when it copies and stores it.
 */
export const DEEPEST_ANSWER = 200;

/** The JSON of an answer, or its text where it is none, and what is wrong with it, if anything is. */
export interface ReadJson {
	body: unknown;
	/** As a part of a sentence, such as `nested deeper than 200 levels`. */
	fault?: string;
}

/**
 * Parses an answer so that nothing in it can harm who reads, copies and stores it: whole numbers that JavaScript cannot hold
 * come as text, members called `__proto__` are taken out, and what is nested absurdly deep is told.
 */
export function answerJson(text: string): ReadJson {
	const body = withLongNumbers(text);
	if (typeof body !== 'object' || body === null) return { body };
	if (isTooDeep(body, 1)) return { body: undefined, fault: `nested deeper than ${DEEPEST_ANSWER} levels` };
	// Looked for in the text first, since hardly any answer has it.
	if (/__proto__|\\u005f/i.test(text)) sanitizeJson(body);
	return { body };
}

/** Written for speed, since it goes through every value of every answer: a twentieth of what parsing takes. */
function isTooDeep(container: object, depth: number): boolean {
	if (depth > DEEPEST_ANSWER) return true;
	if (Array.isArray(container)) {
		const list = container as unknown[];
		for (let at = 0; at < list.length; at += 1) {
			const value = list[at];
			if (typeof value === 'object' && value !== null && isTooDeep(value, depth + 1)) return true;
		}
		return false;
	}
	for (const name in container) {
		const value = (container as Record<string, unknown>)[name];
		if (typeof value === 'object' && value !== null && isTooDeep(value, depth + 1)) return true;
	}
	return false;
}
