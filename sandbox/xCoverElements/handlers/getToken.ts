import type { SandboxState } from '../../core/state';
import { clients } from '../data/partner';
import { tokenError } from '../errors';
import type { XCoverElementsSettings } from '../settings';
import type { XCoverElementsHandler } from '../types';
import { writeToken } from '../elements/writeToken';

/** Issues a token (ssi/authentication, api/authentication). The only documented refusal is 401. */
export function getToken(state: SandboxState<XCoverElementsSettings>): XCoverElementsHandler<'getToken'> {
	return ({ body }) => {
		const { settings, tokens } = state;
		const client = clients.find(({ clientId }) => clientId === body.client_id);
		const write = client && ((lifeSeconds: number) => writeToken(client, settings, lifeSeconds));
		const result = tokens.issue(body.client_id, body.client_secret, settings.tokenLifeSeconds, write);
		// An unknown client and a wrong secret look the same from outside.
		if (result.outcome !== 'issued') {
			return { status: 401, body: tokenError('invalid_client', 'Client authentication failed') };
		}
		return {
			status: 200,
			body: { token_type: 'Bearer', expires_in: result.expiresIn, access_token: result.token },
		};
	};
}
