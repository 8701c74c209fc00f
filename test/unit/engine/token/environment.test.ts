import { customEnvironment, customUrlProperty, environmentUrl } from '../../../../engine/token/environment';

const HOSTS = new Map([['production', 'https://api.example.com'], ['sandbox', 'https://sandbox.example.com']]);

describe('the address of an environment', () => {
	it.each([
		['of the chosen one', { environment: 'sandbox' }, 'https://sandbox.example.com'],
		['of the chosen one, whatever stands in the field for another', { environment: 'production', baseUrl: 'http://127.0.0.1:1' }, 'https://api.example.com'],
		['as entered, without blanks and slashes at its end', { environment: 'custom', baseUrl: ' http://127.0.0.1:4010// ' }, 'http://127.0.0.1:4010'],
		['none, where none is entered', { environment: 'custom' }, ''],
		['none, where the environment is not known', { environment: 'moon', baseUrl: 'http://127.0.0.1:1' }, ''],
		['none, where nothing is chosen', {}, ''],
	])('is that %s', (_name, credentials, url) => {
		expect(environmentUrl(HOSTS)(credentials)).toBe(url);
	});

	it('can stand in a field of another name', () => {
		expect(environmentUrl(HOSTS, 'authBaseUrl')({ environment: 'custom', baseUrl: 'http://a', authBaseUrl: 'http://b' })).toBe('http://b');
	});
});

describe('the field for another address', () => {
	it('is shown with the choice for it alone', () => {
		expect(customUrlProperty('e.g. http://127.0.0.1:4010')).toMatchObject({ name: 'baseUrl', required: true, displayOptions: { show: { environment: [customEnvironment.value] } } });
	});

	it('can be called otherwise', () => {
		expect(customUrlProperty('', { name: 'authBaseUrl', displayName: 'Auth Base URL' })).toMatchObject({ name: 'authBaseUrl', displayName: 'Auth Base URL', type: 'string' });
	});
});
