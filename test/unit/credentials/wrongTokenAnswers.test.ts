import type { IHttpRequestHelper } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import { credentialHooks } from '../../../engine/token/hooks';
import { identityKey } from '../../../engine/token/identity';
import { TokenStore } from '../../../engine/token/store';
import { faultyAnswer, spoil, type WireAnswer } from '../../../sandbox/core/wireAnswer';
import { everyWordOf } from '../../support/tokens/hookHost';
import { Clock } from '../../support/partner/partner';
import { PARTNERS, type PartnerUnderTest } from '../../support/tokens/partnerUnderTest';
import { LEAK, ODD_ANSWERS, STUCK_ANSWER, UNUSABLE_ANSWERS, type AnswerFault, type WrongAnswer } from '../../support/tokens/wrongTokenAnswers';

// A partner that says its token has ended is asked again after a second.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => await new Promise((resolve) => setImmediate(resolve)) }));

const SECRET = 'Pa$$w0rd-of-the-test';

let clients = 0;

/** Asks for a token as the host does; the answer is the wrong one, and of its token nothing may be seen. @returns the token at hand then */
async function ask(partner: PartnerUnderTest, answer: WrongAnswer) {
	const fault = answer.fault(partner);
	// A client of its own for each: of a partner that says twice that its token has ended, that is remembered.
	const credentials = partner.credentialData({ url: 'https://api.partner.test', client: { clientId: `Y2xpZW50${(clients += 1)}`, clientSecret: `${SECRET}${clients}` } });
	const helpers = { httpRequest: async () => asTheHostReads(onTheWire(partner, fault)) } as unknown as IHttpRequestHelper['helpers'];
	const clock = new Clock();
	const store = new TokenStore(clock.now);
	expect(await credentialHooks(partner.flow, store, clock.now).preAuthentication.call({ helpers }, credentials)).toEqual({});
	return store.usable(identityKey(partner.flow.identity(credentials)));
}

/** What the sandbox sends; undefined where it sends nothing. */
function onTheWire({ tokenAnswer }: PartnerUnderTest, fault: AnswerFault): WireAnswer | undefined {
	const whole = { operationId: 'getToken', ...fault };
	if (fault.kind === 'cut') return undefined;
	return fault.kind === 'answer' ? faultyAnswer(whole, () => '') : spoil({ status: 200, body: tokenAnswer(LEAK) }, whole);
}

/** What n8n's request helper makes of it: it reads JSON whatever the content type says, and leaves anything else as text. */
function asTheHostReads(wire: WireAnswer | undefined) {
	if (!wire || wire.cutInside) throw Object.assign(new Error(`aborted ${LEAK}`), { code: 'ECONNRESET' });
	if (wire.headers['content-encoding']) throw Object.assign(new Error(`incorrect header check ${LEAK}`), { code: 'Z_DATA_ERROR' });
	return { statusCode: wire.status, headers: wire.headers, body: parsed(wire.text) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

describe.each(PARTNERS.map((partner) => ({ credentialType: partner.credentialType, partner })))('$credentialType: an answer to the token call that', ({ partner }) => {
	it.each([...UNUSABLE_ANSWERS, STUCK_ANSWER])('$what is a clear error that shows nothing of it', async (answer) => {
		const error: unknown = await ask(partner, answer).catch((caught: unknown) => caught);
		if (!isFailure(error)) throw new Error('It did not fail with a failure of ours');
		expect(error.kind).toBe(answer.kind);
		expect(error.message).toMatch(/^Token request: /);
		expect(error.message.length).toBeLessThan(200);
		expect(error.description).toMatch(/\.$/);
		for (const words of [everyWordOf(error), JSON.stringify(error)]) expect(words).not.toMatch(/eyJ|Pa\$\$w0rd/);
	});

	it.each(ODD_ANSWERS)('$what gives a token, for as long as can be believed', async ({ lifeSeconds = partner.flow.defaultLifeSeconds, ...answer }) => {
		const held = await ask(partner, answer);
		expect(held?.token).toBe(LEAK);
		expect(held && held.expiresAtMs - held.issuedAtMs).toBe(lifeSeconds * 1000);
	});
});
