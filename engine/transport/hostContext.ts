import type { IAllExecuteFunctions, ICredentialDataDecryptedObject } from 'n8n-workflow';

/** What the sender needs of the node that uses it: any of n8n's execution contexts will do. */
export type HostContext = Pick<IAllExecuteFunctions, 'getCredentials' | 'getNode' | 'helpers' | 'logger'> & {
	getExecutionCancelSignal?: () => AbortSignal | undefined;
};

export interface SenderOptions {
	/** The partner as people call it, for messages. */
	partner: string;
	credentialType: string;
	/** How long to wait for an answer, in milliseconds. */
	timeoutMs: number;
	/** Largest JSON answer that is read, in bytes, unpacked; `MOST_ANSWER_BYTES` unless given. */
	mostAnswerBytes?: number;
	/**
	 * What tells one account at the partner from another: the address that requests really go to (`sameAddress`), and the client id
	 * without blanks. What was sent from an account is known under it, so another spelling must not make another one.
	 */
	account(credentials: ICredentialDataDecryptedObject): string[];
	/** Credential fields whose values must not appear in what is shown. */
	secretFields: readonly string[];
}
