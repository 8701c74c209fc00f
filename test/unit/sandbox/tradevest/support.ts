import { startTradevestSandbox, type TradevestSandbox } from '../../../../sandbox/tradevest';
import { demoCompany } from '../../../../sandbox/tradevest/data/companies';
import { demoCustomer, demoDirectorId } from '../../../../sandbox/tradevest/data/people';
import type { LegalEntityRequest, LegalRepresentativeRequest, NaturalPersonRequest } from '../../../../sandbox/tradevest/types';
import { inSandbox } from '../support';

export { demoCompany, demoCustomer, demoDirectorId };

export const NOBODY = '00000000-0000-4000-8000-000000000000';
export const NOT_ACTIVE = 'a85e20f7-91cb-4d36-8b7a-4e61d3c09f25';
export const TERMS = '8c0d35a9-e4b7-4162-b5f3-47a19d82c06e';
export const OLD_TERMS = '2b64e7f0-15c8-4d3a-97b1-e08a5c4f9d20';
export const PRIVACY = 'e97a4c12-0f58-4b6d-8a23-b1c60d75f394';

export const newPerson: NaturalPersonRequest = {
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

export const newCompany: LegalEntityRequest = {
	legalName: 'Osten Papier GmbH',
	legalForm: 'LIMITED_LIABILITY_COMPANY',
	registerCountry: 'DE',
	registerNumber: 'HRB 4711',
	registerCourt: 'Bremen',
	foundedOn: '2012-06-01',
	taxNumber: '60/123/45678',
	averageRevenue: 125000.5,
	externalId: 'le-2001',
};

export const newRepresentative: LegalRepresentativeRequest = {
	firstName: 'Mathilde',
	lastName: 'Osten',
	birthDay: '1990-05-12',
	birthPlace: 'Bremen',
	birthCountry: 'DE',
	isUsNationality: false,
	function: 'MANAGING_DIRECTOR',
	soleSignatureAuthorized: true,
	fatcaControllingPerson: false,
};

export const identification = () => ({
	externalVerifier: 'WEB_ID',
	identificationType: 'VIDEO_IDENT',
	identificationDate: new Date().toISOString().slice(0, 10),
	identificationDocumentType: 'ID',
	documentNumber: 'L01X00T47',
	documentCountry: 'DE',
	documentIssuer: 'Stadt Bremen',
	documentIssueDate: '2022-03-01',
	documentExpiryDate: '2032-02-29',
});

export const newOwner = {
	firstName: 'Mathilde',
	lastName: 'Osten',
	birthDay: '1990-05-12',
	birthPlace: 'Bremen',
	birthCountry: 'DE',
	isUsNationality: false,
	uboRelationship: 'DIRECTLY_HOLDING_25',
	share: 33.33,
	votingRights: 33.33,
};

interface Asked {
	status: number;
	// Whatever shape the call has: the document checks it.
	body: Record<string, never>;
	text: string;
}

/** A caller of one Tradevest sandbox that holds a token. Each answer is checked against the document. */
export interface TradevestCaller {
	readonly sandbox: TradevestSandbox;
	/** @param call method and path, such as `POST /roles/customers`. @param body text goes out as it is */
	ask(call: string, body?: unknown, requestor?: string): Promise<Asked>;
	/** The id in the answer of a call that creates something. */
	create(call: string, body: unknown, requestor?: string): Promise<string>;
	/** Uploads a document. */
	upload(document: object, requestor: string, file?: Buffer): Promise<Asked>;
	/** Puts the clock forward. */
	later(ms: number): void;
	/** What was told of a kind of things, in the order of time. */
	told(eventType: string): unknown[];
}

/** One sandbox for all tests of a file, as it was at the start before each of them. @param ready takes over who calls it */
export function inTradevestSandbox(ready: (caller: TradevestCaller) => void): void {
	inSandbox(startTradevestSandbox, async (sandbox) => {
		const { clientId, clientSecret } = sandbox.client;
		const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
		const token = (await (await fetch(`${sandbox.url}/oauth2/token`, { method: 'POST', body: form })).json()) as { access_token: string };
		const send = async (call: string, init: RequestInit, requestor?: string): Promise<Asked> => {
			const [method, path] = call.split(' ');
			const headers = { authorization: `Bearer ${token.access_token}`, ...init.headers, ...(requestor === undefined ? {} : { 'Requestor-ID': requestor }) };
			const answer = await fetch(`${sandbox.url}${path}`, { ...init, method, headers });
			const text = await answer.text();
			const body = (answer.headers.get('content-type')?.startsWith('application/json') && text !== '' ? JSON.parse(text) : null) as Asked['body'];
			const { operationId = '' } = sandbox.control.requests().at(-1) ?? {};
			// That a body is of another kind is no answer of the document.
			if (body !== null && answer.status !== 415) expect([call, sandbox.contract.checkAnswer(operationId, answer.status, body)]).toEqual([call, []]);
			return { status: answer.status, body, text };
		};
		const ask: TradevestCaller['ask'] = async (call, body, requestor) =>
			await send(call, body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }, requestor);
		ready({
			sandbox,
			ask,
			async create(call, body, requestor) {
				const { status, text } = await ask(call, body, requestor);
				expect([call, status, text]).toEqual([call, 200, expect.stringMatching(/^\{"\w+Id":"[0-9a-f-]{36}"\}$/)]);
				return Object.values(JSON.parse(text) as Record<string, string>)[0] ?? '';
			},
			async upload(document, requestor, file = Buffer.from('%PDF-1.4 \xe4', 'latin1')) {
				const body = new FormData();
				body.append('document', JSON.stringify(document));
				body.append('file', new Blob([new Uint8Array(file)], { type: 'application/pdf' }), 'document.pdf');
				return await send('POST /v2/documents', { body }, requestor);
			},
			later(ms) {
				const { clockAheadMs } = sandbox.control.settings();
				sandbox.control.change({ clockAheadMs: clockAheadMs + ms });
			},
			told: (eventType) => sandbox.notifications().flatMap((each) => (each.eventType === eventType ? [each.payload] : [])),
		});
	});
}
