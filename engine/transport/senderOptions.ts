import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { sameAddress } from '../address';
import { exactMembers, type ExactMembers } from '../http/exactMembers';
import type { ApiAccess } from '../token/apiAccess';
import { textField } from '../token/flow';

/** How requests to a partner are sent. */
export interface SenderOptions extends Pick<ApiAccess, 'proof' | 'pace' | 'explain'> {
	/** The partner as people call it, for messages. */
	partner: string;
	credentialType: string;
	/** How long to wait for an answer, in milliseconds. */
	timeoutMs: number;
	/** Largest JSON answer that is read, in bytes, unpacked; `MOST_ANSWER_MB.usual` unless given. */
	mostAnswerBytes?: number;
	/** Members of answers whose numbers are put out as text, digit by digit: amounts of money. Left out, there are none. */
	exact?: ExactMembers;
	/**
	 * What tells one account at the partner from another: the address that requests really go to (`sameAddress`), and the client id
	 * without blanks. What was sent from an account is known under it, so another spelling must not make another one.
	 */
	account(credentials: ICredentialDataDecryptedObject): string[];
	/** Credential fields whose values must not appear in what is shown. */
	secretFields: readonly string[];
}

/** What of it a service says itself. */
interface OwnOptions extends Pick<SenderOptions, 'credentialType' | 'timeoutMs'> {
	/** The credential fields that, with the address, tell one account from another. */
	accountFields: readonly string[];
	/** Credential fields that must not be shown, beside those that the access names. */
	alsoSecret?: readonly string[];
	/** Names of members that hold amounts, whose digits must all be kept. */
	amounts?: readonly string[];
}

/** How requests are sent with tokens of this flow, or signed as this flow does. */
export function senderOptions(access: ApiAccess, { accountFields, alsoSecret = [], amounts = [], ...own }: OwnOptions): SenderOptions {
	const { partner, proof, pace, explain, secretFields } = access;
	return {
		...own,
		partner,
		proof,
		pace,
		explain,
		account: (credentials) => [sameAddress(access.apiBaseUrl(credentials)), ...accountFields.map((name) => textField(credentials, name))],
		secretFields: [...secretFields, ...alsoSecret],
		...(amounts.length > 0 ? { exact: exactMembers(amounts) } : {}),
	};
}
