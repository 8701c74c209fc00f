import type { ICredentialDataDecryptedObject, ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

/** Characters that make a secret hard to guess, even where they are letters only. */
const SHORTEST_SECRET = 16;

/** The test of a credential with a shared secret, for `methods.credentialTest` of a trigger. */
export async function sharedSecretTest(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	return await Promise.resolve(testedSecret(data));
}

/** The same for a credential that holds a key beside the secret, as `signedDate` wants it. */
export async function signingKeyTest(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	return await Promise.resolve(testedKey(data));
}

/** What the button says of key and secret. The key stands in quotes in a header; it tells who signs, and need not be hard to guess. */
export function testedKey(data: ICredentialDataDecryptedObject): INodeCredentialTestResult {
	const { key, secret, previousSecret } = data;
	if (typeof key !== 'string' || !/^[\w.~-]{1,200}$/.test(key)) return { status: 'Error', message: 'Key must be 1 to 200 letters, digits or signs of - _ . ~' };
	if (key === secret || key === previousSecret) return { status: 'Error', message: 'Key and Secret are the same. The key stands in every call for all to see: enter another secret.' };
	return testedSecret(data);
}

/**
 * What the button for testing the shared secret says. There is nobody to ask: the partner sends it, and answers no questions. So
 * it is told whether the secret is one that can be sent and not be guessed.
 */
export function testedSecret({ secret, previousSecret }: ICredentialDataDecryptedObject): INodeCredentialTestResult {
	const fault = faultOf('Secret', secret) ?? (previousSecret === '' || previousSecret === undefined ? undefined : faultOf('Previous Secret', previousSecret));
	if (fault !== undefined) return { status: 'Error', message: fault };
	if (secret === previousSecret) return { status: 'Error', message: 'Secret and Previous Secret are the same. Leave Previous Secret empty unless you are changing the secret.' };
	return { status: 'OK', message: 'The secret can be used' };
}

function faultOf(label: string, value: unknown): string | undefined {
	if (typeof value !== 'string' || value.length < SHORTEST_SECRET) return `${label} must have at least ${SHORTEST_SECRET} characters`;
	if (!/^[\x21-\x7e]+$/.test(value)) return `${label} must have no spaces, and no letters beyond ASCII: not every system sends those unchanged`;
	return undefined;
}
