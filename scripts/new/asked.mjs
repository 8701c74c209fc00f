// What was asked of `npm run new -- operation`, checked against what there is, with advice where it does not fit.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import services from '../services.cjs';
import { StepError } from '../steps.mjs';
import { RESERVED } from './names.mjs';
import { resourcesIn } from './source.mjs';

const EFFECTS = {
	read: 'changes nothing at the partner',
	repeatable: 'a write that does no harm when it is sent twice',
};

export const USAGE = [
	'npm run new -- operation <Service> <resource> <operation> "<METHOD> </path>" [read|repeatable] [--new-resource "<Name>"]',
	'',
	'  npm run new -- operation SrsSips customer get "GET /customers/{customerCode}"',
	'  npm run new -- operation Su promotion getAll "POST /SUAPI/jservice/bdc/promotion/retrieveAll" read --new-resource "Promotion"',
].join('\n');

/**
 * @param {string[]} args what was typed
 * @param {string} project its folder
 * @throws StepError that says what would fit
 */
export function askedFor(args, project) {
	const { values, positionals } = parsed(args);
	const [kind, folder, resource, operation, call, effectGiven] = positionals;
	if (kind !== 'operation' || !call) throw new StepError(`Say what is to be made:\n\n${USAGE}`);
	const service = serviceOf(folder, project);
	const table = readFileSync(join(project, 'nodes', folder, 'resources.ts'), 'utf8');
	const resources = resourcesIn(table).map(({ name }) => name);
	const newResource = values['new-resource'];
	if (!resources.includes(resource) && !newResource) {
		throw new StepError(`${folder} has no resource "${resource}"; it has ${resources.join(', ')}. For a new one add --new-resource "<its name in the panel>".`);
	}
	checkName('resource', resource);
	checkName('operation', operation);
	if (existsSync(join(project, 'nodes', folder, resource, `${operation}.ts`))) throw new StepError(`nodes/${folder}/${resource}/${operation}.ts is there already. Nothing was changed. To make it anew, delete it first.`);
	const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(call) ?? [];
	if (!path) throw new StepError(`The call is a method and a path, such as "GET /orders/{orderId}", not "${call}".`);
	return { service, resource, newResource: resources.includes(resource) ? undefined : newResource, operation, method, path, effect: effectOf(effectGiven, method) };
}

function parsed(args) {
	try {
		return parseArgs({ args, allowPositionals: true, options: { 'new-resource': { type: 'string' } } });
	} catch (error) {
		throw new StepError(`${error.message}\n\n${USAGE}`);
	}
}

function serviceOf(folder, project) {
	const withNode = services.servicesOf(project).filter(({ nodes }) => nodes.length > 0);
	const service = withNode.find((one) => one.service === folder);
	if (!service) throw new StepError(`There is no service "${folder}" with a node; there is ${withNode.map((one) => one.service).join(', ')}.`);
	return service;
}

function checkName(what, name) {
	if (RESERVED.has(name)) throw new StepError(`JavaScript keeps the word "${name}" for itself: call the ${what} "${RESERVED.get(name)}", and give it another display name where it needs one.`);
	if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) throw new StepError(`The ${what} is a name in camelCase, such as ratePlan or getAll, not "${name}".`);
}

function effectOf(given, method) {
	if (given === 'once') {
		throw new StepError('A write that must not be sent twice is looked up where the partner shows it, and no skeleton knows how: begin with a copy of nodes/SrsSips/order/submit.ts, or of nodes/Su/message/send.ts where no call shows it.');
	}
	if (given === undefined && method === 'GET') return 'read';
	if (given !== undefined && given in EFFECTS) return given;
	const choice = Object.entries(EFFECTS).map(([effect, meaning]) => `  ${effect.padEnd(12)}${meaning}`).join('\n');
	throw new StepError(`Say after the call what it does to the world, since retries follow from that:\n${choice}\n  ${'once'.padEnd(12)}any other write; for that there is no skeleton`);
}
