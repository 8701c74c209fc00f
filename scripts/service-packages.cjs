// One publishable package a service: n8n verifies no package that holds more than one. Works on what `npm run build` left in
// dist/, so it sees what n8n will see. `gulp packages` calls it.
'use strict';

const { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');

const { filledIn } = require('./service-readme.cjs');
const { registered, servicesOf } = require('./services.cjs');

/** What every package has in common with the whole. Development dependencies and scripts are of no use to who installs it. */
const SHARED_FIELDS = ['version', 'license', 'bugs', 'author', 'engines', 'files', 'peerDependencies'];

/** Keywords without which n8n does not find a package. */
const N8N_KEYWORDS = ['n8n-community-node-package', 'n8n'];

/** What names the package in the code: hints about nodes that go together. */
const THIS_PACKAGE = 'dist/engine/builderHint/thisPackage.js';

/**
 * Brings the `n8n` field of the project's package.json and `packages/<name>/` (package.json and the made sections of the README) up
 * to date, and lays out under `.build/packages/<name>/` what is to be published: dist/, README, licence and package.json.
 *
 * A service gets its package as soon as its service.json names a node; a package without one is refused by n8n ("does not contain
 * any nodes").
 *
 * @param {string} project the project's folder, built
 * @returns {string[]} the folders to publish
 * @throws where a service has no service.json or no README
 */
function makeServicePackages(project) {
	const manifest = join(project, 'package.json');
	const rows = servicesOf(project);
	const read = readJson(manifest);
	const whole = { ...read, n8n: { ...read.n8n, ...registered(rows) } };
	writeText(manifest, `${JSON.stringify(whole, null, 2)}\n`);
	const out = join(project, '.build/packages');
	rmSync(out, { recursive: true, force: true });
	return servicesIn(whole).map((service) => {
		const row = rows.find((candidate) => candidate.service === service);
		return makePackage({ project, whole, row, folder: join(out, row.package) });
	});
}

function makePackage({ project, whole, row, folder }) {
	const nodes = whole.n8n.nodes.filter((path) => serviceOf(path) === row.service);
	const descriptions = nodes.flatMap((path) => descriptionsOf(join(project, path)));
	const credentials = credentialsNamedBy(descriptions, project, whole.n8n.credentials);
	const manifest = manifestOf(whole, row, nodes, credentials);

	const kept = join(project, 'packages', row.package);
	writeText(join(kept, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	const readme = join(kept, 'README.md');
	if (!existsSync(readme)) throw new Error(`${relative(project, readme)} is missing: write it after that of another package.`);
	const pages = [row.document, 'README.md'].map((path) => ({ text: readText(join(project, path)), url: `${repositoryPage(whole)}/blob/main/${path}` }));
	writeText(readme, filledIn(readText(readme), descriptions, pages));

	const copy = (path) => cpSync(join(project, path), join(folder, path), { recursive: true });
	for (const path of ['dist/engine', `dist/nodes/${row.service}`, 'LICENSE.md', ...credentials]) copy(path);
	for (const icon of iconsOf(project, credentials)) copy(icon);
	for (const name of ['package.json', 'README.md']) cpSync(join(kept, name), join(folder, name));
	for (const path of nodes) renameCodex(join(folder, path.replace(/\.js$/, '.json')), whole.name, row.package);
	renamePackage(join(folder, THIS_PACKAGE), whole.name, row.package);
	return folder;
}

/** A codex file names its node with the package before it. */
function renameCodex(file, from, to) {
	if (!existsSync(file)) return;
	const codex = readJson(file);
	writeText(file, `${JSON.stringify({ ...codex, node: codex.node.replace(`${from}.`, `${to}.`) }, null, '\t')}\n`);
}

/** Where the code itself names the package that it is in. @throws where it does not */
function renamePackage(file, from, to) {
	const text = readText(file);
	if (!text.includes(`'${from}'`)) throw new Error(`${file} does not name the package ${from}.`);
	writeText(file, text.replace(`'${from}'`, `'${to}'`));
}

function manifestOf(whole, { package: name, description, keywords }, nodes, credentials) {
	const { version, ...shared } = Object.fromEntries(SHARED_FIELDS.map((field) => [field, whole[field]]));
	const directory = `packages/${name}`;
	return {
		name,
		version,
		description,
		keywords: [...N8N_KEYWORDS, ...keywords],
		homepage: `${repositoryPage(whole)}/tree/main/${directory}#readme`,
		repository: { ...whole.repository, directory },
		...shared,
		n8n: { ...whole.n8n, credentials, nodes },
	};
}

/** The page of the repository, from the address that git has for it. */
function repositoryPage({ repository }) {
	return repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

/** The services that have a node, in the order of the `n8n` field. */
function servicesIn({ n8n }) {
	return [...new Set(n8n.nodes.map(serviceOf))];
}

/** `SrsSips` of `dist/nodes/SrsSips/SrsSips.node.js`. */
function serviceOf(path) {
	return path.split('/')[2];
}

/** The descriptions of a compiled node, one for each of its versions. */
function descriptionsOf(file) {
	const node = new (classIn(file))();
	return Object.values(node.nodeVersions ?? { only: node }).map(({ description }) => description);
}

/** The paths of the credentials that some node names. @throws for a name that no credential has */
function credentialsNamedBy(descriptions, project, paths) {
	const byName = new Map(paths.map((path) => [new (classIn(join(project, path)))().name, path]));
	const names = new Set(descriptions.flatMap(({ credentials = [] }) => credentials.map(({ name }) => name)));
	for (const name of names) if (!byName.has(name)) throw new Error(`A node names the credential ${name}, which package.json does not.`);
	return paths.filter((path) => [...names].some((name) => byName.get(name) === path));
}

/** The paths of the icons beside the credentials; a service's own icons come with its nodes. */
function iconsOf(project, credentials) {
	const icons = credentials.flatMap((path) => {
		const { icon = [] } = new (classIn(join(project, path)))();
		const files = typeof icon === 'string' ? [icon] : Object.values(icon);
		return files.filter((file) => file.startsWith('file:')).map((file) => join(dirname(path), file.slice('file:'.length)));
	});
	return [...new Set(icons)].filter((path) => path.split(sep)[1] === 'credentials');
}

function classIn(file) {
	return Object.values(require(file)).find((value) => typeof value === 'function');
}

function readText(path) {
	return readFileSync(path, 'utf8');
}

function readJson(path) {
	return JSON.parse(readText(path));
}

/** Leaves a file alone that says the same already: its time would tell a build tool that it is new. */
function writeText(path, text) {
	if (existsSync(path) && readText(path) === text) return;
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

module.exports = { makeServicePackages, serviceOf };
