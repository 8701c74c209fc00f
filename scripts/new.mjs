// `npm run new -- operation ...`: the skeleton of an operation, and what is left to write. Nothing that stands is overwritten.
import { installDependencies } from './setup.mjs';
import { project, runAsProgram, step } from './steps.mjs';
import skeletons from './new/unfinished.cjs';

await runAsProgram(import.meta.url, async (args) => {
	await installDependencies();
	// What these need is there only now.
	const { askedFor } = await import('./new/asked.mjs');
	const { makeOperation } = await import('./new/operation.mjs');
	const asked = askedFor(args, project);
	const before = new Set(skeletons.unfinished(project).map(withoutLine));
	const files = makeOperation(project, asked);
	await step('Generating types from openapi/', ['npm', 'run', 'types']);

	const left = skeletons.unfinished(project).filter((line) => !before.has(withoutLine(line)));
	console.log(`\nMade, or something added:\n${files.map((file) => `  ${file}`).join('\n')}`);
	console.log(`\nLeft to write, in this order (npm run test:unit -- unit/services names them again):\n${left.map((line) => `  ${line}`).join('\n')}`);
	console.log(`\nThen, with a look at what changes:\n${commandsFor(asked).map((line) => `  ${line}`).join('\n')}`);
});

function withoutLine(line) {
	return line.replace(/:\d+ /, ' ');
}

function commandsFor({ service: { service } }) {
	return [
		'npm run types       after each change of the document',
		'npm run check',
		'npm run schemas     what the operation puts out, from the sandbox\'s answer',
		'npm run docs        the tables of operations',
		'npm run packages',
		`npm run test:unit -- unit/services operations ${service} packages`,
		'npm run test:engine -- everyOperation',
		`and what is special about it: a test in test/unit/nodes/${service}/, a line in CHANGELOG.md`,
	];
}
