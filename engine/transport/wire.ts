import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, ICredentialsDecrypted, IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { secretsIn } from '../token/flow';
import { tokensSent } from '../token/tokenHistory';
import { identityKey } from '../token/identity';
import { giveUp, gotToken, noteAnswer, whyNoToken } from '../token/sentTokens';
import { jsonText } from '../http/exactNumber';
import { multipart } from '../http/multipart';
import { Ticks } from '../http/ticks';
import { withTimeout } from '../http/withTimeout';
import { answerFailure, underWay } from './answerFailure';
import { connectionFailure } from '../http/connectionFailure';
import { requestAbort, type RequestAbort } from '../http/requestAbort';
import { noToken, noTokenInTime } from './noToken';
import { pacingOf, type Pacing } from './pacing';
import { isGood, readJson } from './readJson';
import type { Effect, PartnerAnswer, PartnerRequest } from '../http/request';
import type { HostContext } from './hostContext';
import type { SenderOptions } from './senderOptions';
import { discardBody, isStream } from '../http/readText';

/** An answer whose body may still be on its way, and the means to end it. */
export type AbortableAnswer = PartnerAnswer & {
	abort: RequestAbort;
	/** When the request was sent, in milliseconds since 1970. */
	sentMs: number;
};

/** What the host handed back. */
type Call = AbortableAnswer & {
	/** Whether the token was refused and another may help. */
	isWorthANewToken: boolean;
};

/** Makes of an answer whose body is on its way what is wanted. `stop` hangs up. @throws Failure, or what the stream fails with */
type Read = (answer: PartnerAnswer, stop: () => void) => Promise<PartnerAnswer>;

/** One request, one answer. */
export class Wire {
	readonly partner: string;
	readonly timeoutMs: number;
	readonly cancelSignal: AbortSignal | undefined;

	/** Ends the reads that are under way. One listener for all of them: the host warns of more than ten. */
	private readonly reads = new Set<() => void>();

	/** Of the latest requests, oldest first. */
	private readonly sentSecrets = new Set<string>();

	/**
	 * The context without the execution's cancel signal. The host puts that signal on every request, which would
	 * tear off a write whose outcome we then do not know; reads get the signal from us.
	 */
	private readonly calmContext: IAllExecuteFunctions;
	/** As the host takes a credential that was read already. */
	private readonly credential: { credentialsDecrypted: ICredentialsDecrypted };
	private readonly ticks: Ticks;
	/** Left out where the partner names no limit: then nothing is counted. */
	private readonly pacing: Pacing | undefined;

	constructor(
		private readonly context: HostContext,
		private readonly options: SenderOptions,
		private readonly credentials: ICredentialDataDecryptedObject,
	) {
		this.partner = options.partner;
		this.timeoutMs = options.timeoutMs;
		this.ticks = new Ticks(options.timeoutMs);
		this.credential = { credentialsDecrypted: { id: '', name: '', type: options.credentialType, data: credentials } };
		const paceOf = options.pace?.(credentials);
		this.pacing = paceOf && pacingOf(identityKey(options.account(credentials)), paceOf);
		this.cancelSignal = context.getExecutionCancelSignal?.();
		this.cancelSignal?.addEventListener('abort', () => this.reads.forEach((stop) => stop()));
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
		const prepare = (): IHttpRequestOptions => {
			const options = this.optionsOf(request);
			options.encoding = 'stream';
			return options;
		};
		const reading = { partner: this.partner, effect, timeoutMs: this.timeoutMs, mostBytes: this.options.mostAnswerBytes, exact: this.options.exact, ticks: this.ticks, alsoGood: request.keyed?.firstAnswer };
		const answer = await this.ask(prepare, effect, async (given, stop) => await readJson(given, { ...reading, stop }));
		if (isFailure(answer)) return answer;
		const { status, headers, body } = answer;
		if (isGood(status) || status === request.keyed?.firstAnswer) return { status, headers, body, secrets: () => this.secrets(request) };
		if (effect !== 'once' && this.isCancelled()) return cancelled();
		const failure = this.refusal(answer, effect, this.secrets(request));
		return status === request.keyed?.underWay ? underWay(this.partner, failure) : failure;
	}

	/** What an answer of the API says that is no success. */
	refusal(answer: AbortableAnswer, effect: Effect, secrets: readonly string[]): Failure {
		const now = Date.now();
		const failure = answerFailure(this.partner, answer, effect, secrets, now);
		return this.options.explain?.(failure, { ...answer, secrets: () => secrets }, { sentMs: answer.sentMs, answeredMs: now }) ?? failure;
	}

	/**
	 * Read at the time of failing: the token may be newer than this run, and fetched by another one. Also those of the latest requests:
	 * who hides what a partner says need not know which of them it answers.
	 */
	secrets({ secrets = [] }: Pick<PartnerRequest, 'secrets'> = {}): string[] {
		const own = secretsIn(this.credentials, this.options.secretFields);
		return [...own, ...tokensSent(this.credentials), ...this.sentSecrets, ...secrets];
	}

	/** What all requests have in common: we read statuses, the host's errors lose the partner's words and its Retry-After. */
	common(): IHttpRequestOptions {
		return {
			url: '',
			timeout: this.timeoutMs,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		};
	}

