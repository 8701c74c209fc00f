import fc from 'fast-check';
import { sipsEvent } from './sipsEvent';


/** A body as somebody may send it, and whether it can be taken for one or more events. */
export interface HookBody {
	readonly what: string;
	readonly bytes: Buffer;
	readonly headers?: Record<string, string>;
	readonly isFit: boolean;
}

const MEBIBYTE = 1024 * 1024;
const FIELDS = Object.keys(sipsEvent());
const NASTY_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length', '$json', '', '__dataChanged'];
const NASTY_TEXTS = [
	'={{ $env }}', '={{ process.exit(1) }}', '<script>alert(1)</script>', '../../../etc/passwd', "'; DROP TABLE execution_entity; --", '%00', '\u0000', '\u202e', '\ud800', '{{7*7}}',
	'${jndi:ldap://x}', '\r\nSet-Cookie: a=b', 'NaN', '-0', '1e400', '😀'.repeat(50), 'undefined', '[object Object]',
];

const text = (value: unknown) => Buffer.from(JSON.stringify(value));
const nastyText = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 60 }));
const anyValue = fc.oneof(nastyText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>);
const anyField = fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), fc.constantFrom(...NASTY_NAMES), fc.string({ maxLength: 12 })), anyValue);
/** As text: an object in JavaScript would swallow names that stand twice, and `__proto__`. */
const objectText = fc.array(anyField, { maxLength: 12 }).map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`);
const notAnObject = fc.oneof(nastyText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.array(fc.integer()));

function fit(what: string, bytes: fc.Arbitrary<Buffer>): fc.Arbitrary<HookBody> {
	return bytes.map((made) => ({ what, bytes: made, isFit: true }));
}

function unfit(what: string, bytes: fc.Arbitrary<Buffer>, headers?: Record<string, string>): fc.Arbitrary<HookBody> {
	return bytes.map((made) => ({ what, bytes: made, isFit: false, headers }));
}

const fits = fc.oneof(
	fit('fields of wrong types, odd names, names twice', objectText.map((made) => Buffer.from(made))),
	fit('an array of such', fc.array(objectText, { minLength: 1, maxLength: 5 }).map((made) => Buffer.from(`[${made.join(',')}]`))),
	fit('nesting as deep as allowed', fc.integer({ min: 1, max: 63 }).map((depth) => Buffer.from(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`))),
);

const unfits = fc.oneof(
	unfit('no object', notAnObject.filter((value) => !Array.isArray(value)).map(text)),
	unfit('an array with something else in it', fc.tuple(fc.array(objectText, { maxLength: 4 }), notAnObject).map(([objects, wrong]) => Buffer.from(`[${[...objects, JSON.stringify(wrong)].join(',')}]`))),
	unfit('JSON that was cut', fc.tuple(objectText, fc.double({ min: 0, max: 0.999, noNaN: true })).map(([made, part]) => {
		const whole = Buffer.from(made);
		return whole.subarray(0, Math.min(whole.length - 1, Math.floor(whole.length * part)));
	})),
	unfit('two objects', fc.tuple(objectText, objectText).map(([one, other]) => Buffer.from(one + other))),
	unfit('bytes that are no UTF-8', fc.tuple(objectText, fc.constantFrom(0xff, 0xc0, 0xf8)).map(([made, byte]) => Buffer.concat([Buffer.from(made), Buffer.from([byte])]))),
	unfit('UTF-16', objectText.map((made) => Buffer.from(made, 'utf16le'))),
	unfit('Latin-1', fc.constantFrom('Müller', 'Café').map((name) => Buffer.from(JSON.stringify(sipsEvent({ eventStatus: name })), 'latin1'))),
	unfit('random bytes', fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.concat([Buffer.from('x'), bytes]))),
	unfit('words, forms, XML', fc.constantFrom('hello', 'eventType=OU&eventId=1', '<event type="OU"/>', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--', "{'eventType':'OU'}", '{eventType:"OU"}', '{"a":1,}', '{"a":NaN}', '// {}', '\u00a0{}').map((made) => Buffer.from(made))),
	unfit('nothing', fc.constantFrom('', ' ', '\n\n').map((made) => Buffer.from(made))),
	unfit('an empty array', fc.constant(Buffer.from('[]'))),
	unfit('nesting that is too deep', fc.integer({ min: 64, max: 20_000 }).map((depth) => Buffer.from(`{"a":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`))),
	unfit('packed wrongly', objectText.map((made) => Buffer.from(made)), { 'Content-Encoding': 'gzip' }),
);

/** Large ones, a few of each: what they are made of does not matter. */
const large: HookBody[] = [
	{ what: 'a text that fills the allowed size', bytes: text(sipsEvent({ eventStatus: 'x'.repeat(MEBIBYTE - 400) })), isFit: true },
	{ what: 'a text that is too large', bytes: text(sipsEvent({ eventStatus: 'x'.repeat(MEBIBYTE) })), isFit: false },
	{ what: 'a text that is far too large', bytes: text(sipsEvent({ eventStatus: 'x'.repeat(12 * MEBIBYTE) })), isFit: false },
	{ what: 'nesting that fills the allowed size', bytes: Buffer.from('['.repeat(500_000) + ']'.repeat(500_000)), isFit: false },
	{ what: 'too many values', bytes: Buffer.from(`{"a":[${'0,'.repeat(400_000)}0]}`), isFit: false },
	{ what: 'too many events', bytes: Buffer.from(`[${'{},'.repeat(200_000)}{}]`), isFit: false },
	{ what: 'a thousand events', bytes: text(Array.from({ length: 1_000 }, (_, at) => sipsEvent({ eventId: at }))), isFit: true },
];

/**
 * Bodies to send to a trigger: generated ones, of which one in eight is fit, and the large ones in between.
 *
 * @param seed gives the same bodies again
 */
export function hookBodies(count: number, seed: number): HookBody[] {
	const mixed = fc.oneof({ weight: 7, arbitrary: unfits }, { weight: 1, arbitrary: fits });
	const generated = fc.sample(mixed, { numRuns: count, seed });
	const every = Math.floor(count / 28);
	return generated.map((body, at) => (at % every === every - 1 ? (large[Math.floor(at / every) % large.length] ?? body) : body));
}
