import { stringify } from 'flatted';

import { toldChanges } from '../../soak/chaos/watchTold';
import { CHANGE } from './watchBooks';

const json = { ...CHANGE, foundAt: '2026-03-02T12:00:00.000Z', status: 'invoiced', answer: { orderId: 41200001 } };

/** An execution as n8n stores it. */
function stored(resultData: object, rest: object = {}): { data: string } {
	return { data: stringify({ resultData: { runData: {}, ...resultData }, ...rest }) };
}

it('the events of an execution stand in what ran, each as often as it was handed out', () => {
	const items = [{ json }, { json: { ...json, statusText: null, transactionId: undefined } }, { json }];
	const { changes } = toldChanges(stored({ runData: { Watch: [{ data: { main: [items] } }], Changes: [{ data: { main: [items] } }] } }));
	expect(changes).toEqual([CHANGE, { ...CHANGE, statusText: null }, CHANGE]);
});

it('or in what was still to be done, once', () => {
	const rest = { executionData: { nodeExecutionStack: [{ data: { main: [[{ json }, { json }]] } }] } };
	expect(toldChanges(stored({}, rest))).toEqual({ changes: [CHANGE] });
});

it('one that failed tells why, and no events', () => {
	expect(toldChanges(stored({ error: { message: 'SIPS is down' } }))).toEqual({ changes: [], error: 'SIPS is down' });
});

it('one of which n8n holds nothing tells nothing', () => {
	expect(toldChanges({ data: null })).toEqual({ changes: [] });
});

it('what n8n makes up for items that were lost with a killed process is no event', () => {
	const items = [{ json: { isArtificialRecoveredEventItem: true } }];
	expect(toldChanges(stored({ runData: { Watch: [{ data: { main: [items] } }] } }))).toEqual({ changes: [] });
});
