import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { resources } from '../../../nodes/SrsSips/operations';
import { withMadeSections } from '../../../scripts/markdown.cjs';
import { readmeTable, standingTable } from '../../support/operationTables';

/** `npm run docs` writes the tables into the documents. */
const isWriting = process.env.DOCS === 'write';

const DOCUMENTS: ReadonlyArray<readonly [file: string, content: () => string]> = [
	['README.md', readmeTable],
	['docs/sips.md', standingTable],
];

describe('the documents', () => {
	it.each(DOCUMENTS)('%s has the table of operations that the code gives', (name, content) => {
		const file = resolve(__dirname, '../../..', name);
		const text = readFileSync(file, 'utf8');
		const wanted = withMadeSections(text, 'npm run docs', content);
		if (isWriting) writeFileSync(file, wanted);
		else expect(text).toBe(wanted);
	});

	it('say for every operation what it calls and how much of that is documented', () => {
		for (const { source } of resources.flatMap(({ operations }) => operations)) {
			expect(source.call).toMatch(/(GET|POST) \/|^the reads of/);
			expect(source.standing).not.toBe('');
		}
	});
});
