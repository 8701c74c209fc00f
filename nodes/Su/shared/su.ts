import { suTokenFlow } from '../../../credentials/SuApi.credentials';
import { sameAddress } from '../../../engine/address';
import { textField } from '../../../engine/token/flow';
import type { SenderOptions } from '../../../engine/transport/hostContext';

/** The partner's name in messages. */
export const SU = 'Su';

/** How requests to Su are sent. */
export const suSender: SenderOptions = {
	partner: SU,
	credentialType: 'suApi',
	timeoutMs: 30_000,
	account: (credentials) => [sameAddress(suTokenFlow.apiBaseUrl(credentials)), textField(credentials, 'domain')],
	secretFields: ['clientSecret'],
};

/** Path of a call: all calls that the node makes have this prefix, and their capitals count. */
export function suPath(name: string): string {
	return `/SUAPI/jservice/${name}`;
}
