// What `npm run new` has made and nobody has written yet. CommonJS, for the generator and for the test that finds it.
'use strict';

const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

/** Where skeletons are made, in the order in which they are best written: the document first, what builds on it after. */
const PLACES = ['openapi', 'sandbox', 'nodes', 'test/support/services'];

/** Of the sandbox itself, not of a skeleton. */
const NO_SKELETON = ['sandbox/core', 'openapi/generated'];

/**
 * @param {string} project its folder
 * @returns {string[]} such as `openapi/su.yaml:312 is not written yet: what the call does, in one sentence`
 */
function unfinished(project) {
	return PLACES.flatMap((place) => filesIn(project, place)).flatMap((path) => {
		const lines = readFileSync(join(project, path), 'utf8').split('\n');
		return lines.flatMap((line, at) => {
			const [, told] = /(?:not written yet: |notWrittenYet\(')([^').]*)/i.exec(line) ?? [];
			return told === undefined ? [] : [`${path}:${at + 1} is not written yet: ${told}`];
		});
	});
}

function filesIn(project, place) {
	return readdirSync(join(project, place), { recursive: true })
		.map((name) => join(place, name))
		.filter((path) => /\.(ts|yaml)$/.test(path) && !NO_SKELETON.some((folder) => path.startsWith(folder)) && statSync(join(project, path)).isFile())
		.sort();
}

module.exports = { unfinished };
