import { createHmac } from 'node:crypto';

import { startXCoverElementsSandbox, type XCoverElementsSandbox } from '../../../../sandbox/xCoverElements';
import { widgetOffers } from '../../../../sandbox/xCoverElements/data/signedOffers';
import type { ConfirmOfferRequest, OfferRequest } from '../../../../sandbox/xCoverElements/types';
import { inSandbox } from '../support';

export const [RETAIL_OFFER, TRAVEL_OFFER] = widgetOffers;

/** Bookings that are there from the start. */
export const RENEWABLE = 'K4PLM-22TRX-INS';
export const IN_INSTALMENTS = 'N8QVB-6HJWC-INS';
export const CANCELLED = 'Y3DRT-9MKPF-INS';
export const PENDING = 'B6WXN-4TQHL-INS';

export const DAY_MS = 86_400_000;

export const newOffer: OfferRequest = {
	customer: { language: 'en', currency: 'EUR', country: 'NL' },
	partner: { transaction_id: 'SHOP-1' },
	context: { purchase_date: '2026-03-03', product: { retail_value: 230, quantity: 1 } },
};

export function confirmation(quoteId: string, changes: Partial<ConfirmOfferRequest> = {}): ConfirmOfferRequest {
	return { quotes: [{ id: quoteId }], policyholder: { first_name: 'Ines', last_name: 'Marek', email: 'ines.marek@example.com', country: 'CZ' }, ...changes };
}

/** How a request is signed, where it is not as documented. */
export interface Signing {
	key?: string;
	keyId?: string;
	secret?: string;
	algorithm?: string;
	date?: string;
	/** The parameter `headers`; null for none. */
	names?: string | null;
	/** What becomes of the signature in Base64. */
	encode?: (signature: string) => string;
}

/** The headers of a signed request, written after the documents and not with the sandbox's own code. */
export function signed({ signer }: XCoverElementsSandbox, method: string, path: string, how: Signing = {}): Record<string, string> {
	const { key = signer.apiKey, secret = signer.apiSecret, algorithm = 'hmac-sha512', date = new Date().toUTCString(), names = null, encode = encodeURIComponent } = how;
	const lines = (names ?? 'date').split(' ').map((name) => (name === '(request-target)' ? `(request-target): ${method.toLowerCase()} ${path.split('?')[0]}` : `${name}: ${date}`));
	const signature = createHmac(algorithm.replace('hmac-', ''), secret).update(lines.join('\n')).digest('base64');
	const named = names === null ? '' : `headers="${names}",`;
	return { 'x-api-key': key, date, authorization: `Signature keyId="${how.keyId ?? key}",algorithm="${algorithm}",${named}signature="${encode(signature)}"` };
}

interface Asked {
	status: number;
	// Whatever shape the call has: the document checks it.
	body: Record<string, never>;
	text: string;
	headers: Headers;
}

/** A caller of one XCover sandbox. Each answer is checked against the documents. */
export interface XCoverCaller {
	readonly sandbox: XCoverElementsSandbox;
	/** A signed call. @param call method and path below the partner, such as `GET bookings/`. @param body text goes out as it is. @param further `isInDocument` false for an answer that is only played */
	sign(call: string, body?: unknown, further?: Signing & { idempotencyKey?: string; partnerCode?: string; isInDocument?: boolean }): Promise<Asked>;
	/** A call with a token. */
	ask(call: string, body?: unknown): Promise<Asked>;
	/** Puts the clock forward. */
	later(ms: number): void;
}

/** One sandbox for all tests of a file, as it was at the start before each of them. @param ready takes over who calls it */
export function inXCoverSandbox(ready: (caller: XCoverCaller) => void): void {
	inSandbox(startXCoverElementsSandbox, async (sandbox) => {
		const { clientId, clientSecret, partnerId } = sandbox.client;
		const token = (await (
			await fetch(`${sandbox.url}/api/oauth/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }) })
		).json()) as { access_token: string };
		const send = async (method: string, path: string, headers: Record<string, string>, body: unknown, isInDocument = true): Promise<Asked> => {
			const init = body === undefined ? { method, headers } : { method, headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) };
			const answer = await fetch(sandbox.url + path, init);
			const text = await answer.text();
			const read = (text === '' ? undefined : JSON.parse(text)) as Asked['body'];
			const { operationId = '' } = sandbox.control.requests().at(-1) ?? {};
			// A body that cannot be read, or is of another kind, is no call of the document.
			if (isInDocument && read !== undefined && ![400, 415].includes(answer.status)) expect([path, sandbox.contract.checkAnswer(operationId, answer.status, read)]).toEqual([path, []]);
			return { status: answer.status, body: read, text, headers: answer.headers };
		};
		ready({
			sandbox,
			sign(call, body, { idempotencyKey, partnerCode = sandbox.signer.partnerCode, isInDocument, ...how } = {}) {
				const [method = '', below = ''] = call.split(' ');
				const path = `/x/partners/${partnerCode}/${below}`;
				const key: Record<string, string> = idempotencyKey === undefined ? {} : { 'x-idempotency-key': idempotencyKey };
				return send(method, path, { ...signed(sandbox, method, path, how), ...key }, body, isInDocument);
			},
			ask(call, body) {
				const [method = '', below = ''] = call.split(' ');
				return send(method, `/api/partners/${partnerId}/${below}`, { authorization: `Bearer ${token.access_token}` }, body);
			},
			later(ms) {
				sandbox.control.change({ clockAheadMs: sandbox.control.settings().clockAheadMs + ms });
			},
		});
	});
}
