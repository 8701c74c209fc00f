import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import type { NodeHints } from '../../engine/builderHint/builderHint';
import { distinctOperations } from '../../engine/items/resources';
import { lowered } from '../../scripts/markdown.cjs';
import { servicesOf } from '../../scripts/services.cjs';
import { ProjectCopy, packedPaths, packFolder } from '../support/packages/packages';
import { SERVICES as TESTED } from '../support/services';

const PROJECT = resolve(__dirname, '../..');
const MINUTE_MS = 60_000;

interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
	[field: string]: unknown;
}

const WHOLE = manifestIn(PROJECT);
const ROWS = servicesOf(PROJECT);
const SERVICES = [...new Set(WHOLE.n8n.nodes.map((path) => path.split('/')[2] ?? ''))];
const PACKAGES = SERVICES.map((service) => [ROWS.find((row) => row.service === service)?.package ?? `no row for ${service}`, service] as const);
const NAMES = [WHOLE.name, ...PACKAGES.map(([name]) => name)];

let copy: ProjectCopy;
let folders: Map<string, string>;

beforeAll(async () => {
	copy = await ProjectCopy.built();
	folders = await copy.packages(WHOLE.name);
}, 5 * MINUTE_MS);

afterAll(async () => await copy?.remove(), MINUTE_MS);

describe('the packages', () => {
	test('are the whole and one for each service that has a node', () => {
		expect([...folders.keys()].sort()).toEqual([...NAMES].sort());
		expect(PACKAGES).toEqual(ROWS.filter(({ nodes }) => nodes.length > 0).map((row) => [row.package, row.service]));
	});

	test.each(PACKAGES)('%s is in the repository as it is published (else: npm run packages)', (name) => {
		for (const file of ['package.json', 'README.md']) {
			const made = join('packages', name, file);
			expect(readFileSync(join(PROJECT, made), 'utf8')).toBe(readFileSync(join(copy.folder, made), 'utf8'));
		}
	});

	test.each(NAMES)(
		'%s holds dist/, README, licence and package.json, and nothing else',
		async (name) => {
			const folder = folderOf(name);
			const paths = await packedPaths(folder);
			const built = filesIn(join(folder, 'dist')).map((path) => `dist/${path}`);
			expect(built).not.toEqual([]);
			expect([...paths].sort()).toEqual(['LICENSE.md', 'README.md', 'package.json', ...built].sort());
		},
		MINUTE_MS,
	);

	test.each(NAMES)('%s holds every node and credential that it names, with icon', (name) => {
		const { nodes, credentials } = manifestIn(folderOf(name)).n8n;
		expect(nodes).not.toEqual([]);
		for (const path of [...nodes, ...credentials]) {
			const file = join(folderOf(name), path);
			const icons = [...readFileSync(file, 'utf8').matchAll(/'file:([^']+)'/g)].map(([, icon = '']) => join(dirname(file), icon));
			expect(icons).not.toEqual([]);
			expect([file, ...icons].filter((needed) => !existsSync(needed))).toEqual([]);
		}
	});

	test.each(NAMES)('%s loads nothing but its own files, crypto and n8n-workflow', (name) => {
		expect(foreignImports(join(folderOf(name), 'dist'))).toEqual([]);
	});
});

