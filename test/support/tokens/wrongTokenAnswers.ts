import type { FailureKind } from '../../../engine/failure';
import type { Fault } from '../../../sandbox/core/faults';
import type { PartnerUnderTest } from './partnerUnderTest';

/** In the place of the token, where nobody may see it: nothing of it may show up anywhere. */
export const LEAK = 'eyJsZWFrIjoidHJ1ZSJ9';

/** What is switched on at a sandbox for its token call. */
export type AnswerFault = Omit<Fault, 'operationId'>;

/** An answer to a token call that is wrong in some way. */
export interface WrongAnswer {
	/** The end of a sentence: the answer ... */
	readonly what: string;
	readonly fault: (partner: Pick<PartnerUnderTest, 'tokenAnswer' | 'lifeField'>) => AnswerFault;
}

/** One of which no token can be taken. */
export interface UnusableAnswer extends WrongAnswer {
	readonly kind: FailureKind;
}

/** One that gives a token all the same. */
export interface OddAnswer extends WrongAnswer {
	/** Life that the token gets, in seconds; without, the default of the flow. */
	readonly lifeSeconds?: number;
}

/** It says that it is JSON, whatever it is. */
const ANSWER = { kind: 'answer', contentType: 'application/json' } as const;

/** The whole answer is something else. */
function whole(what: string, body: unknown, kind: FailureKind = 'brokenAnswer'): UnusableAnswer {
	return { what, kind, fault: () => ({ ...ANSWER, body }) };
}

/** The partner's own answer, with something done to it. */
function changed(what: string, change: (answer: Record<string, unknown>) => unknown): UnusableAnswer {
	return { what, kind: 'brokenAnswer', fault: ({ tokenAnswer }) => ({ ...ANSWER, body: change(tokenAnswer(LEAK)) }) };
}

/** The partner's own answer, with something in the place of the token. */
function holding(what: string, token: unknown): UnusableAnswer {
	return { what: `holds ${what}`, kind: 'brokenAnswer', fault: ({ tokenAnswer }) => ({ ...ANSWER, body: tokenAnswer(token) }) };
}

/** The partner's own good answer, with something in the place of the token's life. */
function living(what: string, life: unknown, lifeSeconds?: number): OddAnswer {
	return { what: `gives the life as ${what}`, lifeSeconds, fault: ({ lifeField }) => ({ kind: 'patch', merge: nested(lifeField, life) }) };
}

