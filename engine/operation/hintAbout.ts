import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from './operation';
import type { RunHint } from './runHint';

/**
 * The hint about those output items of a run of which something is so; none where it is so of none.
 *
 * @param told makes it of how many they are, in words: `this item`, `all 3 items`, `2 of 100 items`
 */
export function hintAbout(outcomes: ReadonlyArray<Outcome<unknown>>, isSo: (item: IDataObject) => boolean, told: (howMany: string) => RunHint): RunHint[] {
	const items = outcomes.flatMap((outcome) => outcome.items ?? []);
	const count = items.filter(isSo).length;
	return count === 0 ? [] : [told(howManyOf(count, items.length))];
}

function howManyOf(count: number, of: number): string {
	if (count < of) return `${count} of ${of} items`;
	return of === 1 ? 'this item' : `all ${of} items`;
}
