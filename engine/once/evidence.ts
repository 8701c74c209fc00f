import type { Candidate, Sighting } from './lookUp';

/** What the partner listed just before a write was sent. None of it can be this write. */
export interface ListedBefore {
	ids: readonly string[];
	/**
	 * False where the partner could not be asked, or listed something without a number: then what is listed later cannot be
	 * told from what was there.
	 */
	isComplete: boolean;
}

/** What is known of a write when the partner is looked at. */
export type Known =
	/** It was sent by this process, just now or by an earlier run, and nothing said what became of it. */
	| { is: 'sent'; before: ListedBefore; isJustNow: boolean }
	/** It was recorded as about to be sent, by another process or before a restart. */
	| { is: 'recorded' }
	/** It was sent by this process and came to a result. */
	| { is: 'done' };

/** What is known of all other writes. */
export interface Others {
	/** Numbers that they came to. */
	ids: ReadonlySet<string>;
	/** Whether one of them is looked up by the same thing, such as a PO number, and its own number is not known. */
	mayBeListed: boolean;
}

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
 * | sent by this run, just now | it | it, if it is the only one that is new, and no other write can be it | unknown |
 * | sent after a look that showed nothing, or by an earlier run | it | unknown | unknown |
 * | recorded by another process, or before a restart | it | unknown | unknown |
 * | done, with a result | it, if that says more | the result | the result |
 *
 * What is listed without a key and in doubt is never adopted. What names another owner is not either, and is no rival.
 */
export function judge(known: Known, seen: Sighting, others: Others): Verdict {
	const same = seen.candidates.find(({ likeness }) => likeness === 'same');
	if (known.is === 'done') return same && saysMore(same) ? { is: 'this', candidate: same } : { is: 'asBefore' };
	if (same) return { is: 'this', candidate: same };

	const before = known.is === 'sent' ? known.before : { ids: [], isComplete: false };
	const excluded = new Set([...before.ids, ...others.ids]);
	const mayBe = seen.candidates.filter(({ id, likeness }) => (likeness === 'maybe' || likeness === 'foreign') && (id === null || !excluded.has(id)));
	const [only, ...more] = mayBe.filter(({ likeness }) => likeness === 'maybe');
	const isProof = known.is === 'sent' && known.isJustNow && before.isComplete && !others.mayBeListed && areStillListed(before, seen);
	if (only && more.length === 0 && isLikely(only) && only.id !== null && isProof) return { is: 'this', candidate: only };
	return { is: 'unknown', couldLook: seen.couldLook, mayBe };
}

/** Whether something listed without a key may be the write, and nothing speaks against it. */
export function isLikely({ likeness, doubt }: Candidate): boolean {
	return likeness === 'maybe' && doubt === undefined;
}

/** What a look just before sending says. */
export type FirstVerdict =
	| { is: 'this'; candidate: Candidate }
	| { is: 'listed'; candidates: readonly Candidate[] }
	| { is: 'free' }
	/** The partner could not be asked. */
	| { is: 'blind' };

/** What may be told of a write of which nothing is known, before it is sent. */
export function judgeFirst({ couldLook, candidates }: Sighting): FirstVerdict {
	if (!couldLook) return { is: 'blind' };
	const candidate = candidates.find(({ likeness }) => likeness === 'same');
	if (candidate) return { is: 'this', candidate };
	const listed = candidates.filter(({ likeness }) => likeness !== 'foreign');
	return listed.length > 0 ? { is: 'listed', candidates: listed } : { is: 'free' };
}

/** What a look just before sending leaves to be known later. */
export function listedBefore({ couldLook, candidates }: Sighting): ListedBefore {
	const ids = candidates.flatMap(({ id }) => id ?? []);
	return { ids, isComplete: couldLook && ids.length === candidates.length };
}

/** A result is not overwritten by a number that is not there yet. */
function saysMore({ id, isWaiting }: Candidate): boolean {
	return id !== null && !isWaiting;
}

/** Partners give an order a new number, as when it is split. Where an old one is gone, a new one may be that. */
function areStillListed({ ids }: ListedBefore, { candidates }: Sighting): boolean {
	const now = new Set(candidates.map(({ id }) => id));
	return ids.every((id) => now.has(id));
}
