import type { ICredentialDataDecryptedObject, INodeProperties, IHttpRequestMethods } from 'n8n-workflow';

import { XCoverSignatureApi, xCoverSignatureFlow } from '../../../credentials/XCoverSignatureApi.credentials';
import { isSameForAllItems } from '../../../engine/token/fixedFields';
import { senderOptions } from '../../../engine/transport/senderOptions';

const credential = new XCoverSignatureApi();
const FILLED_IN: ICredentialDataDecryptedObject = { environment: 'production', apiKey: 'key', apiSecret: 's3cret\n', partnerCode: 'ABCDE', algorithm: 'sha512', signedParts: 'date', isTestKey: false };

const field = (name: string): INodeProperties | undefined => credential.properties.find((property) => property.name === name);
const valuesOf = (name: string): unknown[] => (field(name)?.options ?? []).map((option) => 'value' in option && option.value);

describe('the credential of signed requests', () => {
	it('is called what stored credentials call it', () => {
		expect([credential.name, credential.displayName]).toEqual(['xCoverSignatureApi', 'XCover Signature API']);
	});

	it('has the fields and choices that stored credentials have', () => {
		expect(credential.properties.map(({ name }) => name)).toEqual([
			'environment', 'baseUrl', 'apiKey', 'apiSecret', 'partnerCode', 'isTestKey', 'algorithm', 'signedParts',
			'accessTokenCheck', 'fieldsWithoutExpression',
		]);
		expect(['environment', 'algorithm', 'signedParts'].map(valuesOf)).toEqual([['staging', 'production', 'custom'], ['sha512', 'sha384', 'sha256'], ['date', 'target']]);
	});

	it.each<[ICredentialDataDecryptedObject, string]>([
		[{ environment: 'production' }, 'https://api.xcover.com/x'],
		[{ environment: 'staging' }, 'https://api.xcover-staging.com/xcover'],
		[{ environment: 'custom', baseUrl: ' https://xcover.example/base/ ' }, 'https://xcover.example/base'],
		[{ environment: 'custom' }, ''],
	])('with %j sends to %p', (change, address) => {
		expect(xCoverSignatureFlow.apiBaseUrl({ ...FILLED_IN, ...change })).toBe(address);
	});

	it('says that the address of staging is not published, and how to correct it', () => {
		expect(JSON.stringify(field('environment'))).toContain('https://api.xcover-staging.com/xcover, seen by an integrator, not published: correct it with Custom URL if Cover Genius gave you another');
	});

	it('masks key and secret, and never shows them', () => {
		for (const name of ['apiKey', 'apiSecret']) expect(field(name)?.typeOptions).toEqual({ password: true });
		expect(xCoverSignatureFlow.secretFields).toEqual(['apiKey', 'apiSecret']);
	});

	it.each<[ICredentialDataDecryptedObject, object]>([
		[{}, { apiKey: 'key', apiSecret: 's3cret', algorithm: 'sha512', signsTarget: false }],
		[{ algorithm: 'sha256', signedParts: 'target' }, { algorithm: 'sha256', signsTarget: true }],
		[{ algorithm: 'md5', signedParts: 'all' }, { algorithm: 'sha512', signsTarget: false }],
	])('with %j signs by that', (change, key) => {
		expect(xCoverSignatureFlow.signingKey({ ...FILLED_IN, ...change })).toMatchObject(key);
	});

	it('tells one account from another by address and partner code, and not by a key, which may be replaced', () => {
		const { account } = senderOptions(xCoverSignatureFlow, { credentialType: credential.name, timeoutMs: 30_000, accountFields: ['partnerCode'] });
		expect(account({ ...FILLED_IN, apiKey: 'newer', apiSecret: 'newer' })).toEqual(account(FILLED_IN));
		expect(account({ ...FILLED_IN, partnerCode: 'OTHER' })).not.toEqual(account(FILLED_IN));
		expect(account({ ...FILLED_IN, environment: 'staging' })).not.toEqual(account(FILLED_IN));
	});

	it('is read once for all items where no field of it holds an expression, also with a field that is not shown', () => {
		const all = { ...FILLED_IN, baseUrl: '', accessTokenCheck: '' };
		const fixed = Object.keys(all).filter((name) => name !== 'accessTokenCheck').join();
		expect(isSameForAllItems({ ...all, fieldsWithoutExpression: fixed })).toBe(true);
		expect(isSameForAllItems({ ...all, fieldsWithoutExpression: fixed.replace('partnerCode,', '') })).toBe(false);
	});
});

describe('the pace of signed requests', () => {
	const OFFERS = { name: 'offers', perSecond: 50 };
	const OTHERS = { name: 'others', perSecond: 20 };
	const TEST = { name: 'test', perSecond: 2 };
	const paceOf = (method: IHttpRequestMethods, url: string, change: ICredentialDataDecryptedObject = {}) => xCoverSignatureFlow.pace?.({ ...FILLED_IN, ...change })({ method, url });

	it.each<[IHttpRequestMethods, string]>([
		['POST', '/partners/{partner_code}/offers/'],
		['POST', '/partners/{partner_code}/offers'],
		['POST', '/partners/ABCDE/offers/?active_only=true'],
		['POST', '/partners/{partner_code}/offers/0b3c-77/confirm/'],
		['POST', '/partners/{partner_code}/offers/0b3c-77/confirm'],
	])('of %s %s is that of offers', (method, url) => {
		expect(paceOf(method, url)).toEqual(OFFERS);
	});

	it.each<[IHttpRequestMethods, string]>([
		['POST', '/partners/{partner_code}/offers/0b3c-77/opt_out/'],
		['GET', '/partners/{partner_code}/offers/'],
		['POST', '/partners/{partner_code}/bookings/X-INS/cancel'],
		['PUT', '/partners/{partner_code}/bookings/X-INS/confirm'],
		['POST', '/partners/{partner_code}/bookings/X-INS/confirm_update/Y-UPD/'],
		['GET', '/partners/{partner_code}/bookings/?limit=1&next=/offers/'],
	])('of %s %s is that of all others', (method, url) => {
		expect(paceOf(method, url)).toEqual(OTHERS);
	});

	it.each<[ICredentialDataDecryptedObject, object]>([
		[{ isTestKey: true }, TEST],
		[{ isTestKey: 'true' }, TEST],
		[{ environment: 'staging' }, TEST],
		[{ environment: 'staging', isTestKey: false }, TEST],
		[{ environment: 'custom', baseUrl: 'https://a.example' }, OFFERS],
		[{ environment: 'custom', baseUrl: 'https://a.example', isTestKey: true }, TEST],
	])('with %j is %j for whatever is sent', (change, pace) => {
		expect(paceOf('POST', '/partners/{partner_code}/offers/', change)).toEqual(pace);
		expect(paceOf('GET', '/partners/{partner_code}/bookings/', change)).toEqual(pace === OFFERS ? OTHERS : pace);
	});
});
