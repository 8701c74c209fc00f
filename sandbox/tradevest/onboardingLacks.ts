import { isSame, type Books } from './books';
import { partnerDocuments } from './data/partnerDocuments';
import type { errorTypes } from './reasons';
import type { DocumentType, HeldCompany, HeldDocument, HeldOnboarding, HeldPerson, LegalForm, PartnerDocument } from './types';

/** Something without which an onboarding fails. */
export interface Lack {
	kind: keyof typeof errorTypes;
	what: string;
}

const EXTRACT: readonly DocumentType[] = ['CURRENT_REGISTRY_EXTRACT', 'CHRONOLOGICAL_REGISTRY_EXTRACT'];
const SHAREHOLDERS: readonly DocumentType[] = ['SHAREHOLDER_LIST'];
const TRANSPARENCY: readonly DocumentType[] = ['TRANSPARENCY_REGISTER_EXTRACT'];
const STATUTE: readonly DocumentType[] = ['STATUTE'];

/** The documents that a company of each form needs, known from notes of an integrator; of each list one is enough. */
const DOCUMENTS_OF: Readonly<Record<LegalForm, ReadonlyArray<readonly DocumentType[]>>> = {
	LIMITED_LIABILITY_COMPANY: [EXTRACT, SHAREHOLDERS],
	PUBLIC_LIMITED_COMPANY: [EXTRACT, TRANSPARENCY],
	FOUNDATION: [EXTRACT, STATUTE],
	ASSOCIATION: [STATUTE],
	REGISTERED_BUSINESSMAN: [EXTRACT],
	LIMITED_PARTNERSHIP: [EXTRACT, TRANSPARENCY],
	GENERAL_PARTNERSHIP: [EXTRACT, SHAREHOLDERS, TRANSPARENCY],
	LIMITED_LIABILITY_COMPANY_AND_LIMITED_PARTNERSHIP: [EXTRACT, SHAREHOLDERS, TRANSPARENCY],
	PARTNERSHIP: [['PARTNERSHIP_AGREEMENT']],
};

const ADULT_YEARS = 18;

/** Whether a person is of age. @param now in milliseconds */
export function isAdult({ birthDay = '' }: Pick<HeldPerson, 'birthDay'>, now: number): boolean {
	const day = new Date(now);
	day.setUTCFullYear(day.getUTCFullYear() - ADULT_YEARS);
	return birthDay <= day.toISOString().slice(0, 10);
}

/**
 * What an onboarding fails for, the first thing first. What is asked of a person and a company is known from notes of an integrator. Invented: that a
 * company needs a proxy, that whoever acts for it is looked at with it, and who must have signed which document.
 */
export function lacksOf(books: Books, { roleType, roleId, requestorId }: HeldOnboarding): Lack[] {
	const role = roleType === 'CUSTOMER' ? books.customers.find(roleId) : books.proxies.find(roleId);
	if (!role || role.status !== 'CREATED') return [{ kind: 'badData', what: `The role is ${role?.status ?? 'no more'}, not CREATED` }];
	const persons = peopleOf(books, roleType, roleId);
	const signatures = roleType === 'CUSTOMER' && !isSigned(books, 'TERMS_AND_CONDITIONS', ({ customerId = '' }) => isSame(customerId, roleId)) ? [lack('signature', 'TERMS_AND_CONDITIONS, signed for the customer')] : [];
	return [...companyLacks(books, role.entityId, roleType, persons), ...persons.flatMap((person) => personLacks(books, person)), ...signatures, ...requestorLacks(books, requestorId, persons)];
}

/** The persons who are looked at with a role. */
export function peopleOf(books: Books, roleType: HeldOnboarding['roleType'], roleId: string): HeldPerson[] {
	const proxy = roleType === 'PROXY' ? books.proxies.find(roleId) : undefined;
	const entityId = books.customers.find(roleId)?.entityId ?? '';
	const joint = books.jointPersons.find(entityId);
	const ids = proxy ? [proxy.naturalPersonId] : [entityId, ...(joint ? [joint.np1Id, joint.np2Id] : []), ...books.proxiesOf(entityId).map(({ naturalPersonId }) => naturalPersonId)];
	const found = ids.flatMap((id) => books.people.find(id) ?? []);
	return [...new Map(found.map((person) => [person.naturalPersonId, person])).values()];
}

