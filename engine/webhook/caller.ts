import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { textOf } from '../values';
import { addressEntries, isAllowedAddress, unreadableEntries } from './addresses';
import { allowedAddresses } from './callerFields';
import { givenName, secretsIn, type Caller, type CallerProof } from './callerProof';
import { isEmptyExpression } from './emptyExpression';
import type { Refusal } from './readBody';
import { setupRefusal } from './setupRefusal';

/** Who may send, by the fields `allowedAddresses` and `authentication` of a trigger. */
export interface CallerRules {
	/** The type of the credential with the secrets. */
	readonly credential: string;
	/** How a caller shows that it may send, by the choices of `authentication`. A choice that is not here asks for nothing. */
	readonly proofs: Readonly<Record<string, CallerProof>>;
	/** What every caller has to show, for a partner that always does: then there is no choice. */
	readonly always?: CallerProof;
}

/** What is wrong with the setup of a trigger, as a person reads it, and what to do. */
export interface SetupFault {
	readonly what: string;
	readonly advice: string;
}

/**
 * Why a caller is not let in. Addresses come first: they cost nothing.
 *
 * @returns undefined for who may send
 */
export async function callerRefusal(context: IWebhookFunctions, caller: Caller, rules: CallerRules): Promise<Refusal | undefined> {
	if (isEmptyExpression(context, allowedAddresses)) {
		return setupRefusal(context, 'the expression in Allowed Addresses comes to nothing. Correct it, or leave the field empty to let everybody send', 'who may send cannot be read');
	}
	const allowed = givenName(context, 'allowedAddresses');
	if (allowed !== '' && !isAllowedAddress(allowed, caller.ip)) return { status: 403, reason: 'This address may not send events here.' };
	const proof = proofOf(context, rules);
	if (proof === undefined) return undefined;
	const credential = await storedCredential(context, rules);
	if (credential === undefined) return { status: 503, reason: 'Events cannot be taken at the moment.' };
	const reason = proof.fault(context, caller, credential);
	return reason === undefined ? undefined : { status: 401, reason };
}

/** What of these fields would let in nobody, or everybody, as it is told when the workflow is published. */
export async function callerFault(context: IHookFunctions, rules: CallerRules): Promise<SetupFault | undefined> {
	const ofAddresses = addressFault(context);
	if (ofAddresses !== undefined) return ofAddresses;
	const proof = proofOf(context, rules);
	if (proof === undefined) return undefined;
	const { nameField, alsoNeeds } = proof;
	if (nameField && !/^[\w!#$%&'*+.^`|~-]+$/.test(givenName(context, nameField.name))) {
		return { what: `${nameField.displayName} is not a name that can be sent`, advice: 'Use letters, digits and dashes, such as X-Webhook-Secret.' };
	}
	const credential = await context.getCredentials(rules.credential);
	if (secretsIn(credential).length === 0) return { what: 'The credential with the shared secret is empty', advice: 'Enter the secret there that the partner is to send.' };
	if (alsoNeeds === undefined || textOf(credential[alsoNeeds.name]) !== undefined) return undefined;
	return { what: `The credential with the shared secret has no ${alsoNeeds.displayName}`, advice: 'Enter there what the partner is to send.' };
}

function addressFault(context: IHookFunctions): SetupFault | undefined {
	if (isEmptyExpression(context, allowedAddresses)) {
		return { what: 'The expression in Allowed Addresses comes to nothing', advice: 'Correct the expression, or leave the field empty to let everybody send.' };
	}
	const allowed = givenName(context, 'allowedAddresses');
	const unreadable = unreadableEntries(allowed);
	if (unreadable.length > 0) {
		return {
			what: `Allowed Addresses: ${unreadable.slice(0, 5).join(', ')} is no IP address or range`,
			advice: 'Write addresses as 203.0.113.7 and ranges as 203.0.113.0/24, separated by commas.',
		};
	}
	if (allowed === '' || addressEntries(allowed).length > 0) return undefined;
	return { what: 'Allowed Addresses holds no address', advice: 'Enter an address, or leave the field empty to let everybody send.' };
}

function proofOf(context: IHookFunctions | IWebhookFunctions, { proofs, always }: CallerRules): CallerProof | undefined {
	if (always) return always;
	const choice = String(context.getNodeParameter('authentication', 'none'));
	return Object.hasOwn(proofs, choice) ? proofs[choice] : undefined;
}

/** Undefined where it cannot be read. Thrown on, that would become an execution, which anybody could start. */
async function storedCredential(context: IWebhookFunctions, { credential }: CallerRules): Promise<ICredentialDataDecryptedObject | undefined> {
	try {
		return await context.getCredentials<ICredentialDataDecryptedObject>(credential);
	} catch {
		context.logger.warn(`${context.getNode().name}: an event was refused because the credential with the shared secret cannot be read`);
		return undefined;
	}
}
