import fc from 'fast-check';

import { withLongNumbers } from '../../engine/http/longNumbers';

/** Texts, which stay as they are, and numbers: simple, and quadratic where a text does not end. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** What is meant, written so that it is easy to see. */
function meant(json: string): unknown {
	const quoted = json.replace(TOKENS, (token) => (/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token));
	try {
		// What is no JSON stays text, also where a quotation mark set around a number would make some of it.
		JSON.parse(json);
		return JSON.parse(quoted);
	} catch {
		return json;
	}
}

const PIECES = [
	'"', '\\"', '\\\\', '\\', '\\u0022', '\n', ' ', ',', ':', '[', ']', '{', '}', '-', '+', '.', 'e', 'E9', '0', '1', 'null', 'x', '""',
	'9007199254740991', '9007199254740992', '-160000000000000000466', '0.12345678901234567890', '1e30', '12345678901234567890e1', '"160000000000000000466"',
];
const odd = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
/** JSON whose numbers may be long, spelt as a partner may spell it. */
const written = fc.tuple(fc.jsonValue(), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.string(), odd).map(
	([value, long, name, text]) => `{${JSON.stringify(name)}: ${long},"value": ${JSON.stringify(value)} ,"text":${JSON.stringify(text)},"list":[${long},${long}.0 ,1e5]}`,
);

describe('JSON with long numbers', () => {
	it('is read as meant, whatever the text', () => {
		fc.assert(
			fc.property(fc.oneof(odd, written, fc.string({ unit: 'binary' })), (json) => expect(withLongNumbers(json)).toEqual(meant(json))),
			{ numRuns: 5000 },
		);
	});

	it('loses no digit of a whole number', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (id) => {
				const { read } = withLongNumbers(`{"read":${id}}`) as { read: unknown };
				expect(String(read)).toBe(String(id));
			}),
		);
	});

	/** What makes regular expressions slow, each in any length. */
	const STALLING: Array<[string, (length: number) => string]> = [
		['a text that does not end, full of quotes', (length) => `{"id":12345678901234567890,"x":"${'\\"'.repeat(length)}`],
		['one whose last sign is a backslash', (length) => `12345678901234567890 "${'\\"'.repeat(length)}\\`],
		['backslashes only', (length) => `12345678901234567890 "${'\\'.repeat(2 * length)}`],
		['quotes only', (length) => `12345678901234567890${'"'.repeat(2 * length)}`],
		['digits only', (length) => '1'.repeat(2 * length)],
		['signs only', (length) => `12345678901234567890${'-'.repeat(2 * length)}`],
		['beginnings of numbers', (length) => `12345678901234567890${'-1.e'.repeat(length)}`],
	];

	it.each(STALLING)('takes time in proportion to its length for %s', (_name, text) => {
		const cost = (length: number): number => {
			const json = text(length);
			const tries = Array.from({ length: 3 }, () => {
				const startedAt = process.cpuUsage();
				withLongNumbers(json);
				const { user } = process.cpuUsage(startedAt);
				return user;
			});
			return Math.min(...tries);
		};
		// Quadratic, sixteen times the length would take 256 times as long. A millisecond is what a clock cannot tell.
		expect(cost(640_000)).toBeLessThan(64 * Math.max(1_000, cost(40_000)));
	});

	it('reads a text of ten million signs', () => {
		const json = `{"id":12345678901234567890,"file":"${'A'.repeat(10_000_000)}"}`;
		expect(withLongNumbers(json)).toMatchObject({ id: '12345678901234567890' });
	});
});
