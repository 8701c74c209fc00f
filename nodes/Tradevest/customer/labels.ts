import type { FieldReader } from '../../../engine/items/fields';

/** Labels that a customer has at most (api-reference/roles/schemas). */
const MOST = 16;

/** A label may have blanks in it. */
const SEPARATOR = /[,;\n]+/;

/** Reads labels, of which there must be one. Faults are noted in `fields`. */
export function readLabels(fields: FieldReader, name: string, label: string): string[] {
	return withinLimits(fields, label, fields.codes(name, { label }, SEPARATOR));
}

/** The same where there may be none; then an empty list. */
export function readOptionalLabels(fields: FieldReader, name: string, label: string): string[] {
	return withinLimits(fields, label, fields.optionalCodes(name, { label }, SEPARATOR));
}

function withinLimits(fields: FieldReader, label: string, labels: string[]): string[] {
	return labels.length > MOST ? fields.fault(label, `must be at most ${MOST}: these are ${labels.length}`, []) : labels;
}

/** Whether two lists hold the same labels, in whatever order. */
export function areSameLabels(there: unknown, wanted: readonly string[]): boolean {
	return Array.isArray(there) && there.length === wanted.length && wanted.every((label) => there.includes(label));
}
