import fc from 'fast-check';

import { tidyEvent } from '../../../../../nodes/SrsSips/webhook/events';
import { filterFault, passes, readEventFilters } from '../../../../../nodes/SrsSips/webhook/eventFilters';

const event = (changes: Record<string, unknown> = {}) =>
	tidyEvent({ eventType: 'OU', eventStatus: 'Order Confirmed', subscriberReferenceNum: 'JOB-7731', subscriberReferenceNum3: 'WF-2026-1', ...changes } as never);

const isPassed = (filters: unknown, changes?: Record<string, unknown>, kinds: unknown = []) => passes(event(changes), readEventFilters(kinds, filters));

describe('filters of events', () => {
	it.each<[string, object, Record<string, unknown>, boolean]>([
		['no filter', {}, {}, true],
		['empty filters', { poNumberPrefix: ' ', transactionIdPrefix: '', statusWords: ' , ' }, {}, true],
		['a PO number that begins so', { poNumberPrefix: 'JOB-' }, {}, true],
		['a PO number in other capitals', { poNumberPrefix: 'job-7' }, {}, true],
		['a PO number that holds it elsewhere', { poNumberPrefix: '7731' }, {}, false],
		['an event without a PO number', { poNumberPrefix: 'J' }, { subscriberReferenceNum: null }, false],
		['a PO number that is a number', { poNumberPrefix: 77 }, { subscriberReferenceNum: 7731 }, true],
		['a transaction ID that begins so', { transactionIdPrefix: 'wf-2026' }, {}, true],
		['another transaction ID', { transactionIdPrefix: 'WF-2027' }, {}, false],
		['a status with the word in it', { statusWords: 'firm' }, {}, true],
		['a status with one of the words in it', { statusWords: 'cancel, CONFIRMED' }, {}, true],
		['a status with none of them', { statusWords: 'cancel,ship' }, {}, false],
		['an event without a status', { statusWords: 'confirm' }, { eventStatus: undefined }, false],
		['one of two filters', { poNumberPrefix: 'JOB', statusWords: 'ship' }, {}, false],
		['both filters', { poNumberPrefix: 'JOB', statusWords: 'confirm' }, {}, true],
	])('with %s', (_what, filters, changes, expected) => {
		expect(isPassed(filters, changes)).toBe(expected);
	});

	it('hold beside the kinds', () => {
		expect([isPassed({ poNumberPrefix: 'JOB' }, {}, ['OU']), isPassed({ poNumberPrefix: 'JOB' }, {}, ['DU']), isPassed({ poNumberPrefix: 'X' }, {}, ['OU'])]).toEqual([true, false, false]);
	});

	it('are read, or are a fault, and never break', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (kinds, statusWords) => {
				const fault = filterFault(kinds, { statusWords });
				const { kinds: read, statusWords: words } = readEventFilters(kinds, { statusWords });
				const isUnset = statusWords === undefined || statusWords === null;
				if (fault === undefined) expect([read.length > 0 || kinds === undefined || (Array.isArray(kinds) && kinds.length === 0), words.length > 0 || isUnset]).toEqual([true, true]);
			}),
		);
	});

	it('let everything through where there are none, and never break', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.object(), (kinds, filters, body) => {
				const read = readEventFilters(kinds, filters);
				expect(typeof passes(tidyEvent(body as never), read)).toBe('boolean');
				expect(passes(tidyEvent(body as never), readEventFilters([], null))).toBe(true);
			}),
		);
	});

	it('find every word that is in the status, wherever and however it is written', () => {
		const word = fc.string({ unit: fc.constantFrom(...'abcXYZ- '), minLength: 1 }).filter((text) => text.trim() !== '');
		fc.assert(
			fc.property(fc.string(), word, fc.string(), (before, found, after) => {
				expect(isPassed({ statusWords: found.toUpperCase() }, { eventStatus: `${before}${found.trim()}${after}` })).toBe(true);
			}),
		);
	});
});
