import { lint, loadConfig, parseYaml } from '@redocly/openapi-core';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { servicesOf } from '../../../scripts/services.cjs';

const root = resolve(__dirname, '../../..');

/** Of each document the least number of marks, and a call that it has, so that a test which finds none does not pass. */
const LEAST: Readonly<Record<string, { marks: number; call: string }>> = {
	'srs-sips': { marks: 60, call: 'getToken' },
	'xcover-elements': { marks: 38, call: 'getToken' },
	'xcover-signature': { marks: 20, call: 'createOffer' },
	su: { marks: 14, call: 'getToken' },
	tradevest: { marks: 90, call: 'getToken' },
};

const documents = servicesOf(root).flatMap(({ openapi }) => openapi.map((name) => ({ name, ...(LEAST[name] ?? { marks: 1, call: 'getToken' }) })));

/** All objects inside a document, with the way to them. */
function* objectsIn(value: unknown, at = '#'): Generator<[at: string, found: Record<string, unknown>]> {
	if (typeof value !== 'object' || value === null) return;
	if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
	for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, `${at}/${name}`);
}

describe.each(documents)('openapi/$name.yaml', ({ name, marks, call }) => {
	const file = resolve(root, `openapi/${name}.yaml`);
	const document = parseYaml(readFileSync(file, 'utf8')) as Record<string, unknown>;

	it('is a valid OpenAPI 3.1 document, without warnings', async () => {
		const config = await loadConfig({ configPath: resolve(root, 'redocly.yaml') });
		const problems = await lint({ ref: file, config });
		expect(document.openapi).toMatch(/^3\.1\./);
		expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
	});

	it('gives a reason wherever something is inferred, and no other certainty', () => {
		const marked = [...objectsIn(document)].filter(([, found]) => 'x-certainty' in found);
		expect(marked.length).toBeGreaterThanOrEqual(marks);
		for (const [at, found] of marked) {
			expect([at, found['x-certainty']]).toEqual([at, 'inferred']);
			expect([at, String(found['x-certainty-reason'] ?? '').length > 20]).toEqual([at, true]);
		}
	});

	it('has no reason without a mark', () => {
		const lost = [...objectsIn(document)].filter(([, found]) => 'x-certainty-reason' in found && !('x-certainty' in found));
		expect(lost.map(([at]) => at)).toEqual([]);
	});

	it('names each call once', () => {
		const ids = [...objectsIn(document)].flatMap(([, found]) => (typeof found.operationId === 'string' ? [found.operationId] : []));
		// That the sandbox plays each of them is checked by the types of its handlers.
		expect(ids).toContain(call);
		expect(ids.filter((id, at) => ids.indexOf(id) !== at || !/^[a-z][A-Za-z0-9]+$/.test(id))).toEqual([]);
	});
});
