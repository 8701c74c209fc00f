// What of a package's README is made: the table of operations, from the compiled nodes, and sections of the service's page and of the
// project's own README.
'use strict';

const { lowered, markdownTable, withMadeSections } = require('./markdown.cjs');

/**
 * The README with its made sections written anew. `operations` is what the nodes can do; any other name is a heading of the
 * second level in one of the pages.
 *
 * @param {string} readme of the package
 * @param {object[]} descriptions of the package's nodes
 * @param {Array<{ text: string, url: string }>} pages the service's page and the project's README, and where each can be read: the first that has the heading counts
 * @throws where a section has no end, or no page has such a heading
 */
function filledIn(readme, descriptions, pages) {
	const contentOf = (name) => (name === 'operations' ? descriptions.map(operationsOf).join('\n\n') : sectionOf(pages, name));
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
function sectionOf(pages, heading) {
	for (const { text, url } of pages) {
		const [, after] = text.split(`\n## ${heading}\n`);
		if (after !== undefined) return linkedFrom(url, after.split('\n## ')[0].trim());
	}
	throw new Error(`Neither README.md nor the service's page has a section "${heading}", which the README of a package takes over.`);
}

/** With relative links made whole: beside a published package there is nothing for them to lead to. A picture is asked for as such. */
function linkedFrom(page, markdown) {
	return markdown.replace(/(!?)(\[[^\]]*\])\((?!\w+:)([^)]+)\)/g, (_, picture, words, path) => `${picture}${words}(${new URL(path, page)}${picture && '?raw=true'})`);
}

module.exports = { filledIn };
