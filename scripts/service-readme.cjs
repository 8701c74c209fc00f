// What of a package's README is made: the table of operations, from the compiled nodes, and sections of the project's own README.
'use strict';

const { lowered, markdownTable, withMadeSections } = require('./markdown.cjs');

/**
 * The README with its made sections written anew. `operations` is what the nodes can do; any other name is a heading of the
 * second level of the project's README.
 *
 * @param {string} readme of the package
 * @param {object[]} descriptions of the package's nodes
 * @param {{ text: string, home: string }} whole the project's README, and the address its relative links start from
 * @throws where a section has no end, or the project's README has no such heading
 */
function filledIn(readme, descriptions, whole) {
	const contentOf = (name) => (name === 'operations' ? descriptions.map(operationsOf).join('\n\n') : linkedFrom(whole.home, sectionOf(whole.text, name)));
	return withMadeSections(readme, 'npm run packages', contentOf);
}

/** A node with resources as a table of its operations, any other as a sentence. */
function operationsOf({ displayName, description, properties }) {
	const resource = properties.find(({ name }) => name === 'resource');
	if (!resource) return `**${displayName}**: ${lowered(description)}.`;
	const rows = resource.options.flatMap(({ name, value }) =>
		properties
			.filter((property) => property.name === 'operation' && property.displayOptions?.show?.resource?.includes(value))
			.flatMap(({ options }) => options.map((operation) => [name, operation.name, lowered(operation.description)])),
	);
	return [`**${displayName}**`, '', markdownTable(['resource', 'operation', 'what it does'], rows)].join('\n');
}

/** The text under a heading of the second level, up to the next. */
function sectionOf(markdown, heading) {
	const [, after] = markdown.split(`\n## ${heading}\n`);
	if (after === undefined) throw new Error(`README.md has no section "${heading}", which the README of a package takes over.`);
	return after.split('\n## ')[0].trim();
}

/** With relative links made whole: beside a published package there is nothing for them to lead to. A picture is asked for as such. */
function linkedFrom(home, markdown) {
	return markdown.replace(/(!?)(\[[^\]]*\])\((?!\w+:|#)([^)]+)\)/g, (_, picture, words, path) => `${picture}${words}(${home}/${path}${picture && '?raw=true'})`);
}

module.exports = { filledIn };
