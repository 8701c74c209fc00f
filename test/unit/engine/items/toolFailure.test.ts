import { NodeOperationError, type INode } from 'n8n-workflow';

import { Failure, validationFailure } from '../../../../engine/failure';
import { isToolRun, MOST_TOOL_CHARACTERS, plain, toolFailure } from '../../../../engine/items/toolFailure';
import { earlierUnknown, stillUnknown } from '../../../../engine/idempotency/onceFailures';
import { testNode } from '../../../support/tokens/hookHost';

const words = (...given: Parameters<typeof toolFailure>) => String(toolFailure(...given).json.error);
const refused = (kind: Failure['kind'], advice = 'Look at it') => new Failure(kind, 'SIPS said no', { advice });

describe('a failure as a model is told of it', () => {
	it('says what happened, to which field, what to do, and that nothing was sent', () => {
		const failure = validationFailure('The request', [{ field: 'Customer Code', expected: 'must not be empty' }]);
		expect(toolFailure(failure, 'read').json).toEqual({
			failed: true, kind: 'validation',
			error: 'The request was not sent: 1 field needs attention. Customer Code: must not be empty. Correct what is named above and run the item again. Nothing was sent.',
		});
	});

	it.each<[Failure['kind'], 'read' | 'repeatable' | 'once' | undefined, RegExp]>([
		['notFound', 'read', /Nothing was changed: this call only reads\.$/],
		['configuration', undefined, /Nothing was sent\.$/],
		['unknownOutcome', 'once', /It was sent, and nobody knows whether it was carried out\. Do not call the tool again/],
		['businessRefusal', 'once', /It was not carried out\.$/],
		['outage', 'repeatable', /It may have been sent; sending the same again does no harm\.$/],
	])('says whether anything was sent: %s of an operation that is %s', (kind, effect, end) => {
		expect(words(refused(kind), effect)).toMatch(end);
		expect(words(refused(kind), effect)).toMatch(/^SIPS said no\. Look at it\./);
	});

	it('says of an unknown outcome that the tool must not be called again, whatever its own words are', () => {
		const again = earlierUnknown('PO 1', { is: 'unknown', couldLook: true, mayBe: [] });
		expect(words(again, 'once')).toMatch(/^Not sent again \(PO 1\).*Nobody knows whether it was carried out\. Do not call the tool again for it; tell a person\.$/);
		expect(words(refused('unknownOutcome', 'It may or may not have been carried out'), 'once')).toMatch(/Do not call the tool again for it; tell a person\.$/);
	});

	it('has no mark-up, whoever wrote it', () => {
		const failure = new Failure('businessRefusal', 'No: <b>Not <a href="https://x.example" target="_blank">allowed</a></b><br/>', { advice: 'See <i>this</i>, if 3 < 4 and 5 > 4' });
		expect(words(failure, 'once')).toBe('No: Not allowed. See this, if 3 < 4 and 5 > 4. It was not carried out.');
	});

	it('is never longer than a model has patience for, and keeps advice and end', () => {
		const faults = Array.from({ length: 300 }, (_, at) => ({ field: `Lines ${at + 1}: "Quantity"`, expected: 'must be a "number" above 0' }));
		const { json } = toolFailure(validationFailure('The order', faults), 'once');
		expect(JSON.stringify(json).length).toBeLessThanOrEqual(MOST_TOOL_CHARACTERS);
		expect(json.error).toMatch(/^The order was not sent: 300 fields need attention.*\(\.\.\.\) Correct what is named above.*Nothing was sent\.$/);
	});

	it.each([['control characters', '\u0001'], ['halves of pairs', '\ud83d '], ['quotation marks', '"'], ['backslashes', '\\'], ['pairs', '\u{1f600}'], ['letters', 'x']])('comes to an end, however its text is written as JSON: %s', (_what, character) => {
		const advice = character.repeat(600);
		for (const error of [new NodeOperationError(testNode, 'x', { description: advice }), refused('unknownOutcome', advice), new Error(character.repeat(5_000))]) {
			const { json } = toolFailure(error, 'once');
			expect(JSON.stringify(json).length).toBeLessThanOrEqual(MOST_TOOL_CHARACTERS);
			expect(String(json.error)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
			expect(json.error).toMatch(/(Nothing was sent|tell a person)\.$/);
		}
	});

	it('names all of which nobody knows the outcome, however long the advice is', () => {
		const names = Array.from({ length: 15 }, (_, at) => `PO JOB-2026-${at}, transaction 0f8fad5b-d9cb-469f-a165-${at}`).join('; ');
		const failure = new Failure('unknownOutcome', `It is not known whether these were placed: ${names}. SIPS did not answer`, { advice: 'Look it up. '.repeat(60) });
		const { json } = toolFailure(failure, 'once');
		expect(json.error).toContain(names);
		expect(JSON.stringify(json).length).toBeLessThanOrEqual(MOST_TOOL_CHARACTERS);
	});

	it('does not say that it was not carried out beside what was', () => {
		expect(words(refused('businessRefusal', 'Look at it. Done before this item stopped the node: PO 1.'), 'once')).toMatch(/The item that failed was not carried out\.$/);
	});

	it('is short also where the partner has long numbers for what may be the write', () => {
		const mayBe = Array.from({ length: 12 }, () => ({ id: '9'.repeat(400), likeness: 'maybe' as const, items: [] }));
		const { json } = toolFailure(stillUnknown(refused('unknownOutcome'), 'PO 1', { is: 'unknown', couldLook: true, mayBe }), 'once');
		expect(JSON.stringify(json).length).toBeLessThanOrEqual(MOST_TOOL_CHARACTERS);
		expect(json.error).toContain(`The partner lists ${'9'.repeat(40)}..., `);
	});

	it("takes no words of the partner for ours, and always says that an outcome is not known", () => {
		expect(words(new Failure('outage', 'Su could not handle the request (500): mail not sent', { advice: 'Try again.' }), 'repeatable')).toMatch(/It may have been sent; sending the same again does no harm\.$/);
		expect(words(new Failure('unknownOutcome', 'Not sent again (PO 1): this n8n recorded it before, as sent or about to be sent', { advice: 'Nothing was sent again.' }), 'once')).toMatch(/Do not call the tool again for it; tell a person\.$/);
	});

	it('does not say of a fault of the program that nothing was sent, but for a read', () => {
		expect(words(new TypeError('x is undefined'), 'once')).toMatch(/Nobody knows whether anything was sent\. Do not call the tool again for it; tell a person\.$/);
		expect(words(new TypeError('x is undefined'), 'read')).not.toMatch(/Nobody knows/);
	});

	it.each(['<!--', '<!-- x'])('is read once, however often %p stands in it', (begin) => {
		const started = performance.now();
		const short = plain(begin.repeat(1_000)).length;
		const between = performance.now();
		expect(plain(begin.repeat(100_000)).length).toBeGreaterThan(short);
		// A hundred times the text: two attempts at each place would take ten thousand times as long.
		expect(performance.now() - between).toBeLessThan(1_500 * Math.max(1, between - started));
	});

	it('tells what n8n says, and its advice', () => {
		expect(words(new NodeOperationError(testNode, 'No credential', { description: 'Choose <b>one</b>' }), 'read')).toMatch(/^No credential\. Choose one/);
		expect(words(new Error('x is not defined'), undefined)).toBe('x is not defined. A person has to correct this node in n8n: a field, an expression or its credential. Nothing was sent.');
		expect(words('text', undefined)).toMatch(/^text\./);
	});
});

describe('a tool run', () => {
	const node = (changes: Partial<INode> = {}) => ({ getNode: () => ({ ...testNode, ...changes }) });

	it.each([
		['an agent of version 2 calls', { ...node(), isToolExecution: () => true }, true],
		['an agent of version 3 has the engine call', { ...node({ rewireOutputLogTo: 'ai_tool' }), isToolExecution: () => false }, true],
		['a workflow runs the node', { ...node(), isToolExecution: () => false }, false],
		['an n8n does not know the word', node(), false],
	])('is one where %s', (_case, context, expected) => {
		expect(isToolRun(context)).toBe(expected);
	});
});

describe('text without mark-up', () => {
	it.each([['a <b>c</b>', 'a c'], ['1 < 2', '1 < 2'], ['<!-- x -->y', 'y'], ['Field <PONumber> is missing', 'Field <PONumber> is missing'], ['<BR/>a<hr>', 'a'], ['a\n\n b', 'a b'], ['if a<b and c>d', 'if a<b and c>d'], ['<td nowrap>x</td><a href=x.html>y</a >', 'x y'], ['a\u0000b\u001bc', 'a b c'], ["<p class='x' id=y />z", 'z']])('%p is %p', (text, expected) => {
		expect(plain(text)).toBe(expected);
	});
});