function companyLacks(books: Books, entityId: string, roleType: HeldOnboarding['roleType'], persons: readonly HeldPerson[]): Lack[] {
	const company = books.companies.find(entityId);
	if (!company || roleType !== 'CUSTOMER') return [];
	const documents = documentLacks(books, company);
	return persons.length === 0 ? [...documents, lack('requestor', 'a proxy who acts for the company')] : documents;
}

function documentLacks(books: Books, { legalEntityId, legalForm }: HeldCompany): Lack[] {
	if (legalForm === undefined) return [];
	return DOCUMENTS_OF[legalForm].filter((types) => !hasDocument(books, legalEntityId, types)).map((types) => lack('document', types.join(' or ')));
}

function personLacks(books: Books, person: HeldPerson): Lack[] {
	// Somebody who is active was looked at before.
	if (person.status === 'ACTIVE') return [];
	const { naturalPersonId, taxDetails = [], mainAddress, identifications = [] } = person;
	const wanted: Array<[isWanted: boolean, type: DocumentType]> = [
		[isAdult(person, books.life.now()), 'IDENTIFICATION_CERTIFICATE'],
		[!isAdult(person, books.life.now()), 'BIRTH_CERTIFICATE'],
		[(mainAddress?.country ?? 'DE') !== 'DE', 'PROOF_OF_RESIDENCE'],
		[taxDetails.some(({ noTinConfirmation }) => noTinConfirmation === true), 'TIN_NA_CONFIRMATION'],
	];
	return [
		...(identifications.length === 0 ? [lack('identification', `identification of ${naturalPersonId}`)] : []),
		...wanted.filter(([isWanted, type]) => isWanted && !hasDocument(books, naturalPersonId, [type])).map(([, type]) => lack('document', `${type} of ${naturalPersonId}`)),
		...(isSigned(books, 'DATA_PRIVACY_POLICY', (signature) => isSame(signature.naturalPersonId, naturalPersonId)) ? [] : [lack('signature', `DATA_PRIVACY_POLICY, signed by ${naturalPersonId}`)]),
	];
}

function requestorLacks(books: Books, requestorId: string, persons: readonly HeldPerson[]): Lack[] {
	const isActive = books.people.find(requestorId)?.status === 'ACTIVE';
	// Nobody new could be onboarded if who is onboarded might not ask for it.
	const isConcerned = books.life.settings().requestorRule === 'untilActive' && persons.some(({ naturalPersonId }) => isSame(naturalPersonId, requestorId));
	return isActive || isConcerned ? [] : [lack('requestor', 'an active requestor')];
}

/** Whether there is a document of one of these types that was not refused. */
function hasDocument(books: Books, resourceId: string, types: readonly DocumentType[]): boolean {
	return documentsOf(books, resourceId).some(({ type, status }) => types.includes(type) && ['CREATED', 'APPROVED'].includes(status));
}

/** All documents of a person, a company or a role. */
export function documentsOf(books: Books, resourceId: string): HeldDocument[] {
	return books.documents.view().filter((document) => isSame(document.resourceId, resourceId));
}

function isSigned(books: Books, type: PartnerDocument['type'], isIt: (signature: { naturalPersonId: string; customerId?: string }) => boolean): boolean {
	const valid = partnerDocuments.filter((document) => document.type === type && document.validUntil === undefined).map(({ documentId }) => documentId);
	return books.signatures.at(books.life.now()).some((signature) => valid.includes(signature.partnerDocumentId.toLowerCase()) && isIt(signature));
}

function lack(kind: Lack['kind'], what: string): Lack {
	return { kind, what };
}
