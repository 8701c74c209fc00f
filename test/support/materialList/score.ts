import type { IDataObject } from 'n8n-workflow';

import type { ExpectedLine } from './expectedLine';

/** How lines came out beside what a person makes of them. */
export interface Score {
	lines: number;
	/** Certain, and as a person would order. */
	right: number;
	/** Left to a person, who has to be asked. */
	askedRightly: number;
	/** Left to a person, though one can tell. */
	askedThoughClear: string[];
	/** Certain, and not as a person would order. */
	wrong: string[];
}

/** Compares what came out with what is wanted, line by line. */
export function scoreOf(expected: readonly ExpectedLine[], outputs: readonly IDataObject[]): Score {
	const score: Score = { lines: expected.length, right: 0, askedRightly: 0, askedThoughClear: [], wrong: [] };
	for (const [at, { text, answer }] of expected.entries()) {
		const { needsDecision, productId, option, uom, orderQuantity, reason } = outputs[at] ?? {};
		if (needsDecision === true) {
			if (answer.kind === 'ask') score.askedRightly += 1;
			else score.askedThoughClear.push(`${text}: ${String(reason)}`);
		} else if (needsDecision === false && answer.kind === 'order' && productId === answer.productId && option === answer.option && uom === answer.uom && orderQuantity === answer.quantity) score.right += 1;
		else score.wrong.push(`${text}: ${String(productId)} ${String(option)}, ${String(orderQuantity)} ${String(uom)}: ${String(reason)}`);
	}
	return score;
}

/** The share of the lines with a right answer that were certain without help. */
export function shareCertain({ right, askedThoughClear, wrong }: Score): number {
	return right / (right + askedThoughClear.length + wrong.length);
}

/** A table of scores for a terminal. */
export function scoreTable(scores: ReadonlyArray<readonly [string, Score]>): string {
	const head = ['', 'lines', 'certain and right', 'asked, right to ask', 'asked though clear', 'WRONG', 'certain of the clear'];
	const rows = scores.map(([name, score]) => [name, score.lines, score.right, score.askedRightly, score.askedThoughClear.length, score.wrong.length, `${(100 * shareCertain(score)).toFixed(1)} %`].map(String));
	const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]!.length)));
	return [head, ...rows].map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ')).join('\n');
}
