import { judge, judgeFirst, listedBefore, type Known } from '../../../../engine/idempotency/evidence';
import type { LookUpResult } from '../../../../engine/idempotency/evidence';
import type { Candidate } from '../../../../engine/operation/candidate';

const doubted = (id: string): Candidate => ({ id, likeness: 'maybe', doubt: 'dated 2026-01-01', items: [] });
const row = (id: string | null, likeness: Candidate['likeness'] = 'maybe', isWaiting = false): Candidate => ({ id, likeness, isWaiting, items: [] });
const refused = (id: string | null): Candidate => ({ id, likeness: 'same', isRefused: true, items: [] });
const list = (...candidates: Candidate[]): LookUpResult => ({ couldLook: true, candidates });
const BLIND: LookUpResult = { couldLook: false, candidates: [] };

const sent = (before: string[] = []): Known => ({ is: 'sent', before });
const RECORDED: Known = { is: 'recorded' };
const DONE: Known = { is: 'done' };
const NOBODY: ReadonlySet<string> = new Set();
const results = (...ids: string[]): ReadonlySet<string> => new Set(ids);

/** A verdict in one word: the number that is adopted, `asBefore`, or `unknown` with what may be it. */
function told(known: Known, seen: LookUpResult, otherIds: ReadonlySet<string>): string {
	const verdict = judge(known, seen, otherIds);
	if (verdict.is === 'this') return String(verdict.candidate.id);
	if (verdict.is === 'asBefore') return 'asBefore';
	return ['unknown', ...verdict.mayBe.map(({ id }) => String(id))].join(' ');
}

describe('what may be told of a write that was sent or recorded before', () => {
	it.each<[string, Known, LookUpResult, ReadonlySet<string>, string]>([
		['sent, and nothing is listed', sent(), list(), NOBODY, 'unknown'],
		['sent, and the partner cannot be asked', sent(), BLIND, NOBODY, 'unknown'],
		['sent, and its key is listed', sent(), list(row('8', 'same')), NOBODY, '8'],
		['sent, and its key is listed beside another one', sent(['7']), list(row('7'), row('8', 'same'), row('9')), NOBODY, '8'],
		['sent, and one is new: it may have been queued before', sent(), list(row('8')), NOBODY, 'unknown 8'],
		['sent, and one is new beside an old one', sent(['7']), list(row('8'), row('7')), NOBODY, 'unknown 8'],
		['sent, and only the old one is listed', sent(['7']), list(row('7')), NOBODY, 'unknown'],
		['sent, and two are new', sent(), list(row('8'), row('9')), NOBODY, 'unknown 8 9'],
		['sent, and the new one carries another key', sent(), list(row('8', 'other')), NOBODY, 'unknown'],
		['sent, and the new one has no number', sent(), list(row(null)), NOBODY, 'unknown null'],
		['sent, and one of two new ones has no number', sent(), list(row('8'), row(null)), NOBODY, 'unknown 8 null'],
		['sent, and the old one is gone: the new one may be it', sent(['7']), list(row('8')), NOBODY, 'unknown 8'],
		['sent, and the new one is the result of another', sent(), list(row('8')), results('8'), 'unknown'],
		['sent, and one of two new ones is the result of another', sent(), list(row('8'), row('9')), results('8'), 'unknown 9'],
		['recorded elsewhere, and nothing is listed', RECORDED, list(), NOBODY, 'unknown'],
		['recorded elsewhere, and one is listed', RECORDED, list(row('8')), NOBODY, 'unknown 8'],
		['recorded elsewhere, and its key is listed', RECORDED, list(row('8', 'same'), row('7')), NOBODY, '8'],
		['sent, and the new one is in doubt', sent(), list(doubted('8')), NOBODY, 'unknown 8'],
		['sent, and of two new ones one is in doubt', sent(), list(row('9'), doubted('8')), NOBODY, 'unknown 9 8'],
		['sent, and the new one names another owner', sent(), list(row('8', 'foreign')), NOBODY, 'unknown 8'],
		['sent, and one is new beside one of another owner', sent(), list(row('8', 'foreign'), row('9')), NOBODY, 'unknown 8 9'],
		['sent, and the one of another owner was there before', sent(['7']), list(row('7', 'foreign')), NOBODY, 'unknown'],
		['recorded elsewhere, and one of another owner is listed', RECORDED, list(row('8', 'foreign')), NOBODY, 'unknown 8'],
		['done, and nothing is listed', DONE, list(), NOBODY, 'asBefore'],
		['done, and the partner cannot be asked', DONE, BLIND, NOBODY, 'asBefore'],
		['done, and one is listed', DONE, list(row('8')), NOBODY, 'asBefore'],
		['done, and its key is listed', DONE, list(row('8', 'same')), NOBODY, '8'],
		['done, and its key is listed without a number', DONE, list(row(null, 'same')), NOBODY, 'asBefore'],
		['done, and its key is listed as still waiting', DONE, list(row('8', 'same', true)), NOBODY, 'asBefore'],
		['done, and its key is listed as refused, without a number', DONE, list(refused(null)), NOBODY, 'null'],
		['done, and its key is listed as refused, and as waiting', DONE, list(refused('7'), row('8', 'same', true)), NOBODY, 'asBefore'],
		['done, and the list shows that it is not so any more', DONE, { ...list(), isUndone: true }, NOBODY, 'unknown'],
		['done, and its key is listed', DONE, { ...list(row('8', 'same')), isUndone: true }, NOBODY, '8'],
		['sent, and its key is listed as refused, then anew', sent(), list(refused('7'), row('8', 'same')), NOBODY, '8'],
		['sent, and its key is listed as waiting, then with a number', sent(), list(row('7', 'same', true), row('8', 'same')), NOBODY, '8'],
		['sent, and its key is listed as refused, then as waiting', sent(), list(refused('7'), row('8', 'same', true)), NOBODY, '8'],
		['sent, and its key is listed as refused twice', sent(), list(refused('7'), refused('8')), NOBODY, '7'],
	])('%s', (_what, known, seen, otherIds, expected) => {
		expect(told(known, seen, otherIds)).toBe(expected);
	});
});

describe('what may be told of a write of which nothing is known', () => {
	it.each<[string, LookUpResult, string]>([
		['nothing is listed', list(), 'free'],
		['the partner cannot be asked', BLIND, 'blind'],
		['its key is listed', list(row('7'), row('8', 'same')), 'this'],
		['one is listed that may be it', list(row('7')), 'listed'],
		['one is listed that is another', list(row('7', 'other')), 'listed'],
	])('%s: %#', (_what, seen, expected) => {
		expect(judgeFirst(seen).is).toBe(expected);
	});

	it('is itself in the row that is alive, not in the one that was refused', () => {
		expect(judgeFirst(list(refused('7'), row('8', 'same')))).toMatchObject({ is: 'this', candidate: { id: '8' } });
	});

	it.each<[string, LookUpResult, string[]]>([
		['numbers', list(row('7'), row('8', 'other')), ['7', '8']],
		['nothing', list(), []],
		['one without a number', list(row('7'), row(null)), ['7']],
		['no answer', BLIND, []],
	])('and what is kept of %s', (_what, seen, expected) => {
		expect(listedBefore(seen)).toEqual(expected);
	});
});
