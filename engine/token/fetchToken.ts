import { sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { answerJson } from '../http/answerJson';
import { connectionFailure, isNeverSent } from '../http/connectionFailure';
import { partnerWords, type PartnerWords } from '../http/partnerWords';
import { requestAbort } from '../http/requestAbort';
import { retryAfterMs } from '../http/retryAfter';
import { isStream, readText } from '../http/readText';
import { secretsIn, type TokenFlow, type TokenRequest } from './flow';
import type { HeldToken } from './heldToken';
import { MB } from '../http/megabyte';
import { withTimeout } from '../http/withTimeout';

const TOKEN_TIMEOUT_MS = 30_000;
/** After the host's own time-out, which also hangs up. */
const GIVE_UP_MS = TOKEN_TIMEOUT_MS + 2_000;
/** Largest answer that is read, in bytes, unpacked. Tokens have some thousand. */
const MOST_TOKEN_BYTES = MB;
/** Answers that may mean "I cannot read this form of request". */
const UNREADABLE = [400, 415];
/** OAuth codes that say the request was read and the client is the trouble (RFC 6749, 5.2): no other form helps. */
const CLIENT_IS_REFUSED = /invalid_client|unauthorized_client|invalid_grant|invalid_scope/i;

/** What partners say when a client has asked for too many tokens. */
const QUOTA_WORDS = /limit (?:has been |is |was )?(?:reached|exceeded)|too many (?:tokens|requests)|quota exceeded/i;

/** A plain sentence of SIPS to a request whose fields it did not find (seen with JSON); its status is not known. */
const FIELD_NOT_FOUND = /client_?id is required/i;
/** Before a partner is asked again that handed out a token which has just ended, in milliseconds: by then it has another. */
const ASK_AGAIN_AFTER_MS = 1_100;
/** What a token is used for that its partner says has ended, twice in a row: the requests of a moment, in seconds. */
const ENDING_TOKEN_SECONDS = 30;

/** The form of token request that worked last, by identity. Forgotten as a whole when it grows: that costs one call. */
const formThatWorked = new Map<string, number>();
const MOST_FORMS = 500;
/** Identities whose last two tokens had ended, as their partner said. */
const alwaysEnded = new Set<string>();

/**
 * Makes the token call, in the form that worked last or else in the preferred one. A server that hands out one token until
 * it ends may hand out its last second: it is asked once more then. One that says so each time would eat its quota of tokens that
 * work: from the second time on, its tokens are used as those without a life.
 *
 * @param identity key of what is asked for, to remember the form by
 * @param mayCallAgain whether the partner's quota allows a further call
 * @returns the token with its span, counted on our own clock from before the call
 * @throws Failure that names what went wrong: not reached, refused, or an answer without a token
 */
export async function fetchToken(
	http: IHttpRequestHelper['helpers'],
	flow: TokenFlow,
	credentials: ICredentialDataDecryptedObject,
	identity: string,
	now: () => number,
	mayCallAgain: () => boolean = () => true,
): Promise<HeldToken> {
	const ask = async () => await fetchInAnyForm(http, flow, credentials, identity, now, mayCallAgain);
	const first = await ask();
	if (!first.hasEnded) return told(identity, first.held);
	if (alwaysEnded.has(identity)) return usedForUsualLife(flow, first.held);
	if (!mayCallAgain()) return first.held;
	await sleep(ASK_AGAIN_AFTER_MS);
	const second = await ask().catch(() => undefined);
	if (!second) return first.held;
	if (!second.hasEnded) return told(identity, second.held);
	if (alwaysEnded.size > MOST_FORMS) alwaysEnded.clear();
	alwaysEnded.add(identity);
	// The same one may really be in its last second, with a partner that is late: the next call will tell.
	return second.held.token === first.held.token ? second.held : usedForUsualLife(flow, second.held);
}

/** A token with the life that its partner tells. */
function told(identity: string, held: HeldToken): HeldToken {
	alwaysEnded.delete(identity);
	return held;
}

/** Who says 0 each time tells nothing: the token is used as one without a life, until the API refuses it. */
function usedForUsualLife({ defaultLifeSeconds }: TokenFlow, held: HeldToken): HeldToken {
	return { ...held, expiresAtMs: held.issuedAtMs + defaultLifeSeconds * 1000 };
}

/** A token, and whether its partner says that it has ended. */
interface Fetched {
	held: HeldToken;
	hasEnded: boolean;
}

async function fetchInAnyForm(
	http: IHttpRequestHelper['helpers'],
	flow: TokenFlow,
	credentials: ICredentialDataDecryptedObject,
	identity: string,
	now: () => number,
	mayCallAgain: () => boolean,
): Promise<Fetched> {
	const requests = flow.tokenRequests(credentials);
	const first = formThatWorked.get(identity) ?? 0;
	const order = [first, ...requests.keys()].filter((form, at, all) => all.indexOf(form) === at);

	let refusal: Failure | undefined;
	let wasRead = true;
	for (const form of order) {
		const request = requests[form];
		if (!request || (refusal && !mayCallAgain())) continue;
		const issuedAtMs = now();
		const answer = await send(http, flow, request);
		const words = partnerWords(answer.body, secretsIn(credentials, flow.secretFields));
		const isClientRefused = CLIENT_IS_REFUSED.test(`${words.code ?? ''} ${words.message ?? ''} ${oauthCode(answer.body)}`);
		if (answer.statusCode < 300 && !isClientRefused) {
			if (formThatWorked.size > MOST_FORMS) formThatWorked.clear();
			const fetched = read(flow, credentials, answer.body, issuedAtMs);
			if (form !== 0 || formThatWorked.has(identity)) formThatWorked.set(identity, form);
			return fetched;
		}
		// The first refusal is told, but for one that says no more than that the form was not understood.
		if (!refusal || !wasRead) refusal = tokenRefusal(flow, answer, words, now());
		wasRead = !FIELD_NOT_FOUND.test(words.message ?? '');
		if ((wasRead && !UNREADABLE.includes(answer.statusCode)) || isClientRefused) break;
	}
	throw refusal ?? new Failure('configuration', 'No token request is defined', { advice: 'Report this to the maintainers.' });
}

async function send(http: IHttpRequestHelper['helpers'], flow: TokenFlow, request: TokenRequest): Promise<IN8nHttpFullResponse> {
	const options: IHttpRequestOptions = {
		...request,
		timeout: TOKEN_TIMEOUT_MS,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect would carry the secret to an address that nobody entered.
		disableFollowRedirect: true,
	};
	const abort = requestAbort(options);
	try {
		const call = http.httpRequest(options) as Promise<IN8nHttpFullResponse>;
		return await withTimeout(call.then(async (answer) => await readWhole(answer, abort.stop)), GIVE_UP_MS, abort.stop);
	} catch (error) {
		if (isFailure(error)) throw error;
		// The host's error holds the request, and with it the secret: nothing of it is passed on but the kind of fault.
		const { message } = connectionFailure(hostOf(request.url), error, 'read', TOKEN_TIMEOUT_MS);
		throw new Failure('outage', `Token request: ${message}`, {
			advice: `Check the environment or base URL of the credential, and whether this n8n can reach ${flow.partner} (DNS, proxy, firewall).`,
			isNeverSent: isNeverSent(error),
		});
	}
}

/** The answer with its body read, unless the host has read it. @throws Failure for one that is too large to hold a token */
async function readWhole(answer: IN8nHttpFullResponse, stop: () => void): Promise<IN8nHttpFullResponse> {
	const { body } = answer;
	if (!isStream(body)) return answer;
	const { text, isWhole } = await readText(body, { mostBytes: MOST_TOKEN_BYTES, timeoutMs: TOKEN_TIMEOUT_MS, stop });
	if (!isWhole && answer.statusCode < 300) throw tooLarge();
	return { ...answer, body: answerJson(text).body as IN8nHttpFullResponse['body'] };
}

function tooLarge(): Failure {
	return new Failure('brokenAnswer', `Token request: the answer is larger than ${MOST_TOKEN_BYTES / MB} MB, so it was not read`, {
		advice: 'Check the environment or base URL of the credential. If it is right, the partner is answering wrongly: try later.',
	});
}

function read(flow: TokenFlow, credentials: ICredentialDataDecryptedObject, body: unknown, issuedAtMs: number): Fetched {
	try {
		const { token, lifeSeconds } = flow.readAnswer(body, credentials);
		const hasEnded = lifeSeconds === 0;
		const usedFor = hasEnded ? ENDING_TOKEN_SECONDS : (lifeSeconds ?? flow.defaultLifeSeconds);
		return { held: { token, issuedAtMs, expiresAtMs: issuedAtMs + usedFor * 1000 }, hasEnded };
	} catch (error) {
		if (isFailure(error)) throw error.retold({ message: `Token request: ${error.message}` });
		throw new Failure('brokenAnswer', `Token request: the answer of ${flow.partner} could not be read`, {
			advice: 'Check the environment or base URL of the credential.',
		});
	}
}

/** The failure for a token call that was answered, but not with a token. */
function tokenRefusal(flow: TokenFlow, answer: IN8nHttpFullResponse, words: PartnerWords, now: number): Failure {
	const { statusCode: status, headers } = answer;
	const said = words.message ? `: ${words.message}` : '';
	const details = { status, partnerMessage: words.message, partnerCode: words.code };
	// Su is known to tell its quota of tokens with a 422 and "Limit has been reached".
	if (status === 429 || QUOTA_WORDS.test(words.message ?? '')) {
		return new Failure('rateLimit', `Token request: ${flow.partner} asks to wait before a further token${said}`, {
			...details,
			retryAfterMs: retryAfterMs((headers as IDataObject)['retry-after'], now),
			advice: 'Wait, then run again. Use one credential for all workflows, so that they share a token.',
		});
	}
	if (status >= 500 || status === 408 || status === 425) {
		return new Failure('outage', `Token request: ${flow.partner} answered ${status}${said}`, {
			...details,
			retryAfterMs: retryAfterMs((headers as IDataObject)['retry-after'], now),
			advice: `The trouble is on the side of ${flow.partner}. Try again in a few minutes.`,
		});
	}
	if (status >= 300 && status < 400) {
		return new Failure('configuration', `Token request: ${flow.partner} answered with a redirect (${status})`, {
			...details,
			advice: 'The base URL of the credential is not the address of the API. Enter the address that the partner documents.',
		});
	}
	if (status === 404 || status === 405) {
		return new Failure('configuration', `Token request: there is no token address at this host (${status})${said}`, {
			...details,
			advice: 'Check the environment or base URL of the credential.',
		});
	}
	return new Failure('authentication', `Token request: ${flow.partner} refused the client id or secret (${status})${said}`, {
		...details,
		advice: `Check client id, client secret and environment: each environment has its own pair. You get them ${flow.whereToGetCredentials}.${flow.oftenMistaken ? ` ${flow.oftenMistaken}` : ''}`,
	});
}

function oauthCode(body: unknown): string {
	const code = typeof body === 'object' && body !== null ? (body as IDataObject).error : undefined;
	return typeof code === 'string' ? code : '';
}

function hostOf(url: string): string {
	try {
		return new URL(url).host;
	} catch {
		return 'the token address';
	}
}
