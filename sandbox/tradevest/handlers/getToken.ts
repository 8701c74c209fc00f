import type { SandboxState } from '../../core/state';
import type { TradevestSettings } from '../settings';
import type { TradevestHandler } from '../types';

/** Issues a token (tv:api-reference/authorization). A wrong client is 400 here, not 401. The same under both paths. */
export function getToken(
	state: SandboxState<TradevestSettings>,
): TradevestHandler<'getToken'> & TradevestHandler<'getTokenWithScope'> {
	return ({ body }) => {
		const result = state.tokens.issue(body.client_id, body.client_secret, state.settings.tokenLifeSeconds);
		if (result.outcome !== 'issued') return { status: 400, body: { error: 'invalid_client' } };
		return { status: 200, body: { access_token: result.token, expires_in: result.expiresIn, token_type: 'Bearer' } };
	};
}
