import type { IDataObject } from 'n8n-workflow';

import type { DayNumber } from './days';
import { DistinctRows } from './distinctRows';

/** A part of a list: the days from `from` on, up to `to` where that is given. */
export interface Days {
	from: DayNumber;
	to?: DayNumber;
}

/** Rows of a list, and whether there may be more that SIPS did not give. */
export interface WholeList {
	rows: IDataObject[];
	isCut: boolean;
	/** The last of the days that there was no time to read; all before it were not read either. */
	unreadTo: DayNumber | undefined;
}

/** How a list is to be read. */
export interface Reading {
	/** One request. */
	read(days: Days): Promise<IDataObject[]>;
	/** The number of the thing that a row is about, if it can be recognised. */
	idOf(row: IDataObject): string | null;
	from: DayNumber;
	/** Read no further than this: what a poll before had no time for. */
	to?: DayNumber | undefined;
	today: DayNumber;
	/** The `rowReturnLimit` that is sent; undefined where none is, so that nothing is known of a cut. */
	rowLimit: number | undefined;
	/** Whether there is time for another request. */
	hasTime(): boolean;
}

/** Requests for one list in one poll. */
const MOST_REQUESTS = 60;

/**
 * Reads a list that SIPS cuts after so many rows. It knows no paging, so a list that comes full is read again in parts by date,
 * the newest first, each of half as many days until it fits. A single day that comes full is taken as it is, and told as cut.
 *
 * Whether SIPS includes the last day of a part is not known: it may take a day for its first moment. So each part asks for a
 * day more than it is to hold, and rows that come twice count once.
 *
 * @throws what `read` throws
 */
export async function readWhole(reading: Reading): Promise<WholeList> {
	return await new Parts(reading).whole();
}

class Parts {
	private readonly rows: DistinctRows;
	private requests = 0;
	private isCut = false;
	private areDatesSeen = false;
	/** A full answer, as long as nothing smaller was read of it. */
	private full: readonly IDataObject[] = [];

	constructor(private readonly reading: Reading) {
		this.rows = new DistinctRows((row) => reading.idOf(row));
	}

	async whole(): Promise<WholeList> {
		const { from, today, rowLimit } = this.reading;
		let end = this.reading.to;
		let size = Number.POSITIVE_INFINITY;
		for (;;) {
			const last = end ?? Math.max(from, today);
			if (!this.mayAsk()) return this.stopped(this.reading.hasTime() ? undefined : last);
			const first = Math.max(from, last - size + 1);
			const rows = await this.ask({ from: first, to: end === undefined ? undefined : end + 1 });
			// More rows than were asked for: the limit was not looked at, and nothing is cut.
			const isFull = rows.length === rowLimit;
			if (isFull && first < last) {
				if (isSame(rows, this.full) && !(await this.looksAtDates(first, rows))) return this.stopped(undefined);
				this.full = rows;
				size = Math.floor((last - first + 1) / 2);
				continue;
			}
			this.rows.add(rows);
			if (isFull) await this.oneDay(first, end);
			if (first <= from) return this.result(undefined);
			end = first - 1;
			if (rows.length * 2 < (rowLimit ?? 0)) size *= 2;
		}
	}

	/** A day that is too much, by itself or with the one after it: without that one the day may be whole, if SIPS includes it. */
	private async oneDay(day: DayNumber, end: DayNumber | undefined): Promise<void> {
		this.isCut = true;
		if (end !== undefined && this.mayAsk()) this.rows.add(await this.ask({ from: day, to: day }));
	}

	/** Taken as far as it was read, and more is missing. */
	private stopped(unreadTo: DayNumber | undefined): WholeList {
		this.isCut = true;
		this.rows.fillIn(this.full);
		return this.result(unreadTo);
	}

	private result(unreadTo: DayNumber | undefined): WholeList {
		return { rows: this.rows.all(), isCut: this.isCut, unreadTo };
	}

	/** The first request is always made. */
	private mayAsk(): boolean {
		return this.requests === 0 || (this.requests < MOST_REQUESTS && this.reading.hasTime());
	}

	/** Whether the dates make a difference: asked once, where a part looks like the whole. */
	private async looksAtDates(first: DayNumber, rows: readonly IDataObject[]): Promise<boolean> {
		this.areDatesSeen ||= !isSame(await this.ask({ from: first, to: first }), rows);
		return this.areDatesSeen;
	}

	private async ask({ from, to }: Days): Promise<IDataObject[]> {
		this.requests += 1;
		return await this.reading.read(to === undefined ? { from } : { from, to });
	}
}

function isSame(one: readonly IDataObject[], other: readonly IDataObject[]): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
