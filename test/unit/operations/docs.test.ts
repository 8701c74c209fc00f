import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { withMadeSections } from '../../../scripts/markdown.cjs';
import { operationTable } from '../../support/services/operationTables';
import { SERVICES } from '../../support/services';

/** `npm run docs` writes the tables into the pages. */
const isWriting = process.env.DOCS === 'write';

describe("a service's page", () => {
	it.each(SERVICES)('$document has the table of operations that the code gives (else: npm run docs)', ({ document, resources }) => {
		const file = resolve(__dirname, '../../..', document);
		const text = readFileSync(file, 'utf8');
		const wanted = withMadeSections(text, 'npm run docs', () => operationTable(resources));
		if (isWriting) writeFileSync(file, wanted);
		else expect(text).toBe(wanted);
	});

	it('says for every operation what it calls and how much of that is documented', () => {
		for (const { source } of SERVICES.flatMap(({ resources }) => resources).flatMap(({ operations }) => operations)) {
			expect(source.call).toMatch(/(GET|POST|PUT|PATCH|DELETE) \/|^the reads of/);
			expect(source.standing).not.toBe('');
		}
	});
});
