import type { INodeListSearchResult } from 'n8n-workflow';

/** One entry of a list that a person chooses from in the panel. */
export interface Choice {
	/** What is shown. */
	name: string;
	/** What the field holds once this is chosen. */
	value: string;
	/** Further words by which it is found; not shown. */
	also?: string;
}

/** The choice of a thing by its id, shown with its name where it has one. */
export function namedChoice(id: string, name: string, also?: string): Choice {
	return { name: name === '' || name === id ? id : `${name} (${id})`, value: id, ...(also === undefined ? {} : { also }) };
}

/** Entries in one answer to the editor, which asks for more as a person scrolls. */
export const PAGE_SIZE = 100;

/**
 * One page of the choices that fit what a person has typed. A value that is exactly the text comes first: among
 * thousands of products, `6706` is in many a number.
 *
 * @param filter words that a choice must all have, in any case and order
 * @param token what the page before gave as `paginationToken`; anything else means the first page
 */
export function pageOf(choices: readonly Choice[], filter = '', token = ''): INodeListSearchResult {
	const from = /^\d{1,9}$/.test(token) ? Number(token) : 0;
	const found = distinct(matching(choices, filter.trim().toLowerCase()));
	const results = found.slice(from, from + PAGE_SIZE).map(({ name, value }) => ({ name, value }));
	const next = from + PAGE_SIZE;
	return next < found.length ? { results, paginationToken: String(next) } : { results };
}

function matching(choices: readonly Choice[], filter: string): readonly Choice[] {
	if (filter === '') return choices;
	const words = filter.split(/\s+/);
	const isExact = ({ value }: Choice) => value.toLowerCase() === filter;
	const fits = ({ name, value, also = '' }: Choice) => {
		const text = `${name}\n${value}\n${also}`.toLowerCase();
		return words.every((word) => text.includes(word));
	};
	return [...choices.filter(isExact), ...choices.filter((choice) => !isExact(choice) && fits(choice))];
}

/** The first of each value: the editor finds the chosen entry by it. */
function distinct(choices: readonly Choice[]): Choice[] {
	const byValue = new Map<string, Choice>();
	for (const choice of choices) if (!byValue.has(choice.value)) byValue.set(choice.value, choice);
	return [...byValue.values()];
}
