import { exactMembers } from '../../../../engine/http/exactMembers';
import { LARGEST_BODY, MOST_ENTRIES, readEntries } from '../../../../engine/webhook/readBody';
import { DEEPEST, MOST_VALUES } from '../../../../engine/webhook/jsonSize';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('the body of a delivery', () => {
	it.each([
		['an object', '{"orderId":"1","lines":[1,2]}', [{ orderId: '1', lines: [1, 2] }]],
		['an empty object', '{}', [{}]],
		['an object in white space', ' \n{"a":1}\n', [{ a: 1 }]],
		['an object after a byte order mark', '\ufeff{"a":1}', [{ a: 1 }]],
		['an object with letters of all kinds', '{"name":"Müller 😀"}', [{ name: 'Müller 😀' }]],
		['an object with a member twice, of which the last counts', '{"a":1,"a":2}', [{ a: 2 }]],
		['an object with a number that JavaScript cannot hold, which keeps its digits', '{"id":177000000000000000123}', [{ id: '177000000000000000123' }]],
		['an array of one', '[{"a":1}]', [{ a: 1 }]],
		['an array of several', '[{"a":1},{},{"a":1}]', [{ a: 1 }, {}, { a: 1 }]],
	])('is %s', (_case, text, entries) => {
		expect(readEntries(bytes(text))).toEqual({ entries });
	});

	it('keeps amounts digit by digit where their names are given', () => {
		const text = '{"price":31.20,"list":[{"price": 0.10,"other":0.10}],"text":"\\"price\\":31.20","price_formatted":31.20}';
		expect(readEntries(bytes(text), exactMembers(['price']))).toEqual({ entries: [{ price: '31.20', list: [{ price: '0.10', other: 0.1 }], text: '"price":31.20', price_formatted: 31.2 }] });
	});

	it.each<[string, Buffer | undefined, number, RegExp]>([
		['missing', undefined, 400, /empty/],
		['empty', Buffer.alloc(0), 400, /empty/],
		['white space', bytes('  '), 400, /not JSON/],
		['words', bytes('hello'), 400, /not JSON/],
		['a form', bytes('a=1&b=2'), 400, /not JSON/],
		['XML', bytes('<order/>'), 400, /not JSON/],
		['cut off', bytes('{"a":1'), 400, /not JSON/],
		['two objects', bytes('{}{}'), 400, /not JSON/],
		['no valid UTF-8', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]), 400, /not JSON/],
		['UTF-16', Buffer.from('{"a":1}', 'utf16le'), 400, /not JSON/],
		['null', bytes('null'), 400, /null and no object/],
		['a number', bytes('5'), 400, /a number and no object/],
		['text', bytes('"a"'), 400, /a string and no object/],
		['true', bytes('true'), 400, /a boolean and no object/],
		['an empty array', bytes('[]'), 400, /empty JSON array/],
		['an array that begins with text', bytes('["a",{}]'), 400, /^Entry 1 of the JSON array is a string/],
		['an array with null in it', bytes('[{},null,7]'), 400, /^Entry 2 of the JSON array is null/],
		['an array with an array in it', bytes('[{},{},[{}]]'), 400, /^Entry 3 of the JSON array is an array/],
		['an array that is too long', bytes(JSON.stringify(Array.from({ length: MOST_ENTRIES + 1 }, () => ({})))), 413, /more than 1000 entries/],
		['too large', Buffer.alloc(LARGEST_BODY + 1, 0x20), 413, /more than 1048576 bytes/],
		['nested too deeply', bytes(`{"a":${'['.repeat(DEEPEST)}${']'.repeat(DEEPEST)}}`), 400, /deeper than 64 levels/],
		['nested as deeply as a mebibyte lets it', bytes('['.repeat(500_000) + ']'.repeat(500_000)), 400, /deeper than 64 levels/],
		['made of too many values', bytes(`{"a":[${'0,'.repeat(MOST_VALUES)}0]}`), 400, /more than 15000 values/],
		['made of letters that take two bytes each', bytes(`{"a":"\u20ac${'x'.repeat(LARGEST_BODY - 20)}"}`), 413, /more than 1835008 bytes in memory/],
		['made of escaped ones', bytes(`{"a":"\\u20ac${'x'.repeat(LARGEST_BODY - 20)}"}`), 413, /more than 1835008 bytes in memory/],
	])('is refused where it is %s', (_case, given, status, reason) => {
		expect(readEntries(given)).toEqual({ refusal: { status, reason: expect.stringMatching(reason) } });
	});

	it('may be as large, as long and as deep as allowed', () => {
		const text = `{"a":"${'x'.repeat(LARGEST_BODY - 8)}"}`;
		expect(text).toHaveLength(LARGEST_BODY);
		expect(readEntries(bytes(text))).toHaveProperty('entries.0.a');
		expect(readEntries(bytes(JSON.stringify(Array.from({ length: MOST_ENTRIES }, () => ({})))))).toHaveProperty('entries.length', MOST_ENTRIES);
		expect(readEntries(bytes(`{"a":${'['.repeat(DEEPEST - 1)}${']'.repeat(DEEPEST - 1)}}`))).toHaveProperty('entries.length', 1);
	});

	it('loses members called __proto__ at any depth, keeps all others, and changes no other object', () => {
		const read = readEntries(bytes('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":[{"\\u005f_proto__":1,"b":2}]}'));
		const [entry] = 'entries' in read ? read.entries : [];
		expect(JSON.stringify(entry)).toBe('{"constructor":{"prototype":{"polluted":true}},"a":[{"b":2}]}');
		expect('polluted' in {}).toBe(false);
		expect(Object.getPrototypeOf(entry)).toBe(Object.prototype);
	});
});
