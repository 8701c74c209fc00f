import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';

/** Who can have a role (api-reference/roles/schemas). */
export const ENTITY_TYPES = ['JOINT_PERSON', 'LEGAL_ENTITY', 'NATURAL_PERSON'] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

export const entityTypeChoices = [
	{ name: 'Joint Person', value: 'JOINT_PERSON' },
	{ name: 'Legal Entity', value: 'LEGAL_ENTITY' },
	{ name: 'Natural Person', value: 'NATURAL_PERSON' },
];

/** @param description of whom */
export function entityTypeField(description: string): INodeProperties {
	return { displayName: 'Entity Type', name: 'entityType', type: 'options', options: entityTypeChoices, default: 'NATURAL_PERSON', description };
}

export function readEntityType(fields: FieldReader): EntityType {
	return fields.oneOf('entityType', { label: 'Entity Type' }, ENTITY_TYPES);
}

/** The id of the entity. @param description of whom */
export function entityIdField(description: string): INodeProperties {
	return { displayName: 'Entity ID', name: 'entityId', type: 'string', required: true, default: '', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', description: `${description}: naturalPersonId, legalEntityId or jointPersonId` };
}
