import { isFailure } from '../../../../engine/failure';
import { checkedAnswer, readOAuthAnswer } from '../../../../engine/token/answer';

const TOKEN = 'a-token-that-must-not-be-shown';

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

	// What JSON can hold as well is in the table of wrong answers, which is tried in a real n8n too.
	it.each<[string, unknown]>([
		['NaN', Number.NaN],
		['infinity', Infinity],
		['infinity as text', 'Infinity'],
		['an object that turns into a number', { valueOf: () => 3600 }],
	])('with %s for a life leaves the life to the flow', (_case, life) => {
		expect(readOAuthAnswer({ access_token: TOKEN, expires_in: life })).toEqual({ token: TOKEN, lifeSeconds: undefined });
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['bytes', Buffer.from(TOKEN)],
		['a token that turns into text', { access_token: { toString: () => TOKEN } }],
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
	});

	it('may hold a token of 12,000 characters of every kind that a header may hold', () => {
		const visible = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join('');
		const token = visible.repeat(128).slice(0, 12_000);
		expect(checkedAnswer(token, undefined).token).toBe(token);
	});
});
