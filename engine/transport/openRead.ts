import type { IHttpRequestOptions } from 'n8n-workflow';

import { isFailure, type Failure } from '../failure';
import { addressOf } from '../token/apiUrl';
import { answerFailure } from './answerFailure';
import { connectionFailure } from '../http/connectionFailure';
import type { Link } from './link';
import { OpenBody, type HostStream, type OpenAnswer } from '../http/openBody';
import type { PartnerAnswer, PartnerRequest } from '../http/request';
import { cancelled, type Wire } from './wire';

/** Bytes of an error's body that are read. What an error page says stands at its beginning. */
const MOST_ERROR_BYTES = 64 * 1024;

const HEADERS = {
	Accept: 'application/pdf, image/*, application/json;q=0.9, */*;q=0.8',
	// Files hardly shrink, and what is packed shows neither its size nor its first bytes.
	'Accept-Encoding': 'identity',
};

/**
 * Reads once, and lets `take` have the answer while its body is on its way: a success, or a redirect.
 *
 * @returns what `take` makes of it, or what went wrong
 * @throws what `take` throws, but for a body that breaks off
 */
export async function openRead<T>(wire: Wire, target: PartnerRequest | Link, take: (answer: OpenAnswer) => Promise<T>): Promise<T | Failure> {
	const isLink = 'url' in target;
	const name = isLink ? `File server ${new URL(target.url).host}` : wire.partner;
	const sent: IHttpRequestOptions[] = [];
	const prepare = (): IHttpRequestOptions => {
		const request = isLink ? { ...wire.common(), method: 'GET' as const, url: target.url } : wire.optionsOf(target);
		const options: IHttpRequestOptions = { ...request, headers: { ...request.headers, ...HEADERS }, encoding: 'stream' };
		sent.push(options);
		return options;
	};
	const given = isLink && !target.isApi ? await wire.askElsewhere(name, prepare()) : await wire.ask(prepare, 'read');
	const told = (failure: Failure): Failure => (isLink ? ofLink(failure, wire.partner) : failure);
	if (isFailure(given)) return isLink && !target.isApi ? told(given) : given;

	const { abort } = given;
	const body = new OpenBody(streamOf(given), wire.timeoutMs, () => abort.stop());
	const secrets = (): string[] => wire.secrets(isLink ? {} : target);
	const answer: OpenAnswer = { status: given.status, headers: given.headers, address: addressOf(sent.at(-1)!), body, secrets };
	try {
		if (isGood(answer)) return await take(answer);
		body.mostWaitingMs = wire.timeoutMs;
		// What a refusal says by its status holds, whatever becomes of its words.
		const { text } = await body.text(MOST_ERROR_BYTES).catch(() => ({ text: '' }));
		if (wire.isCancelled()) return cancelled();
		const refused = { ...given, body: text };
		return told(isLink && !target.isApi ? answerFailure(name, refused, 'read', secrets(), Date.now()) : wire.refusal(refused, 'read', secrets()));
	} catch (error) {
		if (isFailure(body.fault)) return body.fault;
		if (wire.isCancelled()) return cancelled();
		if (body.fault === undefined) throw error;
		return told(connectionFailure(name, body.fault, 'read', wire.timeoutMs, 'the answer was complete'));
	} finally {
		body.close();
		abort.release();
	}
}

/** A redirect is good where it says whereto (RFC 9110, 15.4). */
function isGood({ status, headers }: OpenAnswer): boolean {
	const isRedirect = [301, 302, 303, 307, 308].includes(status) && typeof headers.location === 'string';
	return isRedirect || (status >= 200 && status < 300);
}

function streamOf({ body }: PartnerAnswer): HostStream {
	return body as HostStream;
}

/** A link that does not work is the partner's fault: the item asked for the right thing. */
function ofLink(failure: Failure, partner: string): Failure {
	if (failure.kind === 'cancelled') return failure;
	const mayPass = failure.kind === 'outage' || failure.kind === 'rateLimit';
	return failure.retold({
		kind: mayPass ? failure.kind : 'brokenAnswer',
		advice: `${partner} gave a link that does not work. Run the item again to get a new one; if it stays so, ask ${partner}.`,
	});
}
