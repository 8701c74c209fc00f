import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { withMadeSections } from '../../../scripts/markdown.cjs';
import { readmeTable, standingTable } from '../../support/services/operationTables';
import { SERVICES } from '../../support/services';

/** `npm run docs` writes the tables into the documents. */
const isWriting = process.env.DOCS === 'write';

const DOCUMENTS: ReadonlyArray<readonly [file: string, content: (section: string) => string]> = [
	['README.md', (section) => readmeTable(SERVICES.find(({ displayName }) => section === `operations of ${displayName}`)?.resources ?? [])],
	...SERVICES.map(({ document, resources }) => [document, () => standingTable(resources)] as const),
];

describe('the documents', () => {
	it.each(DOCUMENTS)('%s has the table of operations that the code gives (else: npm run docs)', (name, content) => {
		const file = resolve(__dirname, '../../..', name);
		const text = readFileSync(file, 'utf8');
		const wanted = withMadeSections(text, 'npm run docs', content);
		if (isWriting) writeFileSync(file, wanted);
		else expect(text).toBe(wanted);
	});

	it.each(SERVICES)('README.md has the operations of $displayName', ({ displayName }) => {
		expect(readFileSync(resolve(__dirname, '../../../README.md'), 'utf8')).toContain(`<!-- operations of ${displayName}: made by npm run docs -->`);
	});

	it('say for every operation what it calls and how much of that is documented', () => {
		for (const { source } of SERVICES.flatMap(({ resources }) => resources).flatMap(({ operations }) => operations)) {
			expect(source.call).toMatch(/(GET|POST|PUT|PATCH|DELETE) \/|^the reads of/);
			expect(source.standing).not.toBe('');
		}
	});
});
