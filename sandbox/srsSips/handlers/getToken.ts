import type { TokenIssuer } from '../../core/tokens';
import type { SrsSipsSettings } from '../settings';
import type { SrsSipsHandler } from '../types';

/**
 * Issues a token (token-21816667e0). A client that is not known is answered 400, as clients saw for
 * credentials that are not active yet; a wrong secret 401. A request in JSON may be refused in the words that a client saw; the
 * status is made up, as none was recorded.
 */
export function getToken(tokens: TokenIssuer, settings: () => Pick<SrsSipsSettings, 'tokenLifeSeconds' | 'tokenRefusesJson'>): SrsSipsHandler<'getToken'> {
	return ({ body, contentType }) => {
		const { tokenLifeSeconds, tokenRefusesJson } = settings();
		if (tokenRefusesJson && contentType === 'application/json') {
			return { status: 400, body: { error: 'invalid_request', error_description: 'client_id is required' } };
		}
		const result = tokens.issue(body.client_id, body.client_secret, tokenLifeSeconds);
		switch (result.outcome) {
			case 'unknownClient':
				return { status: 400, body: { error: 'unauthorized_client', error_description: 'The client is not known' } };
			case 'wrongSecret':
				return { status: 401, body: { error: 'invalid_client', error_description: 'The client secret is wrong' } };
			case 'issued':
				return {
					status: 200,
					body: {
						token_type: 'Bearer',
						expires_in: result.expiresIn,
						ext_expires_in: result.expiresIn,
						access_token: result.token,
					},
				};
		}
	};
}
