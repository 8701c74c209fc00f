import { NodeApiError } from 'n8n-workflow';

import { connectionFailure } from '../../../../engine/http/connectionFailure';
import type { Effect } from '../../../../engine/http/request';
import { testNode } from '../../../support/tokens/hookHost';

const fault = (code: string, more: object = {}) => Object.assign(new Error(`words of ${code}`), { code, ...more });
const judge = (error: unknown, effect: Effect) => connectionFailure('Partner', error, effect, 20_000);
/** What n8n 2.8 makes of an error (it drops the cause), and what 2.41 makes of it. */
const asIn2x8 = (error: Error) => new NodeApiError(testNode, error as never);
const asIn2x41 = (error: Error) => Object.assign(new Error('wrapped'), { cause: error });

describe('a request that got no answer', () => {
	const NEVER_SENT = [
		'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ERR_INVALID_URL', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID',
	];

	describe.each([
		['bare', (error: Error) => error],
		['as n8n 2.8 wraps it', asIn2x8],
		['as n8n 2.41 wraps it', asIn2x41],
	])('with an error %s', (_case, wrap) => {
		it.each(NEVER_SENT)('was never sent after %s, whatever it does', (code) => {
			for (const effect of ['read', 'repeatable', 'once'] as const) {
				expect(judge(wrap(fault(code)), effect)).toMatchObject({ kind: 'outage', message: 'Partner could not be reached' });
			}
		});

		it.each(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'])('ran out of time after %s', (code) => {
			expect(judge(wrap(fault(code)), 'read')).toMatchObject({ kind: 'outage', message: 'Partner did not answer within 20 s' });
			expect(judge(wrap(fault(code)), 'once')).toMatchObject({
				kind: 'unknownOutcome',
				message: 'Partner did not answer within 20 s, so it may or may not have been carried out',
			});
		});

		it.each(['ECONNRESET', 'EPIPE', 'ERR_BAD_RESPONSE', 'ERR_NETWORK', 'SOMETHING_NEW', ''])('broke off after "%s"', (code) => {
			expect(judge(wrap(fault(code)), 'repeatable').kind).toBe('outage');
			expect(judge(wrap(fault(code)), 'once').kind).toBe('unknownOutcome');
		});

		it.each(['EHOSTUNREACH', 'ENETUNREACH'])('was never sent after %s at connecting, and may have been after it later', (code) => {
			const connecting = Object.assign(fault(code), { syscall: 'connect', message: `connect ${code} 10.0.0.1:443` });
			const reading = Object.assign(fault(code), { syscall: 'read', message: `read ${code}` });
			expect(judge(wrap(connecting), 'once').kind).toBe('outage');
			expect(judge(wrap(reading), 'once').kind).toBe('unknownOutcome');
		});
	});

	it('is judged by the cause of a cause', () => {
		expect(judge(asIn2x41(asIn2x41(fault('ECONNREFUSED'))), 'once').kind).toBe('outage');
	});

	it('shows nothing of the words of the error', () => {
		for (const effect of ['read', 'once'] as const) {
			const failure = judge(fault('ECONNRESET', { message: 'holds-the-secret', config: { data: 'holds-the-secret' } }), effect);
			expect(`${failure.message} ${JSON.stringify(failure)}`).not.toContain('holds-the-secret');
		}
	});

	it.each([undefined, null, 'text', 5, {}, { code: 5 }, new Error('nothing in it')])('may throw anything: %p', (thrown) => {
		expect(judge(thrown, 'read').kind).toBe('outage');
		expect(judge(thrown, 'once').kind).toBe('unknownOutcome');
	});

	it('may throw an error that is its own cause', () => {
		const ring: { cause?: unknown } = {};
		ring.cause = { cause: ring };
		expect(judge(ring, 'once').kind).toBe('unknownOutcome');
	});
});