export const UNUSABLE_ANSWERS: readonly UnusableAnswer[] = [
	whole('is empty', ''),
	whole('is white space', ' \r\n'),
	{ what: 'is a page', kind: 'brokenAnswer', fault: () => ({ ...ANSWER, body: `<html>${LEAK}</html>`, contentType: 'text/html' }) },
	whole('is XML', `<?xml version="1.0"?><access_token>${LEAK}</access_token>`),
	whole('is the bare token', LEAK),
	whole('is a form', `access_token=${LEAK}&token=${LEAK}&expires_in=3600`),
	whole('is null', 'null'),
	whole('is true', 'true'),
	whole('is a number', '42'),
	whole('is text in JSON', JSON.stringify(LEAK)),
	whole('is an empty list', []),
	whole('is an empty object', {}),
	whole('is an object a thousand levels deep', `${'{"access_token":'.repeat(1000)}"${LEAK}"${'}'.repeat(1000)}`),
	changed('is JSON inside JSON text', (answer) => JSON.stringify(JSON.stringify(answer))),
	changed('is a list with the good answer in it', (answer) => [answer]),
	changed('is the good answer in an envelope', (answer) => ({ result: answer })),
	changed('is the good answer one level too deep', (answer) => ({ data: answer })),
	changed('names its fields otherwise', ({ message }) => ({ accessToken: LEAK, bearer: LEAK, id_token: LEAK, expiresIn: 3600, message })),
	changed('comes twice', (answer) => JSON.stringify(answer).repeat(2)),
	changed('is a script', (answer) => `callback(${JSON.stringify(answer)})`),
	changed('stands behind a guard against scripts', (answer) => `)]}',\n${JSON.stringify(answer)}`),
	changed('has a comma too many', (answer) => JSON.stringify(answer).replace(/\}$/, ',}')),
	{ what: 'ends in the middle', kind: 'brokenAnswer', fault: () => ({ kind: 'truncatedJson' }) },
	{ what: 'is cut off on its way', kind: 'outage', fault: () => ({ kind: 'cutBody' }) },
	{ what: 'never comes, for the connection is cut', kind: 'outage', fault: () => ({ kind: 'cut' }) },
	{ what: 'has status 204 and nothing in it', kind: 'brokenAnswer', fault: () => ({ ...ANSWER, status: 204, body: '' }) },
	{
		what: 'sends us to another host',
		kind: 'configuration',
		fault: ({ tokenAnswer }) => ({ ...ANSWER, status: 302, body: tokenAnswer(LEAK), headers: { location: 'http://127.0.0.1:9/' } }),
	},
	whole('is an error with status 200', { error: 'invalid_client', error_description: `Bad ${LEAK}` }, 'authentication'),
	whole('is an error that says nothing of the client', { error: 'server_error', error_description: `Bad ${LEAK}` }),
	whole('is an error in an envelope', { success: false, data: null, message: `Bad ${LEAK}` }),
	whole('is an error in the newer spelling of Su', { Status: 'Fail', Errors: [{ Code: '497', ShortText: LEAK }] }),
	holding('no token', undefined),
	holding('null for a token', null),
	holding('an empty token', ''),
	holding('a token of white space', '   '),
	holding('a number for a token', 12_345),
	holding('true for a token', true),
	holding('a list for a token', [LEAK]),
	holding('an object for a token', { value: LEAK }),
	holding('a token with its scheme', `Bearer ${LEAK}`),
	holding('a token with white space at its end', `${LEAK} `),
	holding('a token with a line break', `${LEAK}\n`),
	holding('a token that forges a header', `${LEAK}\r\nX-Forged: yes`),
	holding('a token with a tab', `${LEAK}\t`),
	holding('a token with a zero character', `${LEAK}\u0000`),
	holding('a token with a delete character', `${LEAK}\u007f`),
	holding('a token with an umlaut', `${LEAK}ü`),
	holding('a token with a line separator', `${LEAK}\u2028`),
	holding('a token with an emoji', `${LEAK}😀`),
	holding('a token with half an emoji', `${LEAK}\ud83d`),
	holding('a token that is one character too long', LEAK.padEnd(12_001, 'x')),
	holding('a token of 5 MB', LEAK.padEnd(5 * 1024 * 1024, 'x')),
];

/** On this n8n 2.8 gets stuck, so it takes as long as the engine waits for a token. */
export const STUCK_ANSWER: UnusableAnswer = {
	what: 'is not packed as it says',
	kind: 'outage',
	fault: ({ tokenAnswer }) => ({ ...ANSWER, body: tokenAnswer(LEAK), headers: { 'content-encoding': 'gzip' } }),
};

/** A token that its partner says has ended, twice in a row, is used for the requests of a moment. */
export const ENDED_FOR_SECONDS = 30;

export const ODD_ANSWERS: readonly OddAnswer[] = [
	{ what: 'gives no life', fault: ({ lifeField }) => ({ kind: 'patch', remove: [lifeField] }) },
	living('null', null),
	living('zero', 0, ENDED_FOR_SECONDS),
	living('zero as text', '0', ENDED_FOR_SECONDS),
	living('a negative number', -1, ENDED_FOR_SECONDS),
	living('a negative numeral', '-3600', ENDED_FOR_SECONDS),
	living('empty text', ''),
	living('white space', '   '),
	living('words', 'soon'),
	living('a number with a unit', '3600s'),
	living('a date', '2026-03-02T09:00:00Z'),
	living('a second more than a year', 31_536_001),
	living('far too much', 1e12),
	living('more than a number can be', '9'.repeat(400)),
	living('true', true),
	living('a list', [3600]),
	living('an object', { seconds: 3600 }),
	living('a numeral', '7200', 7200),
	living('a numeral in white space', ' 7200 ', 7200),
	living('a fraction', 7199.5, 7199.5),
	{ what: 'is said to be text', lifeSeconds: 3600, fault: () => ({ kind: 'contentType', contentType: 'text/plain' }) },
	{ what: 'is said to be a page', lifeSeconds: 3600, fault: () => ({ kind: 'contentType', contentType: 'text/html' }) },
	{ what: 'has status 201', lifeSeconds: 3600, fault: () => ({ kind: 'patch', status: 201 }) },
];

/** A value at the end of a path of names, in objects. */
function nested(path: string, value: unknown): Record<string, unknown> {
	const [name = '', ...rest] = path.split('.');
	return { [name]: rest.length > 0 ? nested(rest.join('.'), value) : value };
}
