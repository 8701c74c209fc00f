// `npm run screenshots`: what the tests of the editor see, light and dark, as pictures in docs/images. Look at them before you commit them.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { endToEndTests } from './jest.mjs';
import { e2eVersions, Hosts } from './n8n-hosts.mjs';
import { setUp } from './setup.mjs';
import { project, runAsProgram, stream, StepError } from './steps.mjs';

await runAsProgram(import.meta.url, async () => {
	await setUp();
	// The newest, as a newcomer has it.
	const version = (await e2eVersions()).at(-1);
	if (!(await new Hosts([version]).isReady(version))) throw new StepError(`n8n ${version} could not be installed.`);
	if ((await stream(['npm', 'run', 'build'])) !== 0) throw new StepError('The build failed.');
	const folder = join(project, 'docs', 'images');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const theme of ['light', 'dark']) {
		const { failed } = await endToEndTests(version, { words: ['e2e/editor'], env: { EDITOR_PICTURES: folder, EDITOR_THEME: theme } });
		if (failed > 0) throw new StepError(`The tests of the editor failed (${theme}): its pictures are not worth keeping.`);
	}
	console.log(`\nThe pictures are in ${folder}.`);
});
