import type { IWebhookFunctions } from 'n8n-workflow';

import { dateFault, dateMinutes } from '../../../../engine/webhook/dateAge';

const NOW = Date.UTC(2026, 2, 3, 8, 30);
const at = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString();

describe('the date of a call', () => {
	it.each([
		['now', 0, 5],
		['as old as allowed', -300, 5],
		['as far ahead as allowed', 300, 5],
		['older, where that is allowed', -3_600, 60],
	])('may be %s', (_what, seconds, minutes) => {
		expect(dateFault(at(seconds), minutes, NOW)).toBeUndefined();
	});

	it.each([
		[-301, 5, 'The header Date is 6 minutes old. At most 5 minutes may lie between it and now.'],
		[301, 5, 'The header Date lies 6 minutes ahead. At most 5 minutes may lie between it and now.'],
		[-61, 1, 'The header Date is 2 minutes old. At most 1 minute may lie between it and now.'],
		[-3 * 3_600, 5, 'The header Date is 3 hours old. At most 5 minutes may lie between it and now.'],
		[24 * 3_600, 5, 'The header Date lies 24 hours ahead. At most 5 minutes may lie between it and now.'],
		[-400 * 86_400, 5, 'The header Date is 400 days old. At most 5 minutes may lie between it and now.'],
	])('%i seconds away is told in words a person understands', (seconds, minutes, words) => {
		expect(dateFault(at(seconds), minutes, NOW)).toBe(words);
	});

	it.each([
		'Tue, 03 Mar 2026 08:30:00 GMT', 'Tue, 3 Mar 2026 08:30:00 GMT', '03 Mar 2026 08:30:00 GMT', 'Tue, 03 Mar 2026 08:30:00 +0000', 'Tue, 03 Mar 2026 09:30:00 +0100', 'tue, 03 mar 2026 08:30:00 utc',
	])('is read where it is spelt %s', (date) => {
		expect(dateFault(date, 1, NOW)).toBeUndefined();
	});

	it.each([
		undefined, null, '', 7, ['Tue, 03 Mar 2026 08:30:00 GMT'], 'Tue, 03 Mar 2026 08:30:00', 'Tue, 03 Mar 2026 08:30:00 CET', 'Tue, 33 Mar 2026 08:30:00 GMT', '2026-03-03T08:30:00Z', '1772526600', 'now',
		'Tue, 03 Mar 2026 08:30:00 GMT, Tue, 03 Mar 2026 08:30:00 GMT', ' '.repeat(10_000), '9'.repeat(10_000),
	])('is none where it is %j', (date) => {
		expect(dateFault(date, 5, NOW)).toBe('The header Date is no date such as Tue, 03 Mar 2026 08:30:00 GMT.');
	});
});

describe('the minutes that may lie between', () => {
	it.each<[unknown, number]>([
		[5, 5], [1, 1], [0.5, 0.5], [60, 60], ['30', 30], [1_440, 1_440],
		[1_441, 1_440], [Infinity, 1_440],
		[0, 5], [-1, 5], [NaN, 5], ['', 5], [null, 5], ['soon', 5], [{}, 5], [[], 5],
	])('set to %j are %d', (given, minutes) => {
		expect(dateMinutes({ getNodeParameter: () => given } as unknown as IWebhookFunctions)).toBe(minutes);
	});
});
