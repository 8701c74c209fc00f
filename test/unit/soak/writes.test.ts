import { spread, WRITE_FAULTS } from '../../soak/writes/faults';
import { writesTable, type Round } from '../../soak/writes/judge';
import { tellingOf } from '../../soak/writes/writeTrial';
import type { WriteFault } from '../../support/services/writesOfService';

const AFTER: WriteFault = { name: 'after', carriedOut: 1 };
const BEFORE: WriteFault = { name: 'before', carriedOut: 0 };
const GOOD: Round = { service: 'Made Up', name: 'thing.create', isHarmlessTwice: false, isAnew: false, tellings: [{ is: 'done', text: '[{"thingId":"t-1"}]' }], sent: 1, held: ['t-1'] };
const UNKNOWN = { is: 'unknown', message: 'unknownOutcome: nobody knows' } as const;
const REFUSED = { is: 'refused', message: 'conflict: (409): one is under way' } as const;
const FAILED = { is: 'failed', message: 'outage: nothing was sent' } as const;

function faultsOf(fault: WriteFault, changes: Partial<Round>): readonly string[] {
	return writesTable([{ fault, rounds: [{ ...GOOD, ...changes }], tookMs: 0 }]).faults;
}

describe('a write under a fault', () => {
	it.each<[string, WriteFault, Partial<Round>]>([
		['told as done, as the partner holds it', AFTER, {}],
		['told as unknown, and the partner holds it', AFTER, { tellings: [UNKNOWN] }],
		['told as unknown, and the partner does not hold it', BEFORE, { tellings: [UNKNOWN], held: [] }],
		['told by nobody, since n8n was killed, and then as unknown', AFTER, { tellings: [{ is: 'nothing' }, UNKNOWN] }],
		['sent again, and refused by its key', AFTER, { sent: 2, isHarmlessTwice: true }],
		['lost, sent again by another execution, and carried out by that', BEFORE, { sent: 2, isHarmlessTwice: true, tellings: [{ is: 'nothing' }, ...GOOD.tellings] }],
		['sent again by another execution, and told as refused because of what is there', AFTER, { sent: 2, isHarmlessTwice: true, tellings: [{ is: 'nothing' }, REFUSED] }],
		['carried out again by another execution, of which each is meant anew', AFTER, { sent: 2, isAnew: true, held: ['t-1', 't-1'], tellings: [{ is: 'nothing' }, ...GOOD.tellings] }],
	])('is as it should be: %s', (_what, fault, changes) => {
		expect(faultsOf(fault, changes)).toEqual([]);
	});

	it.each<[string, WriteFault, Partial<Round>, RegExp]>([
		['carried out twice', AFTER, { sent: 2, held: ['t-1', 't-2'] }, /carried out more than once/],
		['carried out twice under a key', AFTER, { sent: 2, isHarmlessTwice: true, held: ['t-1', 't-1'] }, /carried out more than once/],
		['carried out twice by one execution, of which each is meant anew', AFTER, { sent: 2, isAnew: true, held: ['t-1', 't-1'] }, /carried out more than once/],
		['sent twice by one execution, of which each is meant anew', AFTER, { sent: 2, isAnew: true }, /nothing at the partner/],
		['sent again without a key', AFTER, { sent: 2 }, /nothing at the partner/],
		['told as done and not held', BEFORE, { held: [] }, /not what the partner holds/],
		['told as done under the number of another one', AFTER, { held: ['t-2'] }, /not what the partner holds/],
		['held, and told as not done', AFTER, { tellings: [FAILED] }, /no execution says/],
		['held, and told by nobody', AFTER, { tellings: [{ is: 'nothing' }] }, /no execution says/],
		['held, and told as refused, where two are no conflict', AFTER, { tellings: [REFUSED] }, /no execution says/],
		['never sent', BEFORE, { sent: 0, held: [], tellings: [FAILED] }, /proves nothing/],
		['not carried out where it is meant to be', AFTER, { held: [], tellings: [UNKNOWN] }, /proves nothing/],
		['carried out where it is not meant to be', BEFORE, { tellings: [UNKNOWN] }, /proves nothing/],
		['not done though nothing stands in the way', { ...AFTER, isDone: true }, { tellings: [UNKNOWN] }, /proves nothing/],
	])('is told of where it was %s', (_what, fault, changes, words) => {
		expect(faultsOf(fault, changes)).toEqual([expect.stringMatching(words)]);
	});

	it('stands in the figures of its case', () => {
		const rounds = [GOOD, { ...GOOD, tellings: [UNKNOWN] }, { ...GOOD, name: 'thing.end', sent: 2, isHarmlessTwice: true }];
		expect(writesTable([{ fault: AFTER, rounds, tookMs: 1_400 }]).rows).toEqual([['after', 3, 2, 2, 1, 0, 0, 4, 3, 0, 0, 1, 0, 0, 0, 1]]);
	});
});

describe('the writes of a fault', () => {
	const names = ['a', 'b', 'c'];

	it('are all of them, with as many times as there are writes', () => {
		for (const [at] of WRITE_FAULTS.entries()) expect(spread(names, 3, at).sort()).toEqual(names);
	});

	it('go on from one fault to the next, with fewer times', () => {
		expect([0, 1, 2].map((at) => spread(names, 2, at))).toEqual([['a', 'b'], ['c', 'a'], ['b', 'c']]);
	});
});

describe('what an execution told', () => {
	const ended = (status: string, run?: object) => ({ status, data: { resultData: { runData: run ? { Write: [run] } : {} } } }) as never;
	const error = (kind?: string, message = 'It failed') => ({ error: { message, context: { data: { kind } } } });

	it.each([
		['its items', ended('success', { data: { main: [[{ json: { id: 't-1' } }]] } }), { is: 'done', text: '[{"id":"t-1"}]' }],
		['that nobody knows', ended('error', error('unknownOutcome')), { is: 'unknown', message: 'unknownOutcome: It failed' }],
		['that it failed', ended('error', error('outage')), { is: 'failed', message: 'outage: It failed' }],
		['that the partner refused it', ended('error', error('conflict', 'It is there (409)')), { is: 'refused', message: 'conflict: It is there (409)' }],
		['that it was not sent', ended('error', error('conflict', 'Not sent')), { is: 'failed', message: 'conflict: Not sent' }],
		['that it failed, in words of n8n', ended('error', { error: { message: 'It failed' } }), { is: 'failed', message: 'of no kind: It failed' }],
		['nothing, with an item that n8n made up for a node whose process was killed', ended('crashed', { data: { main: [[{ json: { isArtificialRecoveredEventItem: true } }]] } }), { is: 'nothing' }],
		['no item', ended('success'), { is: 'failed', message: 'no item, and the execution ended as success' }],
	])('%s', (_what, execution, telling) => {
		expect(tellingOf(execution)).toEqual(telling);
	});
});
