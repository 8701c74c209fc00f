import type { CallerRules } from '../../../engine/webhook/caller';
import { signedDate } from '../../../engine/webhook/signedDate';

/** Every call of XCover has the key in `X-Api-Key`, and a signature of its date (xc/webhooks). */
export const callerRules: CallerRules = { credential: 'xCoverWebhookApi', proofs: {}, always: signedDate('x-api-key') };
