import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { OrderRequest } from '../../../sandbox/srsSips/types';
import type { SrsSipsSandbox } from '../../../sandbox/srsSips';

export const JSON_HEADERS = { 'content-type': 'application/json' };

export interface Reply<Body> {
	status: number;
	headers: Headers;
	body: Body;
}

/** One sandbox for all tests of a file, as it was at the start before each of them. @param ready takes it over, and prepares each test */
export function inSandbox<S extends { control: { reset(): Promise<void> }; close(): Promise<void> }>(start: () => Promise<S>, ready: (sandbox: S) => unknown): void {
	let sandbox: S;
	beforeAll(async () => {
		sandbox = await start();
	});
	beforeEach(async () => {
		await sandbox.control.reset();
		await ready(sandbox);
	});
	afterAll(() => sandbox.close());
}

/** One call with JSON in and out. The body of an empty answer is undefined. */
export async function call<Body = Record<string, unknown>>(
	url: string,
	init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply<Body>> {
	const hasBody = init.body !== undefined;
	const answer = await fetch(url, {
		method: init.method ?? (hasBody ? 'POST' : 'GET'),
		headers: { ...(hasBody ? JSON_HEADERS : {}), ...init.headers },
		body: hasBody ? JSON.stringify(init.body) : undefined,
	});
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}

export function tokenRequest({ client }: SrsSipsSandbox) {
	return {
		client_id: client.clientId,
		client_secret: client.clientSecret,
		grant_type: 'client_credentials',
		scope: 'ALL',
	};
}

/** A caller that holds a token. */
export async function signIn(sandbox: SrsSipsSandbox) {
	const { body } = await call<{ access_token: string }>(`${sandbox.url}/Authentication/token`, {
		body: tokenRequest(sandbox),
	});
	const headers = { authorization: `Bearer ${body.access_token}` };
	return {
		token: body.access_token,
		get: <Body = Record<string, unknown>>(path: string) => call<Body>(sandbox.url + path, { headers }),
		post: <Body = Record<string, unknown>>(path: string, sent: unknown) =>
			call<Body>(sandbox.url + path, { headers, body: sent }),
		/** The answer as it came, for files. */
		raw: (path: string) => fetch(sandbox.url + path, { headers }),
	};
}

/** A good order of the demo customer. */
export function order(changes: Partial<OrderRequest> = {}): OrderRequest {
	return {
		sourceSystem: 'DEMOSOURCE',
		customerCode: 'DEMO100',
		jobAccountNumber: 43,
		branchCode: 'SBDEN',
		accountNumber: 'DEMO100',
		transactionID: 'test-transaction-1',
		transactionDate: '2026-03-02T08:15:27.120',
		notes: '',
		shipTo: { name: 'Jane', addressLine1: '12 Ridge Rd', addressLine2: '', addressLine3: '', city: 'DENVER', state: 'CO', zipCode: '80211' },
		poDetails: {
			poNumber: 'PO-1',
			reference: '',
			jobNumber: '',
			orderDate: '2026-03-02',
			expectedDeliveryDate: '2026-03-05',
			expectedDeliveryTime: 'Anytime',
			orderType: 'WHSE',
			shippingMethod: 'Ground Drop',
		},
		orderLineItemDetails: [
			{ productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, customerItem: 'SH-01', uom: 'BD' },
		],
		customerContactInfo: {
			customerContactName: 'Jane Roe',
			customerContactPhone: '3035550100',
			customerContactEmail: 'jane@example.com',
			customerContactAddress: { addressLine1: '1 Main St', city: 'Denver', state: 'Colorado', zipCode: '80211' },
			additionalContactEmails: [],
		},
		...changes,
	};
}

/** An order of the customer whose orders are queued. */
export function queuedOrder(changes: Partial<OrderRequest> = {}): OrderRequest {
	return order({ customerCode: 'DEMO200', accountNumber: 'DEMO200', branchCode: 'SBSEA', jobAccountNumber: 71, ...changes });
}

export interface Receiver {
	url: string;
	events: Array<{ headers: IncomingHttpHeaders; body: Record<string, string> }>;
	/** What the next posts are answered with. */
	status: number;
	close(): Promise<void>;
}

/** A local server that takes webhook posts. */
export async function startReceiver(): Promise<Receiver> {
	const server: Server = createServer((request, response) => {
		let text = '';
		request.on('data', (chunk: Buffer) => (text += chunk.toString()));
		request.on('end', () => {
			receiver.events.push({ headers: request.headers, body: JSON.parse(text) as Record<string, string> });
			response.writeHead(receiver.status, JSON_HEADERS).end('{"received":true}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		events: [],
		status: 200,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return receiver;
}
