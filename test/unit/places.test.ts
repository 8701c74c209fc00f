import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { E2E_FILES } from '../e2e/plan';

const ROOT = join(__dirname, '../..');
/** Rooms of the sources whose tests stand in the same place below `test/unit`. */
const ROOMS = ['credentials', 'engine', 'host', 'nodes', 'sandbox', 'scripts'];

/** The tests below a folder of the repository, as paths from there. */
function testsIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
}

describe('where a test is found', () => {
	it.each(ROOMS)('unit tests of %s lie in the folder of what they test', (room) => {
		const folders = [...new Set(testsIn(join('test/unit', room)).map((path) => join(room, dirname(path))))];
		expect(folders.length).toBeGreaterThan(0);
		expect(folders.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
	});

	it('each end-to-end test has its place in test/e2e/plan.ts, and nothing else has', () => {
		expect(Object.keys(E2E_FILES).sort()).toEqual(testsIn('test/e2e').map((path) => basename(path, '.test.ts')).sort());
	});

	it.each(Object.entries(E2E_FILES))('the end-to-end test "%s" starts n8n as it says there', (name, { in: place }) => {
		const text = readFileSync(join(ROOT, 'test/e2e', `${name}.test.ts`), 'utf8');
		const starts = { shared: /e2e\/sharedN8n'/.test(text), own: /\b(?:startN8n|setScene)\(/.test(text), queue: /\bstartQueueN8n\(/.test(text) };
		expect(Object.entries(starts).filter(([, isSo]) => isSo).map(([how]) => how)).toEqual([place]);
	});
});
