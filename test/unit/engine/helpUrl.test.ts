import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { FAILURE_KINDS } from '../../../engine/failure';
import { helpUrl } from '../../../engine/helpUrl';

const page = readFileSync(resolve(__dirname, '../../../docs/troubleshooting.md'), 'utf8');

describe('the page that messages link to', () => {
	it('has a section for each kind of failure, and for nothing else', () => {
		const kinds = page.split('\n## Kinds\n')[1]?.split('\n## ')[0] ?? '';
		expect([...kinds.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)).toEqual([...FAILURE_KINDS]);
	});

	it.each([...FAILURE_KINDS])('has %s in its table, and the link of the message leads to the section', (kind) => {
		const anchor = new URL(helpUrl(kind)).hash;
		expect(page).toContain(`| [${kind}](${anchor}) |`);
		// GitHub makes anchors of headings so.
		expect(anchor).toBe(`#${kind.toLowerCase()}`);
	});

	it('is where the repository says that it is', () => {
		const { repository } = JSON.parse(readFileSync(resolve(__dirname, '../../../package.json'), 'utf8')) as { repository: { url: string } };
		const home = repository.url.replace(/^git\+|\.git$/g, '');
		expect(helpUrl('outage').startsWith(`${home}/blob/main/docs/troubleshooting.md#`)).toBe(true);
	});
});
