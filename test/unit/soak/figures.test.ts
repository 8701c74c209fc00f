import { figuresOf } from '../../soak/chaos/figures';
import { makePlan } from '../../soak/chaos/plan';
import type { Books } from '../../soak/chaos/records';
import { NO_WATCHES } from './watchBooks';

const RUN = { n8n: '2.8.4', asked: 1, submits: 2, kills: 3, pauses: 4, startedAgain: 5, unready: 0, edits: 6, unfinished: 7 };
const TOLD = { executionId: '1', flow: 'stop', status: 'error', callId: 'call-1' };
const EMPTY: Books = { held: [], orders: [], sentEvents: [], startedEvents: [], bareExecutions: [], credentials: [], secrets: [], watches: NO_WATCHES };

it('the figures of a run count every execution with an order once', () => {
	const outcome = { orderId: '1', queueId: null, transactionId: 't', alreadySubmitted: false, outcomeFrom: 'answer' };
	const orders = [
		{ ...TOLD, outcome: { ...outcome, state: 'accepted' } },
		{ ...TOLD, outcome: { ...outcome, state: 'queued' } },
		{ ...TOLD, failure: { kind: 'unknownOutcome', text: '' } },
		{ ...TOLD, failure: { kind: 'outage', text: '' } },
		{ ...TOLD, status: 'crashed' },
	];
	const startedEvents = ['1', '2', '2'].map((executionId) => ({ executionId, flow: 'off', key: 'a' }));
	const figures = new Map(figuresOf(makePlan(9, 5), RUN, { ...EMPTY, orders, startedEvents }, [{ what: 'an order placed twice', evidence: {} }]));
	const told = [...figures].filter(([name]) => name.startsWith('told')).map(([, count]) => Number(count));
	expect(figures.get('executions with an order')).toBe(5);
	expect(told.reduce((sum, count) => sum + count, 0)).toBe(5);
	expect(figures.get('events that started more than one in a workflow')).toBe(1);
	expect([figures.get('placed twice'), figures.get('lies in all'), figures.get('seed')]).toEqual([1, 1, 9]);
	expect(figures.get('times the database was slow, held, cut')).toMatch(/^\d+, \d+, \d+$/);
});
