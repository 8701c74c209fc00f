// `npm run new -- operation ...`: first an entry for the call in the partner's document, and once that is written the skeleton of the
// operation, with what is left to write. Nothing that stands is overwritten.
import { installDependencies } from './setup.mjs';
import { project, runAsProgram, step } from './steps.mjs';
import skeletons from './new/unfinished.cjs';

await runAsProgram(import.meta.url, async (args) => {
	await installDependencies();
	// What these need is there only now.
	const { askedFor } = await import('./new/asked.mjs');
	const { beginCall, isDocumented } = await import('./new/call.mjs');
	const { makeOperation } = await import('./new/operation.mjs');
	const asked = askedFor(args, project);
	const before = new Set(skeletons.unfinished(project).map(withoutLine));
	const left = () => skeletons.unfinished(project).filter((line) => !before.has(withoutLine(line)));
	if (!isDocumented(project, asked)) {
		const file = beginCall(project, asked);
		const lines = skeletons.unfinished(project).filter((line) => line.startsWith(file));
		say(`${file} has an entry for ${asked.method} ${asked.path} now. Write it: fields, answers, examples, and the source of each`, lines);
		console.log('\nThen run the same command again: the skeleton of the operation is made from it.');
		return;
	}
	const { files, fieldsLeft } = makeOperation(project, asked);
	await step('Generating types from openapi/', ['npm', 'run', 'types']);
	say('Made, or something added', files);
	say('Left to write, in this order (npm run test:unit -- unit/services names it again)', left());
	if (fieldsLeft.length > 0) say('Fields of the call that the panel does not have yet; write those that people need', fieldsLeft);
	say('Then, with a look at what changes', commandsFor(asked));
});

function say(title, lines) {
	console.log(`\n${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

function withoutLine(line) {
	return line.replace(/:\d+ /, ' ');
}

function commandsFor({ service: { service, sandbox } }) {
	return [
		'npm run check && npm run lint',
		'npm run schemas     what the operation puts out, from the sandbox\'s answer',
		'npm run docs        the tables of operations',
		'npm run packages',
		`npm run test:unit -- unit/services operations nodes/${service} ${sandbox.folder}`,
		'npm run test:engine -- everyOperation',
		'npm run test:unit -- packages',
		`and what is special about it: a test in test/unit/nodes/${service}/, a line in CHANGELOG.md`,
	];
}
