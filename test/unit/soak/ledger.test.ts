import { liesIn } from '../../soak/chaos/ledger';
import { denialIn } from '../../soak/chaos/ledgerFailures';
import type { Books, HeldOrder, SentEvent, StartedEvent, ToldOrder, ToldOutcome } from '../../soak/chaos/records';
import { NO_WATCHES } from './watchBooks';

const HELD: HeldOrder = {
	at: 'http://one', transactionId: 't-1', poNumber: 'PO-1', callId: 'call-1', orderId: '41200001', queueId: null, state: 'En Route', states: ['Order Received', 'En Route'],
};
const QUEUED: HeldOrder = { ...HELD, transactionId: 't-2', callId: 'call-2', orderId: null, queueId: 'q-2', state: 'Queued', states: ['Queued'] };
const OTHER: HeldOrder = { ...HELD, transactionId: 't-3', callId: 'call-3', orderId: '41200003' };
const OUTCOME: ToldOutcome = { state: 'accepted', orderId: '41200001', queueId: null, transactionId: 't-1', alreadySubmitted: false, outcomeFrom: 'answer' };
const TOLD: ToldOrder = { executionId: '1', flow: 'stop', status: 'success', callId: 'call-1' };
const CRASHED = [QUEUED, OTHER].map(({ callId }, at): ToldOrder => ({ ...TOLD, executionId: String(at + 10), status: 'crashed', callId }));

function books(changes: Partial<Books> = {}): Books {
	return { held: [HELD, QUEUED, OTHER], orders: [], sentEvents: [], startedEvents: [], bareExecutions: [], credentials: [], secrets: [], watches: NO_WATCHES, ...changes };
}

/** What is found where one execution told this, and all others crashed. */
function told(changes: Partial<ToldOrder>, held = [HELD, QUEUED, OTHER]): string[] {
	return liesIn(books({ held, orders: [{ ...TOLD, ...changes }, { ...TOLD, executionId: '9', status: 'crashed' }, ...CRASHED] })).map(({ what }) => what);
}

describe('what Submit put out', () => {
	const cases: Array<[string, Partial<ToldOutcome>, string[]]> = [
		['the order as it is', {}, []],
		['placed before, found again', { alreadySubmitted: true, outcomeFrom: 'lookUp' }, []],
		['the queue id of its order', { state: 'queued', orderId: null, queueId: 'q-2', transactionId: 't-2', alreadySubmitted: true }, []],
		['accepted, and there is none', { transactionId: 't-none', orderId: '41299999' }, ['told accepted, and no such order exists']],
		['accepted under a number that nobody has', { orderId: '41299999' }, ['told accepted, and no such order exists']],
		['accepted under the number of another order', { orderId: '41200003' }, ['told accepted under the number of another order']],
		['a queued order as accepted', { transactionId: 't-2', orderId: '41200001', alreadySubmitted: true }, ['told accepted under the number of another order']],
		['queued under a queue id that nobody gave', { state: 'queued', orderId: null, queueId: 'q-9' }, ['told queued, and no such order exists']],
		['no number at all', { orderId: null }, ['told accepted, and no such order exists']],
		['a status that it has reached', { status: 'accepted' }, []],
		['delivered, which it is not', { status: 'delivered' }, ['told delivered, which it never was']],
		['rejected, which it is not', { state: 'rejected', status: 'rejected' }, ['told rejected, which it never was']],
		['rejected without a status', { state: 'rejected' }, ['told rejected, which it never was']],
		['as placed by this run, though another did', { orderId: '41200003', transactionId: 't-3' }, ['told as placed by this run, though another one placed it']],
	];

	it.each(cases)('%s', (_name, outcome, lies) => {
		expect(told({ outcome: { ...OUTCOME, ...outcome } })).toEqual(lies);
	});

	it('the number that two environments gave to it', () => {
		const elsewhere = { ...HELD, at: 'http://two', callId: 'foreign-1' };
		expect(told({ outcome: OUTCOME }, [elsewhere, HELD, QUEUED, OTHER])).toEqual([]);
	});

	it('a status that the order has reached since', () => {
		const delivered = { ...HELD, state: 'Completed', states: ['Order Received', 'En Route', 'Arrived', 'Completed'] };
		for (const status of ['shipped', 'delivered']) expect(told({ outcome: { ...OUTCOME, status } }, [delivered, QUEUED, OTHER])).toEqual([]);
		expect(told({ outcome: { ...OUTCOME, status: 'invoiced' } }, [delivered, QUEUED, OTHER])).toHaveLength(1);
	});
});

