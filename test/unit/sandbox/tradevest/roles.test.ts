import { demoCompany, demoCustomer, demoDirectorId, identification, inTradevestSandbox, newCompany, newOwner, newPerson, newRepresentative, NOBODY, NOT_ACTIVE, OLD_TERMS, PRIVACY, TERMS, type TradevestCaller } from './support';

const ME = demoCustomer.naturalPersonId;
const ALIEN_COMPANY = { ...newCompany, registerCountry: 'NL' };
const LABELS = Array.from({ length: 17 }, (_, at) => `label ${at}`);

describe('the Tradevest sandbox: roles', () => {
	let caller: TradevestCaller;
	inTradevestSandbox((ready) => (caller = ready));

	const customerOf = async (entityId: string, entityType = 'NATURAL_PERSON') => await caller.create('POST /roles/customers', { entityId, entityType });
	const onboard = async (roleId: string, requestor: string, roleType = 'CUSTOMER') => await caller.create('POST /roles/onboardings', { roleType, roleId }, requestor);
	const read = async (path: string) => (await caller.ask(`GET ${path}`)).body as unknown as Record<string, unknown>;
	const statusOf = async (path: string) => {
		const { status, customerStatus } = await read(path);
		return status ?? customerStatus;
	};
	const fileOf = async (resourceType: string, resourceId: string, type: string, requestor: string) => {
		const { status } = await caller.upload({ name: type, resourceType, resourceId, type }, requestor);
		expect([type, status]).toEqual([type, 200]);
	};
	const sign = async (requestor: string, partnerDocumentId: string, customerId?: string) => await caller.ask('POST /v2/documents/sign', { partnerDocumentId, naturalPersonId: requestor, customerId }, requestor);
	/** All that a person needs to be onboarded. */
	const prepare = async (personId: string) => {
		await caller.ask(`POST /entities/natural-persons/${personId}/identification`, identification(), personId);
		await fileOf('NATURAL_PERSON', personId, 'IDENTIFICATION_CERTIFICATE', personId);
		await sign(personId, PRIVACY);
	};
	/** A company with a representative, who is its signatory. */
	const company = async (changes: object = {}) => {
		const legalEntityId = await caller.create('POST /entities/legal-entities', { ...newCompany, ...changes });
		await caller.create(`POST /entities/${legalEntityId}/legal-representatives`, newRepresentative, ME);
		const customerId = await customerOf(legalEntityId, 'LEGAL_ENTITY');
		const personId = await caller.create('POST /entities/natural-persons', newPerson);
		const proxyId = await caller.create('POST /roles/proxies', { proxyType: 'SIGNATORY', naturalPersonId: personId, entityId: legalEntityId, entityType: 'LEGAL_ENTITY', validityType: 'UNLIMITED', scopeType: 'INDIVIDUAL' }, ME);
		return { legalEntityId, customerId, personId, proxyId };
	};

	describe('a customer', () => {
		it('is an entity, once, and shows its accounts and labels', async () => {
			const personId = await caller.create('POST /entities/natural-persons', newPerson);
			const id = await caller.create('POST /roles/customers', { entityId: personId, entityType: 'NATURAL_PERSON', refAccounts: [{ iban: 'DE02120300000000202051', ownerName: 'M. Osten', type: 'PRIMARY' }], labels: ['a', 'b'] });
			expect(await read(`/roles/customers/${id}`)).toMatchObject({ customerStatus: 'CREATED', entityId: personId, labels: ['a', 'b'], signedDocumentsRelatedToCustomer: [] });
			expect((await caller.ask('POST /roles/customers', { entityId: personId, entityType: 'NATURAL_PERSON' })).status).toBe(409);
			expect(caller.told('CUSTOMER_NOTIFICATION')).toMatchObject([{ customerId: id, status: 'CREATED', notificationType: 'CREATED' }]);
		});

		it('is found INVALID later when there is no such entity', async () => {
			const id = await customerOf(NOBODY);
			expect(await statusOf(`/roles/customers/${id}`)).toBe('INVALID');
			expect(caller.told('CUSTOMER_NOTIFICATION')).toMatchObject([{ customerId: id, validationError: { errorType: 'DATA_NOT_FOUND_ERROR' } }]);
		});

		it('is listed by entity, status, type and labels', async () => {
			const ids = async (query: string) => ((await read(`/roles/customers?${query}`)).data as Array<{ customerId: string }>).map(({ customerId }) => customerId);
			expect(await ids('')).toEqual([demoCompany.customerId, demoCustomer.customerId]);
			expect(await ids(`entityId=${ME}`)).toEqual([demoCustomer.customerId]);
			expect(await ids('customerStatus=CREATED')).toEqual([]);
			expect(await ids('customerType=LEGAL_ENTITY')).toEqual([demoCompany.customerId]);
			expect(await ids('labels=retail')).toEqual([demoCustomer.customerId]);
			expect(await ids('labels=retail&labels=vip')).toEqual([]);
		});

		it('gets other labels, sixteen at most', async () => {
			const at = `PATCH /roles/customers/${demoCustomer.customerId}`;
			expect((await caller.ask(at, { labels: LABELS.slice(0, 16) }, ME)).status).toBe(202);
			expect((await read(`/roles/customers/${demoCustomer.customerId}`)).labels).toHaveLength(16);
			expect((await caller.ask(at, { labels: LABELS }, ME)).body).toMatchObject({ errorDetails: [{ field: 'labels' }] });
			expect((await caller.ask(at, { labels: [] }, demoDirectorId)).status).toBe(403);
			expect((await caller.ask(`PATCH /roles/customers/${NOBODY}`, { labels: [] }, ME)).status).toBe(404);
		});
	});

	describe('a proxy', () => {
		const request = { proxyType: 'GENERAL_POWER_OF_ATTORNEY', naturalPersonId: demoDirectorId, entityId: ME, entityType: 'NATURAL_PERSON', validityType: 'IN_CASE_OF_DEATH' };

		it('may act for whom it stands for', async () => {
			const patch = async () => (await caller.ask(`PATCH /entities/natural-persons/${ME}`, { profession: 'Engineer' }, demoDirectorId)).status;
			expect(await patch()).toBe(403);
			const id = await caller.create('POST /roles/proxies', request, ME);
			expect(await patch()).toBe(202);
			expect((await read('/roles/proxies?limit=1')).data).toMatchObject([{ proxyId: id, status: 'CREATED', proxyType: 'GENERAL_POWER_OF_ATTORNEY' }]);
			expect((await caller.ask('POST /roles/proxies', request, ME)).status).toBe(409);
		});

		it.each([
			['itself', { naturalPersonId: ME }, 'naturalPersonId'],
			['a type that Tradevest makes', { proxyType: 'JOINT_ACCOUNT_HOLDER', validityType: 'UNLIMITED' }, 'proxyType'],
			['a validity of another type', { validityType: 'UNTIL_LEGAL_AGE' }, 'validityType'],
			['a signatory without scope', { proxyType: 'SIGNATORY', validityType: 'UNLIMITED' }, 'scopeType'],
			['a guardian without custody', { proxyType: 'GUARDIAN', validityType: 'UNTIL_LEGAL_AGE' }, 'custodyType'],
		])('is refused for %s', async (_what, changes, field) => {
			expect(await caller.ask('POST /roles/proxies', { ...request, ...changes }, ME)).toMatchObject({ status: 400, body: { errorDetails: [{ field }] } });
		});

		it.each([
			['a signatory who is no representative', { naturalPersonId: ME, scopeType: 'INDIVIDUAL' }, 'INVALID_DATA_ERROR'],
			['a scope that the representative has not', { naturalPersonId: demoDirectorId, scopeType: 'JOINT' }, 'INVALID_DATA_ERROR'],
			['nobody', { naturalPersonId: NOBODY, scopeType: 'JOINT' }, 'DATA_NOT_FOUND_ERROR'],
			['a company that is a person', { entityType: 'NATURAL_PERSON', naturalPersonId: ME, scopeType: 'JOINT' }, 'DATA_NOT_FOUND_ERROR'],
		])('is found INVALID later for %s', async (_what, changes, errorType) => {
			const entityId = await caller.create('POST /entities/legal-entities', newCompany);
			await caller.create(`POST /entities/${entityId}/legal-representatives`, { ...newRepresentative, firstName: 'Jonas', lastName: 'Albers', birthDay: '1979-11-03' }, ME);
			await caller.create('POST /roles/proxies', { ...request, proxyType: 'SIGNATORY', validityType: 'UNLIMITED', entityId, entityType: 'LEGAL_ENTITY', ...changes }, ME);
			expect(caller.told('PROXY_NOTIFICATION').at(-1)).toMatchObject({ status: 'INVALID', validationError: { errorType } });
		});
	});

	describe('an onboarding', () => {
		it('of a person goes from CREATED over PENDING to APPROVED, and makes customer and person active', async () => {
			const personId = await caller.create('POST /entities/natural-persons', newPerson);
			const customerId = await customerOf(personId);
			await prepare(personId);
			expect((await sign(personId, TERMS, customerId)).status).toBe(202);
			caller.sandbox.control.change({ decideAfterMs: 1000 });
			const id = await onboard(customerId, personId);
			const at = `/roles/onboardings/${id}`;
			expect(await read(at)).toEqual({ onboardingId: id, status: 'CREATED', roleType: 'CUSTOMER', roleId: customerId, createdOn: expect.any(String), modifiedOn: expect.any(String) });
			expect((await caller.ask('POST /roles/onboardings', { roleType: 'CUSTOMER', roleId: customerId }, personId)).status).toBe(409);
			caller.later(1000);
			expect(await statusOf(at)).toBe('PENDING');
			caller.later(1000);
			expect(await statusOf(at)).toBe('APPROVED');
			expect([await statusOf(`/roles/customers/${customerId}`), await statusOf(`/entities/natural-persons/${personId}`)]).toEqual(['ACTIVE', 'ACTIVE']);
			expect((await read(`/v2/documents?resourceType=NATURAL_PERSON&resourceId=${personId}`)).data).toMatchObject([{ status: 'APPROVED' }]);
			expect(caller.told('ONBOARDING_NOTIFICATION')).toMatchObject([
				{ onboardingId: id, status: 'CREATED', notificationType: 'CREATED' },
				{ status: 'PENDING', notificationType: 'UPDATED' },
				{ status: 'APPROVED', notificationType: 'UPDATED' },
			]);
		});

		it('that lacks something is INVALID, leaves all as it is, and says why in the notification only', async () => {
			const personId = await caller.create('POST /entities/natural-persons', { ...newPerson, mainAddress: { city: 'Groningen', country: 'NL' }, taxDetails: [{ taxResidency: 'NL', noTinConfirmation: true }] });
			const customerId = await customerOf(personId);
			const id = await onboard(customerId, personId);
			expect(await read(`/roles/onboardings/${id}`)).not.toHaveProperty('validationError');
			expect(await statusOf(`/roles/onboardings/${id}`)).toBe('INVALID');
			expect(await statusOf(`/roles/customers/${customerId}`)).toBe('CREATED');
			const description = `Missing: identification of ${personId}; IDENTIFICATION_CERTIFICATE of ${personId}; PROOF_OF_RESIDENCE of ${personId}; TIN_NA_CONFIRMATION of ${personId}; DATA_PRIVACY_POLICY, signed by ${personId}; TERMS_AND_CONDITIONS, signed for the customer`;
			expect(caller.told('ONBOARDING_NOTIFICATION').at(-1)).toMatchObject({ status: 'INVALID', notificationType: 'VALIDATION_ERROR', validationError: { errorType: 'MISSING_IDENTIFICATION', description } });
			await prepare(personId);
			await fileOf('NATURAL_PERSON', personId, 'PROOF_OF_RESIDENCE', personId);
			await fileOf('NATURAL_PERSON', personId, 'TIN_NA_CONFIRMATION', personId);
			await sign(personId, OLD_TERMS, customerId);
			await onboard(customerId, personId);
			expect(caller.told('ONBOARDING_NOTIFICATION').at(-1)).toMatchObject({ status: 'INVALID', validationError: { errorType: 'MISSING_SIGNATURE' } });
			await sign(personId, TERMS, customerId);
			expect(await statusOf(`/roles/onboardings/${await onboard(customerId, personId)}`)).toBe('APPROVED');
		});

		it('that is rejected rejects all', async () => {
			const personId = await caller.create('POST /entities/natural-persons', newPerson);
			const customerId = await customerOf(personId);
			caller.sandbox.control.change({ verdict: 'REJECTED' });
			const id = await onboard(customerId, personId);
			expect([await statusOf(`/roles/onboardings/${id}`), await statusOf(`/roles/customers/${customerId}`), await statusOf(`/entities/natural-persons/${personId}`)]).toEqual(['REJECTED', 'REJECTED', 'REJECTED']);
			expect(caller.told('ONBOARDING_NOTIFICATION').at(-1)).toMatchObject({ notificationType: 'UPDATED', validationError: { errorType: 'TAX_INFORMATION_VERIFICATION' } });
		});

		it('of a company asks for the documents of its form, and takes along who acts for it', async () => {
			const { legalEntityId, customerId, personId, proxyId } = await company();
			await prepare(personId);
			await sign(personId, TERMS, customerId);
			await onboard(customerId, personId);
			expect(caller.told('ONBOARDING_NOTIFICATION').at(-1)).toMatchObject({ validationError: { errorType: 'MISSING_REQUIRED_DOCUMENT', description: 'Missing: CURRENT_REGISTRY_EXTRACT or CHRONOLOGICAL_REGISTRY_EXTRACT; SHAREHOLDER_LIST' } });
			await fileOf('LEGAL_ENTITY', legalEntityId, 'CHRONOLOGICAL_REGISTRY_EXTRACT', personId);
			await fileOf('LEGAL_ENTITY', legalEntityId, 'SHAREHOLDER_LIST', personId);
			expect(await statusOf(`/roles/onboardings/${await onboard(customerId, personId)}`)).toBe('APPROVED');
			expect([await statusOf(`/entities/legal-entities/${legalEntityId}`), await statusOf(`/entities/natural-persons/${personId}`)]).toEqual(['ACTIVE', 'ACTIVE']);
			expect((await read('/roles/proxies?limit=1')).data).toMatchObject([{ proxyId, status: 'ACTIVE' }]);
			expect((await read(`/entities/${legalEntityId}/legal-representatives`)).data).toMatchObject([{ status: 'ACTIVE' }]);
			expect((await read(`/roles/customers/${customerId}`)).signedDocumentsRelatedToCustomer).toMatchObject([{ partnerDocumentId: TERMS, naturalPersonId: personId, naturalPersonFullName: 'Mathilde Osten', version: 2 }]);
		});

		it('of a company that is registered abroad is looked at by somebody', async () => {
			const { legalEntityId, customerId, personId } = await company(ALIEN_COMPANY);
			await prepare(personId);
			await sign(personId, TERMS, customerId);
			await fileOf('LEGAL_ENTITY', legalEntityId, 'CURRENT_REGISTRY_EXTRACT', personId);
			await fileOf('LEGAL_ENTITY', legalEntityId, 'SHAREHOLDER_LIST', personId);
			caller.sandbox.control.change({ decideAfterMs: 1000, reviewLeadsTo: 'ACCEPTED' });
			const id = await onboard(customerId, personId);
			caller.later(2000);
			expect([await statusOf(`/roles/onboardings/${id}`), await statusOf(`/roles/customers/${customerId}`)]).toEqual(['REVIEW', 'CREATED']);
			caller.later(1000);
			expect([await statusOf(`/roles/onboardings/${id}`), await statusOf(`/roles/customers/${customerId}`)]).toEqual(['APPROVED', 'ACTIVE']);
		});

		it('of a joint account makes its holders proxies', async () => {
			const jointPersonId = await caller.create('POST /entities/joint-persons', { np1Id: ME, np2Id: demoDirectorId });
			const customerId = await customerOf(jointPersonId, 'JOINT_PERSON');
			await sign(ME, TERMS, customerId);
			expect(await statusOf(`/roles/onboardings/${await onboard(customerId, ME)}`)).toBe('APPROVED');
			expect((await read('/roles/proxies?limit=2')).data).toMatchObject([{ proxyType: 'JOINT_ACCOUNT_HOLDER', naturalPersonId: demoDirectorId, status: 'ACTIVE' }, { naturalPersonId: ME }]);
		});

		it('of a proxy makes it and its person active', async () => {
			const personId = await caller.create('POST /entities/natural-persons', newPerson);
			await prepare(personId);
			const proxyId = await caller.create('POST /roles/proxies', { proxyType: 'INFORMATION_PROXY', naturalPersonId: personId, entityId: ME, entityType: 'NATURAL_PERSON', validityType: 'UNLIMITED' }, ME);
			expect(await statusOf(`/roles/onboardings/${await onboard(proxyId, ME, 'PROXY')}`)).toBe('APPROVED');
			expect(await statusOf(`/entities/natural-persons/${personId}`)).toBe('ACTIVE');
		});

		it('fails for a role that is no more in CREATED, and answers 404 for none', async () => {
			expect(await statusOf(`/roles/onboardings/${await onboard(demoCustomer.customerId, ME)}`)).toBe('INVALID');
			expect((await caller.ask('POST /roles/onboardings', { roleType: 'CUSTOMER', roleId: NOBODY }, ME)).status).toBe(404);
			expect((await caller.ask('POST /roles/onboardings', { roleType: 'CUSTOMER', roleId: demoCustomer.customerId })).status).toBe(400);
			expect((await caller.ask(`GET /roles/onboardings/${NOBODY}`)).status).toBe(404);
		});
	});

	describe('an offboarding', () => {
		const end = (reason: string, roleId = demoCustomer.customerId) => ({ roleType: 'CUSTOMER', roleId, reason });

		it('that is ordinary takes two months, and can be cancelled until then', async () => {
			const id = await caller.create('POST /roles/offboardings', end('CANCELLATION_BY_PARTNER_ORDINARY'), ME);
			const at = `/roles/offboardings/${id}`;
			expect(await statusOf(at)).toBe('PENDING');
			expect((await caller.ask('POST /roles/offboardings', end('CANCELLATION_BY_PARTNER_ORDINARY'), ME)).status).toBe(409);
			expect((await caller.ask(`DELETE ${at}`, undefined, ME)).status).toBe(200);
			expect(await statusOf(at)).toBe('CANCELED');
			expect((await caller.ask(`DELETE ${at}`, undefined, ME)).status).toBe(409);
			const second = await caller.create('POST /roles/offboardings', end('CANCELLATION_BY_PARTNER_ORDINARY'), ME);
			caller.later(62 * 86_400_000);
			expect(await statusOf(`/roles/offboardings/${second}`)).toBe('APPROVED');
			expect(await statusOf(`/roles/customers/${demoCustomer.customerId}`)).toBe('INACTIVE');
		});

		it('that is immediate waits for all products to be closed, cannot be cancelled, and takes proxies and owners with it', async () => {
			const { legalEntityId, customerId } = demoCompany;
			await caller.create(`POST /entities/${legalEntityId}/beneficial-owners`, newOwner, demoDirectorId);
			caller.sandbox.control.change({ decideAfterMs: 1000 });
			const id = await caller.create('POST /roles/offboardings', end('DISSOLUTION_IMMEDIATE', customerId), demoDirectorId);
			expect((await caller.ask(`DELETE /roles/offboardings/${id}`, undefined, demoDirectorId)).status).toBe(409);
			caller.later(3000);
			expect(await statusOf(`/roles/offboardings/${id}`)).toBe('APPROVED');
			expect(await read(`/roles/customers/${customerId}`)).toMatchObject({ customerStatus: 'INACTIVE', cancellationDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
			expect((await read('/roles/proxies')).data).toMatchObject([{ proxyId: demoCompany.proxyId, status: 'INACTIVE' }]);
			expect((await read(`/entities/${legalEntityId}/beneficial-owners`)).data).toMatchObject([{ status: 'INACTIVE' }]);
		});

		it('that is immediate is refused while a product is open', async () => {
			await caller.create(`POST /customers/${demoCustomer.customerId}/products`, { productCode: 'BALANCE_ACCOUNT' }, ME);
			expect(await caller.ask('POST /roles/offboardings', end('CUSTOMER_REQUEST_IMMEDIATE'), ME)).toMatchObject({ status: 400, body: { errorDetails: [{ field: 'reason' }] } });
		});

		it('is listed as a bare list by its role', async () => {
			const id = await caller.create('POST /roles/offboardings', end('CUSTOMER_REQUEST_IMMEDIATE'), ME);
			expect((await caller.ask(`GET /roles/offboardings?offboardingRoleType=CUSTOMER&roleId=${demoCustomer.customerId}`)).body).toMatchObject([{ offboardingId: id }]);
			expect((await caller.ask('GET /roles/offboardings?offboardingRoleType=PROXY')).body).toEqual([]);
			expect((await caller.ask(`GET /roles/offboardings/${NOBODY}`)).status).toBe(404);
			expect((await caller.ask(`DELETE /roles/offboardings/${NOBODY}`, undefined, ME)).status).toBe(404);
			expect((await caller.ask(`DELETE /roles/offboardings/${id}`)).status).toBe(400);
			expect((await caller.ask('POST /roles/offboardings', end('CUSTOMER_REQUEST_IMMEDIATE', NOBODY), ME)).status).toBe(404);
		});

		it('of an owner has one reason only', async () => {
			const entityId = await caller.create(`POST /entities/${demoCompany.legalEntityId}/beneficial-owners`, newOwner, demoDirectorId);
			const request = { entityType: 'BENEFICIAL_OWNER', entityId, reason: 'COMPANY_STRUCTURE_CHANGES_IMMEDIATE' };
			expect(await caller.ask('POST /entities/offboardings', { ...request, reason: 'DEATH_IMMEDIATE' }, demoDirectorId)).toMatchObject({ status: 400, body: { errorDetails: [{ field: 'reason' }] } });
			expect((await caller.ask('POST /entities/offboardings', { ...request, entityId: NOBODY }, demoDirectorId)).status).toBe(404);
			const id = await caller.create('POST /entities/offboardings', request, demoDirectorId);
			expect(await statusOf(`/entities/offboardings/${id}`)).toBe('APPROVED');
			expect((await caller.ask(`GET /entities/offboardings?offboardingEntityType=BENEFICIAL_OWNER&entityId=${entityId}`)).body).toMatchObject([{ offboardingId: id }]);
			expect((await read(`/entities/${demoCompany.legalEntityId}/beneficial-owners`)).data).toMatchObject([{ status: 'INACTIVE' }]);
			expect((await caller.ask(`GET /entities/offboardings/${NOBODY}`)).status).toBe(404);
		});
	});

	describe('a requestor', () => {
		const patch = async (personId: string, requestor: string) => (await caller.ask(`PATCH /entities/natural-persons/${personId}`, { profession: 'Engineer' }, requestor)).status;

		it('is, for somebody active, an active person that is it or its proxy', async () => {
			expect([await patch(ME, ME), await patch(ME, demoDirectorId), await patch(ME, NOT_ACTIVE), await patch(ME, NOBODY)]).toEqual([202, 403, 403, 403]);
		});

		it('is, for somebody not active yet, any active person or the one it concerns', async () => {
			const stranger = await caller.create('POST /entities/natural-persons', newPerson);
			expect([await patch(NOT_ACTIVE, ME), await patch(NOT_ACTIVE, NOT_ACTIVE), await patch(NOT_ACTIVE, stranger)]).toEqual([202, 202, 403]);
		});

		it('is as release 1.5.0 has it when told to', async () => {
			caller.sandbox.control.change({ requestorRule: 'released' });
			expect([await patch(NOT_ACTIVE, ME), await patch(NOT_ACTIVE, NOT_ACTIVE), await patch(ME, ME)]).toEqual([403, 403, 202]);
		});

		it('who is not active cannot have another one onboarded under those rules', async () => {
			const personId = await caller.create('POST /entities/natural-persons', newPerson);
			const customerId = await customerOf(personId);
			await prepare(personId);
			await sign(personId, TERMS, customerId);
			caller.sandbox.control.change({ decideAfterMs: 1000 });
			await onboard(customerId, personId);
			caller.sandbox.control.change({ requestorRule: 'released' });
			caller.later(2000);
			expect(caller.told('ONBOARDING_NOTIFICATION').at(-1)).toMatchObject({ status: 'INVALID', validationError: { errorType: 'REQUESTOR_NOT_ACTIVE' } });
		});
	});
});
