import type { FieldReader } from '../../../engine/items/fields';

/** Reads a phone number that must be there: 3 to 20 signs (openapi, `Contact`). Faults are noted in `fields`. */
export function readPhone(fields: FieldReader, name: string, label: string): string {
	return withinLimits(fields, label, fields.text(name, { label, longest: MOST }));
}

/** The same where it may be left out; then `''`. */
export function readOptionalPhone(fields: FieldReader, name: string, label: string): string {
	return withinLimits(fields, label, fields.optionalText(name, { label, longest: MOST }));
}

const LEAST = 3;
const MOST = 20;

function withinLimits(fields: FieldReader, label: string, phone: string): string {
	return phone !== '' && phone.length < LEAST ? fields.fault(label, `must have ${LEAST} to ${MOST} signs`, '') : phone;
}
