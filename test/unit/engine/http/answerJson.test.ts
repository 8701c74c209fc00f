import { answerJson, DEEPEST_ANSWER } from '../../../../engine/http/answerJson';

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('the JSON of an answer', () => {
	it.each<[string, unknown]>([
		['{"id":160000000000000000466}', { id: '160000000000000000466' }],
		['[1,"a",null]', [1, 'a', null]],
		['plain words', 'plain words'],
		['', ''],
		['42', 42],
	])('%s is read', (text, body) => {
		expect(answerJson(text)).toEqual({ body });
	});

	it('is no deeper than what can be copied and stored', () => {
		expect(answerJson(nested(DEEPEST_ANSWER)).fault).toBeUndefined();
		expect(answerJson(nested(DEEPEST_ANSWER + 1))).toEqual({ body: undefined, fault: `nested deeper than ${DEEPEST_ANSWER} levels` });
		expect(answerJson(nested(1_000_000)).fault).toBeDefined();
		expect(answerJson(`["${'['.repeat(1_000)}"]`).fault).toBeUndefined();
	});

	it.each(['{"a":{"__proto__":{"x":1},"b":2}}', '{"a":{"\\u005f_proto__":{"x":1},"b":2}}', '{"a":{"_\\u005Fproto__":{"x":1},"b":2}}'])('holds no prototype: %s', (text) => {
		const { body } = answerJson(text);
		expect(JSON.stringify(body)).toBe('{"a":{"b":2}}');
	});
});
