import { EventEmitter } from 'node:events';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions, INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { hookRequest } from './hookRequest';

/** A call of a trigger's webhook, as n8n hands it over. */
export interface HookCall {
	/** As it stands on the wire. */
	readonly body?: string | Buffer;
	/** Of the panel, beside their defaults. */
	readonly parameters?: IDataObject;
	/** What stands in the panel where `parameters` has what it comes to. */
	readonly expressions?: IDataObject;
	readonly headers?: Record<string, string>;
	readonly query?: Record<string, string>;
	/** Path and query that were called. */
	readonly originalUrl?: string;
	/** Which node it is: each remembers its own events. */
	readonly node?: string;
	/** Which webhook of the description is called. */
	readonly webhook?: string;
	/** The same for every type of credential. */
	readonly credentials?: ICredentialDataDecryptedObject;
	/** What the partner, or who stands before it, answers to a request. */
	readonly partner?: (request: IHttpRequestOptions) => { status: number; body: unknown };
	/** What n8n answers at the end, where the trigger leaves it to n8n: as when the workflow failed. */
	readonly endsWith?: { status: number; body?: unknown };
}

/** What came of it. */
export interface CalledHook {
	readonly answer: IWebhookResponseData;
	/** What the trigger itself answered, which is how it refuses. */
	readonly refusal: { status: number; body: { error?: string } } | undefined;
	/** What went out in the end, from the trigger or from n8n. */
	readonly sent: { status: number; body: unknown };
	readonly responseHeaders: Record<string, string>;
	readonly items: IDataObject[] | undefined;
	readonly warnings: string[];
}

let calls = 0;

/** n8n's response: Express's, as far as triggers use it. */
class Response extends EventEmitter {
	statusCode = 200;
	readonly headers: Record<string, string> = {};
	body: unknown;
	isSent = false;

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	setHeader(name: string, value: string): void {
		this.headers[name] = value;
	}

	json(body?: unknown): void {
		this.body = body;
		this.isSent = true;
	}
}

/** Calls a trigger as n8n does when somebody calls its URL, and answers as n8n does. */
export async function callHook(trigger: INodeType, call: HookCall): Promise<CalledHook> {
	const { body, parameters = {}, expressions = {}, headers = {}, query = {}, originalUrl = '/webhook/7f3c/hook', node = `node ${(calls += 1)}`, webhook = 'default', credentials = {}, partner, endsWith } = call;
	const warnings: string[] = [];
	const request = hookRequest(body, { headers, query, ip: '203.0.113.7', method: 'POST', originalUrl });
	const response = new Response();
	const context = {
		// As n8n has it: what an expression makes null is null, not the fallback.
		getNodeParameter: (name: string, fallback: unknown) => (parameters[name] === undefined && !Object.hasOwn(expressions, name) ? fallback : parameters[name]),
		getRequestObject: () => request,
		getResponseObject: () => response,
		getWebhookName: () => webhook,
		getMode: () => 'webhook',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: node, name: trigger.description.displayName, parameters: { ...parameters, ...expressions } }),
		logger: { warn: (words: string) => warnings.push(words), error: (words: string) => warnings.push(words) },
		getWorkflowStaticData: () => ({}),
		getCredentials: async () => await Promise.resolve(credentials),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				const { status = 500, body: answer } = partner?.(options) ?? {};
				return await Promise.resolve({ statusCode: status, headers: {}, body: answer });
			},
		},
	} as unknown as IWebhookFunctions;
	const answer = await trigger.webhook!.call(context);
	const refusal = response.isSent ? { status: response.statusCode, body: response.body as { error?: string } } : undefined;
	if (!response.isSent) response.status(endsWith?.status ?? 200).json(endsWith === undefined ? answer.webhookResponse : endsWith.body);
	response.emit('finish');
	return {
		answer, refusal, warnings,
		sent: { status: response.statusCode, body: response.body },
		responseHeaders: response.headers,
		items: answer.workflowData?.[0]?.map(({ json }) => json),
	};
}
