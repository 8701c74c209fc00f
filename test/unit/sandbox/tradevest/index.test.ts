import { CONTROL_PREFIX } from '../../../../sandbox/core/control';
import { startTradevestSandbox, type TradevestSandbox } from '../../../../sandbox/tradevest';
import { demoCustomer } from '../../../../sandbox/tradevest/data/people';
import type {
	CustomerProduct,
	ErrorMessage,
	NaturalPerson,
	NaturalPersonPage,
	NaturalPersonRequest,
} from '../../../../sandbox/tradevest/types';
import { call, inSandbox } from '../support';

const STRANGER = '3c7d91e5-6a08-4b2f-9e14-d05b8f72c6a3';
const NOT_ACTIVE = 'a85e20f7-91cb-4d36-8b7a-4e61d3c09f25';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const PRODUCTS = `/customers/${demoCustomer.customerId}/products`;

const person: NaturalPersonRequest = {
	gender: 'FEMALE',
	firstName: 'Mathilde',
	lastName: 'Osten',
	birthDay: '1990-05-12',
	birthPlace: 'Bremen',
	birthCountry: 'DE',
	isUsNationality: false,
	nationalities: [{ countryCode: 'DE' }],
	taxDetails: [{ taxId: '86095742719', taxResidency: 'DE' }],
	mainAddress: { street: 'Am Wall', streetNumber: '4', city: 'Bremen', zip: '28195', country: 'DE' },
	contact: { phone: '+494215550100', email: 'mathilde.osten@example.com' },
	externalId: 'np-2001',
};

