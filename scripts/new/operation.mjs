// Makes the skeleton of an operation from its call: whatever has to be somewhere is there, and what only a person knows says "not
// written yet".
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { StepError } from '../steps.mjs';
import { documentOf } from './call.mjs';
import { Changes } from './changes.mjs';
import { callIn } from './document.mjs';
import { exampleOf } from './example.mjs';
import { fieldsFor, leftOut, propertyOf, readingOf, sentence } from './fields.mjs';
import { actionOf, aliasOf, capital, isMany, titleOf, wordsOf } from './names.mjs';
import * as source from './source.mjs';
import { filledIn } from './template.mjs';

const TEMPLATES = join(import.meta.dirname, 'operation');

/**
 * @param {string} project its folder
 * @param asked what `askedFor` gives, for a call that is documented
 * @returns {{ files: string[], fieldsLeft: string[] }} the files that were made or got something more, and the fields of the call that the operation does not have yet
 * @throws StepError where something cannot be put in; nothing was written then
 */
export function makeOperation(project, asked) {
	const changes = new Changes(project);
	const call = callIn(changes.read(documentOf(changes, asked)), asked.method, asked.path);
	addHandler(changes, asked, call);
	addOperation(changes, asked, call);
	register(changes, asked);
	addExample(changes, asked, call);
	return { files: changes.write(), fieldsLeft: leftOut(call) };
}

/** Who plays the call in the sandbox, unless there is somebody. */
function addHandler(changes, { service: { service, sandbox: { folder } } }, { operationId, summary }) {
	const hasToken = (keys) => keys.includes('getToken');
	const table = [`${folder}/handlers/index.ts`, `${folder}/index.ts`].find((path) => changes.has(path) && source.keysIn(changes.read(path), hasToken).length > 0);
	if (!table) throw new StepError(`${folder} has no object of handlers. Nothing was changed.`);
	if (source.keysIn(changes.read(table), hasToken).includes(operationId)) return;
	const handler = `${folder}/handlers/${operationId}.ts`;
	changes.create(handler, filledIn(join(TEMPLATES, 'handler.ts.txt'), { operationId, handlerType: `${service}Handler`, summary, path: handler }));
	changes.edit(table, (text) => source.withEntry(source.withImport(text, operationId, `./${table.endsWith('handlers/index.ts') ? '' : 'handlers/'}${operationId}`), hasToken, operationId, operationId));
}

/** The operation itself. */
function addOperation(changes, { service: { service }, resource, operation, method, path, effect }, call) {
	const fields = fieldsFor(call.fields, sharedFields(changes, service));
	const at = (place) => fields.filter((field) => field.place === place);
	const body = at('body').map(({ nameAtPartner, name }) => `${nameAtPartner}: parameters.${name}`).join(', ');
	const query = at('query').map(({ nameAtPartner, name }) => `${nameAtPartner}: parameters.${name}`).join(', ');
	const helper = pathHelper(service, path);
	const unknown = (what) => `not written yet: ${what}`;
	const text = filledIn(join(TEMPLATES, service, isMany(operation) ? 'many.ts.txt' : 'one.ts.txt'), {
		name: operation,
		displayName: titleOf(operation),
		action: actionOf(operation, resource),
		description: capital(unknown('what the operation does, for who builds workflows: one sentence that begins with a verb')),
		effect,
		method,
		call: `${method} ${path}`,
		summary: sentence(call.summary),
		source: call.source ?? unknown('where the call is told of'),
		standing: unknown('how much of the call the partner documents'),
		what: capital(wordsOf(call.operationId).join(' ')),
		list: call.list ?? unknown('the field that holds the rows'),
		hasFields: fields.length > 0,
		parameters: fields.length > 0 ? 'Parameters' : 'object',
		types: fields.map(({ name, kind }) => `${name}: ${kind.plain};`).join('\n'),
		properties: propertiesOf(fields),
		readings: fields.map(readingOf).join('\n'),
		sharedFields: fields.filter(({ own }) => own).map(({ name }) => name).sort().join(', '),
		bodyType: body && call.bodyType,
		bodyTyped: call.bodyType ? `: ${call.bodyType}` : '',
		body,
		sentBody: body && ', body',
		query: query && `, query: { ${query} }`,
		pathTag: at('path').length > 0,
		pathHelper: helper?.helper,
		path: at('path').length > 0 ? `path\`${path.replace(/\{(\w+)\}/g, (_, name) => `\${parameters.${at('path').find((field) => field.nameAtPartner === name).name}}`)}\`` : helper ? `${helper.helper}('${path.slice(helper.prefix.length)}')` : `'${path}'`,
	});
	changes.create(`nodes/${service}/${resource}/${operation}.ts`, text);
	if (body && call.bodyType) changes.edit(`nodes/${service}/shared/contract.ts`, (contract) => withType(contract, call.bodyType));
}

