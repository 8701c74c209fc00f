import { country } from '../../../../engine/fieldKinds/country';
import { currency } from '../../../../engine/fieldKinds/currency';
import { language } from '../../../../engine/fieldKinds/language';
import type { Reading } from '../../../../engine/fieldKinds/reading';

/** Codes of places, money and languages, for partners that check none of them. */

function faultOf(read: Reading<unknown>): string {
	return 'fault' in read ? read.fault : `no fault, but ${JSON.stringify(read.value)}`;
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const NO_TEXT: unknown[] = [undefined, null, '', ' ', true, {}, [], Number.NaN, 12, () => 'DE'];

describe('a country', () => {
	it.each([['DE', 'DE'], [' cz ', 'CZ'], ['us', 'US'], ['GB', 'GB'], ['XK', 'XK'], ['TW', 'TW'], ['AX', 'AX'], ['SS', 'SS'], ['NA', 'NA']])('%p is %s', (given, code) => {
		expect(country(given)).toEqual({ value: code });
	});

	it.each<[unknown]>([...NO_TEXT.map((value): [unknown] => [value]), ['XX'], ['EU'], ['UN'], ['EZ'], ['XA'], ['XB'], ['ZZ'], ['IC'], ['AC'], ['QQ'], ['DEU'], ['Germany'], ['D'], ['D3'], ['DE,FR']])('is not %p', (given) => {
		expect(faultOf(country(given))).toMatch(/is no country\. Give two letters of ISO 3166-1 such as DE$/);
	});

	it.each([['UK', 'GB'], ['uk', 'GB'], ['DD', 'DE'], ['TP', 'TL'], ['AN', 'CW'], ['YU', 'RS'], ['ZR', 'CD']])('that is written %s is told as %s', (given, present) => {
		expect(faultOf(country(given))).toContain(`Give ${present} if that is meant`);
	});

	it('is one of the 249 that ISO names, or Kosovo', () => {
		const taken = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter((code) => 'value' in country(code));
		expect(taken).toHaveLength(250);
	});
});

describe('a currency', () => {
	it.each([['EUR', 'EUR'], [' usd ', 'USD'], ['jpy', 'JPY'], ['XAF', 'XAF'], ['XCG', 'XCG'], ['ZWG', 'ZWG'], ['SLE', 'SLE'], ['CZK', 'CZK']])('%p is %s', (given, code) => {
		expect(currency(given)).toEqual({ value: code });
	});

	it.each<[unknown]>([...NO_TEXT.map((value): [unknown] => [value]), ['XXX'], ['XTS'], ['XAU'], ['XDR'], ['XSU'], ['DEM'], ['QQQ'], ['EURO'], ['€'], ['constructor']])('is not %p', (given) => {
		expect(faultOf(currency(given))).toMatch(/is no currency\. Give three letters of ISO 4217 such as EUR$/);
	});

	it.each([['HRK', 'EUR'], ['bgn', 'EUR'], ['ANG', 'XCG'], ['ZWL', 'ZWG'], ['SLL', 'SLE'], ['CUC', 'CUP']])('that is money no more, %s, is told as %s', (given, present) => {
		expect(faultOf(currency(given))).toContain(`is no money any more. Give ${present} if that is meant`);
	});
});

describe('a language', () => {
	it.each([['en', 'en'], ['EN', 'en'], ['en-US', 'en-us'], ['en_us', 'en-us'], [' de ', 'de'], ['zh-Hans', 'zh-hans'], ['zh-hant-tw', 'zh-hant-tw'], ['fil', 'fil']])('%p is %s', (given, code) => {
		expect(language(given)).toEqual({ value: code });
	});

	it.each<[unknown]>([...NO_TEXT.map((value): [unknown] => [value]), ['English'], ['xx'], ['und'], ['mul'], ['e'], ['en-'], ['en us'], ['en-us-x']])('is not %p', (given) => {
		expect(faultOf(language(given))).toMatch(/is no language\. Give its code by ISO 639, such as en or en-us$/);
	});

	it.each([['en-xx', /names a country that there is not/], ['en-uk', /names a country that there is not/], ['en-abcd', /names a script that there is not/], ['deu', /Give de$/], ['iw', /Give he$/]])('that is written %s is told', (given, words) => {
		expect(faultOf(language(given))).toMatch(words);
	});
});
