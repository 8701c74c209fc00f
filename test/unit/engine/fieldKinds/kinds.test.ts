import fc from 'fast-check';

import { choiceOf } from '../../../../engine/fieldKinds/choice';
import { mailAddress, mailAddresses } from '../../../../engine/fieldKinds/mail';
import { money } from '../../../../engine/fieldKinds/money';
import type { Reading } from '../../../../engine/fieldKinds/reading';
import { usState } from '../../../../engine/fieldKinds/usState';
import { usZip } from '../../../../engine/fieldKinds/usZip';

function faultOf(read: Reading<unknown>): string {
	return 'fault' in read ? read.fault : `no fault, but ${JSON.stringify(read.value)}`;
}

const NO_TEXT: unknown[] = [undefined, null, '', ' ', true, {}, [], Number.NaN, Infinity, () => 'a', { toString: 1 }];

describe('a ZIP code of the United States', () => {
	it.each<[unknown, string]>([
		[4101, '04101'], ['4101', '04101'], [501, '00501'], ['04101', '04101'], [' 80211 ', '80211'], [80_211, '80211'],
		['80211-1234', '80211-1234'], ['80211 1234', '80211-1234'], ['80211 - 1234', '80211-1234'], ['4101-1234', '04101-1234'],
		[41_011_234, '04101-1234'], ['802111234', '80211-1234'], ['80211\u20131234', '80211-1234'], ['80211 \u2010 1234', '80211-1234'],
	])('%p is %s', (given, zip) => {
		expect(usZip(given)).toEqual({ value: zip });
	});

	it.each<[unknown]>([...NO_TEXT.map((value): [unknown] => [value]), [12], ['00000'], [500], [-4101], [4101.5], ['802111'], ['80211-12'], ['K1A 0B1'], ['8021O'], ['80211\n1'], ['80211-12345']])('is not %p', (given) => {
		expect(faultOf(usZip(given))).toMatch(/is no US ZIP code\. Give five digits/);
	});

	it.each<[unknown]>([['555-1234'], [5_551_234], ['5551234'], ['555 1234'], ['555\u20131234'], [5_011_234]])('is not %p, which looks like a phone number', (given) => {
		expect(faultOf(usZip(given))).toMatch(/is no US ZIP code, and looks like a phone number\. Give five digits/);
	});

	it('stays as it is when read again, and gets back every zero that a number has lost', () => {
		fc.assert(fc.property(fc.integer({ min: 501, max: 99_999 }), fc.option(fc.integer({ min: 0, max: 9_999 })), (zip, four) => {
			const isLikePhone = zip < 1_000 && four !== null;
			const text = String(zip).padStart(5, '0') + (four === null ? '' : `-${String(four).padStart(4, '0')}`);
			expect(usZip(text)).toEqual({ value: text });
			if (!isLikePhone) expect(usZip(Number(text.replace('-', '')))).toEqual({ value: text });
		}));
	});
});

describe('a state of the United States', () => {
	it.each([['NY', 'NY'], [' ny ', 'NY'], ['New York', 'NY'], ['new  york', 'NY'], ['N.Y.', 'NY'], ['maine', 'ME'], ['D.C.', 'DC'], ['pr', 'PR'], ['ae', 'AE'], ['fm', 'FM'], ['MH', 'MH'], ['Palau', 'PW'], ['Washington DC', 'DC'], ['Washington, D.C.', 'DC'], ['Washington', 'WA'], ['U.S. Virgin Islands', 'VI']])('%p is %s', (given, state) => {
		expect(usState(given)).toEqual({ value: state });
	});

	it.each<[unknown]>([...NO_TEXT.map((value): [unknown] => [value]), ['ON'], ['XX'], ['New'], [12], ['constructor'], ['NYC']])('is not %p', (given) => {
		expect(faultOf(usState(given))).toMatch(/is no US state\. Give two letters/);
	});
});

describe('an address of mail', () => {
	it.each(['jane@example.com', 'j.roe+crew@mail.example.co', 'jürgen@bücher.example', '佐藤@例え.テスト', "o'hara@example.com", 'a@xn--bcher-kva.example'])('is %s', (given) => {
		expect(mailAddress(` ${given} `)).toEqual({ value: given });
	});

	it.each<[unknown, RegExp]>([
		...NO_TEXT.map((value): [unknown, RegExp] => [value, /is no email address/]),
		['jane at example', /"jane at example" is no email address/],
		['jane@example', /is no email address/], ['jane@', /is no email address/], ['@example.com', /is no email address/], ['jane roe@example.com', /is no email address/],
		['jane..roe@example.com', /is no email address/], ['jane@-example.com', /is no email address/], ['jane@example.com.', /is no email address/],
		['jane@example.com\nBcc: x@example.com', /several/], [`${'x'.repeat(250)}@example.com`, /is no email address/],
		['a@example.com, b@example.com', /looks like several email addresses/],
		['Jane Roe <jane@example.com>', /Give the address alone: jane@example\.com/],
	])('is not %p', (given, words) => {
		expect(faultOf(mailAddress(given))).toMatch(words);
	});

	it('may be several where a field takes them, each once', () => {
		expect(mailAddresses('a@example.com; b@example.com a@example.com')).toEqual({ value: ['a@example.com', 'b@example.com'] });
		expect(mailAddresses(['a@example.com'])).toEqual({ value: ['a@example.com'] });
		expect(mailAddresses(['a@example.com', '', null, ' ', undefined])).toEqual({ value: ['a@example.com'] });
		expect(faultOf(mailAddresses(['a@example.com', 0]))).toMatch(/is no email address/);
		expect(faultOf(mailAddresses('a@example.com, nobody'))).toMatch(/"nobody" is no email address/);
		expect(faultOf(mailAddresses({}))).toMatch(/must be email addresses/);
	});
});

