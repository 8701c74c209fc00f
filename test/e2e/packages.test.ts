import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { CREDENTIAL, setScene, type Scene } from '../../demo/scene';
import { ensureHost, installPackage, registerPackage, startN8n, type InstalledPackage, type N8nInstance } from '../../host';
import { packFolder, ProjectCopy } from '../support/packages/packages';
import { runSrsSips } from '../support/e2e/singleNode';

const MINUTE_MS = 60_000;
const WHOLE = 'n8n-nodes-partner-apis';
const SINGLE = 'n8n-nodes-srs-sips';
const BOTH = [WHOLE, SINGLE];

const VALIDATE = { resource: 'customer', operation: 'validate', customerCode: 'DEMO100', proof: 'integrationKey', integrationKey: 'RDG100', options: {} };

let copy: ProjectCopy;

beforeAll(async () => {
	copy = await ProjectCopy.built();
}, 5 * MINUTE_MS);

afterAll(async () => await copy?.remove(), MINUTE_MS);

/** The package of a single service, packed as it would be published. */
async function packed(name: string): Promise<string> {
	return await packFolder((await copy.packages(WHOLE)).get(name) ?? '', join(copy.folder, '.build/packed'));
}

/** An instance with the whole in it, to which somebody adds the package of the one service with npm, as an image's builder does. */
describe('the package of a single service beside the whole, in one n8n', () => {
	let scene: Scene;
	let installed: InstalledPackage;

	beforeAll(async () => {
		scene = await setScene({ n8nVersion: process.env.E2E_N8N_VERSION });
		const { n8n } = scene;
		installed = await installPackage(await packed(SINGLE), n8n.userFolder);
		await n8n.restart();
	}, 15 * MINUTE_MS);

	afterAll(async () => await scene?.close(), MINUTE_MS);

	test('the nodes of both are there', async () => {
		const { n8n } = JSON.parse(await readFile(join(installed.folder, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } };
		const names = n8n.nodes.map((path) => basename(path, '.node.js')).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
		expect(names).toContain('srsSips');
		const wanted = BOTH.flatMap((name) => names.map((node) => `${name}.${node}`));
		expect(await scene.n8n.client.nodeTypes()).toEqual(expect.arrayContaining(wanted));
	});

	test('the credential type, which both have, is offered for the nodes of one and the other', async () => {
		const types = (await scene.n8n.client.call('GET', '/types/credentials.json')) as Array<{ name: string; supportedNodes: string[] }>;
		const ours = types.filter(({ name }) => name === CREDENTIAL.type);
		expect(ours.flatMap(({ supportedNodes }) => supportedNodes)).toEqual(expect.arrayContaining(BOTH.map((name) => `${name}.srsSips`)));
	});

	test.each(BOTH)(
		'Customer: Validate of %s runs with the credential that was there before',
		async (name) => {
			const { execution, items, error } = await runSrsSips(scene, VALIDATE, { settings: { type: `${name}.srsSips` } });
			expect(error).toBeUndefined();
			expect(execution.status).toBe('success');
			expect(items.map(({ json }) => json)).toEqual([expect.objectContaining({ customerCode: 'DEMO100' })]);
		},
		2 * MINUTE_MS,
	);

	test("n8n's own list takes only one of them: it holds no two nodes with the same display name", async () => {
		await expect(registerPackage(scene.n8n.host, scene.n8n.userFolder, installed)).rejects.toThrow('UNIQUE constraint failed: installed_nodes.name');
		const packages = await scene.n8n.client.communityPackages();
		expect(packages.map(({ packageName }) => packageName)).toEqual([WHOLE]);
	});

	test('the test of the credential succeeds, and one token serves all', async () => {
		expect(await scene.n8n.client.testCredential(CREDENTIAL.id)).toMatchObject({ status: 'OK' });
		expect(scene.sandbox.control.counts().tokens.issued).toBe(1);
	});
});

/** An instance into which somebody installs the package of each service, and not the whole. */
describe('the packages of all services, in one n8n', () => {
	let n8n: N8nInstance;
	let names: string[];

	beforeAll(async () => {
		const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
		names = [...(await copy.packages(WHOLE)).keys()].filter((name) => name !== WHOLE);
		const tgzs: string[] = [];
		for (const name of names) tgzs.push(await packed(name));
		n8n = await startN8n({ host, packages: tgzs });
	}, 15 * MINUTE_MS);

	afterAll(async () => await n8n?.stop(), MINUTE_MS);

	test("are all in n8n's own list, and their nodes are there", async () => {
		expect(names).toEqual(['n8n-nodes-srs-sips', 'n8n-nodes-su', 'n8n-nodes-tradevest', 'n8n-nodes-xcover-elements']);
		expect((await n8n.client.communityPackages()).map(({ packageName }) => packageName).sort()).toEqual(names);
		expect(await n8n.client.nodeTypes()).toEqual(expect.arrayContaining(['n8n-nodes-srs-sips.srsSips', 'n8n-nodes-srs-sips.srsSipsTrigger', 'n8n-nodes-su.su', 'n8n-nodes-tradevest.tradevest', 'n8n-nodes-xcover-elements.xCoverElements', 'n8n-nodes-xcover-elements.xCoverElementsTrigger']));
	});

	test('bring the credential of each service once', async () => {
		const types = (await n8n.client.call('GET', '/types/credentials.json')) as Array<{ name: string; supportedNodes?: string[] }>;
		const ours = types.filter(({ name }) => ['srsSipsApi', 'suApi', 'tradevestApi'].includes(name)).map(({ name, supportedNodes }) => [name, supportedNodes]);
		expect(ours.sort()).toEqual([['srsSipsApi', expect.arrayContaining(['n8n-nodes-srs-sips.srsSips'])], ['suApi', expect.arrayContaining(['n8n-nodes-su.su'])], ['tradevestApi', expect.arrayContaining(['n8n-nodes-tradevest.tradevest'])]]);
	});
});
