import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { ExampleRuns, OPERATIONS } from '../../support/everyOperation';
import { OPERATION_EXAMPLES } from '../../support/operationExamples';
import { outputSchema } from '../../support/outputSchema';

/** `npm run schemas` writes what the sandbox gives, for a person to look at and commit. */
const isWriting = process.env.SCHEMAS === 'write';

const SCHEMAS = resolve(__dirname, '../../../nodes/SrsSips/__schema__/v1.0.0');

describe('every operation of the SRS SIPS node', () => {
	let runs: ExampleRuns;

	beforeAll(async () => {
		runs = await ExampleRuns.begin();
	});
	afterAll(() => runs.end());

	it('has an example', () => {
		expect(Object.keys(OPERATION_EXAMPLES).sort()).toEqual([...OPERATIONS].sort());
	});

	it.each(OPERATIONS)('%s works against the sandbox, and puts out what its schema says', async (name) => {
		const { items, error } = await runs.run(name);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		const schema = outputSchema(items.map(({ json }) => json));
		const file = resolve(SCHEMAS, `${name.replace('.', '/')}.json`);
		if (isWriting) {
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`);
		}
		expect(existsSync(file)).toBe(true);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema);
	});

	it.each(OPERATIONS.filter((name) => 'simplify' in (OPERATION_EXAMPLES[name] ?? {})))('%s puts out at most ten fields when simplified, and only fields that it has', async (name) => {
		const { items } = await runs.run(name, { simplify: true });
		const full = JSON.stringify((await runs.run(name)).items);
		for (const { json } of items) {
			expect(Object.keys(json).length).toBeLessThanOrEqual(10);
			for (const field of Object.keys(json)) expect(full).toContain(`"${field}":`);
		}
	});

	it.each(OPERATIONS)('%s has no more than ten fields, or can be simplified, or hands on what nobody documents', async (name) => {
		const { items } = await runs.run(name, name.startsWith('order.submit') ? { poNumber: `FIELDS-${name}` } : {});
		const [json = {}] = items.map((item) => item.json);
		const isOwnForm = 'answer' in json || name === 'order.preview';
		const isUndocumented = name === 'branch.getAll';
		expect(Object.keys(json).length <= 10 || 'simplify' in (OPERATION_EXAMPLES[name] ?? {}) || isOwnForm || isUndocumented).toBe(true);
	});
});
