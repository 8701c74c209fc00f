import type { INodeParameters, NodeExecutionHint } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { products } from '../../sandbox/srsSips/data/products';
import { resources as sipsResources } from '../../nodes/SrsSips/resources';
import { startSrsSipsSandbox, type SrsSipsSandbox, type SrsSipsSandboxOptions } from '../../sandbox/srsSips';
import type { NodeRunResult } from '../support/n8nEngine/n8nEngine';
import { SERVICES } from '../support/services';
import { ExampleRuns } from '../support/services/exampleRuns';
import { engineFor, orderItem, priceItem, priceParameters, submitParameters } from './srsSips/support';

/** What n8n has stored to be shown above the output of the node under test. */
function shownAfter({ run }: NodeRunResult): NodeExecutionHint[] {
	return Object.values(run.data.resultData.runData).flat().flatMap(({ hints = [] }) => hints);
}

const messages = (result: NodeRunResult): string[] => shownAfter(result).map(({ message }) => message);

const HUNDRED = Array.from({ length: 100 }, (_, at) => at);

describe('hints after a run of SRS SIPS', () => {
	let sandbox: SrsSipsSandbox;

	const begin = async (options: SrsSipsSandboxOptions = {}) => void (sandbox = await startSrsSipsSandbox({ webhookMode: 'none', ...options }));
	afterEach(() => sandbox.close());

	const DELIVERIES: INodeParameters = { resource: 'delivery', operation: 'getAll', returnAll: true, filters: {} };

	it('a path that nobody confirmed is told once for 100 items', async () => {
		await begin();
		const result = await engineFor(sandbox).run({ items: HUNDRED.map(() => ({})), parameters: DELIVERIES });
		expect(result.error).toBeUndefined();
		expect(shownAfter(result)).toEqual([{ message: expect.stringMatching(/^The path of this call is not confirmed: .*\/deliveries\/list/) as string, type: 'info', location: 'outputPane' }]);
	});

	it('prices that are none are counted, once for 100 items', async () => {
		await begin();
		const { productId, family } = products.find((product) => product.family.callForPrice?.includes(product.sizeAt))!;
		const unpriced = { productId, option: family.colours[0], uom: family.units[0]!.uom };
		const result = await engineFor(sandbox).run({ items: HUNDRED.map((at) => (at < 3 ? priceItem(unpriced) : priceItem())), parameters: priceParameters() });
		expect(result.error).toBeUndefined();
		expect(result.items.filter(({ json }) => json.price === null)).toHaveLength(3);
		expect(shownAfter(result)).toEqual([{ message: expect.stringMatching(/^No price \(price is empty\): 3 of 100 items\. .*call branch/) as string, type: 'warning', location: 'outputPane' }]);
	});

	it('nothing is told of prices that are there', async () => {
		await begin();
		const result = await engineFor(sandbox).run({ items: [priceItem()], parameters: priceParameters() });
		expect(result.items).toHaveLength(1);
		expect(messages(result)).toEqual([]);
	});

	it('an order that is queued, and one that was sent before', async () => {
		await begin({ orderMode: 'queuedDropped' });
		const engine = engineFor(sandbox);
		const run = async () => await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { lookUpSeconds: 0 } }) });
		expect(messages(await run())).toEqual([expect.stringMatching(/^Queued, and not accepted yet: this item\./)]);
		expect(messages(await run())).toEqual([expect.stringMatching(/^Sent before, and not sent again/), expect.stringMatching(/^Queued, and not accepted yet/)]);
	});

	it('are not made where a model called', async () => {
		await begin();
		const result = await engineFor(sandbox).run({ items: [{}], parameters: DELIVERIES, settings: { rewireOutputLogTo: NodeConnectionTypes.AiTool } });
		expect(result.error).toBeUndefined();
		expect(messages(result)).toEqual([]);
	});
});

/** Examples after which a person should know something, and what. */
const TOLD: ReadonlyArray<[service: string, name: string, told: RegExp, changes?: INodeParameters]> = [
	['SrsSips', 'order.preview', /^Nothing was ordered: this was a preview/],
	['SrsSips', 'delivery.getCoordinates', /^The path of this call is not confirmed/],
	['SrsSips', 'delivery.getCoordinates', /^This call went to the path that you entered in Endpoint Path/, { endpointPath: '/deliveries/{orderId}' }],
	['Su', 'reservation.getNew', /^Not acknowledged by this: /],
	['Su', 'reservation.report', /^Su has put the report into its queue/],
	['Tradevest', 'transfer.create', /^Tradevest publishes neither body nor answer of this call/],
	['Tradevest', 'transfer.simulateIncoming', /^Tradevest has taken the .*, and no read shows what becomes of it/],
	['XCoverElements', 'booking.previewCancellation', /^Nothing was cancelled: this was a preview/],
	['XCoverElements', 'renewal.optOut', /^No answer to this call was ever seen/],
];

/** Operations of SIPS whose path can be corrected, since no public document shows it. */
const UNCONFIRMED = sipsResources.flatMap(({ name, operations }) => operations.filter(({ properties }) => properties?.some((property) => property.name === 'endpointPath')).map((operation) => `${name}.${operation.name}`));

describe.each(SERVICES.map((service) => ({ ...service, service })))('hints after a run of $displayName', ({ service, folder }) => {
	let runs: ExampleRuns;

	beforeAll(async () => {
		runs = await ExampleRuns.begin(service);
	});
	afterAll(() => runs?.end());

	it.each(TOLD.filter(([of]) => of === folder))('%s, %s: %s', async (_service, name, told, changes = {}) => {
		const result = await runs.run(name, changes);
		expect(result.error).toBeUndefined();
		const shown = messages(result);
		expect(shown.filter((message) => told.test(message))).toHaveLength(1);
		expect(new Set(shown).size).toBe(shown.length);
		// n8n shows them as HTML.
		expect(shown.filter((message) => /[<>]|\{\{/.test(message))).toEqual([]);
	});

	if (folder === 'SrsSips') {
		it.each(UNCONFIRMED)('%s says that its path is not confirmed', async (name) => {
			const result = await runs.run(name);
			expect(result.error).toBeUndefined();
			expect(messages(result).filter((message) => message.startsWith('The path of this call is not confirmed'))).toHaveLength(1);
		});
	}
});
