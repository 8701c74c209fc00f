import { demoCompany, demoCustomer, demoDirectorId, identification, inTradevestSandbox, newCompany, newOwner, newPerson, newRepresentative, NOBODY, NOT_ACTIVE, type TradevestCaller } from './support';

const PEOPLE = '/entities/natural-persons';
const ME = demoCustomer.naturalPersonId;

describe('the Tradevest sandbox: entities', () => {
	let caller: TradevestCaller;
	inTradevestSandbox((ready) => (caller = ready));

	const createPerson = async (changes: object = {}) => await caller.create(`POST ${PEOPLE}`, { ...newPerson, ...changes });
	const statusOf = async (id: string) => {
		const { status, body } = await caller.ask(`GET ${PEOPLE}/${id}`);
		return status === 200 ? body.status : status;
	};

	describe('a natural person', () => {
		it('is RECEIVED until it is decided, and then told of', async () => {
			caller.sandbox.control.change({ decideAfterMs: 60_000 });
			const id = await createPerson();
			expect(await statusOf(id)).toBe('RECEIVED');
			caller.later(60_000);
			expect(await statusOf(id)).toBe('CREATED');
			expect(caller.told('NATURAL_PERSON_NOTIFICATION')).toMatchObject([{ naturalPersonId: id, status: 'CREATED', notificationType: 'CREATED' }]);
		});

		it('is refused when its externalId was ever used, without an id in the words', async () => {
			caller.sandbox.control.change({ verdict: 'INVALID', invalidLifeMs: 1000 });
			const id = await createPerson();
			expect(await statusOf(id)).toBe('INVALID');
			caller.later(2000);
			expect(await statusOf(id)).toBe(404);
			const { status, text } = await caller.ask(`POST ${PEOPLE}`, { ...newPerson, lastName: 'Westen' });
			expect([status, text.includes(id)]).toEqual([409, false]);
			caller.sandbox.control.change({ verdict: 'ACCEPTED' });
			expect(await statusOf(await createPerson({ externalId: 'np-2002' }))).toBe('CREATED');
		});

		it('is refused when there is one of the same data, even with another externalId', async () => {
			await createPerson();
			expect((await caller.ask(`POST ${PEOPLE}`, { ...newPerson, lastName: 'OSTEN', externalId: 'np-2002' })).status).toBe(409);
			expect((await caller.ask(`POST ${PEOPLE}`, { ...newPerson, birthDay: '1990-05-13', externalId: 'np-2003' })).status).toBe(200);
		});

		it.each([
			['a tax id where it is needed', { taxDetails: [{ taxResidency: 'FR' }] }, 'taxDetails: taxId is required'],
			['the state in Canada', { mainAddress: { city: 'Halifax', country: 'CA' } }, 'mainAddress: state is required'],
		])('is found INVALID later without %s', async (_what, changes, description) => {
			const id = await createPerson(changes);
			expect(await statusOf(id)).toBe('INVALID');
			expect(caller.told('NATURAL_PERSON_NOTIFICATION')).toMatchObject([{ naturalPersonId: id, notificationType: 'VALIDATION_ERROR', validationError: { errorType: 'INVALID_DATA_ERROR', description } }]);
		});

		it('is changed later, and the change is logged', async () => {
			expect((await caller.ask(`PATCH ${PEOPLE}/${ME}`, { profession: 'Engineer', annualIncomeNet: 52000.25 }, ME)).status).toBe(202);
			const { text } = await caller.ask(`GET ${PEOPLE}/${ME}`);
			expect(text).toContain('"annualIncomeNet":52000.25');
			const { body } = await caller.ask(`GET /entities-changelog?itemId=${ME}`);
			expect(body).toMatchObject({
				data: [{ itemType: 'NATURAL_PERSON', itemId: ME, source: 'PARTNER_SYSTEM', changes: [{ type: 'REPLACE', path: '/profession', oldValue: null, value: 'Engineer' }, { path: '/annualIncomeNet' }] }],
			});
		});

		it('stays as it is when the change is refused, which is told without status and time', async () => {
			caller.sandbox.control.change({ changes: 'refused' });
			expect((await caller.ask(`PATCH ${PEOPLE}/${ME}`, { profession: 'Engineer' }, ME)).status).toBe(202);
			expect((await caller.ask(`GET ${PEOPLE}/${ME}`)).text).not.toContain('Engineer');
			expect(caller.told('NATURAL_PERSON_NOTIFICATION')).toEqual([{ naturalPersonId: ME, notificationType: 'VALIDATION_ERROR', validationError: expect.anything() }]);
		});

		it('that has died leaves an estate', async () => {
			await caller.ask(`PATCH ${PEOPLE}/${ME}`, { deathDay: '2026-03-01' }, ME);
			expect(await statusOf(ME)).toBe('DECEASED');
			expect((await caller.ask(`GET /roles/customers/${demoCustomer.customerId}`)).body).toMatchObject({ customerStatus: 'ESTATE' });
		});

		it('shows its roles', async () => {
			expect((await caller.ask(`GET ${PEOPLE}/${ME}`)).body).toMatchObject({ roles: [{ roleName: 'CUSTOMER', roleId: demoCustomer.customerId }] });
			expect((await caller.ask(`GET ${PEOPLE}/${demoDirectorId}`)).body).toMatchObject({ roles: [{ roleName: 'PROXY', roleId: demoCompany.proxyId, relatedCustomerId: demoCompany.customerId }] });
		});

		it.each(['identification', 'identifications'])('is identified by the partner at /%s', async (path) => {
			const at = `POST ${PEOPLE}/${ME}/${path}`;
			expect((await caller.ask(at, identification(), ME)).status).toBe(202);
			expect((await caller.ask(`GET ${PEOPLE}/${ME}`)).body).toMatchObject({ identifications: [{ externalVerifier: 'WEB_ID', identificationType: 'VIDEO_IDENT' }] });
			expect((await caller.ask(at, { ...identification(), identificationDate: '2020-01-01' }, ME)).body).toMatchObject({ errorDetails: [{ field: 'identificationDate' }] });
			expect((await caller.ask(at, identification())).status).toBe(400);
			expect((await caller.ask(`POST ${PEOPLE}/${NOBODY}/${path}`, identification(), ME)).status).toBe(404);
		});

		it('has a trading profile', async () => {
			const at = `${PEOPLE}/${ME}/trading-profile/asset-types/CRYPTOCURRENCY`;
			expect((await caller.ask(`POST ${at}`, { hasKnowledge: true, hasExperience: false }, ME)).status).toBe(202);
			expect((await caller.ask(`PATCH ${at}`, { hasKnowledge: true, hasExperience: true }, ME)).status).toBe(202);
			expect((await caller.ask(`POST ${at}`, { hasKnowledge: true }, ME)).body).toMatchObject({ errorDetails: [{ field: 'hasExperience' }] });
			expect((await caller.ask(`POST ${at}`, { hasKnowledge: true, hasExperience: true }, NOT_ACTIVE)).status).toBe(403);
		});
	});

	describe('a video identification', () => {
		const AT = '/entities/identification-verifications';
		const request = { naturalPersonId: ME, externalVerifier: 'WEB_ID', identificationType: 'VIDEO_IDENT', redirectUrl: 'https://partner.example/back' };

		it('has a link when it is PENDING, and brings a certificate when it is APPROVED', async () => {
			caller.sandbox.control.change({ decideAfterMs: 1000 });
			const id = await caller.create(`POST ${AT}`, request, ME);
			expect((await caller.ask(`GET ${AT}/${id}`, undefined, ME)).text).not.toContain('identificationUrl');
			caller.later(1000);
			expect((await caller.ask(`GET ${AT}/${id}`, undefined, ME)).body).toMatchObject({ status: 'PENDING', identificationUrl: expect.stringContaining(id) });
			caller.later(1000);
			const { body } = await caller.ask(`GET ${AT}/${id}`, undefined, ME);
			expect(body).toMatchObject({ status: 'APPROVED', documentId: expect.any(String), naturalPersonIdentificationId: expect.any(String) });
			expect((await caller.ask(`GET ${AT}?limit=5`, undefined, ME)).body).toMatchObject({ data: [{ identificationVerificationId: id }], pagination: { limit: 5 } });
			expect(caller.told('DOCUMENT_NOTIFICATION')).toMatchObject([{ documentId: body.documentId, status: 'CREATED' }]);
			expect(caller.told('IDENTIFICATION_VERIFICATION_NOTIFICATION')).toMatchObject([{ naturalPersonId: ME, status: 'PENDING' }, { naturalPersonId: ME, status: 'APPROVED' }]);
		});

		it('is refused for a child, for nobody, and without a requestor, who is asked for by the reads as well', async () => {
			const child = await createPerson({ birthDay: `${new Date().getUTCFullYear() - 10}-01-01` });
			expect((await caller.ask(`POST ${AT}`, { ...request, naturalPersonId: child }, child)).body).toMatchObject({ errorDetails: [{ field: 'naturalPersonId' }] });
			expect((await caller.ask(`POST ${AT}`, { ...request, naturalPersonId: NOBODY }, ME)).status).toBe(404);
			expect((await caller.ask(`POST ${AT}`, request)).status).toBe(400);
			expect((await caller.ask(`GET ${AT}`)).status).toBe(400);
			expect((await caller.ask(`GET ${AT}`, undefined, NOBODY)).status).toBe(403);
			expect((await caller.ask(`GET ${AT}/${NOBODY}`, undefined, ME)).status).toBe(404);
		});
	});

	describe('a company', () => {
		it('is created without a requestor, read, and changed', async () => {
			const id = await caller.create('POST /entities/legal-entities', newCompany);
			expect((await caller.ask(`GET /entities/legal-entities/${id}`)).body).toMatchObject({ ...newCompany, status: 'CREATED', roles: [] });
			expect((await caller.ask(`PATCH /entities/legal-entities/${id}`, { purpose: 'Paper' }, ME)).status).toBe(202);
			expect((await caller.ask(`GET /entities/legal-entities/${id}`)).body).toMatchObject({ purpose: 'Paper' });
			expect((await caller.ask('POST /entities/legal-entities', newCompany)).status).toBe(409);
			expect((await caller.ask('POST /entities/legal-entities', { ...newCompany, externalId: 'x', legalForm: 'INC' })).body).toMatchObject({ errorDetails: [{ field: 'legalForm' }] });
			expect((await caller.ask(`GET /entities/legal-entities/${NOBODY}`)).status).toBe(404);
		});

		it('that is active is changed by its proxy only', async () => {
			const at = `PATCH /entities/legal-entities/${demoCompany.legalEntityId}`;
			expect((await caller.ask(at, { purpose: 'Boats' }, ME)).status).toBe(403);
			expect((await caller.ask(at, { purpose: 'Boats' }, demoDirectorId)).status).toBe(202);
		});

		it('has representatives and owners, listed newest first', async () => {
			const company = `/entities/${demoCompany.legalEntityId}`;
			const head = await caller.create(`POST ${company}/legal-representatives`, newRepresentative, demoDirectorId);
			const owner = await caller.create(`POST ${company}/beneficial-owners`, { ...newOwner, nationalities: ['DE'] }, demoDirectorId);
			expect((await caller.ask(`GET ${company}/legal-representatives?limit=1`)).body).toMatchObject({ data: [{ legalRepresentativeId: head, status: 'CREATED' }], pagination: { cursor: head } });
			expect((await caller.ask(`GET ${company}/legal-representatives?status=ACTIVE`)).body).toMatchObject({ data: [{ legalRepresentativeId: demoCompany.legalRepresentativeId }] });
			expect((await caller.ask(`GET ${company}/legal-representatives?endDate=2026-03-01T00:00:00Z`)).body).toMatchObject({ data: [{ legalRepresentativeId: demoCompany.legalRepresentativeId }] });
			expect((await caller.ask(`GET ${company}/beneficial-owners`)).body).toMatchObject({ data: [{ beneficialOwnerId: owner, share: 33.33 }] });
			expect((await caller.ask(`POST ${company}/beneficial-owners`, { ...newOwner, share: 101 }, demoDirectorId)).body).toMatchObject({ errorDetails: [{ field: 'share' }] });
			expect((await caller.ask(`POST ${company}/legal-representatives`, newRepresentative, ME)).status).toBe(403);
			expect((await caller.ask(`GET /entities/${NOBODY}/beneficial-owners`)).status).toBe(404);
			expect((await caller.ask(`GET /entities/${NOBODY}/legal-representatives`)).status).toBe(404);
		});
	});

	describe('a joint person', () => {
		it('is made of two', async () => {
			const id = await caller.create('POST /entities/joint-persons', { np1Id: ME, np2Id: demoDirectorId });
			expect((await caller.ask(`GET /entities/joint-persons/${id}`)).body).toMatchObject({ np1Id: ME, np2Id: demoDirectorId, status: 'CREATED' });
			expect((await caller.ask('POST /entities/joint-persons', { np1Id: demoDirectorId, np2Id: ME })).status).toBe(409);
			expect((await caller.ask('POST /entities/joint-persons', { np1Id: ME, np2Id: ME.toUpperCase() })).status).toBe(400);
			expect((await caller.ask(`GET /entities/joint-persons/${NOBODY}`)).status).toBe(404);
		});

		it('is found INVALID later when one is not there or a child', async () => {
			const child = await createPerson({ birthDay: `${new Date().getUTCFullYear() - 10}-01-01` });
			const ids = [await caller.create('POST /entities/joint-persons', { np1Id: ME, np2Id: NOBODY }), await caller.create('POST /entities/joint-persons', { np1Id: ME, np2Id: child })];
			expect(caller.told('JOINT_PERSON_NOTIFICATION')).toMatchObject([
				{ jointPersonId: ids[0], status: 'INVALID', validationError: { errorType: 'DATA_NOT_FOUND_ERROR' } },
				{ jointPersonId: ids[1], status: 'INVALID', validationError: { errorType: 'INVALID_DATA_ERROR' } },
			]);
		});
	});

	it('the changelog goes forwards or backwards, and within a range of times', async () => {
		await caller.ask(`PATCH ${PEOPLE}/${ME}`, { profession: 'Engineer' }, ME);
		caller.later(60_000);
		await caller.ask(`PATCH ${PEOPLE}/${ME}`, { profession: 'Pilot' }, ME);
		const professions = async (query: string) => {
			const { data } = (await caller.ask(`GET /entities-changelog?${query}`)).body as unknown as { data: Array<{ changes: Array<{ value: string }> }> };
			return data.map(({ changes }) => changes[0]?.value);
		};
		expect(await professions('')).toEqual(['Engineer', 'Pilot']);
		expect(await professions('orderDirection=DESC&limit=1')).toEqual(['Pilot']);
		expect(await professions(`startDate=${new Date(Date.now() + 30_000).toISOString()}`)).toEqual(['Pilot']);
		expect(await professions(`itemId=${NOBODY}`)).toEqual([]);
		expect((await caller.ask('GET /entities-changelog?startDate=yesterday')).status).toBe(400);
	});
});
