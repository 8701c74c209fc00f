import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { SrsSipsApi, srsSipsTokenFlow } from '../../../credentials/SrsSipsApi.credentials';
import { secretsIn } from '../../../engine/token/flow';
import { loadContract } from '../../../sandbox/core/contract';

const credential = new SrsSipsApi();
const FILLED_IN: ICredentialDataDecryptedObject = { environment: 'staging', clientId: 'partner', clientSecret: 's3cret & more', scope: 'ALL', authRequestFormat: 'form' };

describe('the credential', () => {
	it('is called what stored credentials call it', () => {
		expect([credential.name, credential.displayName]).toEqual(['srsSipsApi', 'SRS SIPS API']);
	});

	it('has the fields that stored credentials have', () => {
		expect(credential.properties.map(({ name }) => name)).toEqual([
			'environment', 'baseUrl', 'clientId', 'clientSecret', 'sourceSystem', 'scope', 'authRequestFormat',
			'accessTokenCheck', 'fieldsWithoutExpression',
		]);
	});

	it('masks the secret', () => {
		const masked = credential.properties.filter(({ typeOptions }) => typeOptions?.password === true).map(({ name }) => name);
		expect(masked).toEqual(['clientSecret']);
	});

	it('says where it is entered that an Integration Key is not the secret', () => {
		expect(credential.properties.find(({ name }) => name === 'clientSecret')?.description).toContain('It is not the Integration Key');
	});

	it('has one hidden field that n8n renews', () => {
		const expirable = credential.properties.filter(({ typeOptions }) => typeOptions?.expirable === true);
		expect(expirable).toEqual([expect.objectContaining({ name: 'accessTokenCheck', type: 'hidden', default: '' })]);
	});

	it('starts with staging, where nothing is ordered', () => {
		const environment = credential.properties[0];
		expect(environment?.default).toBe('staging');
		expect(environment?.options).toEqual([
			expect.objectContaining({ value: 'staging' }), expect.objectContaining({ value: 'production' }), expect.objectContaining({ value: 'custom' }),
		]);
	});

	it('asks for a base URL with Custom URL only', () => {
		expect(credential.properties[1]).toMatchObject({ name: 'baseUrl', displayOptions: { show: { environment: ['custom'] } } });
	});

	it('has a description for every field that a person sees', () => {
		expect(credential.properties.filter(({ type, description }) => type !== 'hidden' && !description)).toEqual([]);
	});

	it('has the icons of the nodes', () => {
		const { light, dark } = credential.icon as { light: string; dark: string };
		for (const file of [light, dark]) expect(existsSync(resolve(__dirname, '../../../credentials', file.replace('file:', '')))).toBe(true);
	});

	it('is driven by both hooks', () => {
		expect([typeof credential.preAuthentication, typeof credential.authenticate]).toEqual(['function', 'function']);
	});
});

describe('where requests go', () => {
	it.each([
		['staging', {}, 'https://services-qa.roofhub.pro'],
		['production', {}, 'https://services.roofhub.pro'],
		['custom', { baseUrl: 'http://127.0.0.1:4010/' }, 'http://127.0.0.1:4010'],
		['custom', { baseUrl: ' https://sips.example.com//\n' }, 'https://sips.example.com'],
		['custom', { baseUrl: '' }, ''],
		['staging', { baseUrl: 'https://left.over.example.com' }, 'https://services-qa.roofhub.pro'],
		['elsewhere', {}, ''],
		['toString', {}, ''],
	])('with %s and %p: %p', (environment, change, url) => {
		expect(srsSipsTokenFlow.apiBaseUrl({ ...FILLED_IN, environment, ...change })).toBe(url);
	});
});

