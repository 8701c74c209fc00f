import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { answerJson, RawPartner } from './rawPartner';

/** Of an environment of ours: stands for the partner's, whose keys nobody has here. */
export const SIGNED_CLIENT = { apiKey: 'raw-key-not-real', apiSecret: 'raw-secret/of+the=test', partnerCode: 'ABCDE' } as const;

/** What was signed, as the request says. */
const HEADER = /^Signature keyId="([^"]+)",algorithm="hmac-(sha\d+)",(?:headers="([^"]+)",)?signature="([^"]+)"$/;

/** A partner that takes signed requests, and tells a wrong signature with 403 and `auth_error`. Written from what is documented of signatures. */
export class SignedPartner {
	/** What was signed of each request that came, and whether it was taken. */
	readonly received: Array<{ request: string; signed: string; algorithm: string; isTaken: boolean }> = [];
	/** How far its clock is ahead of ours, in milliseconds. */
	aheadMs = 0;
	/** Most that the date of a request may differ from its clock, in milliseconds. */
	leewayMs = 5 * 60_000;

	private constructor(private readonly raw: RawPartner) {}

	static async start(): Promise<SignedPartner> {
		const raw = await RawPartner.start();
		const partner = new SignedPartner(raw);
		raw.handle = (request, response) => partner.take(request, response);
		return partner;
	}

	/** How a request is answered whose signature is right. */
	answer: (response: ServerResponse, request: IncomingMessage) => void = (response) => answerJson(response, { count: 0, next: null, previous: null, results: [] });

	get url(): string {
		return `${this.raw.url}/x`;
	}

	/** The credential that it takes. */
	get credential(): Record<string, string | boolean> {
		return { environment: 'custom', baseUrl: this.url, ...SIGNED_CLIENT, isTestKey: false, algorithm: 'sha512', signedParts: 'date', accessTokenCheck: '' };
	}

	async close(): Promise<void> {
		await this.raw.close();
	}

	private take(request: IncomingMessage, response: ServerResponse): void {
		const { algorithm = '', names = '', isRight } = this.check(request);
		const now = Date.now() + this.aheadMs;
		const isTaken = isRight && Math.abs(Date.parse(String(request.headers.date)) - now) <= this.leewayMs;
		this.received.push({ request: `${request.method} ${request.url}`, signed: names, algorithm, isTaken });
		response.setHeader('date', new Date(now).toUTCString());
		if (isTaken) return this.answer(response, request);
		answerJson(response, { type: 'auth_error', message: `Not a valid signature: ${String(request.headers.authorization)}` }, 403);
	}

	private check({ headers, method = '', url = '' }: IncomingMessage): { algorithm?: string; names?: string; isRight: boolean } {
		const [, keyId, algorithm = '', names = 'date', signature = ''] = HEADER.exec(String(headers.authorization)) ?? [];
		if (keyId !== SIGNED_CLIENT.apiKey || headers['x-api-key'] !== keyId) return { algorithm, names, isRight: false };
		const lines = names.split(' ').map((name) => `${name}: ${name === '(request-target)' ? `${method.toLowerCase()} ${url.split('?')[0]}` : String(headers[name])}`);
		const expected = createHmac(algorithm, SIGNED_CLIENT.apiSecret).update(lines.join('\n')).digest('base64');
		return { algorithm, names, isRight: decodeURIComponent(signature) === expected && !/[+/=]/.test(signature) };
	}
}
