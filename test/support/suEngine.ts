import { SuApi } from '../../credentials/SuApi.credentials';
import { Su } from '../../nodes/Su/Su.node';
import type { SuSandbox } from '../../sandbox/su';
import { su } from './furtherPartners';
import { Engine } from './n8nEngine';

/** The real node with the real credential type, pointed at a sandbox. */
export function suEngine(sandbox: Pick<SuSandbox, 'url' | 'client' | 'control' | 'close'>): Engine {
	const credential = { ...su.credentialData(sandbox), accessTokenCheck: '', accessToken: '', accessTokenExpiresAt: '', accessTokenIdentity: '' };
	return new Engine({ nodeType: new Su(), credentialType: new SuApi(), credential });
}
