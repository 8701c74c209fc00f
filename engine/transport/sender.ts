import { createHmac } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isFailure, type Failure } from '../failure';
import { withoutSecrets } from '../redact';
import { textField } from '../token/flow';
import { identityKey } from '../token/identity';
import type { HostContext } from './hostContext';
import type { SenderOptions } from './senderOptions';
import type { Link } from './link';
import { pause } from './pause';
import type { OpenAnswer } from '../http/openBody';
import { openRead } from './openRead';
import type { Effect, PartnerAnswer, PartnerRequest } from '../http/request';
import { waitBeforeRetry } from './retry';
import { cancelled, Wire } from './wire';

/** Sends requests of one node run to one partner. */
export interface Sender {
	/** The partner as people call it, for messages. */
	readonly partner: string;
	/** Tells one account at the partner from another, without naming it: a hash. */
	readonly account: string;
	/** Non-secret fields of the credential decide some requests, such as the partner's name in them. */
	readonly credentials: Readonly<ICredentialDataDecryptedObject>;
	/** A text without the secrets of the credential, the token included. */
	hideSecrets(text: string): string;
	/** A mark of this account for a text, which only who holds the secrets of the credential can make, and from which neither can be read. */
	seal(text: string): string;
	/**
	 * Sends what may be repeated, and repeats it where that may help.
	 *
	 * @param onFailedTry is told of each try that failed, also where a later one succeeds
	 * @throws Failure
	 */
	repeat(request: PartnerRequest, effect: Exclude<Effect, 'once'>, onFailedTry?: (failure: Failure) => void): Promise<PartnerAnswer>;
	/**
	 * Reads what may be large, and repeats it where that may help: `take` gets the answer while its body is on its way. A
	 * redirect is handed to it as well. A link gets the token only where it leads to the API. @throws Failure
	 */
	open<T>(target: PartnerRequest | Link, take: (answer: OpenAnswer) => Promise<T>): Promise<T>;
	/** Whether a person has stopped the execution. */
	isCancelled(): boolean;
	/**
	 * Sends a write that must happen once. It goes out again only where it was surely not taken: after a 429, or where the
	 * partner could not be reached. Cancelling the execution does not tear it off half-way. @throws Failure
	 */
	once(request: PartnerRequest): Promise<PartnerAnswer>;
}

/**
 * A sender for one run of a node. The credential is read and decrypted here, once: for each request that would cost
 * more than the request itself. The object is shared by all requests, so a renewed token is seen by all.
 *
 * @throws what n8n throws where no credential is set
 */
export async function createSender(context: HostContext, options: SenderOptions): Promise<Sender> {
	return senderWith(context, options, await context.getCredentials(options.credentialType));
}

/** The same with a credential that was read before, for some item. */
export function senderWith(context: HostContext, options: SenderOptions, credentials: ICredentialDataDecryptedObject): Sender {
	const wire = new Wire(context, options, credentials);
	const account = identityKey(options.account(credentials));
	return {
		partner: options.partner,
		account,
		credentials,
		hideSecrets: (text) => withoutSecrets(text, wire.secrets()),
		seal: (text) => sealed(text, account, options.secretFields.map((name) => textField(credentials, name))),
		repeat: async (request, effect, onFailedTry) => await send(wire, request, effect, onFailedTry),
		open: async (target, take) => await repeated(wire, async () => await openRead(wire, target, take)),
		once: async (request) => await send(wire, request, 'once'),
		isCancelled: () => wire.isCancelled(),
	};
}

/** A keyed hash (HMAC, RFC 2104). The key is one of its own, made of the secrets: what is sealed says nothing of anything else that they are used for. */
function sealed(text: string, account: string, secrets: readonly string[]): string {
	const key = createHmac('sha256', JSON.stringify(secrets)).update('seal').digest();
	return createHmac('sha256', key).update(JSON.stringify([account, text])).digest('base64url');
}

async function send(wire: Wire, request: PartnerRequest, effect: Effect, onFailedTry?: (failure: Failure) => void): Promise<PartnerAnswer> {
	return await repeated(wire, async () => await wire.attempt(request, effect), onFailedTry);
}

async function repeated<T>(wire: Wire, attempt: () => Promise<T | Failure>, onFailedTry?: (failure: Failure) => void): Promise<T> {
	let waitedMs = 0;
	for (let tries = 1; ; tries += 1) {
		const outcome = await attempt();
		if (!isFailure(outcome)) return outcome;
		onFailedTry?.(outcome);
		const waitMs = waitBeforeRetry(outcome, tries, waitedMs, Math.random());
		if (waitMs === undefined || wire.isCancelled()) throw tried(outcome, tries);
		if (!(await pause(waitMs, () => wire.isCancelled()))) throw cancelled();
		waitedMs += waitMs;
	}
}

function tried(failure: Failure, tries: number): Failure {
	if (tries === 1) return failure;
	return failure.retold({ advice: `${failure.details.advice} It was tried ${tries} times.` });
}
