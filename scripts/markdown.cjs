// Markdown that is made: a table, and the sections of a document that a command writes. Plain JavaScript, for gulp and for tests alike.
'use strict';

/**
 * @param {readonly string[]} head
 * @param {ReadonlyArray<ReadonlyArray<string | number>>} rows
 */
function markdownTable(head, rows) {
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * A document with its made sections written anew: what stands between `<!-- name: made by command -->` and `<!-- name: end -->`.
 *
 * @param {string} text
 * @param {string} command that makes them, as a person types it
 * @param {(name: string, held: string) => string} contentOf makes what a section holds; `held` is what it holds so far
 * @throws where there is no such section, or one has no end
 */
function withMadeSections(text, command, contentOf) {
	const begin = `: made by ${command} -->`;
	let made = 0;
	const filled = text.replace(new RegExp(`<!-- (.+)${begin}\\n([^]*?)<!-- \\1: end -->`, 'g'), (_, name, held) => {
		made += 1;
		return `<!-- ${name}${begin}\n\n${contentOf(name, held.trim())}\n\n<!-- ${name}: end -->`;
	});
	const begun = text.split(begin).length - 1;
	if (made === 0 || made < begun) throw new Error(`A document has ${begun} sections that begin with "made by ${command}", and ${made} that end.`);
	return filled;
}

/** A description as a cell of a table: its first letter small, no full stop. */
function lowered(sentence) {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

module.exports = { lowered, markdownTable, withMadeSections };
