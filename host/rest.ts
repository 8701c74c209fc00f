import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';

import axios, { isAxiosError, type AxiosInstance, type AxiosResponse, type Method } from 'axios';

import type { Owner } from './owner';

const TIMEOUT_MS = 30_000;

/** n8n answered a call with an error. Carries nothing of what was sent: that may be a password. */
export class RestError extends Error {
	override readonly name = 'RestError';

	constructor(
		readonly call: string,
		readonly status: number | undefined,
		detail: string,
	) {
		super(`${call}: ${status === undefined ? '' : `HTTP ${status}: `}${detail}`);
	}
}

/** A signed-in session with n8n's own REST interface, the one its editor uses. */
export class RestSession {
	private readonly http: AxiosInstance;
	private cookie?: string;

	constructor(
		url: string,
		private readonly owner: Owner,
	) {
		this.http = axios.create({
			baseURL: url,
			timeout: TIMEOUT_MS,
			// The instance is on this machine; a proxy for the outside would be asked for its own `localhost`.
			proxy: false,
			// A connection kept open may be closed by n8n in the moment it is used again, and a POST is not sent twice.
			httpAgent: new Agent({ keepAlive: false }),
			maxBodyLength: Number.POSITIVE_INFINITY,
			validateStatus: () => true,
			// n8n ties the session to the browser it was opened in.
			headers: { 'browser-id': randomUUID() },
		});
	}

	/** Makes the owner if the instance is new, and signs in. */
	async signIn(): Promise<void> {
		const { email, password } = this.owner;
		const settings = await this.send('GET', '/rest/settings');
		const { userManagement } = unwrap(settings) as { userManagement?: { showSetupOnFirstLoad?: boolean } };
		const isNew = userManagement?.showSetupOnFirstLoad === true;
		const response = isNew
			? await this.send('POST', '/rest/owner/setup', { email, password, firstName: 'Test', lastName: 'Owner' })
			: await this.send('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		check(isNew ? 'POST /rest/owner/setup' : 'POST /rest/login', response);
		this.cookie = authCookie(response);
	}

	/** One call; signs in first, and again when the session has run out. Returns what n8n puts under `data`. */
	async call(method: Method, path: string, body?: unknown, params?: Record<string, unknown>): Promise<unknown> {
		if (!this.cookie) await this.signIn();
		let response = await this.send(method, path, body, params);
		if (response.status === 401) {
			await this.signIn();
			response = await this.send(method, path, body, params);
		}
		check(`${method} ${path}`, response);
		return unwrap(response);
	}

	private async send(
		method: Method,
		path: string,
		data?: unknown,
		params?: Record<string, unknown>,
	): Promise<AxiosResponse<unknown>> {
		try {
			const headers = this.cookie ? { cookie: this.cookie } : {};
			return await this.http.request<unknown>({ method, url: path, data, params, headers });
		} catch (error) {
			// Not handed on as `cause`: axios keeps the request, with whatever was secret in it.
			const code = isAxiosError(error) ? (error.code ?? error.message) : String(error);
			throw new RestError(`${method} ${path}`, undefined, `no answer (${code})`);
		}
	}
}

function check(call: string, { status, data }: AxiosResponse<unknown>): void {
	if (status < 400) return;
	const isExplained = typeof data === 'object' && data !== null && 'message' in data;
	throw new RestError(call, status, isExplained ? String(data.message) : String(data).slice(0, 300));
}

function unwrap({ data }: AxiosResponse<unknown>): unknown {
	return typeof data === 'object' && data !== null && 'data' in data ? data.data : data;
}

function authCookie({ headers }: AxiosResponse<unknown>): string {
	const cookies: unknown = headers['set-cookie'];
	const cookie = Array.isArray(cookies) ? cookies.map(String).find((one) => one.startsWith('n8n-auth=')) : undefined;
	if (!cookie) throw new Error('n8n signed in but sent no n8n-auth cookie.');
	return cookie.split(';')[0] ?? '';
}
