// What each service is: its folder in nodes/ holds a service.json with all that other places say of it.
'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The services of a project, in the order of their folders.
 *
 * @param {string} project its folder
 * @returns {Array<object>} what stands in `nodes/<service>/service.json`, with the folder's name as `service`, and the sandbox's folder
 * @throws where a folder in nodes/ has none
 */
function servicesOf(project) {
	const folders = readdirSync(join(project, 'nodes'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return folders.map(({ name: service }) => {
		const file = join(project, 'nodes', service, 'service.json');
		if (!existsSync(file)) throw new Error(`nodes/${service}/service.json is missing: it says what the service is called, and what belongs to it.`);
		const { sandbox, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
		return { service, ...rest, sandbox: { ...sandbox, folder: `sandbox/${service.charAt(0).toLowerCase()}${service.slice(1)}` } };
	});
}

/**
 * What the `n8n` field of the project's package.json names, as paths in `dist/`.
 *
 * @param {Array<object>} services
 */
function registered(services) {
	return {
		credentials: services.flatMap(({ credentials }) => credentials.map((name) => `dist/credentials/${name}.credentials.js`)),
		nodes: services.flatMap(({ service, nodes }) => nodes.map((name) => `dist/nodes/${service}/${name}.node.js`)),
	};
}

module.exports = { registered, servicesOf };
