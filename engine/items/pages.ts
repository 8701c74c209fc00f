import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../failure';

/** One page of a list. */
export interface Page {
	rows: IDataObject[];
	/** What asks for the page after it; undefined where there is none. */
	next: string | undefined;
}

/** More pages than any list has: an answer that names ever new pages would be read without end. */
const MOST_PAGES = 1_000;

/**
 * The rows of a list that comes in pages, each of which names the next.
 *
 * @param partner as people call it
 * @param limit how many rows are wanted; undefined means all
 * @param read the page that is named so; the first one is named `''`
 * @throws Failure of kind `brokenAnswer` where a page names one that was read already, or there is no end of them; and what `read` throws
 */
export async function rowsOfPages(partner: string, limit: number | undefined, read: (page: string) => Promise<Page>): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	const seen = new Set<string>();
	let next: string | undefined = '';
	while (next !== undefined && (limit === undefined || rows.length < limit)) {
		if (seen.has(next)) throw endless(partner, `page "${next}" twice`, rows.length);
		if (seen.size === MOST_PAGES) throw endless(partner, `more than ${MOST_PAGES} pages`, rows.length);
		seen.add(next);
		const page: Page = await read(next);
		for (const row of page.rows) rows.push(row);
		next = page.next;
	}
	return limit === undefined ? rows : rows.slice(0, limit);
}

function endless(partner: string, what: string, rows: number): Failure {
	return new Failure('brokenAnswer', `${partner} named ${what}, so the list has no end`, {
		advice: `${rows} rows were read until then, and none is put out. Turn off Return All and set Limit to fewer, and ask ${partner}.`,
	});
}
