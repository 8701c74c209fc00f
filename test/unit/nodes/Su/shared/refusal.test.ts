import { Failure } from '../../../../../engine/failure';
import { explainRefusal, goodAnswer, isAboutProperty, rowsIn, takenAnswer } from '../../../../../nodes/Su/shared/refusal';
import { answer, failureOf } from '../../../../support/panels/pure';

describe('an answer of Su', () => {
	it.each([
		['a list of errors', { Status: 'Fail', Errors: [{ Code: '925', ShortText: 'fromdate has passed (2020-01-01)' }] }, 'validation', '925'],
		['one error', { Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid HotelCode (X)' } }, 'notFound', '400'],
		['an error under Error', { Error: { Code: '950', ShortText: 'Reservation Not Found' }, Status: 'Fail' }, 'notFound', '950'],
		['an error with a type', { Status: 'Fail', Errors: { Type: '10', Code: null, ShortText: 'Room does not Exists' } }, 'notFound', undefined],
		['an error without a code', { Status: 'Fail', Errors: [{ ShortText: 'Limit has been reached' }] }, 'rateLimit', undefined],
		['the quota of tokens', { Errors: [{ Code: '548', ShortText: 'Limit has been reached' }], Status: 'Fail' }, 'rateLimit', '548'],
		['a flat error', { Status: 'Fail', Code: '1035', ShortText: 'Request not found' }, 'conflict', '1035'],
		['Failed', { Errors: { Code: '400', ShortText: 'hotelid: Invalid HotelCode (X)' }, Status: 'Failed' }, 'notFound', '400'],
		['NotProcessed', { Errors: [{ Code: '925', ShortText: 'fromdate has passed' }], Status: 'NotProcessed' }, 'validation', '925'],
		['a small status', { status: 'Fail', response: 'No property found' }, 'validation', undefined],
	])('with status 200 is a refusal where it is %s', (_what, body, kind, code) => {
		const failure = failureOf(() => goodAnswer(answer(body), 'A Call'));
		expect([failure.kind, failure.details.status]).toEqual([kind, 200]);
		if (code) expect(failure.details.partnerCode).toBe(code);
		expect(failure.message).toMatch(/^Su refused the request \(A Call\)/);
	});

	it('joins several faults', () => {
		const body = { Status: 'Fail', Errors: [{ Code: '925', ShortText: 'one has passed' }, { Code: '921', ShortText: 'one is too far' }] };
		expect(failureOf(() => goodAnswer(answer(body), 'A Call')).message).toContain('one has passed; one is too far');
	});

	it.each([['', 'nothing'], ['<html>Welcome</html>', 'a web page'], [[], 'something else'], [null, 'something else']])('is broken where it is %j', (body, words) => {
		const failure = failureOf(() => goodAnswer(answer(body), 'A Call'));
		expect([failure.kind, failure.message]).toEqual(['brokenAnswer', expect.stringContaining(words)]);
	});

	it('to a write must say Success', () => {
		expect(takenAnswer(answer({ Status: 'Success', TicketId: '1' }), 'A Call')).toEqual({ Status: 'Success', TicketId: '1' });
		for (const none of [[], null, '', {}]) {
			expect(takenAnswer(answer({ Status: 'Success', Errors: none }), 'A Call')).toMatchObject({ Status: 'Success' });
			expect(takenAnswer(answer({ Status: 'Success', Error: none }), 'A Call')).toMatchObject({ Status: 'Success' });
			expect(failureOf(() => takenAnswer(answer({ Status: 'Fail', Errors: none }), 'A Call')).kind).toBe('validation');
		}
		expect(failureOf(() => takenAnswer(answer({}), 'A Call')).kind).toBe('brokenAnswer');
		expect(failureOf(() => takenAnswer(answer({ message: 'Try later' }), 'A Call')).message).toContain('Try later');
	});

	it('has its rows under a path, too, and trouble counts at every step of it', () => {
		const at = (Data: unknown, beside = {}) => rowsIn(answer({ Status: 'Success', Data, ...beside }), 'Data.reviews', 'A Call');
		expect(at({ reviews: [{ id: 'A' }, 1] })).toEqual([{ id: 'A' }]);
		expect(at({ reviews: [] })).toEqual([]);
		for (const none of [undefined, null, [], {}, { reviews: null }, 'x']) expect(failureOf(() => at(none)).message).toContain('a list under "Data.reviews"');
		const troubles: Array<[data: object, beside?: object]> = [[{ status: 'error' }], [{ Errors: [{ Code: '1' }] }], [{ error: 'x' }], [{ message: 'Database timeout' }], [{}, { message: 'Database timeout' }]];
		for (const [data, beside] of troubles) {
			expect(failureOf(() => at({ ...data, reviews: [] }, beside)).message).toContain('an empty list');
			expect(at({ ...data, reviews: [{ id: 'A' }] }, beside)).toHaveLength(1);
		}
	});

	it('to a read must have the list', () => {
		expect(rowsIn(answer({ rooms: [{ roomid: 'A' }, null, 'x'] }), 'rooms', 'A Call')).toEqual([{ roomid: 'A' }]);
		expect(rowsIn(answer({ rooms: [] }), 'rooms', 'A Call')).toEqual([]);
		expect(failureOf(() => rowsIn(answer({ rooms: ['{"roomid":"A"}'] }), 'rooms', 'A Call')).kind).toBe('brokenAnswer');
		expect(failureOf(() => rowsIn(answer({ rooms: {} }), 'rooms', 'A Call')).message).toContain('a list under "rooms"');
	});
});

describe('a refusal with a status of its own', () => {
	const failed = (partnerCode: string | undefined, partnerMessage: string) => explainRefusal(new Failure('validation', 'Su did not accept the request (400)', { advice: 'As it was.', status: 400, partnerCode, partnerMessage }));

	it.each([
		['400', 'Invalid HotelCode (X)', 'notFound', /Property ID/],
		['497', 'Authorization Required', 'authentication', /credential/],
		['573', 'No channel mapping', 'notFound', /not connected to this channel/],
		['935', 'Invalid date', 'validation', /today or a day before/],
		['937', 'No updates', 'notFound', /no updates/],
		['938', 'No rooms found', 'notFound', /no room types/],
		['950', 'Reservation Not Found', 'notFound', /acknowledged before/],
		['921', 'too far', 'validation', /730 days/],
		['897', 'access denied', 'notFound', /Check the ID/],
		['1072', 'Rate with id X not exists', 'notFound', /Rate Plan ID/],
		['1225', 'active mapping', 'conflict', /Force Deactivation/],
		['283', 'Rate plan name', 'validation', /100 characters/],
		['547', 'limit of properties', 'conflict', /five properties/],
		['850', 'exists', 'conflict', /same name, position and address/],
		['896', 'Rate with id X already exists', 'conflict', /use Update/],
		['906', 'Room exists', 'conflict', /use Update/],
		['953', 'This Property Have Mapping With Channels', 'conflict', /mapped to a channel/],
		// The id of the room type stands where a code would, and may look like one.
		['950', 'Room Already Exists', 'conflict', /use Update/],
		['10', 'Room does not Exists', 'notFound', /Room Type ID/],
	])('gets its kind by the code %s', (code, words, kind, advice) => {
		const { kind: found, details } = failed(code, words);
		expect([found, details.advice]).toEqual([kind, expect.stringMatching(advice)]);
	});

	it('stays as it is where the status has told already', () => {
		const refused = new Failure('authentication', 'x', { advice: 'Check client id.', status: 401, partnerCode: '497', partnerMessage: 'Authorization Required' });
		expect(explainRefusal(refused)).toBe(refused);
	});

	it('stays as it is where a gateway writes the status as a code: that says nothing of a property, or of the whole request', () => {
		expect(failed('400', 'Bad Request')).toMatchObject({ kind: 'validation', details: { advice: 'As it was.' } });
		expect(isAboutProperty(failed('400', 'Bad Request'))).toBe(false);
		expect(isAboutProperty(failed('400', 'hotelid: Invalid HotelCode (X)'))).toBe(true);
	});

	it('stays as it is where the code says nothing more', () => {
		expect(failed('895', 'hotelid: is missing')).toMatchObject({ kind: 'validation', details: { advice: 'As it was.' } });
		expect(failed(undefined, 'Property already exists')).toMatchObject({ kind: 'conflict' });
		expect(failed(undefined, 'x')).toMatchObject({ kind: 'validation', details: { advice: 'As it was.' } });
	});
});
