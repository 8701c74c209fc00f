import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from './fields';

const LABEL = 'Wait for Outcome (Seconds)';
const USUAL_SECONDS = 20;
const MOST_SECONDS = 600;

/** Of a write on which the partner decides later: how long to wait for that. */
export interface WaitsForOutcome {
	waitMs: number;
}

/** The option of an operation whose writes the partner takes first and decides on later. */
export const waitForOutcome: INodeProperties = {
	displayName: LABEL,
	name: 'waitForOutcomeSeconds',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MOST_SECONDS },
	default: USUAL_SECONDS,
	description: 'How long to wait for the decision after the request was received. With 0, or if it takes longer, the output says that it is received and no more.',
};

/** Reads it. Faults are noted in `fields`. */
export function readWaitForOutcome(fields: FieldReader): WaitsForOutcome {
	const seconds = fields.optionalNumber('options.waitForOutcomeSeconds', { label: LABEL }) ?? USUAL_SECONDS;
	return { waitMs: Math.min(seconds, MOST_SECONDS) * 1_000 };
}
