import { upsert } from '../../../../../nodes/Su/user/upsert';
import { answer, failureOf, fieldsOf, panel, RUN } from '../../../../support/panels/pure';

const GLOBAL = { name: 'Mai Nguyen', email: 'mai@example.com', countryCode: '+84', phoneNumber: '2421234567', status: 'Active', type: 'Global', propertyIds: 'HVIEW-1, PINE-2' };
const CHAIN = { ...GLOBAL, type: 'Chain', chainId: 'HVCHAIN', contactPerson: 'Lan Tran' };
const COMMON = { Name: 'Mai Nguyen', Email: 'mai@example.com', Phone: { CountryCode: '+84', PhoneNumber: '2421234567' }, Status: 'Active' };

const read = (values: Record<string, unknown>) => upsert.parameters(panel(values), RUN);

describe('a user of the extranet', () => {
	it.each([
		['one of named properties', GLOBAL, { ...COMMON, Type: 'Global', Properties: ['HVIEW-1', 'PINE-2'] }],
		['one of a chain', CHAIN, { ...COMMON, Type: 'Chain', ChainID: 'HVCHAIN', ContactPerson: 'Lan Tran' }],
	])('goes out as %s', (_what, values, body) => {
		if (!('request' in upsert)) throw new Error('It has another form now.');
		expect(upsert.request(read(values))).toEqual({ method: 'POST', path: '/SUAPI/jservice/users', body });
	});

	it('has telephone numbers as Su takes them', () => {
		expect(read({ ...GLOBAL, countryCode: 64, phoneNumber: '21 123-4567' }).Phone).toEqual({ CountryCode: '+64', PhoneNumber: '211234567' });
	});

	it.each([
		['Name', { name: ' ' }],
		['Email', { email: 'mai' }],
		['Country Code', { countryCode: 'VN' }],
		['Phone Number', { phoneNumber: '+84 24' }],
		['Status', { status: 'Gone' }],
		['Type', { type: 'Local' }],
		['Property IDs', { propertyIds: '' }],
		['Chain ID', { ...CHAIN, chainId: 'HV-CHAIN' }],
		['Chain ID', { ...CHAIN, chainId: 'x'.repeat(40) }],
		['Contact Person', { ...CHAIN, contactPerson: '' }],
	])('tells of %s in %j', (field, changes) => {
		expect(fieldsOf(failureOf(() => read({ ...GLOBAL, ...changes })))).toEqual([field]);
	});

	it('is saved where Su says so', () => {
		if (!('items' in upsert)) throw new Error('It has another form now.');
		const { items } = upsert;
		expect(items(answer({ Status: 'Success' }), read(GLOBAL))).toEqual([{ saved: true, email: 'mai@example.com', status: 'Active', type: 'Global' }]);
		const failure = failureOf(() => items(answer({ Status: 'Fail', Errors: { Code: '992', ShortText: 'x' } }), read(GLOBAL)));
		expect([failure.kind, failure.details.advice]).toEqual(['validation', expect.stringContaining('Property IDs')]);
	});
});