describe('why Submit stopped', () => {
	const label = '(PO PO-1, transaction t-1)';
	const cases: Array<[string, ToldOrder['failure'], string | undefined]> = [
		['unknown', { kind: 'unknownOutcome', text: `It is not known whether the order was placed ${label}: no answer` }, undefined],
		['recorded before', { kind: 'unknownOutcome', text: `Not sent again ${label}: this n8n recorded it before, as sent or about to be sent` }, undefined],
		['a broken answer', { kind: 'brokenAnswer', text: 'SIPS answered with a page' }, undefined],
		['an error of the host', { text: 'Connection terminated' }, undefined],
		['nothing was sent', { kind: 'configuration', text: 'Not sent, since n8n could not record it first. Nothing was sent.' }, 'Nothing was sent'],
		['no order was placed', { kind: 'permission', text: 'SIPS refused the order. No order was placed. Ask.' }, 'No order was placed'],
		['not checked', { kind: 'outage', text: `Not sent ${label}, since it could not be checked.` }, 'Not sent ('],
		['a kind that says so', { kind: 'authentication', text: 'SIPS gave no token' }, 'error of kind authentication'],
		['a denial in an error of unknown outcome', { kind: 'unknownOutcome', text: 'Who knows. Nothing was sent.' }, 'Nothing was sent'],
	];

	it.each(cases)('%s', (_name, failure, denial) => {
		expect(failure && denialIn(failure)).toBe(denial);
		expect(told({ status: 'error', failure })).toEqual(denial === undefined ? [] : [`told "${denial}" of an order that it placed`]);
		// Of what another call placed it may say that it sent nothing itself.
		expect(told({ status: 'error', callId: 'call-7', failure })).toEqual([]);
	});

	it('names what the partner lists, and only that', () => {
		const failure = (ids: string) => ({ kind: 'conflict', text: `Not sent ${label}: the partner already lists ${ids} that looks like it` });
		expect(told({ callId: 'call-7', failure: failure('41200001, 41200003') })).toEqual([]);
		expect(told({ callId: 'call-7', failure: failure('41200001, 41299999') })).toEqual(['told as listed by the partner, which holds no such order']);
	});
});

describe('what the partner holds', () => {
	const known = [TOLD, ...CRASHED];

	it('an order twice under one transaction id, in one environment', () => {
		const twice = { ...HELD, orderId: '41200009' };
		expect(liesIn(books({ held: [HELD, twice], orders: known }))).toEqual([{ what: 'an order placed twice', evidence: [HELD, twice] }]);
		// Another environment is another business.
		expect(liesIn(books({ held: [HELD, { ...twice, at: 'http://two' }], orders: known }))).toEqual([]);
	});

	it('an order of which no execution knows, unless somebody else placed it', () => {
		expect(liesIn(books({ orders: CRASHED })).map(({ what }) => what)).toEqual(['an order that no execution knows of']);
		expect(liesIn(books({ held: [{ ...HELD, callId: 'foreign-PO-1' }] }))).toEqual([]);
	});
});

