import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { received } from '../../support/n8nEngine/nodeRuns';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { engineFor, engineOfNewProcess, orderItem, orderLine, submitParameters } from './support';

/** Submit in the hands of an agent: the gate, the limit, and what is told of people. */
const TOOL = { rewireOutputLogTo: NodeConnectionTypes.AiTool };

let sandbox: SrsSipsSandbox;
let engine: Engine;

beforeEach(async () => {
	sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
	engine = engineFor(sandbox);
});
afterEach(() => sandbox.close());

/** What one run of an order as an agent's tool put out. */
async function called(parameters: INodeParameters, item: IDataObject = orderItem(), by: Engine = engine): Promise<IDataObject> {
	const { items, error } = await by.run({ items: [item], parameters: submitParameters(parameters), settings: TOOL });
	expect(error).toBeUndefined();
	return items[0]?.json ?? {};
}

const previewed = async (parameters: INodeParameters = {}, item?: IDataObject, by?: Engine) => await called({ ...parameters, operation: 'preview' }, item, by);
const sent = () => received(sandbox, 'submitOrder');

function refusedFor(json: IDataObject, words: RegExp): void {
	expect(json).toMatchObject({ failed: true });
	expect(String(json.error)).toMatch(words);
	expect(String(json.error)).toMatch(/Nothing was sent/);
}

