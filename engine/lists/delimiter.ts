/** What may stand between the cells of a line, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** So many lines are looked at. */
const LOOKED_AT = 30;

/**
 * What stands between the cells of a text, by its content: what cuts most of its first lines into the same number of cells, more than one.
 * What stands in quotes does not count.
 *
 * @returns a comma where nothing does: the text has one column
 */
export function delimiterOf(text: string): Delimiter {
	const lines = firstLines(text);
	let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
	for (const delimiter of DELIMITERS) {
		const counts = lines.map((line) => outsideQuotes(line).split(delimiter).length - 1).filter((count) => count > 0);
		const usual = mostFrequent(counts);
		const alike = counts.filter((count) => count === usual).length;
		// Lines that are cut alike count most; a comma inside of a description cuts each line otherwise. More cells decide between equals.
		const score = alike * 100 + Math.min(usual, 20);
		if (usual > 0 && score > best.score) best = { delimiter, score };
	}
	return best.delimiter;
}

function firstLines(text: string): string[] {
	// Far more than so many lines of a list have; a text without line ends is not read to its end.
	const start = text.slice(0, 50_000);
	return start.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').slice(0, LOOKED_AT);
}

function outsideQuotes(line: string): string {
	return line.replace(/(^|[,;\t|])\s*"(?:[^"]|"")*"/g, '$1');
}

function mostFrequent(counts: readonly number[]): number {
	const seen = new Map<number, number>();
	for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
	return [...seen].sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || other - one)[0]?.[0] ?? 0;
}
