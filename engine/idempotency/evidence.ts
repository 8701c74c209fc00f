import type { Failure } from '../failure';
import type { PartnerAnswer } from '../http/request';
import type { Candidate } from '../operation/candidate';

/** What a look-up showed. */
export interface LookUpResult {
	/** False where the partner did not answer in a way that says anything. */
	couldLook: boolean;
	candidates: readonly Candidate[];
	/** Why it could not look. */
	why?: Failure;
	/** Whether it shows that what the write brings about is not so. */
	isUndone?: boolean;
	/** What was answered, where the operation compares with it later. */
	answer?: PartnerAnswer;
}

/** What is known of a write when the partner is looked at. */
export type Known =
	/** It was sent by this process, and nothing said what became of it. `before` is what the partner listed just before: none of it can be this write. */
	| { is: 'sent'; before: readonly string[] }
	/** It was recorded as about to be sent, by another process or before a restart. */
	| { is: 'recorded' }
	/** It was sent by this process and came to a result. That may have been undone since. */
	| { is: 'done' };

/** What may be told of a write. */
export type Verdict =
	| { is: 'this'; candidate: Candidate }
	/** What it came to before stands. */
	| { is: 'asBefore' }
	/** Nobody knows. `mayBe` is what the partner lists that could be it. */
	| { is: 'unknown'; couldLook: boolean; mayBe: readonly Candidate[] };

/**
 * What may be told of a write that was sent or recorded before, from what the partner lists now. Only evidence adopts:
 *
 * | known before | listed with its own key | listed without a key | nothing listed, or could not look |
 * | --- | --- | --- | --- |
 * | sent by this process | it | unknown | unknown |
 * | recorded by another process, or before a restart | it | unknown | unknown |
 * | done, with a result | it, if that says more: a number, or that it was refused | the result | the result |
 *
 * Where the list shows that what was done is not so any more, the result is not told again: it is unknown whether it was undone, or the list lags
 * behind.
 *
 * That a row without a key is the only new one proves nothing: what somebody else has sent before may be queued at the partner,
 * and be listed only now. In a trial of an hour with such rows that was seen three times.
 *
 * @param otherIds numbers that other writes came to
 */
export function judge(known: Known, seen: LookUpResult, otherIds: ReadonlySet<string>): Verdict {
	const same = itselfAmong(seen.candidates);
	if (known.is === 'done') {
		if (same && saysMore(same)) return { is: 'this', candidate: same };
		return seen.isUndone ? { is: 'unknown', couldLook: true, mayBe: [] } : { is: 'asBefore' };
	}
	if (same) return { is: 'this', candidate: same };
	const excluded = new Set([...(known.is === 'sent' ? known.before : []), ...otherIds]);
	const mayBe = seen.candidates.filter(({ id, likeness }) => likeness !== 'other' && (id === null || !excluded.has(id)));
	return { is: 'unknown', couldLook: seen.couldLook, mayBe };
}

/** What a look just before sending says. */
export type FirstVerdict =
	| { is: 'this'; candidate: Candidate }
	| { is: 'listed'; candidates: readonly Candidate[] }
	| { is: 'free' }
	/** The partner could not be asked. */
	| { is: 'blind' };

/** What may be told of a write of which nothing is known, before it is sent. */
export function judgeFirst({ couldLook, candidates }: LookUpResult): FirstVerdict {
	if (!couldLook) return { is: 'blind' };
	const candidate = itselfAmong(candidates);
	if (candidate) return { is: 'this', candidate };
	const listed = candidates.filter(({ likeness }) => likeness !== 'foreign');
	return listed.length > 0 ? { is: 'listed', candidates: listed } : { is: 'free' };
}

/** The numbers that a look just before sending showed. */
export function listedBefore({ candidates }: LookUpResult): string[] {
	return candidates.flatMap(({ id }) => id ?? []);
}

/**
 * The write itself, by its own key. The partner may list it in several rows, such as one that was cancelled and the one that was entered
 * anew in its place. Then what is alive stands: a row that is neither refused nor waiting before one that waits, and a refused one only
 * where there is no other. Among equals the first.
 */
function itselfAmong(candidates: readonly Candidate[]): Candidate | undefined {
	const all = candidates.filter(({ likeness }) => likeness === 'same');
	return all.find(({ isRefused, isWaiting }) => !isRefused && !isWaiting) ?? all.find(({ isRefused }) => !isRefused) ?? all[0];
}

/** A result is not overwritten by a number that is not there yet. That it was refused says more also without a number. */
function saysMore({ id, isWaiting, isRefused }: Candidate): boolean {
	return isRefused === true || (id !== null && !isWaiting);
}
