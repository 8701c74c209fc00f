import type { IDataObject } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { CORPUS } from '../../support/materialList/corpus';
import type { ExpectedLine } from '../../support/materialList/expectedLine';
import { HELD_OUT } from '../../support/materialList/heldOut';
import { scoreOf, scoreTable, shareCertain, type Score } from '../../support/materialList/score';
import { engineFor, matchParameters } from './support';

/** Lines of one estimate. */
const A_LIST = 40;

describe('lines of estimates, beside what a person makes of them', () => {
	let sandbox: SrsSipsSandbox;
	const scores = new Map<string, Score>();

	beforeAll(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		for (const [name, lines] of [['made with it', CORPUS], ['held out', HELD_OUT]] as const) {
			for (const [way, branchId] of [['by text', ''], ['with generic names of SRS', '301']] as const) scores.set(`${name}, ${way}`, scoreOf(lines, await matched(lines, branchId)));
		}
		process.stdout.write(`\n${scoreTable([...scores])}\n`);
	}, 120_000);
	afterAll(async () => await sandbox.close());

	async function matched(lines: readonly ExpectedLine[], branchId: string): Promise<IDataObject[]> {
		const outputs: IDataObject[] = [];
		for (let from = 0; from < lines.length; from += A_LIST) {
			const items = lines.slice(from, from + A_LIST).map(({ text, quantity, unit, color }): IDataObject => ({ text, quantity, unit, color, code: '' }));
			const { items: out, error } = await engineFor(sandbox).run({ items, parameters: matchParameters({ branchId }) });
			expect(error).toBeUndefined();
			outputs.push(...out.map(({ json }) => json));
		}
		return outputs;
	}

	it('has lines enough', () => {
		expect(CORPUS.length).toBeGreaterThanOrEqual(200);
		expect(HELD_OUT.length).toBeGreaterThanOrEqual(60);
	});

	it('takes no wrong product, colour, unit or quantity for certain', () => {
		expect([...scores.values()].flatMap(({ wrong }) => wrong)).toEqual([]);
	});

	it('is certain of four in five lines that a person can tell', () => {
		for (const score of scores.values()) expect(shareCertain(score)).toBeGreaterThanOrEqual(0.8);
	});

	it('says of what is not clear what is missing, and what it may be', async () => {
		const asked = CORPUS.filter(({ answer }) => answer.kind === 'ask').slice(0, A_LIST);
		for (const output of await matched(asked, '')) {
			expect(output).toMatchObject({ needsDecision: true, reason: expect.stringMatching(/\w{3}/) as string });
			expect((output.undecided as string[]).length).toBeGreaterThan(0);
			expect((output.candidates as unknown[]).length).toBeLessThanOrEqual(5);
		}
	});
});
