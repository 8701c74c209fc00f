import type { INodeProperties } from 'n8n-workflow';

import type { Failure } from '../../../engine/failure';
import type { FieldReader } from '../../../engine/items/fields';
import { isPartnersNo } from '../../../engine/transport/notFound';
import { path } from '../../../engine/transport/path';

const LABEL = 'Endpoint Path';

/**
 * The fields of an operation whose path is in no public document: what that means, and the path itself, for correcting.
 *
 * @param template the likeliest path, its values in braces, such as `/deliveries/{orderId}`
 */
export function endpointPathFields(template: string): INodeProperties[] {
	return [
		{
			displayName: 'The public documents of SIPS do not show the path of this call. If SRS gave you another one, enter it in Endpoint Path.',
			name: 'endpointPathNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: LABEL,
			name: 'endpointPath',
			type: 'string',
			default: template,
			placeholder: `e.g. ${template}`,
			description: 'Path of the call at SIPS, not confirmed. Names in braces stand for the fields above.',
		},
	];
}

/**
 * The path to call, with its values put in and encoded. It stays a path at SIPS: no other host, no query, no step upwards.
 *
 * @param values what may stand in braces; a value must not be empty
 * @returns `''` where there is a fault, which the reader has noted
 */
export function readEndpointPath(fields: FieldReader, template: string, values: Readonly<Record<string, string | number>>): string {
	const given = readPathTemplate(fields, template, Object.keys(values));
	// A value that is missing is a fault of its own field, noted there.
	const isMissing = [...given.matchAll(NAME)].some(([, name = '']) => String(values[name]) === '');
	return isMissing ? '' : filledPath(given, values);
}

/** A name in braces. */
const NAME = /\{([^{}]*)\}/g;

/**
 * The same before its values are known.
 *
 * @param names that may stand in braces
 * @param field that holds it
 * @returns `''` where there is a fault, which the reader has noted
 */
export function readPathTemplate(fields: FieldReader, template: string, names: readonly string[], field = 'endpointPath'): string {
	const given = fields.optionalText(field, { label: LABEL, longest: 300 }) || template;
	const unknown = [...given.matchAll(NAME)].map(([, name = '']) => name).find((name) => !names.includes(name));
	if (unknown !== undefined) {
		return fields.fault(LABEL, `{${unknown}} is not known here; use ${names.map((name) => `{${name}}`).join(', ')}`, '');
	}
	const fixed = given.replace(NAME, 'x');
	const isPath = /^(\/[\w.~!$&'()*+,;=:@%-]*)+$/.test(fixed) && !fixed.startsWith('//');
	const steps = fixed.split('/').map((segment) => decoded(segment));
	if (!isPath || steps.some((segment) => segment === undefined || segment === '.' || segment === '..')) {
		return fields.fault(LABEL, `must be a path such as ${template}: it begins with one slash and has no host, query or white space`, '');
	}
	return given;
}

/** A path with its values put in and encoded. */
export function filledPath(template: string, values: Readonly<Record<string, string | number>>): string {
	return template.replace(NAME, (_all, name: string) => path`${values[name] ?? ''}`);
}

/**
 * Says what a refusal of a call whose path is not confirmed may mean: the code is wrong, or the path is.
 *
 * @param what the call as people know it, such as `Delivery Details`
 * @param label of the field that holds the code
 */
export function explainUnconfirmed(failure: Failure, what: string, label: string, code: string): Failure {
	if (failure.kind !== 'notFound' && failure.kind !== 'validation') return failure;
	// A gateway knows of no codes. It answers so where the path is wrong, or where it has trouble of its own.
	if (!isPartnersNo(failure)) {
		return failure.retold({
			message: `${what} for ${label} ${code} could not be read: ${failure.message}`,
			advice: `${failure.details.advice} The path of this call is not confirmed: ask SRS for it and correct ${LABEL}.`,
		});
	}
	return failure.retold({
		message: `No ${what} for ${label} ${code}: ${failure.message}`,
		advice: `Check ${label}, and that it belongs to the environment of the credential. If it is right, the path may be wrong: ask SRS for it and correct ${LABEL}.`,
	});
}

/** A segment as a server reads it; undefined where its encoding is broken. */
function decoded(segment: string): string | undefined {
	try {
		return decodeURIComponent(segment);
	} catch {
		return undefined;
	}
}
