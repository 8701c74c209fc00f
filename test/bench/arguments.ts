import { parseArgs } from 'node:util';

import { allLines, lineOf, type Line } from './line';

/** What can be measured by itself. */
export const PARTS = ['speed', 'growth', 'trigger', 'memory', 'lists'] as const;
export type Part = (typeof PARTS)[number];

/** Rounds that count. */
const ROUNDS = 5;

/** What a run of the bench does. */
export interface Plan {
	readonly lines: readonly Line[];
	readonly parts: readonly Part[];
	readonly rounds: number;
	/** Whether docs/speed.md is written. */
	readonly isWriting: boolean;
}

/**
 * @param version the n8n that the environment names, if it names one
 * @throws Error that says what is wrong with them
 */
export function readArguments(args: readonly string[], version?: string): Plan {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { rounds: { type: 'string', default: String(ROUNDS) }, write: { type: 'boolean', default: false } },
	});
	const parts = PARTS.filter((part) => positionals.includes(part));
	const versions = positionals.filter((word) => !(PARTS as readonly string[]).includes(word));
	const named = (versions.length > 0 ? versions : version ? [version] : []).map(lineOf);
	const rounds = Number(values.rounds);
	if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error('Say --rounds with a whole number above 0.');
	const isWritable = named.length === 0 && rounds >= ROUNDS;
	if (values.write && !isWritable) throw new Error(`docs/speed.md holds figures of both n8n, of ${ROUNDS} rounds at least: say --write without a version.`);
	return { lines: named.length > 0 ? named : allLines(), parts: parts.length > 0 ? parts : PARTS, rounds, isWriting: values.write };
}
