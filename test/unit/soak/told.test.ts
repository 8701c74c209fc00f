import { stringify } from 'flatted';

import { reasonsOf } from '../../soak/chaos/reasons';
import { eventKey, secretsIn, startedEvents, toldOrder } from '../../soak/chaos/told';

/** An execution as n8n stores it. */
function row(status: string, runData: Record<string, unknown>, rest: object = {}) {
	return { id: '7', workflowId: 'w', status, data: stringify({ resultData: { runData }, ...rest }) };
}

const call = [{ data: { main: [[{ json: { body: { callId: 'call-12', poNumber: 'CHAOS-1' } } }]] } }];

describe('what an execution told of its order', () => {
	it('the order that came out', () => {
		const json = { state: 'accepted', orderId: '41200001', queueId: null, transactionId: 't', alreadySubmitted: true, outcomeFrom: 'lookUp', status: 'shipped', poNumber: 'CHAOS-1' };
		expect(toldOrder(row('success', { Call: call, Submit: [{ data: { main: [[{ json }]] } }] }), 'send', 'Submit')).toEqual({
			executionId: '7', flow: 'send', status: 'success', callId: 'call-12',
			outcome: { state: 'accepted', orderId: '41200001', queueId: null, transactionId: 't', alreadySubmitted: true, outcomeFrom: 'lookUp', status: 'shipped' },
		});
	});

	it('why it stopped', () => {
		const error = { message: 'Not sent', description: 'Nothing was sent.', context: { data: { kind: 'outage' } } };
		const told = toldOrder(row('error', { Call: call, Submit: [{ error }] }), 'stop', 'Submit');
		expect(told).toEqual({ executionId: '7', flow: 'stop', status: 'error', callId: 'call-12', failure: { kind: 'outage', text: 'Not sent Nothing was sent.' } });
		expect(reasonsOf([told, told])).toEqual(['2 x outage: Not sent Nothing was sent.']);
	});

	it('nothing, where it crashed: only who called', () => {
		const waiting = { executionData: { nodeExecutionStack: [{ data: { main: [[{ json: { body: { callId: 'call-12' } } }]] } }] } };
		expect(toldOrder(row('crashed', {}, waiting), 'stop', 'Submit')).toEqual({ executionId: '7', flow: 'stop', status: 'crashed', callId: 'call-12' });
		expect(toldOrder({ id: '7', workflowId: 'w', status: 'crashed', data: null }, 'stop', 'Submit')).toEqual({ executionId: '7', flow: 'stop', status: 'crashed', callId: undefined });
	});
});

describe('the event that an execution was started with', () => {
	const raw = { eventType: 'OA', eventId: '41200001', eventStatus: 'Order Accepted', eventDateTime: '2026-03-03T14:00:00' };
	const json = { eventKey: 'ab', raw, confirmation: { confirmed: true } };
	const started = { executionId: '7', flow: 'attach', key: eventKey(raw), confirmed: true };

	it('stands in what ran', () => {
		expect(startedEvents(row('success', { 'SRS Event': [{ data: { main: [[{ json }]] } }] }), 'attach')).toEqual([started]);
	});

	it('or in what was still to be done, once', () => {
		const waiting = { executionData: { nodeExecutionStack: [{ data: { main: [[{ json }, { json }]] } }] } };
		expect(startedEvents(row('crashed', {}, waiting), 'attach')).toEqual([started]);
	});
});

it('a secret is found by its name, wherever it stands', () => {
	const secrets = new Map([['the client secret', /hush/], ['a token', /tok-\d+/]]);
	expect(secretsIn(row('error', { Submit: [{ error: { message: 'x', stack: 'Bearer tok-1' } }] }), secrets)).toEqual([{ executionId: '7', what: 'a token' }]);
	expect(secretsIn({ id: '7', workflowId: 'w', status: 'new', data: null }, secrets)).toEqual([]);
});