describe('the package of a single service', () => {
	test.each(PACKAGES)('%s holds %s and the engine, and no file of another service', (name, service) => {
		const files = filesIn(join(folderOf(name), 'dist'));
		const own = manifestIn(folderOf(name)).n8n.credentials.map((path) => path.slice('dist/'.length));
		const icons = (path: string) => /^credentials\/icons\/.*\.(svg|png)$/.test(path);
		const strange = files.filter((path) => !path.startsWith('engine/') && !path.startsWith(`nodes/${service}/`) && !own.includes(path) && !icons(path));
		expect(strange).toEqual([]);

		const ownIcons = own.map((path) => readFileSync(join(folderOf(name), 'dist', path), 'utf8')).join();
		expect(files.filter(icons).filter((path) => !ownIcons.includes(path.slice('credentials/'.length)))).toEqual([]);
	});

	/** The one file that names the package: hints about nodes that go together. */
	const NAMING = 'builderHint/thisPackage.js';

	test.each(PACKAGES)('%s has the whole of %s, byte for byte, but for the name of the package', (name, service) => {
		const of = (root: string, part: string) => filesIn(join(root, 'dist', part)).filter((path) => path.endsWith('.js'));
		for (const part of ['engine', `nodes/${service}`]) {
			const paths = of(copy.folder, part);
			expect(of(folderOf(name), part)).toEqual(paths);
			const bytes = (root: string, path: string) => readFileSync(join(root, 'dist', part, path));
			expect(paths.filter((path) => path !== NAMING && !bytes(folderOf(name), path).equals(bytes(copy.folder, path)))).toEqual([]);
		}
		const naming = (root: string) => readFileSync(join(root, 'dist/engine', NAMING), 'utf8');
		expect(naming(folderOf(name))).toBe(naming(copy.folder).replace(`'${String(WHOLE.name)}'`, `'${name}'`));
	});

	test.each(PACKAGES)("%s names its own nodes where it tells n8n's workflow builder what goes with a node", (name) => {
		const load = createRequire(join(folderOf(name), 'package.json'));
		const related = manifestIn(folderOf(name)).n8n.nodes.flatMap((path) => {
			const [Node] = Object.values(load(`./${path}`) as Record<string, new () => INodeType>);
			return (new Node!().description as unknown as NodeHints).builderHint.relatedNodes.map(({ nodeType }) => nodeType);
		});
		const own = related.filter((nodeType) => !/^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\./.test(nodeType));
		expect(own.length).toBeGreaterThan(0);
		expect(own.filter((nodeType) => !nodeType.startsWith(`${name}.`))).toEqual([]);
	});

	test.each(PACKAGES)('%s names its own nodes in its codex files', (name) => {
		for (const path of manifestIn(folderOf(name)).n8n.nodes) {
			const codex = JSON.parse(readFileSync(join(folderOf(name), path.replace(/\.js$/, '.json')), 'utf8')) as { node: string };
			expect(codex.node).toMatch(new RegExp(`^${name}\\.\\w+$`));
		}
	});

	test.each(PACKAGES)('%s has version, licence and peer dependency of the whole, and no scripts or dependencies', (name) => {
		const manifest = manifestIn(folderOf(name));
		for (const field of ['version', 'license', 'author', 'peerDependencies', 'engines', 'files']) expect(manifest[field]).toEqual(WHOLE[field]);
		expect(manifest.repository).toEqual({ ...(WHOLE.repository as object), directory: `packages/${name}` });
		expect(manifest).not.toHaveProperty('scripts');
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest).not.toHaveProperty('devDependencies');
	});

	test.each(PACKAGES)("%s has a README by n8n's template, and no link that leads nowhere from the registry's page", (name) => {
		const readme = readFileSync(join(folderOf(name), 'README.md'), 'utf8');
		const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
		expect(headings).toEqual(['Installation', 'Operations', 'Credentials', 'Compatibility', 'Usage', 'Resources', 'Version history', 'Licence']);
		const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
		expect(links.filter((link) => !/^(https:|#)/.test(link))).toEqual([]);
	});

	test.each(PACKAGES)('%s has in its README each operation, and what it does', (name, service) => {
		const readme = readFileSync(join(folderOf(name), 'README.md'), 'utf8');
		const { resources } = TESTED.find(({ folder }) => folder === service) ?? { resources: [] };
		const rows = resources.flatMap((resource) => distinctOperations(resource).map(({ displayName, description }) => `| ${resource.displayName} | ${displayName} | ${lowered(description)} |`));
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
	});
});

describe("n8n's scanner", () => {
	test(
		'finds nothing in source and in packed packages',
		async () => {
			const packed: string[] = [];
			for (const name of NAMES) packed.push(await packFolder(folderOf(name), join(copy.folder, '.build/packed')));
			// n8n finds a package's source by the name in a package.json; the code of a single service lies elsewhere, in the whole.
			const sources = [copy.folder, ...PACKAGES.map(([name]) => join(copy.folder, 'packages', name))];
			for (const [name, service] of PACKAGES) sources.push(await copy.sourceOf(name, service));
			const { exitCode, output } = await copy.scan(...sources, ...packed);
			expect(output).toMatch(/^(.+: \d+ files?, no findings\n)+$/);
			expect(output.trim().split('\n')).toHaveLength(sources.length + packed.length);
			expect(exitCode).toBe(0);
		},
		// A minute by itself; five packages in source and packed.
		8 * MINUTE_MS,
	);

	test(
		'finds errors and warnings that are put in, whatever a comment there says',
		async () => {
			const other = await ProjectCopy.make();
			try {
				await appendFile(join(other.folder, 'nodes/SrsSips/SrsSips.node.ts'), '\n/* eslint-disable */ console.log(1); // eslint-disable-line\n');
				const manifest = { ...manifestIn(other.folder), homepage: undefined };
				await writeFile(join(other.folder, 'package.json'), JSON.stringify(manifest));
				const { exitCode, output } = await other.scan(other.folder);
				expect(output).toContain('(no-console)');
				expect(output).toContain('(@n8n/community-nodes/require-homepage)');
				expect(exitCode).toBe(1);
			} finally {
				await other.remove();
			}
		},
		2 * MINUTE_MS,
	);
});

function folderOf(name: string): string {
	const folder = folders.get(name);
	if (!folder) throw new Error(`There is no package ${name}.`);
	return folder;
}

function manifestIn(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** All files below a folder, as paths with slashes. */
function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** What the code in a folder loads and will not find once it is installed. */
function foreignImports(dist: string): string[] {
	return filesIn(dist).filter((path) => path.endsWith('.js')).flatMap((path) => {
		const wanted = [...readFileSync(join(dist, path), 'utf8').matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)/g)].map(([, name = '']) => name);
		return wanted
			.filter((name) => name !== 'crypto' && name !== 'n8n-workflow')
			.filter((name) => !name.startsWith('.') || !isFileOf(dist, join(dist, dirname(path), name)))
			.map((name) => `${path} loads ${name}`);
	});
}

function isFileOf(dist: string, path: string): boolean {
	return path.startsWith(`${dist}/`) && [path, `${path}.js`, `${path}/index.js`].some((file) => existsSync(file) && /\.\w+$/.test(file));
}