describe('an amount of money', () => {
	const cents = (value: unknown, zero = false) => money(value, { decimals: 2, zero, zeroAdvice: 'add the option Allow Price 0' });

	it.each<[unknown, string]>([
		[0.1 + 0.2, '0.3'], [100 * 1.1, '110'], [1.1 * 3, '3.3'], ['0.30000000000000004', '0.3'], [145.5, '145.5'], ['145.50', '145.5'], ['145.500', '145.5'], [' +7 ', '7'], ['12.', '12'],
		[0.01, '0.01'], [1_200_000, '1200000'], [9_999_999_999.99, '9999999999.99'], [Array.from({ length: 1_000 }, () => 0.1).reduce((a, b) => a + b), '100'],
	])('%p is %s', (given, amount) => {
		expect(cents(given)).toEqual({ value: amount });
	});

	it.each<[unknown, RegExp]>([
		...NO_TEXT.map((value): [unknown, RegExp] => [value, /amount/]),
		[145.504, /145\.504 has more digits after the point than the 2/], ['145.504', /more digits/], [1e-7, /more digits/], [0.001, /more digits/],
		[-1, /-1 is below 0/], ['-0.01', /is below 0/],
		[0, /must not be 0: add the option Allow Price 0 if it is meant/], ['0.00', /must not be 0/], [-0, /must not be 0/],
		['145,50', /looks like a decimal comma\. Write 145\.50, with a point/], ['1,450', /can mean 1450 or 1\.450/],
		['1,450.00', /separators between its thousands/], ['1.450,00', /separators between its thousands/], ["1'450", /separators/], ['1 450.00', /separators/],
		['$145.50', /has a currency beside the number/], ['145.50 €', /has a currency/], ['145.50 USD', /has a currency/],
		['1e3', /is no amount/], ['0x10', /is no amount/], ['free', /is no amount/], [1e21, /too large/],
	])('is not %p', (given, words) => {
		expect(faultOf(cents(given))).toMatch(words);
	});

	it('is 0 where a person has switched that on', () => {
		expect([cents(0, true), cents('0.00', true), cents(-0, true)]).toEqual([{ value: '0' }, { value: '0' }, { value: '0' }]);
		expect(faultOf(cents(1e-7, true))).toMatch(/more digits/);
	});

	it('has the digits that its currency has', () => {
		expect(money(1500, { decimals: 0 })).toEqual({ value: '1500' });
		expect(faultOf(money(1500.5, { decimals: 0 }))).toMatch(/the 0 of the currency/);
		expect(faultOf(money(1_234_567_890.5, { decimals: 0 }))).toMatch(/the 0 of the currency/);
		expect(money('1.234', { decimals: 3 })).toEqual({ value: '1.234' });
	});

	it('is the same decimals through every calculation that means them, and when it is read again', () => {
		fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 1, max: 1_000 }), (coins, times) => {
			const read = cents(coins / 100);
			expect('value' in read && Number(read.value)).toBe(coins / 100);
			expect(cents(((coins / 100) * times) / times)).toEqual(read);
			expect(cents('value' in read ? read.value : '')).toEqual(read);
		}));
	});

	it('is never rounded where a third digit is meant', () => {
		fc.assert(fc.property(fc.integer({ min: 1, max: 100_000_000 }).filter((mills) => mills % 10 !== 0), (mills) => {
			expect(faultOf(cents(mills / 1000))).toMatch(/more digits/);
		}));
	});
});

describe('a choice from what the partner lists', () => {
	const LISTED = ['Black Shadow', 'Country Gray', 'BROWN', 'Brown'];

	it.each([['Black Shadow', 'Black Shadow'], ['BLACK SHADOW', 'Black Shadow'], [' black  shadow ', 'Black Shadow'], ['blackshadow', 'Black Shadow'], ['Brown', 'Brown'], ['BROWN', 'BROWN']])('%p is %p', (given, choice) => {
		expect(choiceOf(given, LISTED, 'SIPS')).toEqual({ value: choice });
	});

	it('is told with what is listed where none fits, or several', () => {
		expect(faultOf(choiceOf('Blue', LISTED, 'SIPS'))).toBe('SIPS lists: Black Shadow, Country Gray, BROWN, Brown');
		expect(faultOf(choiceOf('brown', LISTED, 'SIPS'))).toBe('"brown" can mean several that SIPS tells apart: BROWN, Brown. Write one of them as it stands here');
		expect(faultOf(choiceOf('Blue', [], 'SIPS'))).toBe('SIPS lists none');
		expect(faultOf(choiceOf('Blue', Array.from({ length: 15 }, (_, at) => `C${at}`), 'SIPS'))).toMatch(/C11 and 3 more$/);
	});
});
