import type { Columns } from './columns';

/** Where fewer cells of a column are numbers, a number in it stands there by mistake. */
const HALF = 0.5;
const NUMBER = /^[\d.,]+$/;

/**
 * Tells numbers that a list with commas cuts in two: `Shingles,1,250` may mean 1,250, written without quotes.
 *
 * @param records of the list, which show what the cells behind are usually like
 * @returns for the cells of one of them and the columns they belong to: by the place of its first half, what the number is if it was cut
 */
export function cutNumbersOf<C extends string>(records: ReadonlyArray<{ cells: readonly string[] }>, column: C): (cells: readonly string[], columns: Columns<C>) => string | undefined {
	const counts = new Map<number, { filled: number; numbers: number }>();
	const countsAt = (place: number): { filled: number; numbers: number } => {
		const known = counts.get(place);
		if (known) return known;
		const filled = records.flatMap(({ cells }) => cells[place] || []);
		const counted = { filled: filled.length, numbers: filled.filter((cell) => NUMBER.test(cell)).length };
		counts.set(place, counted);
		return counted;
	};
	/** Whether the cells of the other records are numbers there. */
	const isUsual = (place: number): boolean => {
		const { filled, numbers } = countsAt(place);
		return filled > 1 && numbers - 1 >= (filled - 1) * HALF;
	};
	return (cells, columns) => {
		const place = columns.indexOf(column);
		const [first = '', second = ''] = cells.slice(place, place + 2);
		if (place < 0 || !/^[1-9]\d{0,2}$/.test(first) || !/^\d{3}(?:\.\d+)?$/.test(second)) return undefined;
		// A number that was cut moves all that stands behind it, such as a price into the notes.
		const isMoved = cells.some((cell, at) => at > place + 1 && NUMBER.test(cell) && !isUsual(at));
		return isUsual(place + 1) && !isMoved ? undefined : first + second;
	};
}
