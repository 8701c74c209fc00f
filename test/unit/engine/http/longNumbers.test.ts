import fc from 'fast-check';

import { withLongNumbers } from '../../../../engine/http/longNumbers';

describe('JSON with long numbers', () => {
	it.each([
		['{"TicketId":160000000000000000466}', { TicketId: '160000000000000000466' }],
		['{"TicketId":"160000000000000000466"}', { TicketId: '160000000000000000466' }],
		['[-160000000000000000466, 1]', ['-160000000000000000466', 1]],
		['9007199254740991', 9007199254740991],
		['9007199254740992', '9007199254740992'],
		// A fraction loses nothing that anybody counts on.
		['{"a":0.12345678901234567890,"b":1e30}', { a: 0.12345678901234568, b: 1e30 }],
		['{"text":"call 160000000000000000466 \\"160000000000000000466\\""}', { text: 'call 160000000000000000466 "160000000000000000466"' }],
		['<html>160000000000000000466</html>', '<html>160000000000000000466</html>'],
		['', ''],
	])('%s', (json, value) => {
		expect(withLongNumbers(json)).toEqual(value);
	});

	it('is as JSON.parse reads it where no number is long', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const isLong = (inner: unknown): boolean =>
					typeof inner === 'number' ? Number.isInteger(inner) && !Number.isSafeInteger(inner) : typeof inner === 'object' && inner !== null && Object.values(inner).some(isLong);
				fc.pre(!isLong(value));
				const json = JSON.stringify(value);
				expect(withLongNumbers(json)).toEqual(JSON.parse(json));
			}),
		);
	});
});
