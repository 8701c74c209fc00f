import type { Family } from '../../../nodes/XCoverElements/shared/family';
import type { XCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import { xCoverElements } from './furtherPartners';

/** What somebody enters into the credential of one kind of access to a sandbox. */
export function xcoverCredentialData(sandbox: Pick<XCoverElementsSandbox, 'url' | 'signedUrl' | 'client' | 'signer' | 'control' | 'close'>, family: Family): Record<string, string | boolean> {
	if (family === 'elements') return xCoverElements.credentialData(sandbox) as Record<string, string>;
	const { apiKey, apiSecret, partnerCode } = sandbox.signer;
	// The demo key is one for tests: at two requests a second most of a test would be waiting.
	return { environment: 'custom', baseUrl: sandbox.signedUrl, apiKey, apiSecret, partnerCode, isTestKey: false, algorithm: 'sha512', signedParts: 'date' };
}
