import { addressFault } from '../../../../../nodes/Tradevest/webhook/address';
import { behindTest, hookIn, hostOf, isOwn, isSame, isTestHook, testHook, wantedHook, withNothingBehind, type Hook } from '../../../../../nodes/Tradevest/webhook/hooks';

const EVENT = 'ONBOARDING_NOTIFICATION';
const URL = 'https://n8n.example.com/webhook/1/tradevest';
const TEST_URL = 'https://n8n.example.com/webhook-test/1/tradevest';
const SECRET = 'a-secret-of-the-node';
const FOREIGN: Hook = { eventType: EVENT, url: 'https://hooks.example.com/theirs', headers: [{ name: 'x-their-secret', value: 'thëirs "1"' }, { name: 'x-team', value: '' }] };

describe('whose a registration is', () => {
	it.each<[string, Hook, boolean]>([
		['of the own address', { ...FOREIGN, url: URL }, true],
		['of another address with the own secret', { ...wantedHook(EVENT, URL, SECRET), url: 'https://old.example.com/webhook/1/tradevest' }, true],
		['with the name of the header in capitals', { ...FOREIGN, headers: [{ name: 'X-N8N-Secret', value: SECRET }] }, true],
		['of another node of the same n8n', wantedHook(EVENT, 'https://n8n.example.com/webhook/2/tradevest', 'another'), false],
		['of somebody else', FOREIGN, false],
		['with an empty secret', { ...FOREIGN, headers: [{ name: 'x-n8n-secret', value: '' }] }, false],
	])('one %s', (_what, hook, expected) => {
		expect(isOwn(hook, { url: URL, secret: SECRET })).toBe(expected);
	});

	it('shows by the address alone where no secret is known, and by nothing where neither is', () => {
		expect([isOwn(wantedHook(EVENT, URL, SECRET), { url: URL, secret: undefined }), isOwn(FOREIGN, { url: URL, secret: undefined })]).toEqual([true, false]);
		expect(isOwn({ ...FOREIGN, headers: [] }, { url: URL, secret: undefined })).toBe(false);
	});

	it.each<[string, Hook | undefined, boolean]>([
		['the wanted one', wantedHook(EVENT, URL, SECRET), true],
		['none', undefined, false],
		['one with another secret', wantedHook(EVENT, URL, 'another'), false],
		['one with the header of another event', wantedHook('DOCUMENT_NOTIFICATION', URL, SECRET), false],
		['one of a test', testHook(EVENT, URL, SECRET, undefined), false],
	])('is as wanted: %s', (_what, hook, expected) => {
		expect(isSame(hook, wantedHook(EVENT, URL, SECRET))).toBe(expected);
	});
});

describe('a registration for a test', () => {
	it('has at most five headers, and carries what was there before, headers included', () => {
		const hook = testHook(EVENT, TEST_URL, SECRET, FOREIGN);
		expect([hook.headers.length <= 5, isTestHook(hook), isTestHook(FOREIGN)]).toEqual([true, true, false]);
		expect(behindTest(hook)).toEqual(FOREIGN);
		// Only what can stand in a header.
		expect(hook.headers.every(({ value }) => /^[\x21-\x7e]+$/.test(value))).toBe(true);
	});

	it('counts for nothing where nothing was there, or is there no more', () => {
		expect(behindTest(testHook(EVENT, TEST_URL, SECRET, undefined))).toBeUndefined();
		expect(behindTest(withNothingBehind(testHook(EVENT, TEST_URL, SECRET, FOREIGN)))).toBeUndefined();
	});

	it.each(['no base64 of JSON', '', Buffer.from('[]').toString('base64url'), Buffer.from('{"url":1}').toString('base64url')])('whose header cannot be read (%s) is somebody else\'s own', (value) => {
		const hook = { ...FOREIGN, headers: [{ name: 'x-n8n-before', value }] };
		expect(behindTest(hook)?.url).toBe(value === Buffer.from('{"url":1}').toString('base64url') ? '1' : FOREIGN.url);
	});

	it('is no other registration than itself where it was made for none', () => {
		expect([behindTest(FOREIGN), behindTest(undefined)]).toEqual([FOREIGN, undefined]);
	});
});

it.each<[string, object, Hook | undefined]>([
	['whole', { eventType: EVENT, url: URL, headers: [{ name: 'a', value: 'b' }], createdOn: '2026-02-10T09:30:00.000Z' }, { eventType: EVENT, url: URL, headers: [{ name: 'a', value: 'b' }] }],
	['without headers', { eventType: EVENT, url: URL }, { eventType: EVENT, url: URL, headers: [] }],
	['with odd headers', { eventType: EVENT, url: URL, headers: [null, 'a', { name: 'a' }, { value: 'b' }] }, { eventType: EVENT, url: URL, headers: [{ name: 'a', value: '' }] }],
	['without an address', { eventType: EVENT }, undefined],
	['without an event', { url: URL }, undefined],
])('reads a row that is %s', (_what, row, expected) => {
	expect(hookIn(row as never)).toEqual(expected);
});

it.each([
	['https://hooks.example.com/a?key=hidden', 'hooks.example.com'],
	['https://user:hidden@hooks.example.com:8443/a', 'hooks.example.com:8443'],
	['HTTP://Hooks.example.com', 'Hooks.example.com'],
	['no address', 'an address that cannot be read'],
	['', 'an address that cannot be read'],
])('names of %s only the host', (url, expected) => {
	expect(hostOf(url)).toBe(expected);
});

describe('the address of n8n', () => {
	it.each([
		['https://n8n.example.com/webhook/1', 'https://tvda-api.platform-test.tradevest.ai'],
		['http://127.0.0.1:5678/webhook/1', 'http://127.0.0.1:4013'],
	])('may be %s at %s', (url, apiBaseUrl) => {
		expect(addressFault(url, apiBaseUrl)).toBeUndefined();
	});

	it.each(['http://localhost:5678/webhook/1?key=hidden', '', 'ftp://n8n.example.com'])('may not be %s, as a person understands it', (url) => {
		const { what, advice } = addressFault(url, 'https://tvda-api.platform-test.tradevest.ai') ?? { what: '', advice: '' };
		expect(what).toContain('https://');
		expect(what).toContain('WEBHOOK_URL');
		expect(advice).toContain('restart n8n');
		expect(what).not.toContain('hidden');
	});
});
