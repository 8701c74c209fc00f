import fc from 'fast-check';

import { isFailure } from '../../engine/failure';
import { aimAtApi, type HostRequest } from '../../engine/token/aimAtApi';
import { readOAuthAnswer } from '../../engine/token/answer';
import { identityKey } from '../../engine/token/identity';
import { fromStored, toStored } from '../../engine/token/storedToken';
import { addressOf, API } from '../support/partner';

const headerSafe = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 1 });
const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });

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

describe('a stored token', () => {
	it('comes back for its own identity and for no other', () => {
		fc.assert(
			fc.property(headerSafe, moment, fc.integer({ min: 1, max: 31_536_000_000 }), fc.array(fc.string()), fc.array(fc.string()), (token, issuedAtMs, life, one, other) => {
				const held = { token, issuedAtMs, expiresAtMs: issuedAtMs + life };
				const stored = toStored(held, identityKey(one));
				expect(fromStored(stored, identityKey(one))).toEqual(held);
				const isSame = JSON.stringify(one) === JSON.stringify(other);
				expect(fromStored(stored, identityKey(other)) !== undefined).toBe(isSame);
			}),
		);
	});

	it('of any shape is taken or left, but breaks nothing', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.anything(), (accessToken, accessTokenExpiresAt, accessTokenIdentity) => {
				const stored = { accessToken, accessTokenExpiresAt, accessTokenIdentity } as never;
				expect(fromStored(stored, 'identity')).toBeUndefined();
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
					aimAtApi('Partner', API, request);
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
