import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { json } from '../../support/n8nEngine/nodeRuns';
import { engineFor } from './support';

const LISTS = resolve(__dirname, '../../../examples/lists');

/** The lists that a newcomer tries, by `docs/material-lists.md`. */
describe('SRS SIPS on the engine: Product: Match of the example lists', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeAll(async () => {
		sandbox = await startSrsSipsSandbox();
		engine = engineFor(sandbox);
	});
	afterAll(() => sandbox.close());

	it.each(readdirSync(LISTS))('%s leads to two questions, one about a colour and one about a product, each with something to choose from', async (file) => {
		const linesText = readFileSync(join(LISTS, file), 'utf8');
		const parameters = { resource: 'product', operation: 'match', branchCode: 'SBDEN', lineSource: 'text', linesText, codeMap: '[]', branchId: '', options: { customerCode: 'DEMO100', jobAccountNumber: '43' } };
		const { items, error } = await engine.run({ items: [{}], parameters });
		expect(error).toBeUndefined();
		const open = json(items).filter(({ needsDecision }) => needsDecision);
		expect(open.map(({ undecided }) => undecided)).toEqual(expect.arrayContaining([['color'], ['product']]));
		expect(open.map(({ line, undecided }) => [line, undecided])).toHaveLength(2);
		for (const { candidates } of open) expect(candidates).not.toEqual([]);
	});
});
