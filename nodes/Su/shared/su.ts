import { suTokenFlow } from '../../../credentials/SuApi.credentials';
import { senderOptions } from '../../../engine/transport/senderOptions';

/** The partner's name in messages. */
export const SU = suTokenFlow.partner;

/** How requests to Su are sent. */
export const suSender = senderOptions(suTokenFlow, { credentialType: 'suApi', timeoutMs: 30_000, accountFields: ['domain'] });
