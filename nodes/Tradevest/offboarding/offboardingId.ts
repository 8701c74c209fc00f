import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { readId } from '../shared/fields';

export const offboardingId: INodeProperties = { displayName: 'Offboarding ID', name: 'offboardingId', type: 'string', required: true, default: '', placeholder: 'e.g. 0f6d3c0b-6f33-4a38-9d0c-5e9a4f7f1b12', description: 'As Tradevest knows it: offboardingId of Start' };

export function readOffboardingId(fields: FieldReader): { id: string } {
	return { id: readId(fields, 'offboardingId', 'Offboarding ID') };
}
