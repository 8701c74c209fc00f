import { emptiness } from '../../soak/chaos/emptiness';
import type { Books } from '../../soak/chaos/records';
import { execution, NO_WATCHES } from './watchBooks';

const order = { executionId: '1', flow: 'stop', status: 'success', callId: 'call-1' };
const outcome = { state: 'accepted', orderId: '41200001', queueId: null, transactionId: 't-1', alreadySubmitted: false, outcomeFrom: 'answer' };
const held = { at: 'http://one', transactionId: 't-1', poNumber: 'PO-1', callId: 'call-1', orderId: '41200001', queueId: null, state: 'En Route', states: ['En Route'] };

const FULL: Books = {
	held: [held], orders: [{ ...order, outcome }], sentEvents: [], startedEvents: [{ executionId: '2', flow: 'off', key: 'OA | 1' }], bareExecutions: [], credentials: [], secrets: [],
	watches: { ...NO_WATCHES, executions: [execution('3', [{}]), execution('4', [{}], { flow: 'moved' })] },
};

it('a run in which everything happened is a test', () => {
	expect(emptiness(FULL)).toEqual([]);
});

it.each([{ held: [] }, { orders: [order] }, { startedEvents: [] }])('one without orders or events is none: %j', (without) => {
	expect(emptiness({ ...FULL, ...without })).toEqual(['No order was placed, or no event taken: that is no test of anything.']);
});

it('one in which a watch told nothing is none, also where its executions ran or failed', () => {
	const silent = (executions: Books['watches']['executions']) => emptiness({ ...FULL, watches: { ...FULL.watches, executions } });
	expect(silent([])).toHaveLength(2);
	expect(silent([execution('3', []), execution('4', [{}], { flow: 'moved' })])).toEqual(['The watch "all" told no event at all: that is no test of it.']);
	expect(silent([execution('3', [{}]), execution('4', [], { flow: 'moved', status: 'error' })])).toEqual(['The watch "moved" told no event at all: that is no test of it.']);
});
