import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureHost, packPackage, startN8n, type N8nInstance } from '../../host';
import { failuresIn } from '../support/tokens/manyItems';
import { PARTNERS } from '../support/tokens/partnerUnderTest';
import { type TokenTrial, trialsOfTests, waysOf, type Way } from '../support/tokens/tokenTrial';

/** What stands in n8n's database after runs that got a token: what a person entered last, in a real n8n with the packed package. */
jest.setTimeout(120_000);

const NEW_SECRET = 'entered-while-a-run-was-under-way';
const ITEMS = 5;
const EDITS = 30;

let n8n: N8nInstance;
const { begin } = trialsOfTests(() => n8n);

beforeAll(async () => {
	const host = await ensureHost({ version: process.env.E2E_N8N_VERSION });
	n8n = await startN8n({ host, packages: [await packPackage()] });
}, 900_000);

afterAll(async () => {
	await n8n?.stop();
});

/** The credential as it stands in the database, decrypted by n8n's own command line. */
async function storedOf({ credentialId }: TokenTrial): Promise<Record<string, unknown>> {
	const file = join(n8n.userFolder, `export-${credentialId}.json`);
	await n8n.command('export:credentials', '--decrypted', `--id=${credentialId}`, `--output=${file}`);
	const [exported] = JSON.parse(await readFile(file, 'utf8')) as Array<{ data: Record<string, unknown> }>;
	await rm(file);
	return exported?.data ?? {};
}

describe.each(PARTNERS.map((partner) => ({ credentialType: partner.credentialType, partner })))('$credentialType', ({ partner }) => {
	describe.each(waysOf(partner))('in %s', (way) => {
		it('an edit that was saved while a run waited for its token is still there afterwards', async () => {
			const trial = await begin(partner);
			trial.sandbox.control.fault({ operationId: partner.tokenOperation, kind: 'latency', ms: 4_000 });
			const running = trial.run(way, ITEMS);
			while (trial.seen().tokenCalls === 0) await new Promise((resolve) => setTimeout(resolve, 20));
			await trial.edit({ [partner.fields.secret]: NEW_SECRET });
			// It goes on with what it had read.
			expect(failuresIn(await running)).toEqual([]);
			expect(trial.seen()).toMatchObject({ accepted: ITEMS, refused: 0 });

			const stored = await storedOf(trial);
			expect(stored).toEqual({ ...partner.credentialData(trial.sandbox), [partner.fields.secret]: NEW_SECRET });

			// And who comes after it, uses the edit.
			trial.sandbox.client.clientSecret = NEW_SECRET;
			expect(await trial.seenDuring(async () => await trial.run(way, ITEMS))).toEqual({ tokenCalls: 1, accepted: ITEMS, refused: 0 });
		});

		it('an expression in a field is still one afterwards, and its value is what was sent', async () => {
			const { secret } = partner.fields;
			const probe = await begin(partner);
			const expression = `={{ ${JSON.stringify(partner.credentialData(probe.sandbox)[secret])}.trim() }}`;
			const trial = await begin(partner, { entered: { [secret]: expression } });
			expect(failuresIn(await trial.run(way, ITEMS))).toEqual([]);
			expect(trial.seen()).toEqual({ tokenCalls: 1, accepted: ITEMS, refused: 0 });
			const stored = await storedOf(trial);
			expect(stored).toEqual({ ...partner.credentialData(trial.sandbox), [secret]: expression });
		});
	});
});

it('30 edits, while runs that need a new token each time start again and again: each is read back as it was entered', async () => {
	const [partner] = PARTNERS;
	if (!partner) throw new Error('There is no partner');
	const trial = await begin(partner);
	const { sandbox } = trial;
	const { secret } = partner.fields;
	sandbox.control.change({ tokenLifeSeconds: 1 });
	const open = (data: Record<string, unknown>) => Object.entries(data).filter(([name]) => name !== secret).sort();

	let isOver = false;
	let runs = 0;
	const runAgainAndAgain = async (way: Way): Promise<void> => {
		while (!isOver) {
			await trial.run(way, 2);
			runs += 1;
		}
	};
	const running = Promise.all(waysOf(partner).map(runAgainAndAgain));
	let entered: Record<string, string> = partner.credentialData(sandbox);
	for (let edit = 1; edit <= EDITS; edit += 1) {
		// Another spelling of the same address, and another secret: whose token it is changes with each edit.
		entered = { ...entered, ...partner.at(`${sandbox.url}${'/'.repeat(edit)}`), [secret]: `${NEW_SECRET}-${edit}` };
		sandbox.client.clientSecret = `${NEW_SECRET}-${edit}`;
		await trial.edit(entered);
		const saved = await n8n.client.getCredential(trial.credentialId);
		// A run that reads the edited credential asks for a token. One that began before may end after the edit, so what was accepted says nothing.
		const { tokenCalls } = trial.seen();
		while (trial.seen().tokenCalls === tokenCalls) await new Promise((resolve) => setTimeout(resolve, 20));
		const later = await n8n.client.getCredential(trial.credentialId);
		expect(open(later.data ?? {})).toEqual(open(entered));
		// Whatever n8n stores with a credential, it notes the time.
		expect(later).toEqual(saved);
	}
	isOver = true;
	await running;
	expect(await storedOf(trial)).toEqual(entered);
	expect(runs).toBeGreaterThan(5);
	expect(trial.seen().tokenCalls).toBeGreaterThanOrEqual(EDITS);
}, 300_000);
