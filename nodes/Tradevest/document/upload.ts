import type { INodeProperties } from 'n8n-workflow';

import { validationFailure } from '../../../engine/failure';
import { MB } from '../../../engine/http/megabyte';
import { FilePart } from '../../../engine/http/multipart';
import type { FieldReader } from '../../../engine/items/fields';
import type { ItemFile } from '../../../engine/operation/operation';
import { creation } from '../shared/creation';
import { readId } from '../shared/fields';
import { byExternalId } from '../shared/lookUps';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { pageQuery } from '../shared/reads';
import { actingAs } from '../shared/requestor';
import { DOCUMENT } from '../shared/things';
import { RESOURCE_TYPES } from './documentFields';

/** Largest file, in bytes (notes on documents/new-documents). */
const MOST_BYTES = 6 * MB;

const LONGEST = 255;

/** Types of documents (document_management; release 2.5.0). The list may grow. */
const TYPES = [
	'BIRTH_CERTIFICATE',
	'BUSINESS_REGISTRATION',
	'CHRONOLOGICAL_REGISTRY_EXTRACT',
	'CURRENT_REGISTRY_EXTRACT',
	'DEATH_CERTIFICATE',
	'IDENTIFICATION_CERTIFICATE',
	'INHERITANCE_LEGITIMATION',
	'INSOLVENCY_ORDER',
	'KYC',
	'NON_ASSESSMENT_CERTIFICATE',
	'OTHER',
	'PARTNERSHIP_AGREEMENT',
	'PROOF_OF_CUSTODY',
	'PROOF_OF_RESIDENCE',
	'PROOF_OF_SINGLE_CUSTODY',
	'SHAREHOLDER_LIST',
	'SOURCE_OF_FUNDS',
	'SOURCE_OF_INCOME',
	'STATUTE',
	'TIN_NA_CONFIRMATION',
	'TRANSPARENCY_REGISTER_EXTRACT',
	'W_8BEN',
	'W_8BEN_E',
	'W_8IMY',
];

const fileField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field containing the PDF',
	description: 'A PDF of at most 6 MB. What it is, its first bytes decide, and not its name.',
};

const properties: INodeProperties[] = [
	openChoice('resourceType', 'Resource Type', RESOURCE_TYPES, 'Whose document it is', { default: 'NATURAL_PERSON' }),
	{ displayName: 'Resource ID', name: 'resourceId', type: 'string', required: true, default: '', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', description: 'The person, company or role, as Tradevest knows it' },
	openChoice('type', 'Document Type', TYPES, 'What it shows. Registry extracts, lists, statutes and agreements are those of a legal entity, sources of income and funds those of a customer', { default: 'OTHER' }),
	{ displayName: 'Document Name', name: 'documentName', type: 'string', required: true, default: '', placeholder: 'e.g. Registry extract 2026', description: 'At most 255 characters' },
	fileField,
];

interface Content {
	resourceType: string;
	resourceId: string;
	type: string;
	name: string;
	description: string;
	/** Undefined where the item has none; that is a fault. */
	file: ItemFile | undefined;
	/** The file, once it was read. */
	part: FilePart | undefined;
}

function read(fields: FieldReader): Content {
	return {
		resourceType: readOpenChoice(fields, 'resourceType', 'Resource Type'),
		resourceId: readId(fields, 'resourceId', 'Resource ID'),
		type: readOpenChoice(fields, 'type', 'Document Type'),
		name: fields.text('documentName', { label: 'Document Name', longest: LONGEST }),
		description: fields.optionalText('options.description', { label: 'Description', longest: LONGEST }),
		file: fields.file(fileField.name, { label: fileField.displayName }),
		part: undefined,
	};
}

function faultOf(bytes: Buffer): string | undefined {
	if (bytes.toString('latin1', 0, 5) !== '%PDF-') return 'must be a PDF: Tradevest takes nothing else';
	return bytes.length > MOST_BYTES ? `must have at most 6 MB (${MOST_BYTES} bytes), and has ${bytes.length} bytes` : undefined;
}

async function partOf(file: ItemFile | undefined, name: string): Promise<FilePart> {
	const bytes = (await file?.bytes()) ?? Buffer.alloc(0);
	const expected = faultOf(bytes);
	if (expected !== undefined) throw validationFailure('The document', [{ field: fileField.displayName, expected }]);
	return new FilePart(/\.pdf$/i.test(name) ? name : `${name}.pdf`, 'application/pdf', bytes);
}

/**
 * Hands in a document, `POST /v2/documents` (documents/new-documents). That it goes as a form with the parts `document` and `file` is known from notes,
 * and not confirmed.
 */
export const upload = creation<Content>({
	name: 'upload',
	displayName: 'Upload',
	action: 'Upload a document',
	description: 'Hand in a PDF for a person, a company or a role; the same External ID is sent at most once',
	source: { call: 'POST /v2/documents', standing: 'documented in parts; that it is a form with two parts is known from notes' },
	thing: DOCUMENT,
	hasExternalId: true,
	hasRequestor: true,
	properties,
	options: [{ displayName: 'Description', name: 'description', type: 'string', default: '', placeholder: 'e.g. Handed in at the branch', description: 'At most 255 characters' }],
	read,

	async fileFaults(fields) {
		const file = fields.file(fileField.name, { label: fileField.displayName });
		const expected = file && faultOf(await file.bytes());
		return expected === undefined ? [] : [{ field: fileField.displayName, expected }];
	},

	complete: async ({ file, name }) => ({ part: await partOf(file, name) }),
	sameAs: ({ resourceType, resourceId, type, name, description, part }) => [resourceType, resourceId.toLowerCase(), type, name, description, part ?? null],
	label: ({ name, type }) => `document ${name} (${type})`,

	request: ({ resourceType, resourceId, type, name, description, part, externalId, requestorId }) => ({
		method: 'POST',
		path: '/v2/documents',
		parts: { document: { name, resourceType, resourceId, type, ...(description === '' ? {} : { description }), externalId }, ...(part ? { file: part } : {}) },
		...actingAs({ requestorId }),
	}),

	lookUp: byExternalId(
		DOCUMENT,
		({ resourceType, resourceId }, cursor) => ({ method: 'GET', path: '/v2/documents', query: pageQuery(cursor, { resourceType, resourceId }) }),
		({ name, type, resourceId, description }) => [
			['name', 'name', name],
			['type', 'type', type],
			['resource', 'resourceId', resourceId],
			['description', 'description', description],
		],
	),
	whereToLook: 'Look with Document: Get Many.',
});