describe('the gate of Submit as an agent\'s tool', () => {
	it('lets nothing through without a token or an approval, and a workflow as before', async () => {
		refusedFor(await called({}), /nobody approved of it \(n8n's human approval is not between the agent and this tool\), and it has no Preview Token\. Call Order: Preview/);
		for (const gate of ['approval', 'both']) refusedFor(await called({ options: { gate } }), /no person approved of it, as this tool demands/);
		expect(sent()).toBe(0);
		const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { gate: 'both' } }) });
		expect(items[0]?.json).toMatchObject({ state: 'accepted' });
	});

	it('lets an order through with the token of its preview, once', async () => {
		const { previewToken, previewTokenValidUntil } = await previewed();
		const ahead = new Date(String(previewTokenValidUntil)).getTime() - Date.now();
		expect(ahead).toBeGreaterThan(9 * 60_000);
		expect(ahead).toBeLessThanOrEqual(10 * 60_000);
		const token = String(previewToken);
		const first = await called({ previewProof: token });
		expect(first).toMatchObject({ state: 'accepted', alreadySubmitted: false });
		refusedFor(await called({ previewProof: token }), new RegExp(`Preview Token was used before, and serves once\\. It stands as it was sent with it, under ${String(first.orderId)}`));
		expect(sent()).toBe(1);
		// What a person switched on for the tool does not make a used token serve again.
		refusedFor(await called({ previewProof: token, options: { sendAgain: true, whenPoNumberListed: 'send' } }), /Preview Token was used before, and serves once\. Another one needs a new Preview Token/);
		expect(sent()).toBe(1);
	});

	it('sends nothing with a used token in a new process either, and tells what became of the order', async () => {
		sandbox.control.change({ listCarriesTransactionId: true });
		const token = String((await previewed()).previewToken);
		await called({ previewProof: token });
		const again = engineOfNewProcess(sandbox);
		expect(await called({ previewProof: token }, orderItem(), again)).toMatchObject({ alreadySubmitted: true, state: 'accepted' });
		refusedFor(await called({ previewProof: token, options: { sendAgain: true, whenPoNumberListed: 'send' } }, orderItem(), again), /Preview Token was used before/);
		expect(sent()).toBe(1);
	});

	it('takes a token again where nothing was sent with it', async () => {
		const token = String((await previewed()).previewToken);
		refusedFor(await called({ previewProof: token, options: { orderLimit: '1' } }), /above the limit of 1\.00/);
		expect(await called({ previewProof: token })).toMatchObject({ state: 'accepted' });
	});

	it.each<[string, INodeParameters, IDataObject, string]>([
		['more of a line', {}, { lines: [orderLine({ quantity: 31 })] }, 'Lines'],
		['another colour', {}, { lines: [orderLine({ option: 'Barnwood' })] }, 'Lines'],
		['a line more', {}, { lines: [orderLine(), orderLine({ option: 'Barnwood' })] }, 'Lines'],
		['a price', {}, { lines: [orderLine({ price: 1 })] }, 'Lines'],
		['the street', { shipToAddressLine1: '14 Ridge Rd' }, {}, 'Ship-to Address'],
		['the phone', { customerContactPhone: '3035550101' }, {}, 'Contact'],
		['the day', { expectedDeliveryDate: '2099-04-06' }, {}, 'Delivery'],
		['the PO number', {}, { poNumber: 'PO-7732' }, 'Customer, Branch, PO Number or Notes'],
		['the notes', { options: { notes: 'Leave it at the gate' } }, {}, 'Customer, Branch, PO Number or Notes'],
	])('lets nothing through that is not what was previewed: %s', async (_what, parameters, item, part) => {
		const token = String((await previewed()).previewToken);
		const told = await called({ ...parameters, previewProof: token }, orderItem(item));
		refusedFor(told, new RegExp(`Preview Token was made for something else: (?:[^.]*, )?${part}`));
		expect(sent()).toBe(0);
	});

	it('takes lines in another order, and the spelling that SIPS has, for the same', async () => {
		const lines = [orderLine(), orderLine({ option: 'Barnwood' })];
		const token = String((await previewed({}, orderItem({ lines }))).previewToken);
		expect(await called({ previewProof: token }, orderItem({ lines: [orderLine({ option: 'barnwood' }), orderLine()] }))).toMatchObject({ state: 'accepted' });
	});

	it('takes no token of another credential, nor one that is made up', async () => {
		const other = String((await previewed({}, orderItem(), engineFor(sandbox, { scope: 'ALL', clientId: sandbox.client.clientId }))).previewToken);
		expect(await called({ previewProof: other })).toMatchObject({ state: 'accepted' });
		refusedFor(await called({ previewProof: 'x' }), /Preview Token is no such token/);
		refusedFor(await called({ previewProof: `${other.slice(0, -2)}__` }), /Preview Token was changed/);
	});

	it('cannot be set by the model', async () => {
		refusedFor(await called({ options: { gate: "={{ 'either' }}" } }), /Gate for Agents: must be chosen in the node/);
		// n8n itself drops an expression for all options.
		refusedFor(await called({ options: '={{ { gate: "either" } }}' }), /Nothing was sent/);
		refusedFor(await called({ options: { orderLimit: '={{ 1000000 }}' } }), /Order Limit: must be typed in the node/);
	});

	it('checks a token also in a workflow that orders by itself', async () => {
		const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters({ previewProof: 'x' }) });
		expect(error?.message).toMatch(/Preview Token is no such token/);
		expect(sent()).toBe(0);
	});
});

describe('an order\'s limit', () => {
	/** 30 bundles of the usual line. */
	const total = async () => Number((await previewed()).total);

	it('stops what costs more, to the cent, for a workflow and for an agent', async () => {
		const cents = Math.round((await total()) * 100);
		const below = ((cents - 1) / 100).toFixed(2);
		const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { orderLimit: below } }) });
		expect(error?.message).toMatch(new RegExp(`Order Limit: the lines cost ${(cents / 100).toFixed(2)} in all, above the limit of ${below}`));
		expect(sent()).toBe(0);
		const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { orderLimit: (cents / 100).toFixed(2) } }) });
		expect(items[0]?.json).toMatchObject({ state: 'accepted' });
	});

	it.each(['', '={{ $json.noSuchField }}'])('is not lifted by an option that holds nothing: %p', async (orderLimit) => {
		const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { orderLimit } }) });
		expect(error?.message).toMatch(/Order Limit: was added and comes to nothing/);
		expect(sent()).toBe(0);
	});

	it('stops what has no total', async () => {
		sandbox.control.fault({ operationId: 'getPrices', kind: 'status', status: 200, body: [], times: 0 });
		const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters({ options: { orderLimit: '5000' } }) });
		expect(error?.message).toMatch(/Order Limit: what the order costs is not known, so it may be above 5000\.00\. Lines 1 \(Ridgeway Heritage Shingles\): SIPS gave no price/);
		expect(sent()).toBe(0);
		expect(await previewed({ options: { orderLimit: '5000' } })).toMatchObject({ total: null, orderLimit: 5000, withinLimit: null, previewToken: null });
	});

	it('is told by Preview, which gives no token above it', async () => {
		expect(await previewed()).toMatchObject({ orderLimit: null, withinLimit: null, previewToken: expect.any(String) as string });
		expect(await previewed({ options: { orderLimit: '5000' } })).toMatchObject({ orderLimit: 5000, withinLimit: true, previewToken: expect.any(String) as string });
		expect(await previewed({ options: { orderLimit: '5' } })).toMatchObject({ orderLimit: 5, withinLimit: false, previewToken: null, previewTokenValidUntil: null });
	});
});

