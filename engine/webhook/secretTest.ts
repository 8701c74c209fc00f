import type { ICredentialDataDecryptedObject, ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

/** Characters that make a secret hard to guess, even where they are letters only. */
const SHORTEST_SECRET = 16;

/** The test of a credential with a shared secret, for `methods.credentialTest` of a trigger. */
export async function sharedSecretTest(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	return await Promise.resolve(testedSecret(data));
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
