import type { SetupFault } from '../../../engine/webhook/caller';
import { hostOf } from './hooks';

/** What to do where n8n has an address that Tradevest does not call. */
const ADVICE = 'Set it to the address under which the internet reaches n8n, such as https://n8n.example.com/, restart n8n, and publish again.';

/**
 * Why Tradevest would not call an address: it takes HTTPS alone (tv:api-reference/webhooks). A test server of one's own, which is called
 * without TLS itself, decides that by itself.
 *
 * @param apiBaseUrl where requests go
 * @returns undefined where nothing speaks against it
 */
export function addressFault(url: string, apiBaseUrl: string): SetupFault | undefined {
	if (/^https:/i.test(url) || /^http:/i.test(apiBaseUrl)) return undefined;
	return plainAddress(url);
}

/** The same in the words for an address that is plain HTTP. */
export function plainAddress(url: string): SetupFault {
	return { what: `Tradevest sends events only to an address that begins with https://, and the address of this n8n is ${url === '' ? 'not known' : `http://${hostOf(url)}`}. Give n8n an HTTPS address by WEBHOOK_URL`, advice: ADVICE };
}