describe('events', () => {
	const sent: SentEvent = { flow: 'off', key: 'OA | 1', isReal: true, status: 200, answer: '{"message":"Workflow was started"}', sentAt: 100_000, answeredAt: 101_000 };
	const started: StartedEvent = { executionId: '5', flow: 'off', key: 'OA | 1' };
	const cases: Array<[string, Partial<SentEvent>, Partial<StartedEvent> | undefined, string[]]> = [
		['taken and started', {}, {}, []],
		['taken and started by its first call', { answer: 'Received before' }, {}, []],
		['no answer, and started all the same', { status: null, answer: '' }, {}, []],
		['no answer, and not started', { status: null, answer: '' }, undefined, []],
		['refused for now', { status: 503, answer: 'Send it again later.' }, undefined, []],
		['taken and not started', {}, undefined, ['an event answered 2xx that started nothing']],
		['received before, and never started', { answer: 'Received before' }, undefined, ['an event answered 2xx that started nothing']],
		['taken, and started in another workflow', {}, { flow: 'drop' }, ['an event answered 2xx that started nothing']],
		['swallowed by an n8n that starts up', { answer: 'n8n is starting up. Please wait' }, undefined, []],
		['dropped, since it does not exist', { isReal: false, answer: 'Received, not confirmed' }, undefined, []],
		['dropped, though it exists', { answer: 'Received, not confirmed' }, undefined, ['an event dropped as not confirmed, though what it names exists']],
		['confirmed', {}, { confirmed: true }, []],
		['nobody knows', {}, { confirmed: null }, []],
		['not confirmed, though it exists', {}, { confirmed: false }, ['an event told as not confirmed, which is not so']],
		['confirmed, though it was made up', { isReal: false }, { confirmed: true }, ['an event told as confirmed, which is not so']],
	];

	it.each(cases)('%s', (_name, answer, start, lies) => {
		const found = liesIn(books({ held: [], sentEvents: [{ ...sent, ...answer }], startedEvents: start ? [{ ...started, ...start }] : [] }));
		expect(found.map(({ what }) => what)).toEqual(lies);
	});

	it('an execution that n8n stored without its event counts for one that was being sent then, and for no other', () => {
		const bare = { executionId: '6', flow: 'off', seenAt: 103_000 };
		const found = (changes: Partial<typeof bare>, events = [sent]) => liesIn(books({ held: [], sentEvents: events, bareExecutions: [{ ...bare, ...changes }] })).length;
		expect(found({})).toBe(0);
		expect(found({ flow: 'drop' })).toBe(1);
		expect(found({ seenAt: 99_000 })).toBe(1);
		expect(found({ seenAt: 120_000 })).toBe(1);
		expect(found({}, [sent, { ...sent, key: 'OA | 2' }])).toBe(1);
		// Of two calls of one event the first may have started it, and got no answer.
		expect(found({}, [{ ...sent, status: null }, { ...sent, answer: 'Received before', sentAt: 500_000, answeredAt: 500_100 }])).toBe(0);
	});

	it('nobody sent', () => {
		expect(liesIn(books({ held: [], startedEvents: [started] })).map(({ what }) => what)).toEqual(['an execution of an event that nobody sent']);
	});
});

describe('credentials and secrets', () => {
	it('an edit that was undone is named, and a secret not shown', () => {
		const saved = { baseUrl: 'http://one', clientSecret: 'new', scope: 'ALL' };
		const of = (stored: Record<string, unknown>) => liesIn(books({ held: [], credentials: [{ name: 'SIPS', when: 'at the end', saved, stored }] }));
		expect(of({ ...saved, accessTokenCheck: '' })).toEqual([]);
		const [lie] = of({ ...saved, baseUrl: 'http://old', clientSecret: 'old' });
		expect(lie).toEqual({
			what: 'an edit of a credential was undone',
			evidence: {
				name: 'SIPS', when: 'at the end', undone: ['baseUrl', 'clientSecret'],
				saved: { baseUrl: 'http://one', clientSecret: '(hidden)' }, stored: { baseUrl: 'http://old', clientSecret: '(hidden)' },
			},
		});
	});

	it('a secret in an execution', () => {
		expect(liesIn(books({ held: [], secrets: [{ executionId: '3', what: 'a token' }] }))).toEqual([{ what: 'a secret in an execution', evidence: { executionId: '3', what: 'a token' } }]);
	});
});
