import type { FailureKind } from '../../../../engine/failure';
import { answerFailure } from '../../../../engine/transport/answerFailure';
import type { Effect } from '../../../../engine/http/request';

const NOW = Date.parse('2026-03-02T08:00:00Z');

function judge(status: number, effect: Effect = 'read', body: unknown = '', headers: Record<string, unknown> = {}) {
	return answerFailure('Partner', { status, headers, body }, effect, ['the-secret'], NOW);
}

describe('an answer that is no success', () => {
	it.each<[number, FailureKind]>([
		[400, 'validation'], [401, 'authentication'], [403, 'permission'], [404, 'notFound'], [405, 'validation'],
		[409, 'conflict'], [410, 'validation'], [415, 'validation'], [422, 'validation'], [429, 'rateLimit'],
	])('of status %i is the same whatever the request does', (status, kind) => {
		for (const effect of ['read', 'repeatable', 'once'] as const) expect(judge(status, effect).kind).toBe(kind);
	});

	it.each([408, 500, 501, 502, 503, 504, 520, 599])('of status %i leaves open whether a write was carried out', (status) => {
		expect(judge(status, 'read').kind).toBe('outage');
		expect(judge(status, 'repeatable').kind).toBe('outage');
		expect(judge(status, 'once')).toMatchObject({
			kind: 'unknownOutcome',
			description: 'Do not send it again before you have looked it up at the partner.',
		});
	});

	it.each([301, 302, 303, 307, 308])('of status %i is a wrong address, but a write may have been carried out all the same', (status) => {
		expect(judge(status, 'read').kind).toBe('configuration');
		expect(judge(status, 'once').kind).toBe('unknownOutcome');
	});

	it('tells partner, status and their words, without secrets', () => {
		const failure = judge(400, 'read', { message: 'branchCode missing, the-secret', code: 'FieldsMissing' });
		expect(failure.message).toBe('Partner did not accept the request (400): branchCode missing, [hidden]');
		expect(failure.details).toMatchObject({ status: 400, partnerMessage: 'branchCode missing, [hidden]', partnerCode: 'FieldsMissing' });
	});

	it('tells partner and status where there are no words', () => {
		expect(judge(404, 'read', []).message).toBe('Partner does not know what was asked for (404)');
		expect(judge(404).message).toBe('Partner or something before it knows no such address (404)');
	});

	it.each(['x-request-id', 'request-id', 'x-correlation-id', 'x-ms-request-id', 'traceparent'])('keeps the request id in %s', (name) => {
		expect(judge(500, 'read', '', { [name]: 'id-7' }).details.requestId).toBe('id-7');
	});

	it('shows no piece of a secret that stands where a long page is cut', () => {
		const secret = `begins-${'x'.repeat(3_000)}`;
		const failure = answerFailure('Partner', { status: 400, headers: {}, body: `<p>${'<br>'.repeat(2_400)} sent: ${secret}</p>` }, 'read', [secret], NOW);
		expect(failure.message).toContain('sent: [hidden]');
		expect(failure.message).not.toContain('begins-');
	});

	it('hides a secret in the request id before it cuts it', () => {
		const token = `${'made-up-'.repeat(30)}end`;
		const failure = answerFailure('Partner', { status: 400, headers: { 'x-request-id': `id ${token}` }, body: '' }, 'read', [token], NOW);
		expect(failure.details.requestId).toBe('id [hidden]');
		expect(judge(400, 'read', '', { 'x-request-id': 'x'.repeat(500) }).details.requestId).toHaveLength(120);
	});

	it.each([[''], [undefined], [['a', 'b']]])('has no request id in %p', (value) => {
		expect(judge(500, 'read', '', { 'x-request-id': value }).details.requestId).toBeUndefined();
	});

	it('keeps no more than 120 characters of a request id', () => {
		expect(judge(500, 'read', '', { 'x-request-id': 'x'.repeat(5000) }).details.requestId).toHaveLength(120);
	});

	it.each([['30', 30_000], ['Mon, 02 Mar 2026 08:00:30 GMT', 30_000], ['soon', undefined]])('keeps the wait %p', (value, wait) => {
		expect(judge(429, 'read', '', { 'retry-after': value }).details.retryAfterMs).toBe(wait);
		expect(judge(503, 'read', '', { 'retry-after': value }).details.retryAfterMs).toBe(wait);
	});
});
