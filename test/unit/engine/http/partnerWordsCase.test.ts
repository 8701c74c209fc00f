import { partnerWords } from '../../../../engine/http/partnerWords';

describe('words of a partner in capitals', () => {
	it('are found as well', () => {
		expect(partnerWords({ Status: 'Fail', Errors: [{ Code: '548', ShortText: 'Limit has been reached' }] })).toEqual({
			message: 'Limit has been reached',
			code: '548',
		});
		expect(partnerWords({ Status: 'Fail', Errors: { Code: '497', ShortText: 'Authorization Required' } })).toEqual({
			message: 'Authorization Required',
			code: '497',
		});
	});

	it('do not displace those in small letters', () => {
		expect(partnerWords({ message: 'first', Message: 'second' }).message).toBe('first');
	});
});
