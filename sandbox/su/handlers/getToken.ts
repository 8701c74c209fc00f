import type { SandboxState } from '../../core/state';
import { authorizationRequired, codes } from '../errors';
import type { SuSettings } from '../settings';
import type { TokenQuota } from '../tokenQuota';
import type { NewerTokenAnswer, SuHandler, TokenAnswer } from '../types';
import { writeToken } from '../writeToken';

const MESSAGE = 'Access Token generated successfully';

/** Issues a token (getting-started/token-based-authentication). How it refuses is not documented. */
export function getToken(state: SandboxState<SuSettings>, quota: TokenQuota): SuHandler<'getToken'> {
	return ({ header }) => {
		const { settings, tokens } = state;
		if (quota.isUsedUp()) {
			const fault = { Code: codes.limitReached, ShortText: 'Limit has been reached' };
			return { status: 422, body: { Status: 'Fail', Errors: [fault] } };
		}
		const result = tokens.issue(header['client-id'], header['client-secret'], settings.tokenLifeSeconds, () =>
			writeToken(settings.environment),
		);
		if (result.outcome !== 'issued') return { status: 401, body: authorizationRequired };
		quota.count();
		return { status: 200, body: answer(result.token, result.expiresIn, settings) };
	};
}

function answer(token: string, expiresIn: number, { tokenSpelling }: SuSettings): TokenAnswer | NewerTokenAnswer {
	const data = { token_type: 'Bearer', token, expire_in: String(expiresIn) };
	return tokenSpelling === 'newer'
		? { Status: 'Success', Data: data, Message: MESSAGE }
		: { success: true, data, message: MESSAGE };
}
