import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { exactObject } from '../../../engine/items/exactObject';
import type { FieldReader } from '../../../engine/items/fields';

const LABEL = 'Request Body';

/** The body of the calls about renewals, which no document shows: a public client sends `{}`. */
export const requestBody: INodeProperties = {
	displayName: LABEL,
	name: 'requestBody',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "field": "value" }',
	description: 'A JSON object, if Cover Genius tells you of fields for this call: no document shows any, and a client of theirs sends an empty one. Numbers typed here go out digit by digit.',
};

/** Reads it; empty where it is left out. Faults are noted in `fields`. */
export function readRequestBody(fields: FieldReader): IDataObject {
	return fields.optionalKind('options.requestBody', { label: LABEL }, exactObject) ?? {};
}
