import { createHmac } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import { textOf } from '../values';
import { secretsIn, type Caller, type CallerProof } from './callerProof';
import { dateAgeField, dateFault, dateMinutes } from './dateAge';
import { isSharedSecret } from './sharedSecret';
import { readSignature } from './signatureHeader';

/** Algorithms by which a call may be signed, by the name that the platform has for them. SHA-1 is not among them. */
const ALGORITHMS: Readonly<Record<string, string>> = { 'hmac-sha256': 'sha256', 'hmac-sha384': 'sha384', 'hmac-sha512': 'sha512' };

/** Names in a signature. Partners sign the date, and perhaps what was called. */
const MOST_SIGNED = 16;

/** Stands in a signature for method and path. */
const REQUEST_TARGET = '(request-target)';

/**
 * A caller that signs the date of each call by a secret, and sends a key with it (draft-cavage-http-signatures). The credential holds
 * both, as `key` and `secret`. The panel has `dateAgeField` among its settings.
 *
 * What is said in the body is not signed: who has seen one call can send another body while its date is young.
 *
 * @param keyHeader the header with the key, in small letters
 */
export function signedDate(keyHeader: string): CallerProof {
	return {
		alsoNeeds: { name: 'key', displayName: 'Key' },
		fault(context, caller, credential) {
			const { headers } = caller;
			const header = readSignature(headers.authorization);
			if (header === undefined) return 'The header Authorization is missing, or holds no signature that can be read.';
			const { keyId, algorithm, signature, signed } = header;
			if (!Object.hasOwn(ALGORITHMS, algorithm)) return `The algorithm of the signature is not taken. Expected one of ${Object.keys(ALGORITHMS).join(', ')}.`;
			if (!signed.includes('date')) return 'The signature does not cover the header Date.';
			const text = signed.length > MOST_SIGNED ? undefined : signedText(signed, caller);
			if (text === undefined) return 'The signature covers a header that did not come, or too many of them.';
			const expected = secretsIn(credential).map((secret) => createHmac(ALGORITHMS[algorithm] ?? '', secret).update(text, 'latin1').digest('base64'));
			const keys = [textOf(credential.key) ?? ''];
			// All of them are compared, whatever the first comes to.
			const areRight = [isSharedSecret(keyId, keys), isSharedSecret(headers[keyHeader], keys), isSharedSecret(decoded(signature), expected)];
			if (areRight.includes(false)) return 'The key or the signature is missing or wrong.';
			return tooOld(context, headers.date);
		},
	};
}

/** One line for each name, of the characters that Node makes of the bytes of a header, one of each. @returns undefined where one of them did not come, or came as several */
function signedText(names: readonly string[], { headers, method, originalUrl }: Caller): string | undefined {
	const lines = names.map((name) => {
		if (name === REQUEST_TARGET) return method && originalUrl && `${name}: ${method.toLowerCase()} ${originalUrl.split('?', 1)[0] ?? ''}`;
		const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
		return typeof value === 'string' ? `${name}: ${value}` : undefined;
	});
	return lines.every((line) => line !== undefined) ? lines.join('\n') : undefined;
}

function decoded(signature: string): string | undefined {
	try {
		return decodeURIComponent(signature);
	} catch {
		return undefined;
	}
}

/** Only who knows the secret comes as far as this, or who has recorded a call. So n8n's log says it, too, to who can mend it. */
function tooOld(context: IWebhookFunctions, date: unknown): string | undefined {
	const fault = dateFault(date, dateMinutes(context), Date.now());
	if (fault === undefined) return undefined;
	const advice = `If the sender says that it is right, compare the clock of n8n, or set ${dateAgeField.displayName} under Options to more`;
	context.logger.warn(`${context.getNode().name}: a call with the right signature was refused. ${fault} ${advice}`);
	return fault;
}
