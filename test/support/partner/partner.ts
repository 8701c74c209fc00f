import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { readOAuthAnswer } from '../../../engine/token/answer';
import { textField, type TokenFlow, type TokenRequest } from '../../../engine/token/flow';

export const API = 'https://api.partner.test';
export const SECRET = 'Pa$$w0rd-of-the-test';

/** A clock that moves only when told to. */
export class Clock {
	constructor(public nowMs = Date.parse('2026-03-02T08:00:00.000Z')) {}

	readonly now = (): number => this.nowMs;

	passSeconds(seconds: number): void {
		this.nowMs += seconds * 1000;
	}
}

/** A token flow as plain as they come: JSON first, then form. */
export const testFlow: TokenFlow = {
	partner: 'Partner',
	whereToGetCredentials: 'from the partner',
	defaultLifeSeconds: 1800,
	identity: (credentials) => ['baseUrl', 'clientId', 'clientSecret'].map((name) => textField(credentials, name)),
	secretFields: ['clientSecret'],
	tokenRequests(credentials) {
		const fields = { client_id: textField(credentials, 'clientId'), client_secret: textField(credentials, 'clientSecret') };
		const post = { method: 'POST', url: `${textField(credentials, 'baseUrl')}/token` } as const;
		const json: TokenRequest = { ...post, headers: { 'Content-Type': 'application/json' }, body: fields };
		const form: TokenRequest = {
			...post,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(fields).toString(),
		};
		return [json, form];
	},
	readAnswer: readOAuthAnswer,
	apiBaseUrl: (credentials) => textField(credentials, 'baseUrl'),
};

let identities = 0;

/** What a person entered; each call is an identity that no other test has used. */
export function entered(change: Record<string, string> = {}): Record<string, string> {
	identities += 1;
	return { baseUrl: API, clientId: `client-${identities}`, clientSecret: SECRET, ...change };
}

export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** A request as it would have left this machine. */
export interface Exchange {
	method: string;
	url: string;
	token: string | undefined;
}

/** A request as either of the host's two paths hands it to the wire. */
export type WireRequest = IHttpRequestOptions & { uri?: string; simple?: boolean };

/** A partner in memory: hands out tokens, takes its own, and counts. */
export class FakePartner {
	readonly tokenCalls: IHttpRequestOptions[] = [];
	readonly requests: Exchange[] = [];
	/** Tokens that the API takes. */
	readonly live = new Set<string>();

	/** How a token call is answered. May throw, as a broken connection does. */
	onToken: (call: number) => Answer = (call) => this.newToken(`token-${call}`);
	/** How a request with a live token is answered. */
	onRequest: (exchange: Exchange) => Answer | Promise<Answer> = () => ({ status: 200, body: { ok: true } });

	newToken(token: string, lifeSeconds: unknown = 3600): Answer {
		this.live.add(token);
		return { status: 200, body: { access_token: token, expires_in: lifeSeconds } };
	}

	revokeAll(): void {
		this.live.clear();
	}

	/** Stands where the host's `httpRequest` stands. */
	readonly httpRequest = async (request: WireRequest): Promise<IN8nHttpFullResponse> => {
		const url = addressOf(request);
		// A network takes its time, so that requests do overlap.
		await new Promise<void>((resolve) => setImmediate(resolve));
		const answer = new URL(url).pathname === '/token' ? this.answerTokenCall(request) : await this.answerRequest(request, url);
		const full: IN8nHttpFullResponse = {
			statusCode: answer.status,
			headers: answer.headers ?? {},
			body: (answer.body ?? '') as IN8nHttpFullResponse['body'],
		};
		const takesAnyStatus = request.ignoreHttpStatusErrors === true || request.simple === false;
		if (answer.status >= 400 && !takesAnyStatus) {
			throw Object.assign(new Error(`Request failed with status code ${answer.status}`), {
				response: { status: answer.status, headers: full.headers },
				config: request,
			});
		}
		return full;
	};

	private answerTokenCall(request: WireRequest): Answer {
		this.tokenCalls.push(request);
		return this.onToken(this.tokenCalls.length);
	}

	private async answerRequest(request: WireRequest, url: string): Promise<Answer> {
		const authorization = request.headers?.Authorization;
		const token = typeof authorization === 'string' ? authorization.replace('Bearer ', '') : undefined;
		const exchange = { method: request.method ?? 'GET', url, token };
		this.requests.push(exchange);
		return token !== undefined && this.live.has(token) ? await this.onRequest(exchange) : { status: 401, body: { message: 'no' } };
	}
}

/** The address that the host and axios make of a request: `url` wins over `uri`, an absolute one over the base. */
export function addressOf({ url, uri, baseURL }: WireRequest): string {
	const given = url ?? uri ?? '';
	if (!baseURL || /^([a-z][a-z\d+\-.]*:)?\/\//i.test(given)) return given;
	return `${baseURL.replace(/\/?\/$/, '')}/${given.replace(/^\/+/, '')}`;
}
