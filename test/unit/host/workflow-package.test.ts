import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Host } from '../../../host';
import { linkWorkflowPackage } from '../../../host/workflow-package';

let above: string;

beforeEach(async () => {
	above = await realpath(await mkdtemp(join(tmpdir(), 'strays-')));
	await putWorkflowPackage(above);
});

afterEach(async () => await rm(above, { recursive: true }));

/** @returns its only file */
async function putWorkflowPackage(folder: string): Promise<string> {
	const own = join(folder, 'node_modules', 'n8n-workflow');
	await mkdir(own, { recursive: true });
	await writeFile(join(own, 'index.js'), '');
	return join(own, 'index.js');
}

/** Asked of a process of its own: jest resolves modules in its own way. */
async function foundByANodeIn(userFolder: string): Promise<string> {
	const cwd = join(userFolder, '.n8n', 'nodes', 'node_modules', 'some-nodes');
	await mkdir(cwd, { recursive: true });
	return execFileSync(process.execPath, ['-p', "require.resolve('n8n-workflow')"], { cwd, encoding: 'utf8' }).trim();
}

it('nodes find the n8n-workflow of the n8n that was started last, and none that lies above its folder', async () => {
	const userFolder = join(above, 'instance');
	for (const version of ['2.8.4', '2.41.1']) {
		const folder = join(above, version);
		const expected = await putWorkflowPackage(folder);
		await linkWorkflowPackage({ folder } as Host, userFolder);
		expect(await foundByANodeIn(userFolder)).toBe(expected);
	}
});
