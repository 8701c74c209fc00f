import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * Rows of several answers that overlap. A thing has the rows of one answer, all of them: of the answer that had the most, and of
 * two the later one. Taken together its rows of two answers would show a state twice, or one that is over beside the new one.
 */
export class DistinctRows {
	private readonly byThing = new Map<string, IDataObject[]>();

	/** @param idOf the number of the thing that a row is about; null where it cannot be recognised */
	constructor(private readonly idOf: (row: IDataObject) => string | null) {}

	/** @param answer rows of one answer, newer than those before */
	add(answer: readonly IDataObject[]): void {
		for (const [key, rows] of this.things(answer)) if (rows.length >= (this.byThing.get(key)?.length ?? 0)) this.byThing.set(key, rows);
	}

	/** Only what no other answer had. @param answer rows of one answer, older than those before */
	fillIn(answer: readonly IDataObject[]): void {
		for (const [key, rows] of this.things(answer)) if (!this.byThing.has(key)) this.byThing.set(key, rows);
	}

	all(): IDataObject[] {
		return [...this.byThing.values()].flat();
	}

	private things(answer: readonly IDataObject[]): Map<string, IDataObject[]> {
		const things = new Map<string, IDataObject[]>();
		for (const row of answer) {
			const id = this.idOf(row);
			const key = id === null ? `row ${createHash('sha256').update(JSON.stringify(row)).digest('base64url')}` : `id ${id}`;
			const rows = things.get(key);
			if (rows) rows.push(row);
			else things.set(key, [row]);
		}
		return things;
	}
}
