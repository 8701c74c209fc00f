// What the release workflow does beside npm's own commands:
//   node scripts/release.mjs check v1.2.3     tag, version and changelog fit together; prints what changed
//   node scripts/release.mjs pack <folder>    packs the whole and the package of each service
//   node scripts/release.mjs publish <folder> publishes what is packed there
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { project, runAsProgram, step, StepError, stream } from './steps.mjs';

const PACKAGES = join(project, '.build/packages');

const COMMANDS = { check, pack, publish };

await runAsProgram(import.meta.url, async ([command, given]) => {
	if (!COMMANDS[command] || !given) throw new StepError('Say "check <tag>", "pack <folder>" or "publish <folder>".');
	await COMMANDS[command](given);
});

/** Fails unless the tag is that of the version in package.json and the changelog has the version as released. */
function check(tag) {
	const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
	if (tag !== `v${version}`) throw new StepError(`The tag is ${tag}, and package.json has version ${version}: tag v${version}, or change the version.`);
	const sections = readFileSync(join(project, 'CHANGELOG.md'), 'utf8').split(/^## /m);
	const section = sections.find((text) => text.startsWith(`${version} `));
	if (!section) throw new StepError(`CHANGELOG.md has no section "## ${version} - <date>".`);
	const [heading, ...changes] = section.split('\n');
	if (!/ - \d{4}-\d\d-\d\d$/.test(heading)) throw new StepError(`CHANGELOG.md says "## ${heading}": put the date of the release there.`);
	console.log(changes.join('\n').trim());
}

async function pack(folder) {
	const to = resolve(folder);
	mkdirSync(to, { recursive: true });
	for (const source of [project, ...readdirSync(PACKAGES).map((name) => join(PACKAGES, name))]) {
		await step(`Packing ${source}`, ['npm', 'pack', source, '--ignore-scripts', '--pack-destination', to]);
	}
}

/** A package that is there already is passed over, so a release that broke off halfway can be run again. */
async function publish(folder) {
	const packed = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
	if (packed.length === 0) throw new StepError(`There is no .tgz in ${folder}.`);
	for (const file of packed) {
		const tgz = resolve(folder, file);
		if (isPublished(tgz)) {
			console.log(`${file}: is there already`);
			continue;
		}
		const exitCode = await stream(['npm', 'publish', tgz, '--provenance', '--access', 'public', '--ignore-scripts']);
		if (exitCode !== 0) throw new StepError(`${file}: was not published, and none after it.`);
	}
}

function isPublished(tgz) {
	const { name, version } = JSON.parse(outputOf('tar', '-xzOf', tgz, 'package/package.json'));
	return outputOf('npm', 'view', `${name}@${version}`, 'version').trim() === version;
}

/** Empty when the command fails: the registry answers so for a package it does not have. */
function outputOf(program, ...args) {
	const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	return status === 0 ? stdout : '';
}
