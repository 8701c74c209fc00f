import { createHmac } from 'node:crypto';

import { isFailure, type Failure } from '../../../engine/failure';
import type { ParameterReader, RunContext } from '../../../engine/operation/operation';
import type { PartnerAnswer } from '../../../engine/http/request';

/** For tests of operations without n8n: a run, a panel, an answer, and what a failure says. */
export const RUN: RunContext = {
	credentials: { sourceSystem: 'DEMOSOURCE', requestorId: '0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11' },
	timezone: 'America/New_York',
	// Still the evening of the first in New York.
	now: new Date('2026-03-02T03:15:27.120Z'),
	executionId: '1',
};

/** A panel filled in with these values, by their full names such as `options.notes`. */
export function panel(values: Record<string, unknown>): ParameterReader {
	return (name, fallback) => (Object.hasOwn(values, name) ? values[name] : fallback);
}

export function answer(body: unknown, status = 200): PartnerAnswer {
	return { status, headers: {}, body };
}

/** What a function throws. @throws where it throws nothing, or no failure */
export function failureOf(work: () => unknown): Failure {
	try {
		work();
	} catch (error) {
		if (isFailure(error)) return error;
		throw error;
	}
	throw new Error('It did not fail');
}

/** The labels of the fields that a failure names, in its order. */
export function fieldsOf(failure: Failure): string[] {
	return (failure.details.faults ?? []).map(({ field }) => field);
}

/** The seal of a secret that nobody else has. */
export const SEAL = (text: string): string => createHmac('sha256', 'a secret').update(text).digest('base64url');