describe('how a token is asked for', () => {
	const fields = { client_id: 'partner', client_secret: 's3cret & more', grant_type: 'client_credentials', scope: 'ALL' };

	it('is by form, and then in JSON', () => {
		const [form, json] = srsSipsTokenFlow.tokenRequests(FILLED_IN);
		expect(json).toEqual({
			method: 'POST', url: 'https://services-qa.roofhub.pro/authentication/token', body: fields,
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
		});
		expect(form).toMatchObject({ url: 'https://services-qa.roofhub.pro/authentication/token', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
		expect(Object.fromEntries(new URLSearchParams(String(form?.body)))).toEqual(fields);
	});

	it.each([
		['json', ['application/json', 'application/x-www-form-urlencoded']],
		['form', ['application/x-www-form-urlencoded', 'application/json']],
		['', ['application/x-www-form-urlencoded', 'application/json']],
	])('with %p chosen has the forms %p', (authRequestFormat, wanted) => {
		const types = srsSipsTokenFlow.tokenRequests({ ...FILLED_IN, authRequestFormat }).map(({ headers }) => headers?.['Content-Type']);
		expect(types).toEqual(wanted);
	});

	it('is by form unless a person chooses otherwise', () => {
		expect(credential.properties.find(({ name }) => name === 'authRequestFormat')?.default).toBe('form');
	});

	it('is what SIPS documents, in both forms', async () => {
		const contract = await loadContract(resolve(__dirname, '../../../openapi/srs-sips.yaml'));
		for (const { body, headers } of srsSipsTokenFlow.tokenRequests(FILLED_IN)) {
			const parsed: unknown = typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : body;
			const request = { method: 'POST', path: '/Authentication/token', query: {}, headers: { 'content-type': String(headers?.['Content-Type']) }, body: parsed };
			expect(contract.checkRequest('getToken', request).problems).toEqual([]);
		}
	});

	it('has scope ALL where none was entered, and no blanks around what was pasted', () => {
		const [, json] = srsSipsTokenFlow.tokenRequests({ ...FILLED_IN, clientId: ' partner\n', clientSecret: 's3cret & more\n', scope: '' });
		expect(json?.body).toEqual(fields);
	});

	it.each([
		['environment', 'production'], ['clientId', 'other'], ['clientSecret', 'other'], ['scope', 'OTHER'], ['authRequestFormat', 'json'],
	])('is another identity with another %s', (name, value) => {
		expect(srsSipsTokenFlow.identity({ ...FILLED_IN, [name]: value })).not.toEqual(srsSipsTokenFlow.identity(FILLED_IN));
	});

	it.each([['sourceSystem', 'ACME'], ['authRequestFormat', ''], ['accessToken', 'x']])('is the same identity with another %s', (name, value) => {
		expect(srsSipsTokenFlow.identity({ ...FILLED_IN, [name]: value })).toEqual(srsSipsTokenFlow.identity(FILLED_IN));
	});

	it('is never to be shown: the secret', () => {
		expect(secretsIn({ ...FILLED_IN, clientSecret: ' s3cret \n' }, srsSipsTokenFlow.secretFields)).toContain('s3cret');
	});

	it('assumes the shorter of the two documented lives where the answer does not say', () => {
		expect(srsSipsTokenFlow.defaultLifeSeconds).toBe(3600);
		expect(srsSipsTokenFlow.readAnswer({ access_token: 'eyJx' }, {})).toMatchObject({ token: 'eyJx', lifeSeconds: undefined });
		expect(srsSipsTokenFlow.readAnswer({ access_token: 'eyJx', expires_in: 86400 }, {})).toMatchObject({ lifeSeconds: 86400 });
	});
});

describe('the test of the credential', () => {
	it('is a read without side effect, completed with the address of the environment', () => {
		expect(credential.test.request).toEqual({ url: '/branches/v2/branchLocations', method: 'GET' });
	});

	it('tells what a refusal means; 401 is told by the token engine', () => {
		const rules = (credential.test.rules ?? []).map(({ type, properties }) => [type, (properties as { value: number }).value]);
		expect(rules).toEqual([400, 403, 404, 500].map((status) => ['responseCode', status]));
	});

	it('says in each of them that a token was handed out or taken, since the token request comes before', () => {
		for (const { properties } of credential.test.rules ?? []) expect(properties.message).toMatch(/token/);
	});
});
