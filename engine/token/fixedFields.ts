import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { CHECK_FIELD } from './checkField';

/** The hidden field that says which fields of a credential hold no expression. Never stored: n8n works it out at each read. */
export const FIXED_FIELDS = 'fieldsWithoutExpression';

/** What n8n adds to a credential by itself. */
const OF_THE_HOST = ['allowedHttpRequestDomains', 'allowedDomains'];

/**
 * A node gets a credential's values and cannot see which of them came of an expression, which may give another value for another
 * item. To read the credential for each item costs more than a fast request (1 to 3 ms). So n8n is asked to tell: in an
 * expression `$rawParameter["&name"]` is the field beside it as it is stored. That the field knows itself for an expression is
 * the proof that this works; where it does not, it is empty, and nothing is taken for certain.
 *
 * @param names of all fields that a person fills in
 */
export function fixedFieldsProperty(names: readonly string[]): INodeProperties {
	const all = JSON.stringify([...names, ...OF_THE_HOST]);
	const isExpression = `(name) => { try { return String(raw["&" + name]).charAt(0) === "="; } catch (error) { return false; } }`;
	const told = `isExpression("${FIXED_FIELDS}") ? names.filter((name) => !isExpression(name)).join() : ""`;
	return {
		displayName: 'Fields Without Expression',
		name: FIXED_FIELDS,
		type: 'hidden',
		default: `={{ ((raw, names) => { const isExpression = ${isExpression}; return ${told}; })($rawParameter, ${all}) }}`,
	};
}

/** Whether these values are the same for every item of a run, for certain. */
export function isSameForAllItems(credentials: ICredentialDataDecryptedObject): boolean {
	const told = credentials[FIXED_FIELDS];
	const fixed = new Set([FIXED_FIELDS, CHECK_FIELD, ...(typeof told === 'string' ? told.split(',') : [])]);
	return told !== '' && Object.keys(credentials).every((name) => fixed.has(name));
}
