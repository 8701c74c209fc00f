import { Failure } from '../../../../../engine/failure';
import type { SenderOptions } from '../../../../../engine/transport/senderOptions';
import { faultsIn, toldWithFaults } from '../../../../../nodes/XCoverElements/shared/faults';
import { answer } from '../../../../support/panels/pure';

/** A refusal with these faults. */
const refusal = (errors: unknown, further: object = {}) => ({ type: 'validation_error', message: 'An API error occurred.', errors, ...further });

describe('what is wrong with a request', () => {
	it.each<[string, unknown, string[]]>([
		['a text by field', { malformed: 'Unexpected field' }, ['malformed: Unexpected field']],
		['texts by field, nested where the field is', { policyholder: { phone: ['must begin with +', 'is too short'] } }, ['policyholder.phone: must begin with +', 'policyholder.phone: is too short']],
		['non_field_errors', { non_field_errors: ["'customer' is a required property"] }, ["'customer' is a required property"]],
		['a list of texts', ['Status change not allowed for QuotePackage in status CANCELLED'], ['Status change not allowed for QuotePackage in status CANCELLED']],
		['numbered faults of quotes', { 0: { message: 'No price', type: 'quote_creation_failure' } }, ['0: No price']],
		['a list of faults of quotes', [{ product_config_id: null, quote_id: 'q-1', code: 'offer_validation_request_invalid', details: ['Booking already exists. INS number: K4PLM-22TRX-INS'] }], ['Booking already exists. INS number: K4PLM-22TRX-INS']],
		['lists of texts by field, with a token', { 'customer.email': ['is required'] }, ['customer.email: is required']],
		['nothing', undefined, []],
		['no faults', {}, []],
		['anything else', { a: [null, true, { b: {} }] }, []],
	])('is read from %s', (_what, errors, expected) => {
		expect(faultsIn(refusal(errors))).toEqual(expected);
	});

	it('is told for ten faults at most, and however deep it is nested no deeper than five levels', () => {
		expect(faultsIn(refusal(Array.from({ length: 500 }, (_, at) => `fault ${at}`)))).toHaveLength(10);
		let nested: unknown = 'deep';
		for (let level = 0; level < 5_000; level += 1) nested = { a: nested };
		expect(faultsIn(refusal(nested))).toEqual([]);
	});

	it('is no body that is no object', () => {
		for (const body of ['x', null, undefined, [refusal(['x'])], 3]) expect(faultsIn(body)).toEqual([]);
	});
});

describe('a refusal', () => {
	const sender = toldWithFaults({ explain: (failure: Failure) => failure } as unknown as SenderOptions);
	const told = (errors: unknown, partnerMessage?: string) => {
		const failure = new Failure('validation', 'XCover refused the request (422)', { advice: 'Check it.', ...(partnerMessage === undefined ? {} : { partnerMessage }) });
		return sender.explain!(failure, answer(refusal(errors), 422), { sentMs: 0, answeredMs: 0 });
	};

	it('is told with every fault of the fields, beside the words of XCover', () => {
		const failure = told({ policyholder: { phone: ['must begin with +'] }, quotes: ['is empty'] }, 'An API error occurred.');
		expect(failure.message).toBe('XCover refused the request (422) (policyholder.phone: must begin with +; quotes: is empty)');
		expect(failure.details.partnerMessage).toContain('An API error occurred.');
	});

	it('hides secrets before it cuts what is said, or a part of one would be left', () => {
		const secret = 'key-that-is-not-shown-to-anybody';
		const given = { ...answer(refusal(['x'.repeat(485), `${'y'.repeat(485)} ${secret}`, secret]), 403), secrets: () => [secret] };
		for (const partnerMessage of [undefined, '[hidden]']) {
			const failure = new Failure('validation', 'XCover refused the request (422)', { advice: 'Check it.', ...(partnerMessage === undefined ? {} : { partnerMessage }) });
			for (const errors of [[`${'x'.repeat(485)} ${secret}`], [secret]]) {
				const told = sender.explain!(failure, { ...given, body: refusal(errors) }, { sentMs: 0, answeredMs: 0 });
				expect(`${told.message} ${told.details.partnerMessage}`).not.toContain('key-that');
			}
		}
	});

	it('does not say twice what the words of XCover say', () => {
		expect(told(['No such offer'], 'No such offer').message).toBe('XCover refused the request (422)');
		expect(told(undefined, 'No such offer').message).toBe('XCover refused the request (422)');
	});
});
