import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { callerRefusal } from '../../../../../engine/webhook/caller';
import { testedSecret } from '../../../../../engine/webhook/secretTest';
import { checkSetup } from '../../../../../engine/webhook/setup';
import { callerRules } from '../../../../../nodes/SrsSips/webhook/authentication';
import { sipsSetup } from '../../../../../nodes/SrsSips/webhook/setup';

const SECRET = 'a-new-secret-of-the-test';
const PREVIOUS = 'the-previous-secret-here';

interface Setup {
	parameters?: Record<string, unknown>;
	/** By name, what expressions stand in the panel; `parameters` holds what they come to. */
	expressions?: Record<string, string>;
	credential?: Record<string, unknown>;
	request?: { headers?: Record<string, string | string[]>; query?: Record<string, unknown>; ip?: string };
}

function contextOf({ parameters = {}, expressions = {}, credential }: Setup) {
	const warn = jest.fn();
	const context = {
		// As n8n does: the fallback stands in for a field that is not there, and for no expression.
		getNodeParameter: (name: string, fallback: unknown) => (Object.hasOwn(expressions, name) ? parameters[name] : (parameters[name] ?? fallback)),
		getCredentials: async () => await (credential ? Promise.resolve(credential) : Promise.reject(new Error('No credential'))),
		getNode: () => ({ name: 'SRS SIPS Trigger', parameters: { ...parameters, ...expressions } }),
		logger: { warn },
	};
	return { context, warn };
}

async function statusOf(setup: Setup): Promise<number | undefined> {
	const { context } = contextOf(setup);
	return (await callerRefusal(context as unknown as IWebhookFunctions, { headers: {}, ...setup.request }, callerRules))?.status;
}

describe('who may send', () => {
	const header = { authentication: 'header', headerName: 'X-Webhook-Secret' };
	const query = { authentication: 'query', queryName: 'key' };
	const credential = { secret: SECRET, previousSecret: PREVIOUS };

	it.each<[string, Setup, number | undefined]>([
		['everybody without secret and addresses', {}, undefined],
		['who sends the secret in the header', { parameters: header, credential, request: { headers: { 'x-webhook-secret': SECRET } } }, undefined],
		['who sends the previous secret', { parameters: header, credential, request: { headers: { 'x-webhook-secret': PREVIOUS } } }, undefined],
		['nobody without the header', { parameters: header, credential }, 401],
		['nobody with another secret', { parameters: header, credential, request: { headers: { 'x-webhook-secret': `${SECRET}x` } } }, 401],
		['nobody with the header several times', { parameters: header, credential, request: { headers: { 'x-webhook-secret': [SECRET, SECRET] } } }, 401],
		['nobody with the secret in the URL instead', { parameters: header, credential, request: { query: { key: SECRET } } }, 401],
		['nobody with an empty secret, where the credential holds none', { parameters: header, credential: { secret: '' }, request: { headers: { 'x-webhook-secret': '' } } }, 401],
		['nobody by the name of a built-in property', { parameters: { ...header, headerName: 'constructor' }, credential }, 401],
		['who sends the secret in the URL', { parameters: query, credential, request: { query: { key: SECRET } } }, undefined],
		['nobody with a list in the URL', { parameters: query, credential, request: { query: { key: [SECRET] } } }, 401],
		['nobody with an object in the URL', { parameters: query, credential, request: { query: { key: { a: SECRET } } } }, 401],
		['nobody where the credential cannot be read', { parameters: query, request: { query: { key: SECRET } } }, 503],
		['who calls from an allowed address', { parameters: { allowedAddresses: '10.0.0.0/8' }, request: { ip: '::ffff:10.1.1.1' } }, undefined],
		['nobody from another address', { parameters: { allowedAddresses: '10.0.0.0/8' }, request: { ip: '11.1.1.1' } }, 403],
		['nobody without an address', { parameters: { allowedAddresses: '10.0.0.0/8' } }, 403],
		['nobody by a list that cannot be read', { parameters: { allowedAddresses: ',' }, request: { ip: '10.1.1.1' } }, 403],
		['nobody with the secret alone, where addresses are set as well', { parameters: { ...query, allowedAddresses: '10.0.0.1' }, credential, request: { ip: '10.0.0.2', query: { key: SECRET } } }, 403],
		['nobody with the address alone', { parameters: { ...query, allowedAddresses: '10.0.0.1' }, credential, request: { ip: '10.0.0.1' } }, 401],
	])('is %s', async (_who, setup, status) => {
		expect(await statusOf(setup)).toBe(status);
	});

	it.each([null, undefined, '', '   ', [], [null]])('is nobody by an expression for addresses that comes to nothing: %j', async (allowedAddresses) => {
		const { context, warn } = contextOf({ parameters: { allowedAddresses }, expressions: { allowedAddresses: '={{ $vars.sipsAddresses }}' } });
		const refusal = await callerRefusal(context as unknown as IWebhookFunctions, { headers: {}, query: {}, ip: '198.51.100.66' }, callerRules);
		expect(refusal).toMatchObject({ status: 503 });
		expect(warn.mock.calls).toEqual([[expect.stringMatching(/the expression in Allowed Addresses comes to nothing/)]]);
	});

	it('is who the addresses of an expression let in', async () => {
		const setup = { parameters: { allowedAddresses: ['10.0.0.0/8'] }, expressions: { allowedAddresses: '={{ $vars.sipsAddresses }}' } };
		expect([await statusOf({ ...setup, request: { ip: '10.1.1.1' } }), await statusOf({ ...setup, request: { ip: '11.1.1.1' } })]).toEqual([undefined, 403]);
	});

	it('leaves a word in the log where the credential cannot be read, and nothing of what was sent', async () => {
		const { context, warn } = contextOf({ parameters: query });
		await callerRefusal(context as unknown as IWebhookFunctions, { headers: {}, query: { key: 'sent-by-somebody' } }, callerRules);
		expect(warn).toHaveBeenCalledTimes(1);
		expect(JSON.stringify(warn.mock.calls)).not.toContain('sent-by-somebody');
	});
});

