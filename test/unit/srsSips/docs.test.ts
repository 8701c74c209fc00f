import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { resources } from '../../../nodes/SrsSips/operations';
import { readmeTable, standingTable, withSection } from '../../support/operationTables';

/** `npm run docs` writes the tables into the documents. */
const isWriting = process.env.DOCS === 'write';

const DOCUMENTS: ReadonlyArray<readonly [file: string, section: string, content: () => string]> = [
	['README.md', 'operations', readmeTable],
	['docs/sips.md', 'operations', standingTable],
];

describe('the documents', () => {
	it.each(DOCUMENTS)('%s has the table of %s that the code gives', (name, section, content) => {
		const file = resolve(__dirname, '../../..', name);
		const text = readFileSync(file, 'utf8');
		const wanted = withSection(text, section, content());
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
