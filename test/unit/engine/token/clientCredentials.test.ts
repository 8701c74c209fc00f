import { clientCredentialsRequests } from '../../../../engine/token/clientCredentials';

const CREDENTIALS = { clientId: ' partner\n', clientSecret: 's3cret & more' };
const FIELDS = { grant_type: 'client_credentials', client_id: 'partner', client_secret: 's3cret & more' };

describe('the token call by client credentials', () => {
	const { form, json } = clientCredentialsRequests('https://api.example.com/token', CREDENTIALS);

	it('is a POST that says what it holds, in either form', () => {
		expect(form).toMatchObject({ method: 'POST', url: 'https://api.example.com/token', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
		expect(json).toMatchObject({ method: 'POST', url: 'https://api.example.com/token', headers: { 'Content-Type': 'application/json' } });
	});

	it('holds the same in both, without the blanks of a paste', () => {
		expect(json.body).toEqual(FIELDS);
		expect(Object.fromEntries(new URLSearchParams(form.body as string))).toEqual(FIELDS);
	});

	it('names a scope where there is one', () => {
		expect(clientCredentialsRequests('https://api.example.com/token', CREDENTIALS, 'ALL').json.body).toEqual({ ...FIELDS, scope: 'ALL' });
	});
});