describe('what a model is told of a failed order', () => {
	const PEOPLE: INodeParameters = {
		shipToName: 'Ingrid Fjellheim', shipToAddressLine1: '77 Quarry Lane', customerContactName: 'Bartholomew Quigley', customerContactPhone: '(720) 555-0142', customerContactEmail: 'bq@quigley.example',
		options: { notes: 'Ask for Ingrid', shipToAddressLine2: 'Flat 9B' },
	};
	const PERSONAL = /Ingrid|Fjellheim|Quarry|Bartholomew|Quigley|555\D?0142|bq@|Flat 9B/i;
	const SAID = 'Bartholomew Quigley (bq@quigley.example, 720-555-0142) at 77 QUARRY LANE, Flat 9B: Fjellheim has no credit. Call sales@partner.example, (212) 555-0199 or 9 Elm Street';

	const withOptions = (options: IDataObject) => ({ ...PEOPLE, options: { ...(PEOPLE.options as IDataObject), ...options } }) as INodeParameters;
	const token = async () => String((await previewed(PEOPLE)).previewToken);

	it.each<[string, () => Promise<INodeParameters>]>([
		['a refusal of SIPS', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, body: { message: SAID } });
			return { ...PEOPLE, previewProof: await token() };
		}],
		['a conflict', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 409, body: { message: `Credit: ${SAID}` } });
			return { ...PEOPLE, previewProof: await token() };
		}],
		['an unknown outcome', async () => {
			sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500, body: { message: SAID } });
			return { ...withOptions({ lookUpSeconds: 0 }), previewProof: await token() };
		}],
		['a faulty phone and email', async () => await Promise.resolve({ ...PEOPLE, customerContactPhone: '(720) 555-0142 ext. 5 Quigley', customerContactEmail: 'bq@quigley.example, Quigley' })],
		['no gate', async () => await Promise.resolve(PEOPLE)],
		['a limit', async () => ({ ...withOptions({ orderLimit: '1' }), previewProof: await token() })],
		['what was changed', async () => ({ ...PEOPLE, shipToAddressLine1: '78 Quarry Lane', previewProof: await token() })],
		['a job account that is not there', async () => ({ ...PEOPLE, previewProof: await token(), jobAccountNumber: '9' })],
		['a list that SIPS refuses', async () => {
			const previewProof = await token();
			sandbox.control.fault({ operationId: 'getOrderList', kind: 'status', status: 403, body: { message: SAID }, times: 0 });
			return { ...PEOPLE, previewProof };
		}],
	])('is short and says nothing about people: %s', async (_what, parametersOf) => {
		const json = await called(await parametersOf());
		expect(json).toMatchObject({ failed: true, error: expect.any(String) as string });
		expect(JSON.stringify(json).length).toBeLessThanOrEqual(1_500);
		expect(JSON.stringify(json)).not.toMatch(PERSONAL);
		expect(JSON.stringify(json)).not.toMatch(/sales@|555-0199|9 Elm/);
	});

	it('stays whole for a person', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, body: { message: SAID } });
		const { error } = await engine.run({ items: [orderItem()], parameters: submitParameters(PEOPLE) });
		expect(error?.message).toContain('Bartholomew Quigley (bq@quigley.example');
	});
});
