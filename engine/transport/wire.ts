import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { gotToken, noteAnswer, whyNoToken } from '../token/sentTokens';
import { withinTime } from '../token/withinTime';
import { answerFailure } from './answerFailure';
import { connectionFailure } from './connectionFailure';
import { withLongNumbers } from './longNumbers';
import type { Effect, PartnerAnswer, PartnerRequest } from './request';
import type { HostContext, SenderOptions } from './sender';

/** What the host handed back. */
type Call = PartnerAnswer & {
	/** Whether the token was refused and another may help. */
	isWorthANewToken: boolean;
};

/** One request, one answer. */
export class Wire {
	readonly partner: string;
	readonly timeoutMs: number;
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
		this.partner = options.partner;
		this.timeoutMs = options.timeoutMs;
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
		const answer = await this.ask(() => this.optionsOf(request, effect), effect);
		if (isFailure(answer)) return answer;
		const { status, headers } = answer;
		const body = request.longNumbers && typeof answer.body === 'string' ? withLongNumbers(answer.body) : answer.body;
		if (status >= 200 && status < 300) return { status, headers, body };
		return answerFailure(this.partner, answer, effect, this.secrets(request), Date.now());
	}

	/** Read at the time of failing: the token may be newer than this run. */
	secrets({ secrets = [] }: Pick<PartnerRequest, 'secrets'> = {}): string[] {
		const own = this.options.secretFields.map((field) => String(this.credentials[field] ?? ''));
		return [...own, ...own.map((value) => value.trim()), ...secrets];
	}

	/** What all requests have in common: we read statuses, the host's errors lose the partner's words and its Retry-After. */
	common(effect: Effect): Omit<IHttpRequestOptions, 'url'> {
		return {
			timeout: this.timeoutMs,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			...(effect === 'once' ? {} : { abortSignal: this.cancelSignal }),
		};
	}

	/** A request as the host takes it. */
	optionsOf({ method, path, query, body, longNumbers }: PartnerRequest, effect: Effect): IHttpRequestOptions {
		return {
			...this.common(effect),
			method,
			// Relative: the credential completes it with the address of its environment.
			url: path,
			...(query ? { qs: query as IDataObject } : {}),
			// As text: the host would drop an empty object, and send a content type without content.
			...(body ? { body: JSON.stringify(body) } : {}),
			...(longNumbers ? { encoding: 'text' as const } : {}),
			headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}) },
		};
	}

	/**
	 * Asks the API, with its token.
	 *
	 * @param prepare makes the request anew for each sending: credential and host write into it
	 * @param drop ends an answer that is not looked at
	 */
	async ask(prepare: () => IHttpRequestOptions, effect: Effect, drop?: (answer: PartnerAnswer) => void): Promise<PartnerAnswer | Failure> {
		if (this.isCancelled()) return cancelled();
		const answer = await this.call(prepare(), effect);
		if (isFailure(answer) || !answer.isWorthANewToken) return answer;
		drop?.(answer);
		if (this.isCancelled()) return cancelled();
		// The token was revoked before its time. It was refused, so nothing was carried out: sending again with a
		// new token is safe for a write, too.
		return await this.call(prepare(), effect);
	}

	/** Asks somebody else, without token. */
	async askElsewhere(name: string, options: IHttpRequestOptions): Promise<PartnerAnswer | Failure> {
		if (this.isCancelled()) return cancelled();
		try {
			return answerOf((await this.context.helpers.httpRequest(options)) as IN8nHttpFullResponse);
		} catch (error) {
			return this.isCancelled() ? cancelled() : connectionFailure(name, error, 'read', this.timeoutMs);
		}
	}

	private async call(options: IHttpRequestOptions, effect: Effect): Promise<Call | Failure> {
		const { credentialType } = this.options;
		try {
			const call = this.context.helpers.httpRequestWithAuthentication.call(
				this.calmContext,
				credentialType,
				options,
				{ credentialsDecrypted: { id: '', name: '', type: credentialType, data: this.credentials } },
			) as Promise<IN8nHttpFullResponse>;
			const answer = await withinTime(call, this.timeoutMs + MORE_MS);
			return { ...answerOf(answer), isWorthANewToken: noteAnswer(options, answer.statusCode) };
		} catch (error) {
			if (!gotToken(options)) return whyNoToken(this.credentials) ?? noToken(this.partner);
			if (effect !== 'once' && this.isCancelled()) return cancelled();
			return connectionFailure(this.partner, error, effect, this.timeoutMs);
		}
	}
}

function answerOf({ statusCode, headers, body }: IN8nHttpFullResponse): PartnerAnswer {
	return { status: statusCode, headers, body };
}

/** What a request may take beyond its own time-out: the call for a token that may come before it, and a little. */
const MORE_MS = 35_000;

/** Nothing was sent: the credential had no token, and the host got none. */
function noToken(partner: string): Failure {
	return new Failure('authentication', `${partner} gave no token that can be used`, {
		advice: 'Test the credential. If the test succeeds, run the item again.',
	});
}

/** With one l: by this word in the message n8n tells a stopped run from a failed one. */
export function cancelled(): Failure {
	return new Failure('cancelled', 'The execution was canceled', { advice: 'Nothing more was sent.' });
}
