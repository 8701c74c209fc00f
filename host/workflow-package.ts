import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from './install';

const NAME = 'n8n-workflow';

/**
 * Lets nodes in this folder find the `n8n-workflow` of the n8n that loads them, and no other. n8n has them look there last: Node.js
 * prefers one that lies in any folder above, such as the folder of all temporary files. Errors of another copy are not
 * n8n's own, and it would leave out what they advise.
 */
export async function linkWorkflowPackage(host: Host, userFolder: string): Promise<void> {
	const folder = join(userFolder, 'node_modules');
	await mkdir(folder, { recursive: true });
	const link = join(folder, NAME);
	// Of another version, where the folder has seen one.
	await rm(link, { force: true });
	await symlink(join(host.folder, 'node_modules', NAME), link);
}
