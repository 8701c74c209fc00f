import type { IDataObject } from 'n8n-workflow';

import { readPollParameters } from '../../../../../nodes/SrsSips/polling/pollParameters';
import { failureOf, fieldsOf, panel } from '../../../../support/panels/pure';

const read = (values: Record<string, unknown> = {}) => readPollParameters(panel(values));
const named = (...list: IDataObject[]) => ({ 'options.alsoWaitFor': list });
const QUEUED_AT = '2026-03-02T08:15:27Z';

describe('the panel of the watch', () => {
	it('asks for everything unless a person says otherwise', () => {
		expect(read()).toMatchObject({
			rules: { tellsExisting: false, lostAfterMs: 15 * 60_000, lookBackDays: 30, openOrderDays: 90 },
			filters: { customerCode: '', branchCode: '', poNumberPrefix: '' },
			rowLimit: 1000,
			timeoutMs: 30_000,
		});
		expect([...read().rules.wanted].sort()).toEqual(['newInvoice', 'orderLost', 'orderQueued', 'statusChanged']);
		expect(read().named.size).toBe(0);
	});

	it('takes what a person enters', () => {
		const parameters = read({
			events: ['orderLost'], lostAfterMinutes: '5', includeExisting: true, 'filters.customerCode': ' DEMO100 ', 'filters.poNumberPrefix': 'JOB-',
			'options.lookBackDays': 7, 'options.openOrderDays': 365, 'options.rowLimit': 0, 'options.timeoutMs': 1_000,
		});
		expect(parameters).toMatchObject({
			rules: { tellsExisting: true, lostAfterMs: 300_000, lookBackDays: 7, openOrderDays: 365 },
			filters: { customerCode: 'DEMO100', poNumberPrefix: 'JOB-' },
			rowLimit: undefined,
			timeoutMs: 1_000,
		});
		expect([...parameters.rules.wanted]).toEqual(['orderLost']);
	});

	it('does not take a filter or an option that comes to nothing for one that was not added', () => {
		const failure = failureOf(() => read({ filters: { customerCode: null, branchCode: ' ' }, 'filters.branchCode': ' ', options: { lookBackDays: null, alsoWaitFor: [] } }));
		expect(fieldsOf(failure)).toEqual(['Branch Code', 'Customer Code', 'Look Back (Days)']);
		expect(read({ options: { alsoWaitFor: [] } }).named.size).toBe(0);
	});

	it('names every faulty field at once', () => {
		const failure = failureOf(() =>
			read({
				events: ['orderGone'], lostAfterMinutes: 0, 'options.lookBackDays': 366, 'options.openOrderDays': 1.5, 'options.rowLimit': -1, 'options.timeoutMs': 'soon',
				'filters.branchCode': {}, ...named({}, { poNumber: 'PO', queuedAt: '2026-03-02' }),
			}),
		);
		expect(fieldsOf(failure).sort()).toEqual([
			'Also Wait For 1: queuedAt', 'Also Wait For 1: transactionId, poNumber or orderId', 'Also Wait For 2: queuedAt', 'Branch Code',
			'Look Back (Days)', 'Lost After (Minutes)', 'Open Orders For (Days)', 'Row Limit', 'Timeout (Ms)', 'Trigger On',
		]);
	});

	it.each([
		['customer', { 'filters.customerCode': 'DEMO100' }],
		['branch', { 'filters.branchCode': 'SBDEN' }],
		['PO number prefix', { 'filters.poNumberPrefix': 'JOB' }],
		['look back', { 'options.lookBackDays': 31 }],
	])('has another view with another %s', (_what, values) => {
		expect(read(values).scope).not.toBe(read().scope);
	});

	it.each([
		['events', { events: ['orderLost'] }],
		['capitals', { 'filters.customerCode': '' }],
		['time until lost', { lostAfterMinutes: 1 }],
		['row limit', { 'options.rowLimit': 5 }],
	])('has the same view with other %s', (_what, values) => {
		expect(read(values).scope).toBe(read().scope);
	});
});

describe('Also Wait For', () => {
	it.each<[string, unknown]>([
		['as a list', [{ poNumber: 'PO-1', queuedAt: QUEUED_AT }]],
		['as text', JSON.stringify([{ poNumber: 'PO-1', queuedAt: QUEUED_AT }])],
		['as a single order', { poNumber: 'PO-1', queuedAt: QUEUED_AT }],
		['with a time in milliseconds', [{ poNumber: 'PO-1', queuedAt: Date.parse(QUEUED_AT) }]],
		['with a time of another zone', [{ poNumber: 'PO-1', queuedAt: '2026-03-02 10:15:27+02:00' }]],
		['with a Date', [{ poNumber: 'PO-1', queuedAt: new Date(QUEUED_AT) }]],
		['with a Luxon date', [{ poNumber: 'PO-1', queuedAt: { toMillis: () => Date.parse(QUEUED_AT) } }]],
	])('is read %s', (_what, value) => {
		expect([...read({ 'options.alsoWaitFor': value }).named.values()]).toMatchObject([
			{ poNumber: 'PO-1', transactionId: null, orderId: null, queuedAt: Date.parse(QUEUED_AT), phase: 'waiting', isNamed: true },
		]);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['empty text', ''],
		['an empty list', '[]'],
	])('may be %s', (_what, value) => {
		expect(read({ 'options.alsoWaitFor': value }).named.size).toBe(0);
	});

	it.each<[string, unknown]>([
		['text that is no JSON', 'PO-1'],
		['a list of numbers', [7]],
		['a time without a zone', [{ poNumber: 'PO-1', queuedAt: '2026-03-02T08:15:27' }]],
		['a time that is none', [{ poNumber: 'PO-1', queuedAt: '2026-13-45T08:15:27Z' }]],
	])('must not be %s', (_what, value) => {
		expect(failureOf(() => read({ 'options.alsoWaitFor': value })).details.faults).toHaveLength(1);
	});

	it('names an order once, by its transaction id first', () => {
		const twice = named({ transactionId: 'TX', poNumber: 'A', queuedAt: QUEUED_AT }, { transactionId: 'tx', poNumber: 'B', queuedAt: QUEUED_AT }, { orderId: 7, queuedAt: QUEUED_AT });
		expect([...read(twice).named.keys()]).toEqual(['t:tx', 'o:7']);
	});
});
