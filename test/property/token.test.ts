import fc from 'fast-check';

import { isFailure } from '../../engine/failure';
import { resolveApiUrl, type HostRequest } from '../../engine/token/apiUrl';
import { readOAuthAnswer } from '../../engine/token/answer';
import { identityKey } from '../../engine/token/identity';
import { addressOf, API } from '../support/partner/partner';

describe('a token answer', () => {
	it('of any kind gives a token that can stand in a header, or fails without showing it', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.anything(),
					fc.record({ access_token: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), expires_in: fc.anything() }),
				),
				(body) => {
					try {
						const { token, lifeSeconds } = readOAuthAnswer(body);
						expect(token).toMatch(/^[\x21-\x7e]+$/);
						if (lifeSeconds !== undefined) expect(lifeSeconds >= 0 && lifeSeconds <= 31_536_000).toBe(true);
					} catch (error) {
						expect(isFailure(error) && error.kind).toBe('brokenAnswer');
					}
				},
			),
			{ numRuns: 1000 },
		);
	});
});

describe('an identity', () => {
	it('is the same for the same values and for no others', () => {
		const values = fc.array(fc.string());
		fc.assert(
			fc.property(values, values, (one, other) => {
				expect(identityKey([...one])).toBe(identityKey(one));
				const isSame = JSON.stringify(one) === JSON.stringify(other);
				expect(identityKey(one) === identityKey(other)).toBe(isSame);
			}),
		);
	});
});

describe('the address of a request', () => {
	const piece = fc.constantFrom(
		'https:', 'http:', 'HTTPS:', '//', '/', '\\', '@', ':', '.', '..', '?', '#', ' ', '\t', '\n', '%2f', '%00', 'api.partner.test', 'evil.test',
		'user', ':443', ':8443', 'x', 'javascript:',
	);
	const address = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));

	it('put together from anything leads to the partner, or nowhere, or is refused', () => {
		fc.assert(
			fc.property(address, fc.option(address, { nil: undefined }), fc.option(address, { nil: undefined }), (url, uri, baseURL) => {
				const request: HostRequest = { url, ...(uri === undefined ? {} : { uri }), ...(baseURL === undefined ? {} : { baseURL }) };
				try {
					resolveApiUrl('Partner', API, request);
				} catch (error) {
					expect(isFailure(error) && error.kind).toBe('configuration');
					return;
				}
				const made = addressOf(request);
				expect(URL.canParse(made) ? new URL(made).origin : API).toBe(API);
			}),
			{ numRuns: 5000 },
		);
	});
});
