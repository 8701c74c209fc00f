import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from './fields';

const LABEL = 'Look-Up Time (Seconds)';
const USUAL_SECONDS = 10;

/** How long to look for a write of which nobody knows whether it was carried out. */
export interface LookUpTime {
	lookUpMs: number;
}

/** The option that sets it. @param partner as people call it */
export function lookUpTime(partner: string): INodeProperties {
	return {
		displayName: LABEL,
		name: 'lookUpSeconds',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: USUAL_SECONDS,
		description: `How long to look at what ${partner} lists where no answer says what became of the request`,
	};
}

/** Reads it. Faults are noted in `fields`. */
export function readLookUpTime(fields: FieldReader): LookUpTime {
	return { lookUpMs: (fields.optionalNumber('options.lookUpSeconds', { label: LABEL }) ?? USUAL_SECONDS) * 1_000 };
}
