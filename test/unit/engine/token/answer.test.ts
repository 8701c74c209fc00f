import { isFailure } from '../../../../engine/failure';
import { checkedAnswer, readOAuthAnswer } from '../../../../engine/token/answer';

const TOKEN = 'a-token-that-must-not-be-shown';

function nested(depth: number): unknown {
	let value: unknown = TOKEN;
	for (let level = 0; level < depth; level += 1) value = { access_token: value };
	return value;
}

describe('the answer to a token request', () => {
	it('gives the token and its life', () => {
		expect(readOAuthAnswer({ access_token: TOKEN, expires_in: 3600, token_type: 'Bearer' })).toEqual({ token: TOKEN, lifeSeconds: 3600 });
	});

	it.each([
		['a numeral', '3600', 3600],
		['a numeral in white space', ' 3600 ', 3600],
		['a fraction', 59.5, 59.5],
		['one second', 1, 1],
		['a year', 31_536_000, 31_536_000],
	])('may give the life as %s', (_case, given, lifeSeconds) => {
		expect(readOAuthAnswer({ access_token: TOKEN, expires_in: given }).lifeSeconds).toBe(lifeSeconds);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['zero', 0],
		['zero as text', '0'],
		['a negative number', -1],
		['a negative numeral', '-3600'],
		['empty text', ''],
		['white space', '   '],
		['words', 'abc'],
		['a number with a unit', '3600s'],
		['a date', '2026-03-02T09:00:00Z'],
		['more than a year', 31_536_001],
		['far too much', 1e12],
		['too much for a number', '9'.repeat(400)],
		['NaN', Number.NaN],
		['infinity', Infinity],
		['infinity as text', 'Infinity'],
		['true', true],
		['a list', [3600]],
		['an object', { seconds: 3600 }],
		['an object that turns into a number', { valueOf: () => 3600 }],
	])('with %s for a life leaves the life to the flow', (_case, life) => {
		expect(readOAuthAnswer({ access_token: TOKEN, expires_in: life })).toEqual({ token: TOKEN, lifeSeconds: undefined });
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['empty text', ''],
		['text', TOKEN],
		['HTML', `<html>${TOKEN}</html>`],
		['JSON in text', JSON.stringify({ access_token: TOKEN })],
		['a number', 42],
		['true', true],
		['an empty list', []],
		['a list with the answer in it', [{ access_token: TOKEN }]],
		['bytes', Buffer.from(TOKEN)],
		['an empty object', {}],
		['an error', { error: 'invalid_client', error_description: `unknown client ${TOKEN}` }],
		['an error in an envelope', { success: false, data: null, message: TOKEN }],
		['the token under another name', { accessToken: TOKEN, token: TOKEN, id_token: TOKEN }],
		['the token in an envelope', { data: { access_token: TOKEN } }],
		['the token one level too deep', nested(2)],
		['the token far too deep', nested(1000)],
		['no token but null', { access_token: null, expires_in: 3600 }],
		['an empty token', { access_token: '', expires_in: 3600 }],
		['a token that is a number', { access_token: 12_345 }],
		['a token that is true', { access_token: true }],
		['a token that is a list', { access_token: [TOKEN] }],
		['a token that turns into text', { access_token: { toString: () => TOKEN } }],
		['a token that is white space', { access_token: '   ' }],
		['a token with a space', { access_token: `Bearer ${TOKEN}` }],
		['a token with white space at its end', { access_token: `${TOKEN} ` }],
		['a token with a line break', { access_token: `${TOKEN}\n` }],
		['a token that forges a header', { access_token: `${TOKEN}\r\nX-Admin: 1` }],
		['a token with a tab', { access_token: `${TOKEN}\t` }],
		['a token with a zero character', { access_token: `${TOKEN}\u0000` }],
		['a token with an umlaut', { access_token: `${TOKEN}ü` }],
		['a token with a line separator', { access_token: `${TOKEN}\u2028` }],
		['a token with an emoji', { access_token: `${TOKEN}😀` }],
		['a token with half an emoji', { access_token: `${TOKEN}\ud83d` }],
		['a token with a delete character', { access_token: `${TOKEN}\u007f` }],
		['a token that is one character too long', { access_token: 'x'.repeat(12_001) }],
		['a token of five megabytes', { access_token: TOKEN + 'x'.repeat(5 * 1024 * 1024) }],
	])('that is %s is a broken answer, of which nothing is shown', (_case, body) => {
		let thrown: unknown;
		try {
			readOAuthAnswer(body);
		} catch (error) {
			thrown = error;
		}
		if (!isFailure(thrown)) throw new Error('It was taken');
		expect(thrown.kind).toBe('brokenAnswer');
		expect(thrown.message).toMatch(/^The answer to the token request /);
		expect(thrown.description).toMatch(/base URL/);
		expect(JSON.stringify([thrown.message, thrown.details])).not.toContain(TOKEN);
		expect(thrown.message.length).toBeLessThan(200);
	});

	it('may hold a token of 12,000 characters of every kind that a header may hold', () => {
		const visible = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join('');
		const token = visible.repeat(128).slice(0, 12_000);
		expect(checkedAnswer(token, undefined).token).toBe(token);
	});
});
