import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { ExampleRuns } from '../support/services/exampleRuns';
import { outputSchema } from '../support/panels/outputSchema';
import { operationsOf, SERVICES } from '../support/services';

/** `npm run schemas` writes what the sandbox gives, for a person to look at and commit. */
const isWriting = process.env.SCHEMAS === 'write';

/** Our own form of an answer, with what the partner said beside it; or what no document shows, and is handed on. */
const OTHER_FORMS = ['order.preview', 'branch.getAll', 'product.match'];

describe.each(SERVICES.map((service) => ({ ...service, service })))('every operation of the $displayName node', ({ service, folder, examples }) => {
	const schemas = resolve(__dirname, '../../nodes', folder, '__schema__/v1.0.0');
	const names = operationsOf(service);
	const simplified = names.filter((name) => 'simplify' in (examples[name] ?? {}));
	let runs: ExampleRuns;

	beforeAll(async () => {
		runs = await ExampleRuns.begin(service);
	});
	afterAll(() => runs?.end());

	it('has an example', () => {
		expect(Object.keys(examples).sort()).toEqual([...names].sort());
	});

	it.each(names)('%s has no more than ten fields, or can be simplified, or hands on what nobody documents', async (name) => {
		const { items } = await runs.run(name, name.startsWith('order.submit') ? { poNumber: `FIELDS-${name}` } : {});
		const [json = {}] = items.map((item) => item.json);
		expect(Object.keys(json).length <= 10 || simplified.includes(name) || 'answer' in json || OTHER_FORMS.includes(name)).toBe(true);
	});

	it.each(simplified)('%s puts out at most ten fields when simplified, and only fields that it has', async (name) => {
		const { items } = await runs.run(name, { simplify: true });
		const full = JSON.stringify((await runs.run(name)).items);
		expect(items.length).toBeGreaterThan(0);
		for (const { json } of items) {
			expect(Object.keys(json).length).toBeLessThanOrEqual(10);
			for (const field of Object.keys(json)) expect(full).toContain(`"${field}":`);
		}
	});

	describe('in a new sandbox', () => {
		beforeAll(async () => {
			await runs.end();
			runs = await ExampleRuns.begin(service);
		});

		it.each(names)('%s works, and puts out what its schema says (else: npm run schemas)', async (name) => {
			const { items, error } = await runs.run(name);
			expect(error).toBeUndefined();
			expect(items.length).toBeGreaterThan(0);
			const schema = outputSchema(items.map(({ json }) => json));
			const file = resolve(schemas, `${name.replace('.', '/')}.json`);
			if (isWriting) {
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`);
			}
			expect(existsSync(file)).toBe(true);
			expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema);
		});
	});
});
