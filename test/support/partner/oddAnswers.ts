import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { answerJson, DEEPEST_ANSWER } from '../../../engine/http/answerJson';

/** Names under which partners put things, in any spelling that our readers look for. */
const NAMES = [
	'Status', 'status', 'Errors', 'Error', 'error', 'errors', 'ShortText', 'Code', 'code', 'message', 'Message', 'messageCode', 'data', 'Data', 'result', 'title', 'type',
	'reservations', 'rooms', 'customer', 'first_name', 'arrival_date', 'departure_date', 'hotels', 'hotel', 'roomtypes', 'rateplans', 'TicketId', 'success',
	'orderID', 'orderId', 'queueID', 'queueId', 'transactionID', 'transactionId', 'PONumber', 'orderStatus', 'orderDate', 'invoiceList', 'itemConversionList', 'products', 'items',
	'productId', 'productName', 'productOptions', 'price', 'priceUOM', 'conversionFactor', 'itemCode', 'branchCode', 'latitude', 'longitude', 'invoiceNumber', 'templateId',
];

/** Names of JavaScript's own, which a careless reader trips over. */
const TRAPS = ['toString', 'valueOf', 'toJSON', 'constructor', '__proto__', 'length', 'then', 'hasOwnProperty'];

/** Names of the fields that the nodes put out, which are mostly the partners' own. */
function namesPutOut(): string[] {
	const names = new Set<string>();
	const gather = (schema: unknown): void => {
		if (typeof schema !== 'object' || schema === null) return;
		for (const [name, inner] of Object.entries(schema)) {
			if (name === 'properties' && typeof inner === 'object' && inner !== null) Object.keys(inner).forEach((field) => names.add(field));
			gather(inner);
		}
	};
	for (const file of readdirSync('nodes', { recursive: true, encoding: 'utf8' })) {
		if (/__schema__.*\.json$/.test(file)) gather(JSON.parse(readFileSync(join('nodes', file), 'utf8')));
	}
	return [...names];
}

const name = fc.oneof({ arbitrary: fc.constantFrom(...NAMES, ...namesPutOut()), weight: 8 }, { arbitrary: fc.constantFrom(...TRAPS), weight: 2 }, { arbitrary: fc.string({ maxLength: 4 }), weight: 1 });

/** Values as JSON text: what JSON can spell and no JavaScript literal can is among them. */
const plain = fc.oneof(
	fc.constantFrom('null', 'true', 'false', '0', '-0', '1e400', '-1e400', '9007199254740993', '160000000000000000466', '0.1e-400', '""', '" "', '"0"', '"NaN"', '"fail"', '"Success"', '{}', '[]', '[[]]'),
	fc.constantFrom('{"toString":1}', '{"toString":null,"valueOf":null}', '{"valueOf":{}}', '{"length":-1}', '{"__proto__":{"x":1}}', '{"then":1}', '"\\ud800"', '"2026-13-45"', '"\\u0000"'),
	fc.constant(JSON.stringify('x'.repeat(100_000))),
	fc.integer({ min: 1, max: DEEPEST_ANSWER / 2 - 10 }).map((depth) => `${'[{"error":'.repeat(depth)}1${'}]'.repeat(depth)}`),
	fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
	fc.integer().map(String),
	fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
);

const { answer } = fc.letrec<{ answer: string }>((tie) => ({
	answer: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		plain,
		fc.array(tie('answer'), { maxLength: 4 }).map((values) => `[${values.join(',')}]`),
		fc.array(fc.tuple(name, tie('answer')), { maxLength: 8 }).map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
	),
}));

/** Anything that a partner may answer, as the transport hands it on. */
export const oddAnswer: fc.Arbitrary<unknown> = fc.oneof({ arbitrary: answer, weight: 9 }, { arbitrary: fc.string({ unit: 'binary' }), weight: 1 }).map((text) => answerJson(text).body);