/** Several stand on lines of their own. */
function propertiesOf(fields) {
	const entries = fields.map(propertyOf);
	return entries.every((entry) => !entry.includes('\n')) ? entries.join(', ') : `\n${entries.join(',\n').replace(/^/gm, '\t')},\n`;
}

/** Its place in the table of resources. */
function register(changes, { service: { service }, resource, newResource, operation }) {
	const table = `nodes/${service}/resources.ts`;
	changes.edit(table, (text) => {
		// An operation that is made anew stands there.
		if (text.includes(`'./${resource}/${operation}'`)) return text;
		const isTaken = source.importedNames(text).includes(operation) || operation === 'get' || operation === 'getAll';
		const name = isTaken ? aliasOf(operation, resource) : operation;
		const imported = source.withImport(text, isTaken ? `${operation} as ${name}` : operation, `./${resource}/${operation}`);
		if (newResource) return source.withResource(imported, resource, newResource, name);
		const titleFor = (one) => titleIn(changes, service, resource, imported, one);
		return source.withOperation(imported, resource, name, (names) => placeFor(titleOf(operation), names.map(titleFor)));
	});
}

/** The display name of an operation in the table, from its file. */
function titleIn(changes, service, resource, table, name) {
	const [, exported = name] = new RegExp(`(\\w+) as ${name}\\b`).exec(table) ?? [];
	const file = `nodes/${service}/${resource}/${exported}.ts`;
	const [, title = titleOf(exported)] = (changes.has(file) && /displayName: '([^']+)'/.exec(changes.read(file).replace(/properties: \[[^]*/, ''))) || [];
	return title;
}

/** Operations are sorted by name, those of a version that is no more last. */
function placeFor(title, titles) {
	const place = titles.findIndex((other) => / \(Legacy V1\)$/.test(other) || other.localeCompare(title) > 0);
	return place < 0 ? titles.length : place;
}

function addExample(changes, { service: { service }, resource, operation }, call) {
	const file = `test/support/services/${service}.examples.ts`;
	const fields = fieldsFor(call.fields, sharedFields(changes, service));
	const key = `${resource}.${operation}`;
	const isExamples = (keys) => keys.length > 0 && keys.every((name) => /^\w+\.\w+$/.test(name));
	changes.edit(file, (text) => (source.keysIn(text, isExamples).includes(key) ? text : source.withEntry(text, isExamples, key, exampleOf(key, fields, source.constants(text), isMany(operation)), true)));
}

/** Names of the fields that operations of a service share. */
function sharedFields(changes, service) {
	return [...changes.read(`nodes/${service}/shared/fields.ts`).matchAll(/^export const (\w+): INodeProperties =/gm)].map(([, name]) => name);
}

function pathHelper(service, path) {
	const file = join(TEMPLATES, service, 'path.json');
	const helper = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
	return helper && path.startsWith(helper.prefix) && !path.includes('{') ? helper : undefined;
}

/** With one more type of the document, in its place in the alphabet. */
function withType(contract, name) {
	const line = `export type ${name} = Schemas['${name}'];\n`;
	if (contract.includes(line)) return contract;
	const types = [...contract.matchAll(/^export type (\w+) = Schemas\[.+\n/gm)];
	const next = types.find(([, other]) => other > name);
	const at = next ? next.index : types.at(-1).index + types.at(-1)[0].length;
	return contract.slice(0, at) + line + contract.slice(at);
}
