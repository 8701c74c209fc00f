// The call of an operation in the partner's document: whether it is told of, and an entry to begin with.
import { join } from 'node:path';

import { StepError } from '../steps.mjs';
import { Changes } from './changes.mjs';
import { callIn, operationIds, withCall } from './document.mjs';
import { operationIdOf } from './names.mjs';
import { filledIn } from './template.mjs';

const TEMPLATE = join(import.meta.dirname, 'operation/call.yaml.txt');

/** Whether the document tells of the call. A skeleton is made from what it tells. */
export function isDocumented(project, asked) {
	const changes = new Changes(project);
	const call = callIn(changes.read(documentOf(changes, asked)), asked.method, asked.path);
	return call !== undefined && !/^Not written yet/.test(call.summary);
}

/**
 * Puts an entry for the call into the document, to be written by a person, unless there is one.
 *
 * @returns {string} the document
 * @throws StepError where another call has its name; nothing was written then
 */
export function beginCall(project, asked) {
	const { resource, operation, method, path } = asked;
	const changes = new Changes(project);
	const file = documentOf(changes, asked);
	const text = changes.read(file);
	if (callIn(text, method, path)) return file;
	const operationId = operationIdOf(operation, resource);
	if (operationIds(text).includes(operationId)) {
		throw new StepError(`${file} names another call ${operationId}: write ${method} ${path} into it under a name of its own, and run this again. Nothing was changed.`);
	}
	const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `- { name: ${name}, in: path, required: true, schema: { type: string, minLength: 1 } }`);
	const entry = filledIn(TEMPLATE, {
		method: method.toLowerCase(),
		operationId,
		parameters: parameters.join('\n'),
		hasBody: method !== 'GET' && method !== 'DELETE',
		hasNotAuthenticated: /^ {4}NotAuthenticated:$/m.test(text),
	});
	changes.edit(file, () => withCall(text, path, entry));
	changes.write();
	return file;
}

/** The document of a service that has the path of a call; else one with a path that begins as that does, else the first. */
export function documentOf(changes, { service: { openapi }, path }) {
	const files = openapi.map((name) => `openapi/${name}.yaml`);
	const withPath = (beginning) => files.find((file) => changes.read(file).includes(`\n  ${beginning}`));
	return withPath(`${path}:\n`) ?? withPath(`/${path.split('/')[1]}/`) ?? files[0];
}
