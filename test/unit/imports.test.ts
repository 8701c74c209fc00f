import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Each rule, with files that break it: an importing file, and what it imports. */
const BREACHES: Record<string, Array<[from: string, to: string]>> = {
	'no-circles': [['engine/a/one.ts', 'engine/a/two.ts'], ['engine/a/two.ts', 'engine/a/one.ts']],
	'no-circles-of-rooms': [['engine/upper/first.ts', 'engine/lower/first.ts'], ['engine/lower/second.ts', 'engine/upper/second.ts']],
	'engine-knows-no-service': [['engine/a/three.ts', 'nodes/One/name.ts']],
	'services-apart': [['nodes/Two/wire.ts', 'nodes/One/name.ts']],
	'credentials-stand-on-the-engine': [['credentials/One.credentials.ts', 'nodes/One/name.ts']],
	'sandbox-from-documents': [['sandbox/one.ts', 'nodes/One/name.ts']],
	'published-stands-alone': [['nodes/One/file.ts', 'scripts/tool.ts']],
	'published-types-from-documents': [['nodes/One/typed.ts', 'scripts/tool.ts']],
};

interface Violation {
	rule: { name: string };
	from: string;
}

/** Cruises a tree of made-up files by the rules of this repository. */
function violations(files: Map<string, string>): Violation[] {
	const tree = mkdtempSync(join(tmpdir(), 'imports-'));
	try {
		for (const [path, text] of [...files, ['tsconfig.json', '{}'] as const]) {
			mkdirSync(dirname(join(tree, path)), { recursive: true });
			writeFileSync(join(tree, path), text);
		}
		const rooms = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))];
		const command = [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json', ...rooms];
		const json = execFileSync(process.execPath, command, { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
		return (JSON.parse(json) as { summary: { violations: Violation[] } }).summary.violations;
	} finally {
		rmSync(tree, { recursive: true, force: true });
	}
}

/** Files that import each other like this, and no more. */
function tree(pairs: Array<[from: string, to: string]>, isTypeOnly = false): Map<string, string> {
	const files = new Map<string, string>();
	for (const [from, to] of pairs) {
		if (!files.has(to)) files.set(to, '');
		const path = `${'../'.repeat(from.split('/').length - 1)}${to.replace(/\.ts$/, '')}`;
		files.set(from, `${files.get(from) ?? ''}import ${isTypeOnly ? 'type ' : ''}{ x } from '${path}';\nexport const x = 1;\nexport type y = typeof x;\n`);
	}
	for (const [path, text] of files) if (text === '') files.set(path, 'export const x = 1;\n');
	return files;
}

describe('the rules of who may import whom', () => {
	it.each(Object.entries(BREACHES))('%s is broken by what breaks it', (rule, pairs) => {
		const found = violations(tree(pairs, rule === 'published-types-from-documents'));
		expect(found.map(({ rule: { name } }) => name)).toContain(rule);
		expect(found.filter(({ rule: { name } }) => name === rule).map(({ from }) => from)).toContain(rule === 'no-circles-of-rooms' ? 'engine/lower' : pairs[0]?.[0]);
	});

	it('let pass what is allowed', () => {
		const allowed = tree([
			['nodes/One/One.node.ts', 'nodes/One/order/submit.ts'], ['nodes/One/order/submit.ts', 'engine/items/operation.ts'], ['engine/items/operation.ts', 'engine/failure.ts'],
			['credentials/One.credentials.ts', 'engine/token/flow.ts'], ['sandbox/one/index.ts', 'sandbox/core/server.ts'], ['nodes/One/contract.ts', 'openapi/generated/one.ts'],
		], true);
		expect(violations(allowed)).toEqual([]);
	});
});
