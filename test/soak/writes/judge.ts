import type { SoakTable } from '../table';
import type { WriteFault } from '../../support/services/writesOfService';

/** What one execution told of a write. */
export type Telling =
	/** @param text all that it put out */
	| { readonly is: 'done'; readonly text: string }
	| { readonly is: 'unknown'; readonly message: string }
	/** For certain not carried out, by this execution. */
	| { readonly is: 'failed'; readonly message: string }
	/** Refused by the partner, in its words, because of what it has already. */
	| { readonly is: 'refused'; readonly message: string }
	/** It was killed. */
	| { readonly is: 'nothing' };

/** One write under one fault: what n8n's executions told, and what the partner knows. */
export interface Round {
	readonly service: string;
	/** As `resource.operation`. */
	readonly name: string;
	readonly isHarmlessTwice: boolean;
	readonly isAnew: boolean;
	readonly tellings: readonly Telling[];
	/** Calls that the partner got, those left out that it refused with 429. */
	readonly sent: number;
	/** What its books hold by them: an entry for each time that it was carried out. */
	readonly held: readonly string[];
}

/** The rounds of one fault. */
export interface FaultRounds {
	readonly fault: WriteFault;
	readonly rounds: readonly Round[];
	readonly tookMs: number;
}

/** How often each thing was told or happened, and what must not be. */
interface Verdict {
	readonly isTwice: boolean;
	readonly isSentAgain: boolean;
	readonly isHarmless: boolean;
	readonly isDoneAnew: boolean;
	readonly isFalseDone: boolean;
	readonly isLost: boolean;
	readonly isVain: boolean;
}

function judge({ isHarmlessTwice, isAnew, tellings, sent, held }: Round, { carriedOut, isDone }: WriteFault): Verdict {
	// Each execution asks for it once.
	const asked = isAnew ? tellings.length : 1;
	const isTwice = held.length > asked;
	const isRepeated = sent > asked && !isTwice;
	const done = tellings.filter((telling) => telling.is === 'done');
	return {
		isTwice,
		isSentAgain: isRepeated && !isHarmlessTwice,
		isHarmless: isRepeated && isHarmlessTwice,
		isDoneAnew: held.length > 1 && !isTwice,
		isFalseDone: done.some(({ text }) => !held.some((entry) => text.includes(entry))),
		// Where the partner knows two as the same, its refusal says that one is there.
		isLost: held.length > 0 && !tellings.some(({ is }) => is === 'done' || is === 'unknown' || (is === 'refused' && isHarmlessTwice)),
		isVain: sent === 0 || held.length < carriedOut || (carriedOut === 0 && sent === 1 && held.length > 0) || (isDone === true && done.length === 0),
	};
}

const COLUMNS = [
	'case', 'writes', 'operations', 'told as done', 'as unknown', 'as refused for one that is there', 'as not done', 'calls but those refused with 429', 'carried out', 'carried out twice', 'sent again',
	'sent again, harmless at the partner', 'carried out anew by another execution', 'told as done and not held', 'held and not told', 'seconds',
];

/** All faults of one service as a table, and what must not be. */
export function writesTable(all: readonly FaultRounds[]): SoakTable {
	const faults: string[] = [];
	const rows = all.map(({ fault, rounds, tookMs }) => {
		const verdicts = rounds.map((round) => [round, judge(round, fault)] as const);
		const count = (which: keyof Verdict) => verdicts.filter(([, verdict]) => verdict[which]).length;
		const ends = (is: Telling['is']) => rounds.flatMap(({ tellings }) => tellings).filter((telling) => telling.is === is).length;
		const tell = (which: keyof Verdict, words: string) => {
			for (const [round, verdict] of verdicts) if (verdict[which]) faults.push(`${round.service} ${round.name}, ${fault.name}: ${words}. ${told(round)}`);
		};
		tell('isTwice', 'carried out more than once');
		tell('isSentAgain', 'sent more than once, and nothing at the partner makes that harmless');
		tell('isFalseDone', 'told as done, and not what the partner holds');
		tell('isLost', 'carried out, and no execution says that it was or may have been');
		tell('isVain', 'not as the case is meant, so that it proves nothing');
		const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
		return [
			fault.name, rounds.length, new Set(rounds.map(({ name }) => name)).size, ends('done'), ends('unknown'), ends('refused'), ends('failed'), sum(({ sent }) => sent), sum(({ held }) => held.length),
			count('isTwice'), count('isSentAgain'), count('isHarmless'), count('isDoneAnew'), count('isFalseDone'), count('isLost'), Math.round(tookMs / 1000),
		];
	});
	return { head: COLUMNS, rows, faults };
}

function told({ tellings, sent, held }: Round): string {
	const words = tellings.map((telling) => (telling.is === 'nothing' ? 'nothing' : `${telling.is} (${('text' in telling ? telling.text : telling.message).slice(0, 300)})`));
	return `Calls: ${sent}. Held: ${held.join(', ') || 'nothing'}. Told: ${words.join('; ') || 'nothing'}.`;
}