	/** A request as the host takes it. */
	optionsOf({ method, path, query, body, parts, headers, secrets = [] }: PartnerRequest): IHttpRequestOptions {
		if (secrets.length > 0) this.remember(secrets);
		// Member by member: spreading small objects into it would cost more than all else here, with each of a thousand requests.
		const options: IHttpRequestOptions = this.common();
		options.method = method;
		// Relative: the credential completes it with the address of its environment.
		options.url = path;
		if (query) options.qs = query as IDataObject;
		// As text: the host would drop an empty object, and send a content type without content.
		if (body) options.body = jsonText(body);
		options.headers = body ? { Accept: 'application/json', 'Content-Type': 'application/json' } : { Accept: 'application/json' };
		if (parts) {
			const form = multipart(parts);
			options.body = form.body;
			options.headers['Content-Type'] = form.contentType;
		}
		if (headers) Object.assign(options.headers, headers);
		return options;
	}

	private remember(secrets: readonly string[]): void {
		for (const secret of secrets) {
			this.sentSecrets.delete(secret);
			this.sentSecrets.add(secret);
		}
		for (const secret of this.sentSecrets) {
			if (this.sentSecrets.size <= MOST_SENT_SECRETS) return;
			this.sentSecrets.delete(secret);
		}
	}

	/**
	 * Asks the API, with its token or a signature, once it is this request's turn.
	 *
	 * @param prepare makes the request anew for each sending: credential and host write into it
	 * @param read what is done with an answer before it is looked at; time for it is counted. Without it the body is still on
	 *   its way, and `abort` has to be released
	 */
	async ask(prepare: () => IHttpRequestOptions, effect: Effect, read?: Read): Promise<AbortableAnswer | Failure> {
		if (this.isCancelled()) return cancelled();
		const options = prepare();
		if (this.pacing && !(await this.pacing(options, () => this.isCancelled()))) return cancelled();
		const answer = await this.call(options, effect, read);
		if (isFailure(answer) || !answer.isWorthANewToken) return answer;
		if (isStream(answer.body)) discardBody(answer.body, answer.abort.stop);
		answer.abort.release();
		if (this.isCancelled()) return cancelled();
		// The token was revoked before its time. It was refused, so nothing was carried out: sending again with a
		// new token is safe for a write, too.
		const again = prepare();
		if (this.pacing && !(await this.pacing(again, () => this.isCancelled()))) return cancelled();
		return await this.call(again, effect, read);
	}

	/** Asks somebody else, without token. */
	async askElsewhere(name: string, options: IHttpRequestOptions): Promise<AbortableAnswer | Failure> {
		if (this.isCancelled()) return cancelled();
		const abort = requestAbort(options, this.reads);
		const sentMs = Date.now();
		try {
			const call = this.context.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>;
			return { ...answerOf(await withTimeout(call, this.timeoutMs + MORE_MS, abort.stop, this.ticks)), abort, sentMs };
		} catch (error) {
			abort.release();
			return this.isCancelled() ? cancelled() : connectionFailure(name, error, 'read', this.timeoutMs);
		}
	}

	private async call(options: IHttpRequestOptions, effect: Effect, read?: Read): Promise<Call | Failure> {
		const abort = requestAbort(options, effect === 'once' ? undefined : this.reads);
		let isGivenUp = false;
		const sentMs = Date.now();
		const mostMs = this.timeoutMs + MORE_MS;
		let missed: string | undefined;
		const reading = this.send(options).then(async (full) => {
			if (!read) return answerOf(full);
			missed = 'the answer was complete';
			return await read(answerOf(full), abort.stop);
		});
		try {
			const answer = await withTimeout(reading, mostMs, () => {
				isGivenUp = true;
				// The host's call lives on. Where it has no token yet it gets none any more, and sends nothing.
				giveUp(options);
				// Also for a write: nobody hears its answer, and what became of it is unknown either way.
				abort.stop();
			}, this.ticks);
			if (read) abort.release();
			return { ...answer, abort, sentMs, isWorthANewToken: noteAnswer(options, answer.status) };
		} catch (error) {
			abort.release();
			if (!gotToken(options)) return this.notSent(isGivenUp ? mostMs : undefined);
			if (isFailure(error)) return error;
			if (effect !== 'once' && this.isCancelled()) return cancelled();
			return connectionFailure(this.partner, error, effect, isGivenUp ? mostMs : this.timeoutMs, missed);
		}
	}

	/** Why a request did not go out. @param waitedMs how long somebody waited for it, where that was too long */
	private notSent(waitedMs: number | undefined): Failure {
		const { partner, proof } = this.options;
		if (waitedMs !== undefined) return noTokenInTime(partner, waitedMs, proof);
		return whyNoToken(this.credentials) ?? noToken(partner, proof);
	}

	private async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		const { credentialType } = this.options;
		return (await this.context.helpers.httpRequestWithAuthentication.call(this.calmContext, credentialType, options, this.credential)) as IN8nHttpFullResponse;
	}
}

function answerOf({ statusCode, headers, body }: IN8nHttpFullResponse): PartnerAnswer {
	return { status: statusCode, headers, body };
}

/** What a request may take beyond its own time-out: the call for a token that may come before it, and a little. */
const MORE_MS = 35_000;

/** Twice as many as requests can be under way: each text is searched for all of them. */
const MOST_SENT_SECRETS = 100;

/** With one l: by this word in the message n8n tells a stopped run from a failed one. */
export function cancelled(): Failure {
	return new Failure('cancelled', 'The execution was canceled', { advice: 'Nothing more was sent.' });
}
