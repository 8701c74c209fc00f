import { CONTROL_PREFIX } from '../../../../sandbox/core/control';
import { startSuSandbox, type SuSandbox } from '../../../../sandbox/su';
import type { NewerTokenAnswer, Property, RoomType, TokenAnswer } from '../../../../sandbox/su/types';
import { call, inSandbox } from '../support';

const REFUSED = { Status: 'Fail', Errors: { Code: '497', ShortText: 'Authorization Required' } };

describe('the Su sandbox', () => {
	let sandbox: SuSandbox;
	let at: (path: string) => string;

	inSandbox(startSuSandbox, (started) => {
		sandbox = started;
		at = (path) => `${sandbox.url}/SUAPI/jservice/${path}`;
	});
	afterEach(() => jest.restoreAllMocks());

	const tokenHeaders = (changes: Record<string, string> = {}) => ({
		'client-id': sandbox.client.clientId,
		'client-secret': sandbox.client.clientSecret,
		...changes,
	});
	const askToken = (headers: Record<string, string> = tokenHeaders()) =>
		call<TokenAnswer>(at('auth/generate-access-token'), { headers });
	const signIn = async () => ({ authorization: `Bearer ${(await askToken()).body.data.token}` });

	describe('the token call', () => {
		it('takes the domain in Base64, and answers a life that is a string', async () => {
			expect(Buffer.from(sandbox.client.clientId, 'base64').toString()).toBe(sandbox.client.domain);
			expect((await askToken()).body).toEqual({
				success: true,
				data: { token_type: 'Bearer', token: expect.stringMatching(/^sandbox_eyJ/), expire_in: '3600' },
				message: 'Access Token generated successfully',
			});
		});

		it('can spell its answer as the newer page does', async () => {
			sandbox.control.change({ tokenSpelling: 'newer', environment: 'live', tokenLifeSeconds: 60 });
			const { body } = await call<NewerTokenAnswer>(at('auth/generate-access-token'), { headers: tokenHeaders() });
			expect(body).toEqual({
				Status: 'Success',
				Data: { token_type: 'Bearer', token: expect.stringMatching(/^live_/), expire_in: '60' },
				Message: 'Access Token generated successfully',
			});
		});

		it.each([
			['an unknown domain', { 'client-id': Buffer.from('other.example.com').toString('base64') }],
			['a wrong secret', { 'client-secret': 'no' }],
		])('answers 401 to %s', async (_case, changes) => {
			expect(await askToken(tokenHeaders(changes))).toMatchObject({ status: 401, body: REFUSED });
			expect(sandbox.control.counts().tokens).toEqual({ issued: 0, refused: 1 });
		});

		it('answers 400 without its headers, and to a domain that is not in Base64', async () => {
			const bare = await askToken({});
			expect(bare).toMatchObject({ status: 400, body: { Errors: { Code: '895' } } });
			expect(JSON.stringify(bare.body)).toMatch(/client-id: is missing; client-secret: is missing/);
			expect((await askToken(tokenHeaders({ 'client-id': sandbox.client.domain }))).status).toBe(400);
		});

		it('gives 30 tokens within 60 minutes, and then none until the first is an hour old', async () => {
			const start = Date.now();
			const now = jest.spyOn(Date, 'now').mockReturnValue(start);
			for (let nth = 1; nth <= 30; nth += 1) expect((await askToken()).status).toBe(200);
			expect(await askToken()).toMatchObject({
				status: 422,
				body: { Status: 'Fail', Errors: [{ Code: '548', ShortText: 'Limit has been reached' }] },
			});
			now.mockReturnValue(start + 3_599_999);
			expect((await askToken()).status).toBe(422);
			now.mockReturnValue(start + 3_600_000);
			expect((await askToken()).status).toBe(200);
		});

		it('does not count calls that got no token', async () => {
			sandbox.control.change({ tokenLimit: 1 });
			await askToken(tokenHeaders({ 'client-secret': 'no' }));
			expect([(await askToken()).status, (await askToken()).status]).toEqual([200, 422]);
			await sandbox.control.reset();
			expect((await askToken()).status).toBe(200);
		});

		it('shows its headers in the log, never the secret', async () => {
			await askToken();
			const { body } = await call(`${sandbox.url}${CONTROL_PREFIX}/requests`);
			expect(body).toMatchObject([{ headers: { 'client-id': sandbox.client.clientId, 'client-secret': '(hidden)' } }]);
		});
	});

	describe('the properties', () => {
		it('are listed, all values strings', async () => {
			const { status, body } = await call<{ properties: Property[] }>(at('pmsproperty'), { headers: await signIn() });
			expect([status, body.properties[0]]).toEqual([
				200,
				{ propertyid: 'HVIEW-1', propertyname: 'Harbour View', status: 'Active', roomcount: '12' },
			]);
		});

		it('are refused without a token, with one that is over, and with Basic', async () => {
			expect(await call(at('pmsproperty'))).toMatchObject({ status: 401, body: REFUSED });
			sandbox.control.change({ tokenLifeSeconds: 0 });
			expect(await call(at('pmsproperty'), { headers: await signIn() })).toMatchObject({ status: 401, body: REFUSED });
			expect((await call(at('pmsproperty'), { headers: { authorization: 'Basic dTpw' } })).status).toBe(401);
		});

		it('are refused with a token of the other environment', async () => {
			const production = await startSuSandbox({ environment: 'live' });
			const headers = tokenHeaders();
			const { body } = await call<TokenAnswer>(`${production.url}/SUAPI/jservice/auth/generate-access-token`, { headers });
			await production.close();
			const authorization = `Bearer ${body.data.token}`;
			expect((await call(at('pmsproperty'), { headers: { authorization } })).status).toBe(401);
		});

		it('have rooms', async () => {
			const { body } = await call<{ rooms: RoomType[] }>(at('roomdetails'), {
				headers: await signIn(),
				body: { hotelid: 'HVIEW-1' },
			});
			expect(body.rooms.map(({ roomid, quantity }) => [roomid, quantity])).toEqual([['SUP-DBL', '8'], ['FAM-STE', '4']]);
		});

		it.each([
			[{ hotelid: 'NOWHERE' }, '400', 'Invalid HotelCode (NOWHERE)'],
			[{ hotelid: 'NEW-3' }, '938', 'No rooms found'],
			[{}, '895', 'hotelid: is missing'],
			[{ hotelid: 1 }, '367', 'hotelid: must be string'],
		])('answer 400 to %j', async (body, code, text) => {
			const answer = await call(at('roomdetails'), { headers: await signIn(), body });
			expect(answer).toMatchObject({ status: 400, body: { Status: 'Fail', Errors: { Code: code, ShortText: text } } });
		});
	});

	it('answers all of it as the document says', async () => {
		const { checkAnswer } = sandbox.contract;
		const check = async (operationId: string, answer: ReturnType<typeof call>) => {
			const { status, body } = await answer;
			return checkAnswer(operationId, status, body);
		};
		const headers = await signIn();
		const tokenUrl = at('auth/generate-access-token');
		const problems = [
			await check('getToken', call(tokenUrl, { headers: tokenHeaders() })),
			await check('getToken', call(tokenUrl)),
			await check('getToken', call(tokenUrl, { headers: tokenHeaders({ 'client-secret': 'no' }) })),
			await check('listProperties', call(at('pmsproperty'), { headers })),
			await check('listProperties', call(at('pmsproperty'))),
			await check('listRoomTypes', call(at('roomdetails'), { headers, body: { hotelid: 'HVIEW-1' } })),
			await check('listRoomTypes', call(at('roomdetails'), { headers, body: {} })),
		];
		sandbox.control.change({ tokenSpelling: 'newer' });
		problems.push(await check('getToken', call(tokenUrl, { headers: tokenHeaders() })));
		sandbox.control.change({ tokenLimit: 0 });
		problems.push(await check('getToken', call(tokenUrl, { headers: tokenHeaders() })));
		expect(problems.flat()).toEqual([]);
	});
});
