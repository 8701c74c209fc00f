import { Failure, isFailure, validationFailure } from '../../../engine/failure';

describe('a failure', () => {
	const failure = new Failure('outage', 'Partner is down', { advice: 'Try later.', status: 503 });

	it('shows its advice where n8n looks for a description', () => {
		expect(failure).toMatchObject({ kind: 'outage', message: 'Partner is down', description: 'Try later.' });
	});

	it('can be told in other words and stays the same otherwise', () => {
		expect(failure.retold({ message: 'Still down', advice: 'Call them.' })).toMatchObject({
			kind: 'outage', message: 'Still down', description: 'Call them.', details: { status: 503, advice: 'Call them.' },
		});
		expect(failure.retold({ kind: 'unknownOutcome' })).toMatchObject({ kind: 'unknownOutcome', message: 'Partner is down', description: 'Try later.' });
		expect(failure).toMatchObject({ kind: 'outage', message: 'Partner is down' });
	});

	it('is known also where another copy of the engine made it', () => {
		expect(isFailure(failure)).toBe(true);
		expect(isFailure(Object.assign(new Error('x'), { name: 'PartnerFailure', kind: 'outage' }))).toBe(true);
	});

	it.each([new Error('x'), Object.assign(new Error('x'), { kind: 'outage' }), { name: 'PartnerFailure', kind: 'outage' }, null, undefined, 'PartnerFailure'])(
		'is not %p',
		(error) => {
			expect(isFailure(error)).toBe(false);
		},
	);

	it('of faulty fields names each of them', () => {
		expect(validationFailure('The order', [{ field: 'PO', expected: 'must not be empty' }]).message).toBe(
			'The order was not sent: 1 field needs attention. PO: must not be empty',
		);
	});
});
