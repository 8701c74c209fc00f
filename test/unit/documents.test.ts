import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { servicesOf } from '../../scripts/services.cjs';

const PROJECT = resolve(__dirname, '../..');
const REPOSITORY = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis';
const textOf = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
const filesIn = (folder: string, ending: string): string[] => readdirSync(join(PROJECT, folder), { recursive: true }).map((name) => join(folder, String(name))).filter((path) => path.endsWith(ending));

const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'sandbox/README.md', 'host/README.md', 'test/soak/README.md', ...filesIn('docs', '.md'), ...filesIn('packages', '.md')];

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(markdown: string): Set<string> {
	const headings = [...withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
	return new Set(headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-')));
}

function withoutCode(markdown: string): string {
	return markdown.replace(/^```[^]*?^```/gm, '');
}

/** What is wrong with a link to a file of this repository; empty where it leads somewhere. */
function faultOf(target: string): string[] {
	const [path = '', anchor] = target.split('#');
	if (!existsSync(join(PROJECT, path))) return [`${path} is not there`];
	if (anchor === undefined || !statSync(join(PROJECT, path)).isFile() || !path.endsWith('.md')) return [];
	return anchorsOf(textOf(path)).has(anchor) ? [] : [`${path} has no heading for #${anchor}`];
}

/** The links of a page that lead into this repository, from its root: relative ones, and whole ones to its page. */
function linksOf(page: string): string[] {
	const targets = [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
	return targets.flatMap((target) => {
		if (target.startsWith('#')) return [`${page}${target}`];
		if (target.startsWith(REPOSITORY)) return inRepository(target);
		if (/^\w+:/.test(target)) return [];
		return [join(dirname(page), target)];
	});
}

/** The path behind an address of the repository's page, as in `blob/main/docs/su.md#connect`. */
function inRepository(url: string): string[] {
	const [, path] = /\/(?:blob|tree)\/main\/([^?]+)/.exec(url) ?? [];
	return path === undefined ? [] : [path];
}

describe('a link', () => {
	it.each(PAGES)('in %s leads to a file and a heading that are there', (page) => {
		expect(linksOf(page).flatMap(faultOf)).toEqual([]);
	});

	it.each([...filesIn('credentials', '.credentials.ts'), ...filesIn('nodes', '.node.json'), 'engine/helpUrl.ts'])('of the product, in %s, does so too', (file) => {
		const urls = [...textOf(file).matchAll(new RegExp(`${REPOSITORY}[^'"\`\\s]*`, 'g'))].map(([url]) => url);
		expect(urls.length).toBeGreaterThan(0);
		expect(urls.flatMap((url) => (inRepository(url).length > 0 ? inRepository(url).flatMap(faultOf) : [`${url} is no page of ours`]))).toEqual([]);
	});

	it('that leads nowhere is found', () => {
		expect(faultOf('docs/nothing.md')).toEqual(['docs/nothing.md is not there']);
		expect(faultOf('README.md#no-such-heading')).toEqual(['README.md has no heading for #no-such-heading']);
	});
});

describe('the documents', () => {
	it('begin with a README of less than 120 lines', () => {
		expect(textOf('README.md').split('\n').length).toBeLessThan(120);
	});

	it.each(servicesOf(PROJECT).map(({ document }) => document))('%s leads from the credential on, and says what is not certain', (document) => {
		const headings = [...textOf(document ?? '').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
		expect(headings).toEqual(expect.arrayContaining(['Connect', 'What is not certain', 'The sandbox']));
	});

	it('are all reached from the README', () => {
		const reached = new Set(['README.md']);
		for (const page of reached) if (page.endsWith('.md')) for (const link of linksOf(page)) reached.add(link.split('#')[0] ?? '');
		expect(filesIn('docs', '.md').filter((page) => !reached.has(relative('.', page)))).toEqual([]);
	});
});
