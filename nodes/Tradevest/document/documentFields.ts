import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { readId } from '../shared/fields';

/** Members that one looks for first. */
export const MAIN = ['documentId', 'status', 'name', 'type', 'resourceType', 'resourceId', 'externalId', 'validUntil', 'createdOn', 'modifiedOn'];

/** What a document can be of (documents/new-schemas; JOINT_PERSON is known from notes). */
export const RESOURCE_TYPES = ['CUSTOMER', 'JOINT_PERSON', 'LEGAL_ENTITY', 'NATURAL_PERSON', 'PARTNER_USER', 'PROXY'];

export const documentId: INodeProperties = { displayName: 'Document ID', name: 'documentId', type: 'string', required: true, default: '', placeholder: 'e.g. 0f6d3c0b-6f33-4a38-9d0c-5e9a4f7f1b12', description: 'As Tradevest knows it: documentId of Get Many, or of a notification' };

export function readDocumentId(fields: FieldReader): string {
	return readId(fields, 'documentId', 'Document ID');
}
