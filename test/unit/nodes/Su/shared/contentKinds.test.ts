import type { Reading } from '../../../../../engine/fieldKinds/reading';
import { clockTime, closeOutTime, contactEmails, countryCode, currencyCode, degrees, ownId, phoneNumbers, price, size, wholeWithin, wordOf } from '../../../../../nodes/Su/shared/contentKinds';

type Kind = (value: unknown) => Reading<unknown>;

const GOOD: Array<[name: string, kind: Kind, given: unknown, value: unknown]> = [
	['an ID', ownId, ' HVIEW-1 ', 'HVIEW-1'],
	['an ID', ownId, 7, '7'],
	['an ID', ownId, 'x'.repeat(20), 'x'.repeat(20)],
	['a currency', currencyCode, 'vnd', 'VND'],
	['a country', countryCode, 'vn', 'VN'],
	['emails', contactEmails, 'a@example.com, b@example.com', ['a@example.com', 'b@example.com']],
	['emails', contactEmails, ['a@example.com'], ['a@example.com']],
	['phones', phoneNumbers, '+84 (236) 000-0000; +1.303', ['+842360000000', '+1303']],
	['phones', phoneNumbers, ['+123456789012345', '+123456789012345'], ['+123456789012345']],
	['a latitude', degrees(90), '-90', '-90'],
	['a latitude', degrees(90), 16.0678, '16.0678'],
	['a longitude', degrees(180), '180.0', '180'],
	['a count', wholeWithin(0, 30), '030', '30'],
	['a count', wholeWithin(0, 30), 0, '0'],
	['a price', price, '1200000', '1200000'],
	['a price', price, 0.1 + 0.2, '0.3'],
	['a size', size, '28.5', '28.5'],
	['a time', clockTime, '00:00', '00:00'],
	['the end of sales', closeOutTime, '24:00', '24:00'],
	['the end of sales', closeOutTime, '18:30', '18:30'],
	['a word', wordOf(['sqm', 'sqft']), 'sqft', 'sqft'],
];

const BAD: Array<[name: string, kind: Kind, given: unknown, words: RegExp]> = [
	['an ID', ownId, 'x'.repeat(21), /at most 20/],
	['an ID', ownId, 'HV 1', /letters, digits and hyphens/],
	['an ID', ownId, 'HV_1', /letters, digits and hyphens/],
	['an ID', ownId, 12345678901234567890, /lost digits/],
	['a currency', currencyCode, 'VN', /three letters/],
	['a currency', currencyCode, '₫', /three letters/],
	['a country', countryCode, 'VNM', /two letters/],
	['emails', contactEmails, ' , ', /must not be empty/],
	['emails', contactEmails, 'a@example.com, b', /"b" is no email/],
	['emails', contactEmails, Array.from({ length: 6 }, (_, at) => `a${at}@example.com`), /at most 5 addresses, not 6/],
	['phones', phoneNumbers, '842360000000', /Give a plus/],
	['phones', phoneNumbers, '+1234567890123456', /at most 15/],
	['phones', phoneNumbers, '+1303, ', /"" is no telephone number/],
	['a latitude', degrees(90), '90.1', /from -90 to 90/],
	['a latitude', degrees(90), '16,1', /point before the decimals/],
	['a count', wholeWithin(0, 30), 31, /from 0 to 30/],
	['a count', wholeWithin(0, 30), '1.5', /whole number/],
	['a count', wholeWithin(0, 30), -1, /from 0 to 30/],
	['a price', price, 0, /must not be 0/],
	['a price', price, '1.234', /more digits/],
	['a size', size, '0', /above 0/],
	['a time', clockTime, '24:00', /such as 14:00/],
	['the end of sales', closeOutTime, '18:15', /half past/],
	['the end of sales', closeOutTime, '24:30', /half past/],
	['a word', wordOf(['sqm', 'sqft']), 'm2', /one of sqm, sqft/],
];

describe('content of Su', () => {
	it.each(GOOD)('%s is read: %#', (_name, kind, given, value) => {
		expect(kind(given)).toEqual({ value });
	});

	it.each(BAD)('%s is a fault with advice: %#', (_name, kind, given, words) => {
		expect(kind(given)).toEqual({ fault: expect.stringMatching(words) });
	});

	it.each([true, {}, [{}], null])('%j is none of them', (given) => {
		for (const [, kind] of GOOD) expect(kind(given)).toHaveProperty('fault');
	});
});