describe('publishing', () => {
	it.each<[string, Setup]>([
		['neither secret nor addresses', {}],
		['addresses', { parameters: { allowedAddresses: '10.0.0.1, ::1/128' } }],
		['filters as lists, or as text with commas', { parameters: { events: 'OA,oc, Other', filters: { statusWords: ['cancelled'], poNumberPrefix: ['A', 7] } } }],
		['duplicates that are let through', { parameters: { settings: { duplicateHours: 0 } } }],
		['a secret', { parameters: { authentication: 'header', headerName: 'X-Key' }, credential: { secret: SECRET } }],
	])('succeeds with %s', async (_what, setup) => {
		await expect(checkSetup(contextOf(setup).context as unknown as IHookFunctions, sipsSetup)).resolves.toBeUndefined();
	});

	it.each<[string, Setup, RegExp]>([
		['an address that is none', { parameters: { allowedAddresses: '10.0.0.1, 999.0.0.1' } }, /Allowed Addresses: 999\.0\.0\.1 is no IP address or range/],
		['a list of nothing', { parameters: { allowedAddresses: ' , ' } }, /holds no address/],
		['an empty secret', { parameters: { authentication: 'query', queryName: 'key' }, credential: { secret: '' } }, /credential with the shared secret is empty/],
		['a header that cannot be sent', { parameters: { authentication: 'header', headerName: 'X Key' }, credential: { secret: SECRET } }, /Header Name is not a name/],
		['a query parameter without a name', { parameters: { authentication: 'query', queryName: '' }, credential: { secret: SECRET } }, /Query Parameter Name is not a name/],
		['an option that comes to nothing', { parameters: { settings: { duplicateHours: null } } }, /Ignore Duplicates For \(Hours\) under Options was added and comes to nothing/],
		['a filter that comes to nothing', { parameters: { filters: { poNumberPrefix: null } } }, /PO Number Begins With under Filters was added and comes to nothing/],
		['status words that are none', { parameters: { filters: { statusWords: { a: 1 } } } }, /Status Words under Filters is neither text nor a list of texts/],
		['a list of status words without one', { parameters: { filters: { statusWords: ' , ' } } }, /Status Words under Filters holds no word/],
		['a prefix that is none', { parameters: { filters: { transactionIdPrefix: true } } }, /Transaction ID Begins With under Filters is neither/],
		['kinds that are none', { parameters: { events: { OA: true } } }, /Trigger On is neither a list of kinds nor text/],
		['a kind that is none', { parameters: { events: 'OA, XY' } }, /Trigger On names XY, which is no kind of event/],
		['kinds that come to nothing', { parameters: { events: '' } }, /Trigger On comes to nothing/],
		...[null, undefined, ' ', []].map((allowedAddresses): [string, Setup, RegExp] => [
			`addresses by an expression that comes to ${JSON.stringify(allowedAddresses)}`, { parameters: { allowedAddresses }, expressions: { allowedAddresses: '={{ $vars.a }}' } }, /expression in Allowed Addresses comes to nothing/,
		]),
		['kinds by an expression that comes to nothing', { expressions: { events: '={{ $vars.a }}' } }, /Trigger On comes to nothing/],
		['filters by an expression that comes to nothing', { expressions: { filters: '={{ $vars.a }}' } }, /Filters comes to nothing/],
		['a secret by an expression that comes to nothing', { expressions: { authentication: '={{ $vars.a }}' } }, /Secret is set to none of its choices/],
		['a header by an expression that comes to nothing', { parameters: { authentication: 'header' }, expressions: { headerName: '={{ $vars.a }}' }, credential: { secret: SECRET } }, /Header Name is not a name/],
		['no credential', { parameters: { authentication: 'query', queryName: 'key' } }, /No credential/],
	])('stops at %s', async (_what, setup, words) => {
		await expect(checkSetup(contextOf(setup).context as unknown as IHookFunctions, sipsSetup)).rejects.toThrow(words);
	});
});

describe('the button that tests the secret', () => {
	it.each([
		[{ secret: SECRET }, 'OK', /can be used/],
		[{ secret: SECRET, previousSecret: PREVIOUS }, 'OK', /can be used/],
		[{ secret: SECRET, previousSecret: SECRET }, 'Error', /are the same/],
		[{ secret: 'short' }, 'Error', /^Secret must have at least 16 characters/],
		[{ secret: SECRET, previousSecret: 'short' }, 'Error', /^Previous Secret must have at least 16/],
		[{ secret: 'with a space inside it' }, 'Error', /no spaces/],
		[{ secret: 'schlüsselschlüssel' }, 'Error', /ASCII/],
		[{}, 'Error', /at least 16/],
	])('says of %j: %s', (credential, status, message) => {
		const result = testedSecret(credential);
		expect(result).toEqual({ status, message: expect.stringMatching(message) as string });
		expect(result.message).not.toContain(SECRET);
	});
});
