import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { collectionsOf } from '../../engine/items/addedFields';
import { MOST_TOOL_CHARACTERS, plain } from '../../engine/items/toolFailure';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../sandbox/srsSips';
import { ExampleRuns } from '../support/services/exampleRuns';
import type { Engine, NodeRunResult } from '../support/n8nEngine/n8nEngine';
import { detailsOf, errorWordsOf, received } from '../support/n8nEngine/nodeRuns';
import { FILLED_IN } from '../support/panels/panels';
import { SERVICES } from '../support/services';
import { engineFor, orderItem, submitParameters, validateParameters } from './srsSips/support';

/** As the agent has the engine run a node. */
const TOOL = { rewireOutputLogTo: NodeConnectionTypes.AiTool };

/** What a model gets to read of a run that failed. */
function toldTo({ items, error }: NodeRunResult, kind: unknown): string {
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json)).toEqual([{ failed: true, kind, error: expect.any(String) as string }]);
	const { json } = items[0]!;
	expect(JSON.stringify(json).length).toBeLessThanOrEqual(MOST_TOOL_CHARACTERS);
	const words = String(json.error);
	expect(plain(words)).toBe(words);
	expect(words).not.toMatch(/<\/?[a-z]/i);
	return words;
}

describe.each(SERVICES.map((service) => ({ ...service, service })))('every operation of the $displayName node as an agent\'s tool', ({ service }) => {
	let runs: ExampleRuns;

	beforeAll(async () => {
		runs = await ExampleRuns.begin(service);
	});
	afterAll(() => runs?.end());

	it.each(FILLED_IN.filter((filled) => filled.service === service))('$name: an added field that comes to nothing is told in one item of plain words, and nothing is sent', async ({ name, operation }) => {
		const collections = collectionsOf(operation);
		expect(collections.length).toBeGreaterThan(0);
		for (const collection of collections) {
			for (const field of (collection.options ?? []) as INodeProperties[]) {
				const before = runs.requests();
				const words = toldTo(await runs.run(name, { [collection.name]: { [field.name]: '={{ null }}' } }, TOOL), 'validation');
				expect(words).toContain(`${field.displayName}: was added and comes to nothing`);
				expect(words).toContain('Nothing was sent');
				expect(runs.requests()).toBe(before);
			}
		}
	});

	it.each(FILLED_IN.filter((filled) => filled.service === service))('$name: a run that works is told as ever', async ({ name }) => {
		if (name.startsWith('order.submit')) {
			// What stands before an order: test/engine/srsSips/agentOrder.test.ts.
			expect(toldTo(await runs.run(name, { poNumber: `TOOL-${name}` }, TOOL), 'validation')).toMatch(/approved of it.*Nothing was sent/);
			return;
		}
		const { items, error } = await runs.run(name, {}, TOOL);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		expect(items.some(({ json }) => json.failed === true)).toBe(false);
	});
});

/** The same, with the token of a preview where it is an order. */
async function withToken(engine: Engine, items: IDataObject[], parameters: INodeParameters): Promise<INodeParameters> {
	if (parameters.operation !== 'submit') return parameters;
	const { items: previewed } = await engine.run({ items, parameters: { ...parameters, operation: 'preview' } });
	return { ...parameters, previewProof: String(previewed[0]?.json.previewToken) };
}

describe('words of a partner with mark-up in them', () => {
	let sandbox: SrsSipsSandbox;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
	});
	afterEach(() => sandbox.close());

	const MARKED = 'Not <b>allowed</b>: see <a href="https://partner.example/help?a=1" target="_blank">the <i>help</i></a>.<br/>Ask for <PONumber>';
	const PLAIN = 'Not allowed: see the help. Ask for <PONumber>';
	const CALLS = [
		['a read', 'validateCustomer', 'notFound', { items: [{ customerCode: 'DEMO100' }], parameters: validateParameters() }],
		['an order', 'submitOrder', 'validation', { items: [orderItem()], parameters: submitParameters({ options: { checkFirst: false } }) }],
	] as const;

	beforeEach(() => {
		for (const [, operationId] of CALLS) sandbox.control.fault({ operationId, kind: 'status', status: 400, body: { message: MARKED }, times: 0 });
	});

	it.each(CALLS)('are plain in a failed item: %s', async (_what, operationId, kind, { items, parameters }) => {
		const result = await engineFor(sandbox).run({ items: [...items], parameters, settings: { onError: 'continueRegularOutput' } });
		expect(received(sandbox, operationId)).toBe(1);
		expect(errorWordsOf(result.items[0])).toContain(PLAIN);
		expect(detailsOf(result.items[0])).toMatchObject({ kind, partnerMessage: PLAIN });
		expect(JSON.stringify(result.items[0]?.json)).not.toMatch(/<\/?(a|b|i|br)\b|href|_blank/);
	});

	it.each(CALLS)('are plain to a model: %s', async (_what, operationId, kind, { items, parameters }) => {
		const engine = engineFor(sandbox);
		const { items: out } = await engine.run({ items: [...items], parameters: await withToken(engine, [...items], parameters), settings: TOOL });
		expect(received(sandbox, operationId)).toBe(1);
		expect(out.map(({ json }) => json)).toEqual([{ failed: true, kind, error: expect.stringContaining(PLAIN) as string }]);
		expect(String(out[0]?.json.error)).not.toMatch(/<\/?(a|b|i|br)\b|href|_blank/);
	});

	it('are told with Continue On Fail as without it, where a model calls', async () => {
		const { items } = await engineFor(sandbox).run({ items: [{ customerCode: 'DEMO100' }], parameters: validateParameters(), settings: { ...TOOL, onError: 'continueRegularOutput' } });
		expect(items.map(({ json }) => json)).toEqual([{ failed: true, kind: 'notFound', error: expect.stringContaining(PLAIN) as string }]);
	});
});

describe('an order of which nobody knows, as an agent\'s tool', () => {
	it('is never to be called for again, whether it was sent just now or before', async () => {
		const sandbox = await startSrsSipsSandbox({ webhookMode: 'none', orderMode: 'queuedDropped' });
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'cut', when: 'after' });
		const engine = engineFor(sandbox);
		const parameters = submitParameters({ options: { lookUpSeconds: 0 } });
		const run = async () => await engine.run({ items: [orderItem()], parameters: await withToken(engine, [orderItem()], parameters), settings: TOOL });
		const first = toldTo(await run(), 'unknownOutcome');
		const second = toldTo(await run(), 'unknownOutcome');
		expect(second).toContain('Not sent again (PO PO-7731');
		for (const words of [first, second]) expect(words).toContain('Do not call the tool again for it; tell a person.');
		expect(received(sandbox, 'submitOrder')).toBe(1);
		await sandbox.close();
	});
});
