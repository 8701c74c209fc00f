import { inSuSandbox, type SuCaller } from '../support';

const COMMON = { Name: 'Mai', Email: 'mai@example.com', Phone: { CountryCode: '+84', PhoneNumber: '242' }, Status: 'Active' };
const GLOBAL = { ...COMMON, Type: 'Global', Properties: ['HVIEW-1'] };
const CHAIN = { ...COMMON, Type: 'Chain', ChainID: 'HVCHAIN', ContactPerson: 'Lan' };

describe('the Su sandbox: users', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	it('are saved by their email address', async () => {
		expect((await su.ask('users', GLOBAL)).body).toEqual({ Status: 'Success' });
		await su.ask('users', { ...CHAIN, Email: 'MAI@example.com' });
		await su.ask('users', { ...GLOBAL, Email: 'lan@example.com', Status: 'Inactive' });
		expect(su.sandbox.users().map(({ Type, Status }) => [Type, Status])).toEqual([['Chain', 'Active'], ['Global', 'Inactive']]);
		await su.sandbox.control.reset();
		expect(su.sandbox.users()).toEqual([]);
	});

	it.each([
		['988', { Phone: { CountryCode: '+84', PhoneNumber: '+1' } }],
		['989', { Email: 'mai' }],
		['990', { Type: 'Local' }],
		['991', { Phone: { CountryCode: 'VN', PhoneNumber: '1' } }],
		['992', { Properties: ['NOWHERE'] }],
		['992', { Properties: undefined }],
		['995', { ...CHAIN, ChainID: 'HV-1' }],
		['895', { ...CHAIN, ContactPerson: undefined }],
		['367', { Status: 'Gone' }],
	])('are refused with %s for %j', async (code, changes) => {
		expect(await su.ask('users', { ...GLOBAL, ...changes })).toMatchObject({ status: 400, body: { Status: 'Fail', Errors: { Code: code } } });
		expect(su.sandbox.users()).toEqual([]);
	});

	it('are answered as the document says', async () => {
		expect([...(await su.problems('saveUser', 'users', CHAIN)), ...(await su.problems('saveUser', 'users', { ...GLOBAL, Email: '' }))]).toEqual([]);
	});
});
