import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { Ask } from '../../../engine/operation/reads';
import { answerFailure } from '../../../engine/transport/answerFailure';
import type { PartnerAnswer } from '../../../engine/http/request';
import { oddAnswer } from '../../support/partner/oddAnswers';
import { panelOf } from '../../support/panels/panelOf';
import { FILLED_IN, type FilledIn } from '../../support/panels/panels';
import { answer, RUN, SEAL } from '../../support/panels/pure';

/** Answers with status 200 that break what SIPS documents. */
const BROKEN: ReadonlyArray<readonly [string, unknown]> = [
	['nothing', ''],
	['null', null],
	['a number', 42],
	['true', true],
	['HTML', '<html><body>Welcome</body></html>'],
	['cut JSON', '[{"productId": 6000, "pro'],
	['an empty object', {}],
	['an empty list', []],
	['a list of nothing', [null, undefined, 1, 'x', []]],
	['rows without fields', [{}, {}]],
	['rows with nulls', [{ productId: null, price: null, itemCode: null, branchCode: null, orderId: null, PONumber: null, conversionFactor: null }]],
	['rows of other types', [{ productId: {}, price: [], itemCode: true, messageCode: [{ toString: {} }], items: 'x', products: 7, conversionFactor: '0' }]],
	['a frame without rows', { invoiceList: null, itemConversionList: 'x' }],
	['an error with status 200', { code: 'GeneralError', message: 'Something went wrong' }],
	['errors with status 200', { errors: [{ message: 'Something went wrong' }] }],
];

const reads = FILLED_IN.filter(({ operation }) => operation.effect !== 'once' && !('file' in operation));

/** What an operation makes of an answer. @throws Failure, or anything else where it crashes */
async function outputOf({ operation, values }: FilledIn, given: PartnerAnswer): Promise<IDataObject[]> {
	const parameters = operation.parameters(panelOf(values), RUN);
	if ('batch' in operation) return operation.batch.deal(given, [parameters]).flat();
	const ask: Ask = async () => await Promise.resolve(given);
	if ('consult' in operation) return await operation.consult(parameters, ask, SEAL);
	if ('jointly' in operation) return (await operation.jointly.consult([{ item: 1, parameters }], ask)).flat();
	if ('items' in operation) return operation.items(given, parameters);
	throw new Error('An operation of a new kind: say here how it is answered.');
}

/** What every reader of an operation makes of an answer, or the error it throws. */
async function readings(filled: FilledIn, given: PartnerAnswer): Promise<unknown[]> {
	const { operation, values } = filled;
	if ('file' in operation) return [];
	if (operation.effect !== 'once') return [await outputOf(filled, given).catch((error: unknown) => error)];
	const parameters = operation.parameters(panelOf(values), RUN);
	const facts = Object.fromEntries(Object.keys(operation.beforehand?.facts(parameters) ?? {}).map((name) => [name, given]));
	const ask: Ask = async () => await Promise.resolve(given);
	const readers = [
		() => operation.items(given, parameters),
		...[false, true].map((wasSent) => () => operation.lookUp?.match(given, parameters, wasSent)),
		() => operation.beforehand?.check(parameters, facts),
		async () => await operation.complete?.(parameters, ask),
	];
	return await Promise.all(readers.map(async (read) => await Promise.resolve().then(read).catch((error: unknown) => error)));
}

/** What an operation says to a refusal. */
function refusedBy({ operation, values }: FilledIn, { status, headers, body }: PartnerAnswer): unknown {
	const failure = answerFailure('Partner', { status, headers, body }, operation.effect, [], 0);
	try {
		return operation.explain?.(failure, operation.parameters(panelOf(values), RUN));
	} catch (error) {
		return error;
	}
}

/** Every plain value in some data, as text, but for members of these names. */
function plainValues(data: unknown, without: ReadonlySet<string> = new Set()): string[] {
	if (Array.isArray(data)) return data.flatMap((each) => plainValues(each, without));
	if (typeof data === 'object' && data !== null) return Object.entries(data).flatMap(([name, value]) => (without.has(name) ? [] : plainValues(value, without)));
	return data === null || data === undefined || typeof data === 'boolean' ? [] : [String(data)];
}

