import type { INodeProperties } from 'n8n-workflow';

/**
 * What stands in the filters of a trigger. An expression may make a list of any of them, or text with commas of a list; what it makes
 * that is neither has to be told, as passed over it would let everything through.
 */

/** Texts or numbers, one of them or a list. */
function isReadable(value: unknown): boolean {
	return (Array.isArray(value) ? (value as unknown[]) : [value]).every((entry) => typeof entry === 'string' || typeof entry === 'number');
}

/** The texts of a list, or the one text, without blanks around them. */
export function textsIn(value: unknown): string[] {
	if (!isReadable(value)) return [];
	return (Array.isArray(value) ? (value as unknown[]) : [value]).map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

/** The same where a text may hold several with commas between them. */
export function partsIn(value: unknown): string[] {
	return textsIn(value).flatMap((entry) => entry.split(',')).map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** The filters of a collection by their names. */
export function filtersIn(collection: unknown): Record<string, unknown> {
	return (typeof collection === 'object' && collection !== null ? collection : {}) as Record<string, unknown>;
}

/**
 * What of the field Trigger On cannot be read, as a person reads it.
 *
 * @param isKind whether a text names a kind of event
 */
export function kindsFault(kinds: unknown, isKind: (text: string) => boolean): string | undefined {
	if (kinds === undefined) return undefined;
	if (!isReadable(kinds)) return 'Trigger On is neither a list of kinds nor text with commas';
	const unknown = partsIn(kinds).find((kind) => !isKind(kind));
	if (unknown !== undefined) return `Trigger On names ${unknown.slice(0, 40)}, which is no kind of event`;
	const isEmptyList = Array.isArray(kinds) && kinds.length === 0;
	return !isEmptyList && partsIn(kinds).length === 0 ? 'Trigger On comes to nothing' : undefined;
}

/**
 * What of a collection of filters cannot be read, as a person reads it. An added filter that comes to nothing is told elsewhere.
 *
 * @param field the collection
 * @param lists filters of several parts with commas, and what a part is called; one of them has to be there
 */
export function filtersFault({ displayName, options = [] }: INodeProperties, given: unknown, lists: Readonly<Record<string, string>> = {}): string | undefined {
	if (given === undefined || given === null) return undefined;
	if (typeof given !== 'object' || Array.isArray(given)) return `${displayName} is no collection of filters`;
	for (const filter of options as INodeProperties[]) {
		const value = filtersIn(given)[filter.name];
		if (value === undefined || value === null) continue;
		if (!isReadable(value)) return `${filter.displayName} under ${displayName} is neither text nor a list of texts`;
		const part = lists[filter.name];
		if (part !== undefined && partsIn(value).length === 0) return `${filter.displayName} under ${displayName} holds no ${part}`;
	}
	return undefined;
}
