import { demoCompany, demoCustomer, demoDirectorId, inTradevestSandbox, NOBODY, OLD_TERMS, PRIVACY, TERMS, type TradevestCaller } from './support';

const ME = demoCustomer.naturalPersonId;
const LIST = `/v2/documents?resourceType=NATURAL_PERSON&resourceId=${ME}`;
const document = { name: 'Proof of residence', resourceType: 'NATURAL_PERSON', resourceId: ME, type: 'PROOF_OF_RESIDENCE', externalId: 'doc-1' };

describe('the Tradevest sandbox: documents', () => {
	let caller: TradevestCaller;
	inTradevestSandbox((ready) => (caller = ready));

	const upload = async (changes: object = {}, requestor = ME, file?: Buffer) => await caller.upload({ ...document, ...changes }, requestor, file);

	it('takes a PDF with what is said of it, and gives it back byte for byte', async () => {
		const file = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from([0, 255, 128, 13, 10, 226, 130, 172]), Buffer.alloc(2000, 7)]);
		const { body } = await upload({}, ME, file);
		const { documentId } = body as unknown as { documentId: string };
		expect((await caller.ask(`GET /v2/documents/${documentId}`)).body).toEqual({ ...document, documentId, size: 2, status: 'CREATED', createdOn: expect.any(String), modifiedOn: expect.any(String) });
		const { access_token: token } = (await (await fetch(`${caller.sandbox.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: caller.sandbox.client.clientId, client_secret: caller.sandbox.client.clientSecret }) })).json()) as { access_token: string };
		const answer = await fetch(`${caller.sandbox.url}/v2/documents/${documentId}/file`, { headers: { authorization: `Bearer ${token}` } });
		expect([answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer()).equals(file)]).toEqual(['application/pdf', true]);
		expect(caller.told('DOCUMENT_NOTIFICATION')).toMatchObject([{ documentId, status: 'CREATED', notificationType: 'CREATED' }]);
	});

	it('refuses what is no PDF, or has more than 6 MB, or an externalId that is taken', async () => {
		expect(await upload({}, ME, Buffer.from('Hello'))).toMatchObject({ status: 400, body: { errorDetails: [{ field: 'file' }] } });
		expect(await upload({}, ME, Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(6 * 1024 * 1024)]))).toMatchObject({ status: 400, body: { errorDetails: [{ field: 'file' }] } });
		expect((await upload()).status).toBe(200);
		expect((await upload()).status).toBe(409);
	});

	it('refuses what is missing or not known, and JSON', async () => {
		expect((await upload({ type: 'PASSPORT' })).body).toMatchObject({ errorDetails: [{ field: 'document.type' }] });
		expect((await upload({ resourceId: NOBODY })).status).toBe(404);
		expect((await upload({ resourceType: 'PARTNER_USER' })).status).toBe(404);
		expect((await caller.ask('POST /v2/documents', { document }, ME)).status).toBe(415);
		expect((await upload({}, demoDirectorId)).status).toBe(403);
	});

	it('is of a customer or a proxy as well, whoever may act for it', async () => {
		const ofCustomer = { resourceType: 'CUSTOMER', resourceId: demoCustomer.customerId, type: 'SOURCE_OF_FUNDS', externalId: 'doc-2' };
		expect([(await upload(ofCustomer)).status, (await upload({ ...ofCustomer, externalId: 'doc-3' }, demoDirectorId)).status]).toEqual([200, 403]);
		expect((await upload({ resourceType: 'PROXY', resourceId: demoCompany.proxyId, type: 'INSOLVENCY_ORDER', externalId: 'doc-4' }, demoDirectorId)).status).toBe(200);
	});

	it('finds a type that is not of the resource INVALID later', async () => {
		await upload({ type: 'STATUTE' });
		expect(caller.told('DOCUMENT_NOTIFICATION')).toMatchObject([{ status: 'INVALID', validationError: { errorType: 'INVALID_DATA_ERROR', description: 'A document STATUTE is of LEGAL_ENTITY' } }]);
	});

	it('lists the documents of a resource, by type, words and time, a page at a time', async () => {
		await upload();
		await upload({ name: 'Confirmation', type: 'TIN_NA_CONFIRMATION', externalId: 'doc-2' });
		const names = async (query: string) => ((await caller.ask(`GET ${LIST}${query}`)).body as unknown as { data: Array<{ name: string }> }).data.map(({ name }) => name);
		expect(await names('')).toEqual(['Confirmation', 'Proof of residence']);
		expect(await names('&limit=1')).toEqual(['Confirmation']);
		expect(await names('&docType=PROOF_OF_RESIDENCE')).toEqual(['Proof of residence']);
		expect(await names('&searchText=PROOF')).toEqual(['Proof of residence']);
		expect(await names('&endDate=2020-01-01T00:00:00Z')).toEqual([]);
		expect((await caller.ask('GET /v2/documents?resourceType=NATURAL_PERSON')).status).toBe(400);
		expect((await caller.ask(`GET /v2/documents/${NOBODY}`)).status).toBe(404);
		expect((await caller.ask(`GET /v2/documents/${NOBODY}/file`)).status).toBe(404);
	});

	it("lists the partner's documents, and gives their files in Base64 to a POST", async () => {
		const ids = async (query: string) => ((await caller.ask(`GET /partner-documents?${query}`)).body as unknown as { data: Array<{ documentId: string }> }).data.map(({ documentId }) => documentId);
		expect(await ids('documentType=TERMS_AND_CONDITIONS')).toEqual([TERMS, OLD_TERMS]);
		expect(await ids('documentType=TERMS_AND_CONDITIONS&isValid=true')).toEqual([TERMS]);
		expect(await ids('isValid=false')).toEqual([OLD_TERMS]);
		const { status, text } = await caller.ask(`POST /partner-documents/${TERMS}/file`);
		expect([status, Buffer.from(text, 'base64').toString('latin1').startsWith('%PDF-')]).toEqual([200, true]);
		expect((await caller.ask(`POST /partner-documents/${NOBODY}/file`)).status).toBe(404);
	});

	it('takes a signature for a customer, or without one, as the document is', async () => {
		const sign = async (body: object, requestor = ME) => (await caller.ask('POST /v2/documents/sign', { naturalPersonId: ME, ...body }, requestor)).status;
		const { customerId } = demoCustomer;
		expect(await sign({ partnerDocumentId: TERMS, customerId })).toBe(202);
		expect(await sign({ partnerDocumentId: TERMS, customerId })).toBe(202);
		expect(await sign({ partnerDocumentId: PRIVACY })).toBe(202);
		expect(await sign({ partnerDocumentId: TERMS })).toBe(400);
		expect(await sign({ partnerDocumentId: PRIVACY, customerId })).toBe(400);
		expect(await sign({ partnerDocumentId: NOBODY, customerId })).toBe(404);
		expect(await sign({ partnerDocumentId: TERMS, customerId: NOBODY })).toBe(404);
		expect(await sign({ partnerDocumentId: TERMS, customerId, naturalPersonId: NOBODY })).toBe(404);
		expect(await sign({ partnerDocumentId: TERMS, customerId }, demoDirectorId)).toBe(403);
		expect((await caller.ask(`GET /roles/customers/${customerId}`)).body).toMatchObject({ signedDocumentsRelatedToCustomer: [{ partnerDocumentId: TERMS, documentType: 'TERMS_AND_CONDITIONS', naturalPersonFullName: 'Lena Maria Hartwig' }] });
	});
});
