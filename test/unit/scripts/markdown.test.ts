import { markdownTable, withMadeSections } from '../../../scripts/markdown.cjs';

describe('a table', () => {
	it('is Markdown', () => {
		expect(markdownTable(['order', 'lines'], [['MAPLE', 16], ['LEAK', 8]])).toBe('| order | lines |\n| --- | --- |\n| MAPLE | 16 |\n| LEAK | 8 |');
	});
});

describe('the sections of a document that a command makes', () => {
	const document = '# A\n<!-- one: made by npm run x -->\nold\n<!-- one: end -->\nkept\n<!-- two: made by npm run x -->\n<!-- two: end -->\n<!-- three: made by npm run y -->\nother\n<!-- three: end -->\n';

	it('are written anew, and nothing else', () => {
		const made = withMadeSections(document, 'npm run x', (name) => `new ${name} $1`);
		expect(made).toBe(document.replace('-->\nold\n<!--', '-->\n\nnew one $1\n\n<!--').replace('x -->\n<!-- two: end', 'x -->\n\nnew two $1\n\n<!-- two: end'));
		expect(withMadeSections(made, 'npm run x', (name) => `new ${name} $1`)).toBe(made);
	});

	it.each([
		['there is none', 'text'],
		['one has no end', `${document}<!-- four: made by npm run x -->\n`],
	])('are missed where %s', (_why, text) => {
		expect(() => withMadeSections(text, 'npm run x', () => '')).toThrow('made by npm run x');
	});
});
