import { FileBody } from '../../core/fileBody';
import { accepted, badField, externalIdTaken, isWithin, notFound } from '../answers';
import type { Fate } from '../book';
import { isSame, type Books } from '../books';
import { partnerDocuments } from '../data/partnerDocuments';
import { documentsOf } from '../onboardingLacks';
import { pageAnswer } from '../page';
import { reason } from '../reasons';
import type { Requestors } from '../requestors';
import type { DocumentRequest, DocumentType, ResourceType, TradevestHandler } from '../types';
import { kilobytesOf } from '../verificationBook';
import { entitiesOfRole } from './onboardings';

const LARGEST_FILE_BYTES = 6 * 1024 * 1024;

const COMPANY: readonly ResourceType[] = ['LEGAL_ENTITY'];
const PERSON: readonly ResourceType[] = ['NATURAL_PERSON'];
const PERSON_OR_USER: readonly ResourceType[] = ['NATURAL_PERSON', 'PARTNER_USER'];
const PERSON_OR_COMPANY: readonly ResourceType[] = ['NATURAL_PERSON', 'LEGAL_ENTITY'];

/** What documents of a type are of (tv:documentation/entity_role_management_after_refactor/document_management). Types of which no page tells it fit all. */
const RESOURCES_OF: Readonly<Partial<Record<DocumentType, readonly ResourceType[]>>> = {
	CURRENT_REGISTRY_EXTRACT: COMPANY,
	CHRONOLOGICAL_REGISTRY_EXTRACT: COMPANY,
	SHAREHOLDER_LIST: COMPANY,
	PARTNERSHIP_AGREEMENT: COMPANY,
	TRANSPARENCY_REGISTER_EXTRACT: COMPANY,
	STATUTE: COMPANY,
	BUSINESS_REGISTRATION: PERSON_OR_COMPANY,
	NON_ASSESSMENT_CERTIFICATE: PERSON_OR_COMPANY,
	IDENTIFICATION_CERTIFICATE: PERSON_OR_USER,
	PROOF_OF_RESIDENCE: PERSON_OR_USER,
	KYC: PERSON_OR_USER,
	BIRTH_CERTIFICATE: PERSON,
	DEATH_CERTIFICATE: PERSON,
	TIN_NA_CONFIRMATION: PERSON,
	SOURCE_OF_INCOME: ['CUSTOMER'],
	SOURCE_OF_FUNDS: ['CUSTOMER'],
	INSOLVENCY_ORDER: ['PROXY'],
	INHERITANCE_LEGITIMATION: ['PROXY'],
};

/** Takes a file (tv:api-reference/documents/new-documents). Invented: that what is no PDF, or too large, is refused at once. */
export function uploadDocument(books: Books, requestors: Requestors): TradevestHandler<'uploadDocument'> {
	return ({ header, body: { document, file } }) => {
		const entityIds = entitiesOf(books, document);
		if (!entityIds) return notFound(document.resourceType, document.resourceId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'document', ...entityIds);
		if (refusal) return refusal;
		const bytes = Buffer.from(file, 'latin1');
		if (!file.startsWith('%PDF-')) return badField('file', 'must be a PDF');
		if (bytes.length > LARGEST_FILE_BYTES) return badField('file', 'must have 6 MB at most');
		if (books.documents.hasExternalId(document.externalId)) return externalIdTaken(document.externalId);
		const { documentId } = books.documents.create(({ id, ...stamp }) => ({ ...document, resourceId: document.resourceId.toLowerCase(), documentId: id, size: kilobytesOf(bytes), ...stamp }), fateOf(document));
		books.files.set(documentId, bytes);
		return { status: 200, body: { documentId } };
	};
}

/** The documents of a resource, newest first (same page). */
export function listDocuments(books: Books): TradevestHandler<'listDocuments'> {
	return ({ query }) => {
		const { resourceType, resourceId, docType, searchText = '' } = query;
		const all = documentsOf(books, resourceId)
			.reverse()
			.filter((document) => document.resourceType === resourceType && (docType === undefined || document.type === docType) && document.name.toLowerCase().includes(searchText.toLowerCase()) && isWithin(document, query));
		return pageAnswer(all, ({ documentId }) => documentId, query);
	};
}

/** One document (same page). */
export function getDocument({ documents }: Books): TradevestHandler<'getDocument'> {
	return ({ path }) => {
		const document = documents.find(path.documentId);
		return document ? { status: 200, body: document } : notFound('document', path.documentId);
	};
}

/** The file of a document (same page). */
export function downloadDocument({ documents, files }: Books): TradevestHandler<'downloadDocument'> {
	return ({ path }) => {
		const document = documents.find(path.documentId);
		const bytes = document && files.get(document.documentId);
		return bytes ? { status: 200, body: new FileBody(bytes, 'application/pdf', `${document.documentId}.pdf`) } : notFound('document', path.documentId);
	};
}

/** Takes a signature (same page). It counts after a while, as all that is answered with 202. */
export function signDocument(books: Books, requestors: Requestors): TradevestHandler<'signDocument'> {
	return ({ header, body: { partnerDocumentId, naturalPersonId, customerId } }) => {
		const document = partnerDocuments.find(({ documentId }) => isSame(documentId, partnerDocumentId));
		if (!document) return notFound('partner document', partnerDocumentId);
		if (!books.people.find(naturalPersonId)) return notFound('natural person', naturalPersonId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'person', naturalPersonId);
		if (refusal) return refusal;
		if (document.type === 'TERMS_AND_CONDITIONS' && customerId === undefined) return badField('customerId', 'is required with TERMS_AND_CONDITIONS');
		if (document.type === 'DATA_PRIVACY_POLICY' && customerId !== undefined) return badField('customerId', 'must be left out with DATA_PRIVACY_POLICY');
		if (customerId !== undefined && !books.customers.find(customerId)) return notFound('customer', customerId);
		const { life, signatures } = books;
		signatures.add({ partnerDocumentId, naturalPersonId: naturalPersonId.toLowerCase(), customerId, at: life.now() + life.settings().decideAfterMs });
		return accepted;
	};
}

/** Whom a document concerns; undefined where there is nothing that it could be of. Users of the partner are not played. */
function entitiesOf(books: Books, { resourceType, resourceId }: DocumentRequest): string[] | undefined {
	if (resourceType === 'CUSTOMER' || resourceType === 'PROXY') return entitiesOfRole(books, resourceType, resourceId);
	if (resourceType === 'PARTNER_USER') return undefined;
	return books.entityOfType(resourceType, resourceId) && [resourceId];
}

function fateOf({ type, resourceType }: DocumentRequest): Fate {
	const resources = RESOURCES_OF[type];
	if (!resources || resources.includes(resourceType)) return {};
	return { verdict: 'INVALID', reason: reason('badData', `A document ${type} is of ${resources.join(' or ')}`) };
}