describe('answers that break the contract, for every operation', () => {
	it.each(reads)('$name never crashes', async (filled) => {
		for (const [what, body] of BROKEN) {
			const output = await outputOf(filled, answer(body)).catch((error: unknown) => {
				if (isFailure(error)) return error;
				throw new Error(`${what}: ${String(error)}`);
			});
			if (Array.isArray(output)) expect(output.every((item) => typeof item === 'object' && item !== null)).toBe(true);
			else expect(['brokenAnswer', 'businessRefusal', 'notFound', 'validation']).toContain(output.kind);
		}
	});

	it.each(FILLED_IN.map((filled) => ({ ...filled })))('$name fails with nothing but a failure of ours, whatever is answered', async (filled) => {
		await fc.assert(
			fc.asyncProperty(oddAnswer, fc.constantFrom(200, 201, 400, 404, 422, 500), async (body, status) => {
				const given = answer(body, status);
				for (const outcome of [...(await readings(filled, given)), refusedBy(filled, given)]) {
					if (outcome instanceof Error && !isFailure(outcome)) throw outcome;
				}
			}),
			{ numRuns: 300 },
		);
	});

	it.each(reads)('$name takes an error with status 200 for no success', async (filled) => {
		const outcome = await outputOf(filled, answer({ code: 'GeneralError', message: 'Credit hold 4711' })).catch((error: unknown) => error);
		// Where prices are missing the order's preview shows no total: that is not a success either.
		if (filled.name === 'order.preview') expect(isFailure(outcome)).toBe(true);
		expect(isFailure(outcome) && `${outcome.message}`).toMatch(/Credit hold 4711/);
	});

	it.each(reads)('$name invents nothing: every value was asked for, or answered, or is reckoned from these', async (filled) => {
		const own = new Set([...plainValues(filled.values), ...plainValues(filled.values).flatMap((text) => text.split(/[,\n]\s*/)), ...RECKONED]);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.dictionary(FIELD_NAMES, fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.constant(null))), { maxLength: 4 }), async (rows) => {
				const output = await outputOf(filled, answer(structuredClone(rows))).catch((error: unknown) => {
					if (isFailure(error)) return [];
					throw error;
				});
				const answered = new Set(plainValues(rows).flatMap((text) => [text, text.trim()]));
				for (const item of output) {
					for (const [name, value] of Object.entries(item)) {
						if (SAID.has(name) || SAID_BY[filled.name]?.has(name)) continue;
						for (const text of plainValues(value, SAID_WITHIN[filled.name])) expect(own.has(text) || answered.has(text)).toBe(true);
					}
				}
			}),
			// Rarely made by chance: a product that has nothing but a size of the line is a candidate, with our words for it.
			{ numRuns: 60, examples: [[[{ productName: '2', productId: 0 }]]] },
		);
	});
});

/** Names that answers use, so that generated rows are read and not only passed by. */
const FIELD_NAMES = fc.constantFrom(
	'productId', 'productName', 'price', 'priceUOM', 'messageCode', 'itemCode', 'orderId', 'PONumber', 'orderStatus', 'transactionID', 'branchCode', 'customerCode',
	'templateId', 'invoiceNumber', 'orderNumber', 'conversionFactor', 'genericItemCode', 'latitude', 'longitude', 'status', 'x',
);
/** Fields whose content is our own words, or a figure that is reckoned. */
const SAID = new Set([
	'priceMessage', 'status', 'evidence', 'lineTotal', 'total', 'pricedTotal', 'linesWithoutPrice', 'lineCount', 'expectedTotal', 'differenceFromExpected', 'transactionId',
	'lines', 'alreadyListed', 'latitude', 'longitude', 'line', 'quantity', 'undecided', 'confidence', 'reason', 'mapKey', 'orderQuantity', 'withinLimit', 'previewToken', 'previewTokenValidUntil',
]);
/** The same of one operation. What SIPS was asked, and what it tells, stands in the other fields. */
const SAID_BY: Readonly<Record<string, ReadonlySet<string>>> = {
	'order.reconcile': new Set(['kind', 'standing', 'message', 'seenIn', 'asOrdered', 'differences', 'inOrder', 'inInvoices', 'notSeen', 'notes']),
};
/** The same of what stands within a field: the candidates of a line. */
const SAID_WITHIN: Readonly<Record<string, ReadonlySet<string>>> = {
	'product.match': new Set(['reason', 'score']),
};
const RECKONED = ['N/A', ''];
