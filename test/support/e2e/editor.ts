import { randomUUID } from 'node:crypto';

import axios, { type AxiosInstance } from 'axios';

import type { N8nInstance } from '../../../host';

/** What the editor asks n8n for as a person opens a list, types in it or scrolls. */
export interface ListRequest {
	/** Under `methods.listSearch` of the node. */
	readonly method: string;
	/** Of the field, inside the node's parameters, such as `lines.line[0].option`. */
	readonly field: string;
	/** As the editor hands them over: with expressions resolved as far as possible. */
	readonly parameters: Record<string, unknown>;
	readonly credential: { readonly id: string; readonly name: string };
	readonly filter?: string;
	readonly paginationToken?: string;
}

/** n8n's answer: a page of the list, or an error with all that the editor shows of it. */
export interface ListAnswer {
	readonly status: number;
	readonly results: Array<{ name: string; value: string }>;
	readonly paginationToken?: string;
	readonly error?: { message: string; description?: string; httpCode?: string | null };
	/** All of it, as text to search. */
	readonly text: string;
}

/** The editor's way to lists: its REST call, signed in as the owner. The answers to errors are needed whole. */
export class Editor {
	private constructor(private readonly http: AxiosInstance) {}

	static async open({ url, client }: Pick<N8nInstance, 'url' | 'client'>): Promise<Editor> {
		// n8n ties a session to the browser it was opened in.
		const headers = { 'browser-id': randomUUID() };
		const http = axios.create({ baseURL: url, proxy: false, timeout: 60_000, validateStatus: () => true, headers });
		const { email, password } = client.owner;
		const answer = await http.post<unknown>('/rest/login', { emailOrLdapLoginId: email, password });
		const cookies: unknown = answer.headers['set-cookie'];
		const cookie = Array.isArray(cookies) ? cookies.map(String).find((one) => one.startsWith('n8n-auth=')) : undefined;
		if (!cookie) throw new Error(`n8n answered ${answer.status} and sent no n8n-auth cookie.`);
		http.defaults.headers.common.cookie = cookie.split(';')[0];
		return new Editor(http);
	}

	async list({ method, field, parameters, credential: { id, name }, filter, paginationToken }: ListRequest): Promise<ListAnswer> {
		const { status, data } = await this.http.post<{ data?: { results: ListAnswer['results']; paginationToken?: string } } & ListAnswer['error']>(
			'/rest/dynamic-node-parameters/resource-locator-results',
			{
				nodeTypeAndVersion: { name: 'n8n-nodes-partner-apis.srsSips', version: 1 },
				path: `parameters.${field}`,
				methodName: method,
				currentNodeParameters: parameters,
				credentials: { srsSipsApi: { id, name } },
				...(filter === undefined ? {} : { filter }),
				...(paginationToken === undefined ? {} : { paginationToken }),
			},
		);
		const text = JSON.stringify(data);
		return status < 400 ? { status, text, results: [], ...data.data } : { status, text, results: [], error: data };
	}
}
