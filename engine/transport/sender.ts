import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { withoutSecrets } from '../redact';
import { identityKey } from '../token/identity';
import { gotToken, noteAnswer, whyNoToken } from '../token/sentTokens';
import { answerFailure } from './answerFailure';
import { connectionFailure } from './connectionFailure';
import type { Effect, PartnerAnswer, PartnerRequest } from './request';
import { waitBeforeRetry } from './retry';

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
	/** Credential fields that tell one account at the partner from another. */
	accountFields: readonly string[];
	/** Credential fields whose values must not appear in what is shown. */
	secretFields: readonly string[];
}

/** Sends requests of one node run to one partner. */
export interface Sender {
	/** Tells one account at the partner from another, without naming it: a hash of the credential's own fields. */
	readonly account: string;
	/** Non-secret fields of the credential decide some requests, such as the partner's name in them. */
	readonly credentials: Readonly<ICredentialDataDecryptedObject>;
	/** A text without the secrets of the credential, the token included. */
	hideSecrets(text: string): string;
	/** Sends what may be repeated, and repeats it where that may help. @throws Failure */
	repeat(request: PartnerRequest, effect: Exclude<Effect, 'once'>): Promise<PartnerAnswer>;
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
	const credentials = await context.getCredentials(options.credentialType);
	const wire = new Wire(context, options, credentials);
	return {
		account: identityKey(options.accountFields.map((field) => String(credentials[field] ?? ''))),
		credentials,
		hideSecrets: (text) => withoutSecrets(text, wire.secrets()),
		repeat: async (request, effect) => await send(wire, request, effect),
		once: async (request) => await send(wire, request, 'once'),
		isCancelled: () => wire.isCancelled(),
	};
}

const PAUSE_STEP_MS = 250;

async function send(wire: Wire, request: PartnerRequest, effect: Effect): Promise<PartnerAnswer> {
	let waitedMs = 0;
	for (let tries = 1; ; tries += 1) {
		const outcome = await wire.attempt(request, effect);
		if (!isFailure(outcome)) return outcome;
		const waitMs = waitBeforeRetry(outcome, tries, waitedMs, Math.random());
		if (waitMs === undefined || wire.isCancelled()) throw tried(outcome, tries);
		await pause(waitMs, wire);
		waitedMs += waitMs;
	}
}

/** Waits in short steps, to see a cancelled execution: n8n 2.41 has no `sleepWithAbort` any more, 2.8 and 2.41 have `sleep`. */
async function pause(waitMs: number, wire: Wire): Promise<void> {
	for (let leftMs = waitMs; leftMs > 0; leftMs -= PAUSE_STEP_MS) {
		await sleep(Math.min(leftMs, PAUSE_STEP_MS));
		if (wire.isCancelled()) throw cancelled();
	}
}

/** One request, one answer. */
class Wire {
	readonly cancelSignal: AbortSignal | undefined;

	/**
	 * The context without the execution's cancel signal. The host puts that signal on every request, which would
	 * tear off a write whose outcome we then do not know; reads get the signal from us.
	 */
	private readonly calmContext: IAllExecuteFunctions;

	constructor(
		private readonly context: HostContext,
		private readonly options: SenderOptions,
		private readonly credentials: ICredentialDataDecryptedObject,
	) {
		this.cancelSignal = context.getExecutionCancelSignal?.();
		this.calmContext = {
			getNode: () => context.getNode(),
			getCredentials: async (type: string) => await context.getCredentials(type),
			helpers: context.helpers,
			logger: context.logger,
		} as unknown as IAllExecuteFunctions;
	}

	isCancelled(): boolean {
		return this.cancelSignal?.aborted === true;
	}

	/** @returns the answer if it is a success, else what went wrong */
	async attempt(request: PartnerRequest, effect: Effect): Promise<PartnerAnswer | Failure> {
		if (this.isCancelled()) return cancelled();
		let answer = await this.send(request, effect);
		if (!isFailure(answer) && answer.isWorthANewToken) {
			if (this.isCancelled()) return cancelled();
			// The token was revoked before its time. It was refused, so nothing was carried out: sending again with a
			// new token is safe for a write, too.
			answer = await this.send(request, effect);
		}
		if (isFailure(answer)) return answer;
		const { status, headers, body } = answer;
		if (status >= 200 && status < 300) return { status, headers, body };
		return answerFailure(this.options.partner, answer, effect, this.secrets(request), Date.now());
	}

	/** Read at the time of failing: the token may be newer than this run. */
	secrets({ secrets = [] }: Pick<PartnerRequest, 'secrets'> = {}): string[] {
		const own = this.options.secretFields.map((field) => String(this.credentials[field] ?? ''));
		return [...own, ...own.map((value) => value.trim()), ...secrets];
	}

	private async send(request: PartnerRequest, effect: Effect): Promise<(PartnerAnswer & { isWorthANewToken: boolean }) | Failure> {
		const { partner, credentialType, timeoutMs } = this.options;
		const options: IHttpRequestOptions = {
			method: request.method,
			// Relative: the credential completes it with the address of its environment.
			url: request.path,
			...(request.query ? { qs: request.query as IDataObject } : {}),
			// As text: the host would drop an empty object, and send a content type without content.
			...(request.body ? { body: JSON.stringify(request.body) } : {}),
			headers: { Accept: 'application/json', ...(request.body ? { 'Content-Type': 'application/json' } : {}) },
			timeout: timeoutMs,
			returnFullResponse: true,
			// We read statuses ourselves: the host's errors lose the partner's words and its Retry-After.
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			...(effect === 'once' ? {} : { abortSignal: this.cancelSignal }),
		};
		try {
			const answer = (await this.context.helpers.httpRequestWithAuthentication.call(
				this.calmContext,
				credentialType,
				options,
				{ credentialsDecrypted: { id: '', name: '', type: credentialType, data: this.credentials } },
			)) as IN8nHttpFullResponse;
			const isWorthANewToken = noteAnswer(options, answer.statusCode);
			return { status: answer.statusCode, headers: answer.headers, body: answer.body, isWorthANewToken };
		} catch (error) {
			if (!gotToken(options)) return whyNoToken(this.credentials) ?? noToken(partner);
			if (effect !== 'once' && this.isCancelled()) return cancelled();
			return connectionFailure(partner, error, effect, timeoutMs);
		}
	}
}

/** Nothing was sent: the credential had no token, and the host got none. */
function noToken(partner: string): Failure {
	return new Failure('authentication', `${partner} gave no token that can be used`, {
		advice: 'Test the credential. If the test succeeds, run the item again.',
	});
}

/** With one l: by this word in the message n8n tells a stopped run from a failed one. */
function cancelled(): Failure {
	return new Failure('cancelled', 'The execution was canceled', { advice: 'Nothing more was sent.' });
}

function tried(failure: Failure, tries: number): Failure {
	if (tries === 1) return failure;
	return failure.retold({ advice: `${failure.details.advice} It was tried ${tries} times.` });
}
