import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../engine/failure';
import { CHECK_FIELD } from '../../../engine/token/checkField';
import type { TokenFlow } from '../../../engine/token/flow';
import { credentialHooks, type CredentialHooks } from '../../../engine/token/hooks';
import { TokenStore } from '../../../engine/token/store';
import { Clock, FakePartner, testFlow, type WireRequest } from '../partner/partner';

export const testNode: INode = {
	id: 'node-1',
	name: 'Partner',
	type: 'test.partner',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** The `authenticate` hook as a function: the type of n8n also allows a description. */
export function authenticateOf(hooks: CredentialHooks): Extract<CredentialHooks['authenticate'], (...given: never[]) => unknown> {
	if (typeof hooks.authenticate !== 'function') throw new Error('authenticate is not a function');
	return hooks.authenticate;
}

/** The two kinds of n8n: what each would store of what a credential hands to it is in `HookHost`. */
export const LINES = ['2.8', '2.41'] as const;
export type Line = (typeof LINES)[number];

/** A field's value where it is an expression of a text, such as `={{ 'x' }}`. */
const EXPRESSION = /^=\{\{ '(.*)' \}\}$/;

/**
 * The two ways on which n8n sends an authenticated request, reduced to what concerns a credential:
 * `httpRequestWithAuthentication` (nodes of packages) and `requestWithAuthentication` (the HTTP Request node).
 */
export class HookHost {
	/** The credential as it stands in the database. */
	stored: ICredentialDataDecryptedObject;

	/** How often something was written to the database. */
	writes = 0;

	readonly hooks: CredentialHooks;

	constructor(
		data: ICredentialDataDecryptedObject,
		readonly partner = new FakePartner(),
		readonly clock = new Clock(),
		store = new TokenStore(clock.now),
		private readonly line: Line = '2.41',
		flow: TokenFlow = testFlow,
	) {
		this.stored = { [CHECK_FIELD]: '', ...data };
		this.hooks = credentialHooks(flow, store, clock.now);
	}

	/** A host of that line. */
	static of(line: Line, data: ICredentialDataDecryptedObject, flow?: TokenFlow): HookHost {
		return new HookHost(data, undefined, undefined, undefined, line, flow);
	}

	/** The same database and partner in another process. */
	otherProcess(): HookHost {
		const other = new HookHost(this.stored, this.partner, this.clock, undefined, this.line);
		other.stored = this.stored;
		return other;
	}

	/** Every read is a copy of its own, with its expressions resolved. */
	getCredentials(): ICredentialDataDecryptedObject {
		const read = { ...this.stored };
		for (const [name, value] of Object.entries(read)) {
			if (typeof value === 'string') read[name] = EXPRESSION.exec(value)?.[1] ?? value;
		}
		return read;
	}

	async httpRequestWithAuthentication(request: IHttpRequestOptions, credentials = this.getCredentials()): Promise<unknown> {
		let options: WireRequest = request;
		try {
			await this.preAuthentication(credentials, false);
			options = await authenticateOf(this.hooks)(credentials, options);
			return await this.partner.httpRequest(options);
		} catch (error) {
			if (statusOf(error) === 401) {
				try {
					await this.preAuthentication(credentials, true);
					options = await authenticateOf(this.hooks)(credentials, options);
					return await this.partner.httpRequest(options);
				} catch (second) {
					throw wrapped(second);
				}
			}
			throw wrapped(error);
		}
	}

	async requestWithAuthentication(request: Partial<WireRequest>): Promise<unknown> {
		// The HTTP Request node says `uri`, and `url` only where a credential or a person's code set it.
		let options = request as WireRequest;
		const credentials = this.getCredentials();
		try {
			await this.preAuthentication(credentials, false);
			options = await authenticateOf(this.hooks)(credentials, options);
			return await this.partner.httpRequest(options);
		} catch (error) {
			try {
				if (await this.preAuthentication(credentials, true)) {
					options = await authenticateOf(this.hooks)(credentials, options);
					return await this.partner.httpRequest(options);
				}
				throw error;
			} catch (second) {
				throw wrapped(second);
			}
		}
	}

	/** @returns whether the credential handed over something to store, which the host takes for a new token */
	private async preAuthentication(credentials: ICredentialDataDecryptedObject, isExpired: boolean): Promise<boolean> {
		if (credentials[CHECK_FIELD] !== '' && !isExpired) return false;
		const { httpRequest } = this.partner;
		// n8n 2.8 hands over all helpers of the node, n8n 2.41 this one.
		const helpers = this.line === '2.8' ? { httpRequest, httpRequestWithAuthentication: httpRequest } : { httpRequest };
		const output = (await this.hooks.preAuthentication.call({ helpers }, credentials)) as ICredentialDataDecryptedObject;
		if (output[CHECK_FIELD] === undefined) return false;
		// n8n 2.8 stores all that the run has read, n8n 2.41 what came back, into what stands in the database by now.
		this.writes += 1;
		if (this.line === '2.8') this.stored = Object.assign(credentials, output);
		else this.stored = { ...this.stored, ...output };
		Object.assign(credentials, output);
		return true;
	}
}

/** What stood inside the host's errors: n8n 2.8 drops the cause of an error that it wraps. */
const insides = new WeakMap<object, unknown>();

export function wrapped(error: unknown): NodeApiError {
	const outside = new NodeApiError(testNode, error as JsonObject);
	insides.set(outside, error);
	return outside;
}

/** Our failure inside what the host throws. */
export function failureIn(error: unknown): Failure {
	const inside = typeof error === 'object' && error !== null && insides.has(error) ? insides.get(error) : error;
	if (isFailure(inside)) return inside;
	throw new Error(`There is no failure of ours in it, but: ${String(inside)}`);
}

/** All messages of an error and its causes, as a log would show them. */
export function everyWordOf(error: unknown): string {
	const words: string[] = [];
	let link: unknown = error;
	while (link instanceof Error && words.length < 20) {
		words.push(link.message, JSON.stringify(link), 'description' in link ? String(link.description) : '');
		link = link.cause;
	}
	return words.join('\n');
}

function statusOf(error: unknown): unknown {
	return (error as { response?: { status?: unknown } }).response?.status;
}
