import { CHECK_FIELD, checkFieldProperty } from '../../../../engine/token/checkField';
import { FIXED_FIELDS, isSameForAllItems } from '../../../../engine/token/fixedFields';

describe('the field by which n8n asks for a token', () => {
	it('is hidden, and empty until somebody writes into it: then n8n asks whenever it has read the credential', () => {
		expect(checkFieldProperty).toMatchObject({ name: CHECK_FIELD, type: 'hidden', default: '', typeOptions: { expirable: true } });
	});

	it('has the name under which stored credentials have it', () => {
		expect(CHECK_FIELD).toBe('accessTokenCheck');
	});
});

describe('a credential is the same for all items', () => {
	const read = { clientId: 'us', [FIXED_FIELDS]: 'clientId,clientSecret' };

	it.each([
		['before anything was sent with it', { [CHECK_FIELD]: '' }, true],
		['after something was', { [CHECK_FIELD]: 'done' }, true],
		['not with a field that n8n does not name', { other: '' }, false],
	])('%s', (_when, more, isSame) => {
		expect(isSameForAllItems({ ...read, ...more })).toBe(isSame);
	});

	it('not where n8n could not tell', () => {
		expect(isSameForAllItems({ ...read, [FIXED_FIELDS]: '' })).toBe(false);
		expect(isSameForAllItems({ clientId: 'us' })).toBe(false);
	});
});
