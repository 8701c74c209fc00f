// What a partner's document in openapi/ says of a call, and a first entry for a call of which it says nothing yet.
import { parseYaml } from '@redocly/openapi-core';

/**
 * @param {string} text of the document
 * @returns what it says of a call: id, summary, fields that must be there, names of those that need not, and where in the answer rows are; undefined for a call that it does not have
 */
export function callIn(text, method, path) {
	const document = parseYaml(text);
	const resolve = (node) => (node?.$ref ? node.$ref.slice(2).split('/').reduce((inner, key) => inner[key], document) : node);
	const item = document.paths[path];
	const call = item?.[method.toLowerCase()];
	if (!call) return undefined;
	const body = resolve(call.requestBody)?.content?.['application/json']?.schema;
	const answer = resolve(resolve(call.responses?.[200])?.content?.['application/json']?.schema);
	const parameters = [...(item.parameters ?? []), ...(call.parameters ?? [])].map(resolve).filter(({ in: place }) => place === 'path' || place === 'query');
	const isOptional = ({ in: place, required }) => place === 'query' && !required;
	return {
		operationId: call.operationId,
		summary: call.summary,
		// Up to where a sentence ends: addresses have full stops inside.
		source: /Source(?::| -) ([^]+?)\.(?:\s|$)/.exec(call.description ?? '')?.[1].replace(/\s+/g, ' '),
		bodyType: body?.$ref?.split('/').at(-1),
		fields: [
			...parameters.filter((parameter) => !isOptional(parameter)).map(({ name, in: place, description, example, schema }) => fieldOf(name, place, { ...resolve(schema), ...(description && { description }), ...(example !== undefined && { example }) })),
			...required(resolve(body)).map(([name, schema]) => fieldOf(name, 'body', resolve(schema))),
		],
		optional: [...parameters.filter(isOptional).map(({ name }) => name), ...optional(resolve(body))],
		list: Object.entries(answer?.properties ?? {}).find(([, schema]) => resolve(schema).type === 'array')?.[0],
	};
}

/** Every id of a call in a document. */
export function operationIds(text) {
	return [...text.matchAll(/^ +operationId: (\w+)/gm)].map(([, id]) => id);
}

/** With a call more, at the end of its path, or of all paths. */
export function withCall(text, path, entry) {
	const lines = text.split('\n');
	const begin = lines.findIndex((line) => line === 'paths:');
	const place = lines.findIndex((line) => line === `  ${path}:`);
	const isAfter = place < 0 ? (line) => /^\w/.test(line) : (line) => /^ {0,2}\S/.test(line);
	const after = lines.findIndex((line, at) => at > Math.max(place, begin) && isAfter(line));
	let end = after < 0 ? lines.length : after;
	while (lines[end - 1]?.trim() === '') end -= 1;
	lines.splice(end, 0, ...(place < 0 ? ['', `  ${path}:`] : []), ...entry.trimEnd().split('\n'));
	return lines.join('\n');
}

function required(schema) {
	const properties = schema?.properties ?? {};
	return (schema?.required ?? []).filter((name) => name in properties).map((name) => [name, properties[name]]);
}

function optional(schema) {
	return Object.keys(schema?.properties ?? {}).filter((name) => !(schema.required ?? []).includes(name));
}

function fieldOf(name, place, { type, description, example, examples }) {
	return { name, place, type, description, example: example ?? examples?.[0] };
}
