import type { ICredentialDataDecryptedObject, ICredentialTestRequest, IHttpRequestHelper, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { Failure, isFailure, type FailureKind } from '../failure';
import { answerJson } from '../http/answerJson';
import { connectionFailure, hasTimedOut, isNeverSent } from '../http/connectionFailure';
import { MB } from '../http/megabyte';
import { isStream, readText } from '../http/readText';
import { requestAbort } from '../http/requestAbort';
import { withTimeout } from '../http/withTimeout';
import { addressOf, type HostRequest } from '../token/apiUrl';
import { secretsIn } from '../token/flow';
import { tokensSent } from '../token/tokenHistory';
import { answerFailure } from '../transport/answerFailure';
import type { SignatureFlow } from './flow';

/** The header that marks the request with which n8n tests a credential. It is taken away before anything is sent. */
export const TEST_MARK = 'x-credential-test';

/** How much later than the host's own time-out, which also hangs up, nobody waits any longer, in milliseconds. */
const MORE_MS = 2_000;
/** Largest answer that is read, in bytes, unpacked. One thing was asked for. */
const MOST_BYTES = MB;

/** What n8n is told to send as the test of a credential. By then the credential has read the same itself: see `signatureHooks`. */
export function testRequest({ testRead }: SignatureFlow): ICredentialTestRequest {
	return {
		request: {
			method: 'GET',
			url: testRead.path,
			qs: { ...testRead.query },
			headers: { [TEST_MARK]: 'yes' },
			// What there is to tell was told by the first read. A second one so soon may be asked to wait.
			ignoreHttpStatusErrors: true,
		},
	};
}

/** Whether n8n tests the credential with this request. */
export function isTestRead(request: HostRequest): boolean {
	return request.headers?.[TEST_MARK] !== undefined;
}

/**
 * Reads what is there for the test of a credential.
 *
 * @param sign signs a request, in place
 * @param now milliseconds since 1970
 * @throws Failure that says what is wrong and what to do, in its message: the test of a credential shows no advice
 */
export async function readForTest(
	http: IHttpRequestHelper['helpers'],
	flow: SignatureFlow,
	credentials: ICredentialDataDecryptedObject,
	sign: (request: HostRequest) => void,
	now: () => number,
): Promise<void> {
	const request: HostRequest = {
		method: 'GET',
		url: flow.testRead.path,
		qs: { ...flow.testRead.query },
		headers: { Accept: 'application/json' },
		timeout: flow.testRead.timeoutMs,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	try {
		sign(request);
		const failure = await outcomeOf(http, flow, credentials, request, now);
		if (failure) throw failure;
	} catch (error) {
		if (!isFailure(error)) throw error;
		throw error.retold({ message: `API call: ${error.message.replace(/\.$/, '')}. ${error.details.advice}` });
	}
}

/** What the read says against the credential; nothing where it succeeded. */
async function outcomeOf(
	http: IHttpRequestHelper['helpers'],
	flow: SignatureFlow,
	credentials: ICredentialDataDecryptedObject,
	request: HostRequest,
	now: () => number,
): Promise<Failure | undefined> {
	const sentMs = now();
	const answer = await send(http, flow, request);
	if (isFailure(answer)) return answer;
	const { statusCode: status, headers, body } = answer;
	// One that was cut cannot be looked into.
	if (status < 300) return (typeof body === 'string' ? isJson(body) : flow.testRead.isAnswer(body)) ? undefined : otherAnswer(flow, body);
	const secrets = [...secretsIn(credentials, flow.secretFields), ...tokensSent(credentials)];
	const given = { status, headers: headers as Record<string, unknown>, body };
	const failure = answerFailure(flow.partner, given, 'read', secrets, now());
	const advice = adviceFor(failure.kind, flow);
	const told = advice === undefined ? failure : failure.retold({ advice });
	return flow.explain?.(told, given, { sentMs, answeredMs: now() }) ?? told;
}

/** What to do in a test, where it is something else than for an item. */
function adviceFor(kind: FailureKind, { advice }: SignatureFlow): string | undefined {
	// Nothing of the read was entered but what stands in its address.
	if (kind === 'notFound' || kind === 'validation') return advice.notFound;
	return kind === 'rateLimit' ? 'This says nothing of the credential. Test it again in a minute.' : undefined;
}

async function send(http: IHttpRequestHelper['helpers'], flow: SignatureFlow, request: IHttpRequestOptions): Promise<IN8nHttpFullResponse | Failure> {
	const { timeoutMs } = flow.testRead;
	const abort = requestAbort(request);
	try {
		const call = http.httpRequest(request) as Promise<IN8nHttpFullResponse>;
		return await withTimeout(call.then(async (answer) => await readWhole(answer, timeoutMs, abort.stop)), timeoutMs + MORE_MS, abort.stop);
	} catch (error) {
		// The host's error holds the request, and with it key and signature: nothing of it is passed on but the kind of fault.
		const failure = connectionFailure(`${flow.partner} at ${addressOf(request).host}`, error, 'read', timeoutMs);
		if (isNeverSent(error)) return failure;
		const message = hasTimedOut(error) ? `${failure.message}. The connection was not refused, and then nothing came` : failure.message;
		return failure.retold({ message, advice: flow.advice.silent });
	}
}

/** The answer with its body read, unless the host has read it. What is too long is cut. */
async function readWhole(answer: IN8nHttpFullResponse, timeoutMs: number, stop: () => void): Promise<IN8nHttpFullResponse> {
	const { body } = answer;
	if (!isStream(body)) return answer;
	const { text } = await readText(body, { mostBytes: MOST_BYTES, timeoutMs, stop });
	return { ...answer, body: answerJson(text).body as IN8nHttpFullResponse['body'] };
}

/** Also where it was too long to be read to its end. */
function isJson(body: unknown): boolean {
	return typeof body === 'string' ? /^\s*[[{]/.test(body) : typeof body === 'object' && body !== null;
}

/** A web page says yes to everything, and so may another API: it shows nothing of the credential. */
function otherAnswer({ partner, testRead }: SignatureFlow, body: unknown): Failure {
	return new Failure('configuration', `The address answered, but not as the API of ${partner} does: what came is no ${isJson(body) ? testRead.answer : 'JSON'}`, {
		advice: 'Check Environment or Base URL of the credential.',
	});
}