describe('the Tradevest sandbox', () => {
	let sandbox: TradevestSandbox;

	inSandbox(startTradevestSandbox, (started) => (sandbox = started));

	const tokenForm = (changes: Record<string, string> = {}) => ({
		grant_type: 'client_credentials',
		client_id: sandbox.client.clientId,
		client_secret: sandbox.client.clientSecret,
		...changes,
	});
	const askToken = async (form: Record<string, string>, path = '/oauth2/token') => {
		const answer = await fetch(sandbox.url + path, { method: 'POST', body: new URLSearchParams(form) });
		return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
	};
	const signIn = async () => ({ authorization: `Bearer ${String((await askToken(tokenForm())).body.access_token)}` });
	const open = async (requestor: Record<string, string>) =>
		call<{ customerProductId: string } & ErrorMessage>(sandbox.url + PRODUCTS, {
			headers: { ...(await signIn()), ...requestor },
			body: { productCode: 'BALANCE_ACCOUNT' },
		});

	describe('the token call', () => {
		it.each([
			['/oauth2/token', {}],
			['/oauth2/token', { scope: 'tradevest.api' }],
			['/connect/token', { scope: 'tradevest.api' }],
			['/connect/token', {}],
		])('takes a form at %s with %j more', async (path, more) => {
			expect(await askToken(tokenForm({ ...more }), path)).toEqual({
				status: 200,
				body: { access_token: expect.stringMatching(/\S+/), expires_in: 3600, token_type: 'Bearer' },
			});
		});

		it('counts the two paths apart', async () => {
			await askToken(tokenForm());
			await askToken(tokenForm(), '/connect/token');
			const { operations, tokens } = sandbox.control.counts();
			expect([operations.getToken?.received, operations.getTokenWithScope?.received, tokens.issued]).toEqual([1, 1, 2]);
		});

		it.each([
			['an unknown client', { client_id: 'no' }, 'invalid_client'],
			['a wrong secret', { client_secret: 'no' }, 'invalid_client'],
			['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
			['an empty secret', { client_secret: '' }, 'invalid_request'],
			['another scope', { scope: 'all' }, 'invalid_request'],
		])('answers 400 to %s', async (_case, changes, error) => {
			expect(await askToken(tokenForm(changes))).toEqual({ status: 400, body: { error } });
		});

		it('does not take JSON', async () => {
			expect((await call(`${sandbox.url}/oauth2/token`, { body: tokenForm() })).status).toBe(415);
		});
	});

	describe('natural persons', () => {
		it('are created without a Requestor-ID, and read', async () => {
			const headers = await signIn();
			const created = await call<NaturalPerson>(`${sandbox.url}/entities/natural-persons`, { headers, body: person });
			expect(created).toMatchObject({ status: 200, body: { naturalPersonId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
			const url = `${sandbox.url}/entities/natural-persons/${created.body.naturalPersonId}`;
			expect((await call(url, { headers })).body).toMatchObject({ ...person, status: 'CREATED' });
		});

		it('may be created with one as well', async () => {
			const headers = { ...(await signIn()), 'requestor-id': demoCustomer.naturalPersonId };
			expect((await call(`${sandbox.url}/entities/natural-persons`, { headers, body: person })).status).toBe(200);
		});

		it('cannot share an externalId', async () => {
			const headers = await signIn();
			const create = () => call(`${sandbox.url}/entities/natural-persons`, { headers, body: person });
			expect([(await create()).status, (await create()).status]).toEqual([200, 409]);
		});

		it('are refused with each field at fault', async () => {
			const { status, body } = await call<ErrorMessage>(`${sandbox.url}/entities/natural-persons`, {
				headers: await signIn(),
				body: { ...person, firstName: undefined, birthDay: '12.5.1990' },
			});
			expect([status, body.responseType, body.errorDetails?.map(({ field }) => field).sort()]).toEqual([
				400,
				'BAD_REQUEST',
				['birthDay', 'firstName'],
			]);
		});

		it('are listed a page at a time, newest first', async () => {
			const headers = await signIn();
			const page = async (query: string) =>
				(await call<NaturalPersonPage>(`${sandbox.url}/entities/natural-persons?${query}`, { headers })).body;
			const first = await page('limit=2');
			expect(first.data.map(({ lastName }) => lastName)).toEqual(['Brinkmann', 'Albers']);
			const second = await page(`limit=2&cursor=${first.pagination.cursor ?? ''}`);
			expect(second).toMatchObject({ data: [{ lastName: 'Hartwig' }], pagination: { limit: 2 } });
			expect(second.pagination.cursor).toBeUndefined();
			expect((await page('status=CREATED')).data).toHaveLength(1);
		});

		it('answer 404 to an unknown id, 400 to one that is no UUID, to a bad limit and to an unknown cursor', async () => {
			const headers = await signIn();
			const status = async (tail: string) =>
				(await call(`${sandbox.url}/entities/natural-persons${tail}`, { headers })).status;
			expect(await status(`/${NOBODY}`)).toBe(404);
			expect(await status('/7')).toBe(400);
			expect(await status('?limit=0')).toBe(400);
			expect(await status('?cursor=none')).toBe(400);
		});

		it('are refused without a token, and with one that was revoked', async () => {
			const headers = await signIn();
			sandbox.control.revokeTokens();
			const url = `${sandbox.url}/entities/natural-persons`;
			expect([(await call(url)).status, (await call(url, { headers })).status]).toEqual([401, 401]);
		});
	});

	describe('a command that needs a Requestor-ID', () => {
		it('is carried out for the customer', async () => {
			const { status, body } = await open({ 'Requestor-ID': demoCustomer.naturalPersonId });
			expect(status).toBe(200);
			const list = await call<CustomerProduct[]>(sandbox.url + PRODUCTS, { headers: await signIn() });
			expect(list.body).toMatchObject([{ customerProductId: body.customerProductId, productType: 'CASH', status: 'ACTIVE' }]);
		});

		it('is refused without one, and with one that is no UUID, naming the header', async () => {
			expect(await open({})).toMatchObject({
				status: 400,
				body: { message: 'Requestor-ID: is missing', errorDetails: [{ field: 'Requestor-ID' }] },
			});
			expect(await open({ 'Requestor-ID': 'lena' })).toMatchObject({ status: 400, body: { errorDetails: [{ field: 'Requestor-ID' }] } });
		});

		it.each([
			['is not known', NOBODY],
			['is not active', NOT_ACTIVE],
			['is somebody else', STRANGER],
		])('is refused when the requestor %s', async (_case, requestor) => {
			expect((await open({ 'Requestor-ID': requestor })).status).toBe(403);
			expect((await call(sandbox.url + PRODUCTS, { headers: await signIn() })).body).toEqual([]);
		});

		it('shows in the log who asked', async () => {
			await open({ 'Requestor-ID': STRANGER });
			const { body } = await call(`${sandbox.url}${CONTROL_PREFIX}/requests?operationId=createCustomerProduct`);
			expect(body).toMatchObject([{ status: 403, headers: { 'Requestor-ID': STRANGER } }]);
		});

		it('answers 404 for an unknown customer', async () => {
			const headers = { ...(await signIn()), 'Requestor-ID': demoCustomer.naturalPersonId };
			const url = `${sandbox.url}/customers/${NOBODY}/products`;
			expect((await call(url, { headers, body: { productCode: 'WALLET' } })).status).toBe(404);
			expect((await call(url, { headers })).status).toBe(404);
		});
	});

	it('lets new persons act at once when told to', async () => {
		sandbox.control.change({ newPersonStatus: 'ACTIVE' });
		const headers = await signIn();
		const { body } = await call<NaturalPerson>(`${sandbox.url}/entities/natural-persons`, { headers, body: person });
		const refused = await open({ 'Requestor-ID': body.naturalPersonId });
		expect(refused.body.message).toMatch(/may not act for this customer/);
	});

	it('forgets all of it on a reset', async () => {
		const headers = await signIn();
		await call(`${sandbox.url}/entities/natural-persons`, { headers, body: person });
		await open({ 'Requestor-ID': demoCustomer.naturalPersonId });
		await sandbox.control.reset();
		const view = async (name: string) => (await call<unknown[]>(`${sandbox.url}${CONTROL_PREFIX}/${name}`)).body;
		expect([(await view('people')).length, await view('products')]).toEqual([3, []]);
	});

	it('answers all of it as the document says', async () => {
		const { checkAnswer } = sandbox.contract;
		const check = async (operationId: string, answer: Promise<{ status: number; body: unknown }>) => {
			const { status, body } = await answer;
			return checkAnswer(operationId, status, body);
		};
		const headers = await signIn();
		const people = `${sandbox.url}/entities/natural-persons`;
		const problems = [
			await check('getToken', askToken(tokenForm())),
			await check('getTokenWithScope', askToken(tokenForm({ client_secret: 'no' }), '/connect/token')),
			await check('createNaturalPerson', call(people, { headers, body: person })),
			await check('createNaturalPerson', call(people, { headers, body: person })),
			await check('createNaturalPerson', call(people, { headers, body: {} })),
			await check('listNaturalPersons', call(people, { headers })),
			await check('listNaturalPersons', call(people)),
			await check('getNaturalPerson', call(`${people}/${STRANGER}`, { headers })),
			await check('getNaturalPerson', call(`${people}/${NOBODY}`, { headers })),
			await check('createCustomerProduct', open({ 'Requestor-ID': demoCustomer.naturalPersonId })),
			await check('createCustomerProduct', open({})),
			await check('createCustomerProduct', open({ 'Requestor-ID': STRANGER })),
			await check('listCustomerProducts', call(sandbox.url + PRODUCTS, { headers })),
		];
		expect(problems.flat()).toEqual([]);
	});
});
