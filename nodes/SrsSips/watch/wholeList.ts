import type { IDataObject } from 'n8n-workflow';

import type { DayNumber } from './days';

/** A part of a list: the days from `from` on, up to `to` where that is given. */
export interface Days {
	from: DayNumber;
	to?: DayNumber;
}

/** Rows of a list, and whether there may be more that SIPS did not give. */
export interface WholeList {
	rows: IDataObject[];
	isCut: boolean;
}

/** Requests for one list in one look. */
const MOST_REQUESTS = 60;

/**
 * Reads a list that SIPS cuts after so many rows. It knows no paging, so a list that comes full is read again in two
 * halves by date, and so on, down to a day. What cannot be divided further is taken as it is, and told as cut.
 *
 * @param read one request
 * @param rowLimit the `rowReturnLimit` that is sent; undefined where none is, so that nothing is known of a cut
 * @throws what `read` throws
 */
export async function readWhole(
	read: (days: Days) => Promise<IDataObject[]>,
	from: DayNumber,
	today: DayNumber,
	rowLimit: number | undefined,
): Promise<WholeList> {
	let requests = 0;
	const ask = async (days: Days) => {
		requests += 1;
		return await read(days);
	};
	const complete = async (days: Days, rows: IDataObject[]): Promise<WholeList> => {
		// More rows than were asked for: the limit was not looked at, and nothing is cut.
		if (rows.length !== rowLimit) return { rows, isCut: false };
		const { from: first, to = today } = days;
		if (first >= to || requests >= MOST_REQUESTS) return { rows, isCut: true };
		const middle = Math.floor((first + to) / 2);
		const halves: [Days, Days] = [{ ...days, from: middle + 1 }, { from: first, to: middle }];
		const [later, earlier] = [await ask(halves[0]), await ask(halves[1])];
		// Each half is the whole: the dates were not looked at.
		if ([later, earlier].every((half) => JSON.stringify(half) === JSON.stringify(rows))) return { rows, isCut: true };
		const [laterPart, earlierPart] = [await complete(halves[0], later), await complete(halves[1], earlier)];
		return { rows: [...laterPart.rows, ...earlierPart.rows], isCut: laterPart.isCut || earlierPart.isCut };
	};
	return await complete({ from }, await ask({ from }));
}
