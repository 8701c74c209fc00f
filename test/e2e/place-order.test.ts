import { exampleOrders, placeOrder, stateInWords, waitForEvents, type OrderResult, type ReceivedEvent } from '../../demo/orders';
import { CREDENTIAL, type Scene } from '../../demo/scene';
import { sharedScene } from '../support/e2e/sharedN8n';
import { orderParameters, runSrsSips } from '../support/e2e/singleNode';
import { TOKEN_WORDS } from '../support/tokens/tokenWords';

/** In a real n8n, with the packed package, against the SIPS sandbox. The order of the tests is that of a first day. */
let scene: Scene;

beforeAll(async () => {
	scene = await sharedScene({ eventDelayMs: 20 });
}, 300_000);

afterAll(async () => {
	await scene?.close();
});

function ordersHeld(): number {
	return scene.sandbox.orders().length;
}

function callsOf(operationId: string): number {
	return scene.sandbox.control.counts().operations[operationId]?.received ?? 0;
}

describe('the installed package', () => {
	it('is listed as a community package with its node types', async () => {
		const types = await scene.n8n.client.nodeTypes();
		expect(types).toEqual(expect.arrayContaining(['n8n-nodes-partner-apis.srsSips', 'n8n-nodes-partner-apis.srsSipsTrigger']));
		const packages = await scene.n8n.client.communityPackages();
		expect(packages.map(({ packageName }) => packageName)).toContain('n8n-nodes-partner-apis');
	});
});

describe('three example orders', () => {
	const results: OrderResult[] = [];
	let events: Map<string, ReceivedEvent[]>;

	it('go through validate, branch, products, prices and submit', async () => {
		for (const order of await exampleOrders()) results.push(await placeOrder(scene, order));
		expect(results.map(({ poNumber, branchCode, lineCount, state }) => ({ poNumber, branchCode, lineCount, state }))).toEqual([
			{ poNumber: 'PIER-2290', branchCode: 'SBSEA', lineCount: 38, state: 'queued' },
			{ poNumber: 'LEAK-0093', branchCode: 'SBROC', lineCount: 8, state: 'accepted' },
			{ poNumber: 'MAPLE-0417', branchCode: 'SBDEN', lineCount: 16, state: 'accepted' },
		]);
	});

	it('start the trigger workflow with each of their events', async () => {
		events = await waitForEvents(scene, results);
		for (const result of results) {
			const received = events.get(result.transactionId) ?? [];
			expect(received.map(({ code }) => code).sort()).toEqual(['DU', 'DU', 'DU', 'IU', 'OU']);
			expect(received.every(({ poNumber }) => poNumber === result.poNumber)).toBe(true);
			expect(stateInWords(result, received)).toMatch(/^(accepted|queued, then accepted)$/);
		}
	});

	it('are exactly three orders at SIPS, with the totals that the workflow reported', () => {
		const held = scene.sandbox.orders();
		expect(held.map(({ transactionID }) => transactionID)).toEqual(results.map(({ transactionId }) => transactionId));
		expect(held.map(({ total }) => total)).toEqual(results.map(({ total }) => total));
	});

	it('cost one token call', () => {
		expect(scene.sandbox.control.counts().tokens).toMatchObject({ issued: 1, refused: 0 });
	});

	it('come out as tidy events, kind in words', () => {
		const [{ kind, message } = { kind: '', message: '' }] = (events.get(results[1]?.transactionId ?? '') ?? []).filter(({ code }) => code === 'DU');
		expect(kind).toBe('Delivery Update');
		expect(message).toMatch(/^Delivery Update: .+ \(PO LEAK-0093, order \d{8}\)$/);
	});
});

describe('the credential test', () => {
	const data = () => ({ environment: 'custom', baseUrl: scene.sandbox.url, ...scene.sandbox.client, sourceSystem: 'DEMOCRM', scope: 'ALL', authRequestFormat: 'form' });
	const test = async (changes: Record<string, unknown>) => {
		const { id } = await scene.n8n.client.createCredential({ name: 'Test', type: 'srsSipsApi', data: { ...data(), ...changes } });
		return await scene.n8n.client.testCredential(id);
	};

	it('succeeds with the right values, as JSON and as form', async () => {
		expect(await test({})).toMatchObject({ status: 'OK' });
		expect(await test({ authRequestFormat: 'json', scope: 'ALL ' })).toMatchObject({ status: 'OK' });
	});

	it('names the token request for a wrong secret, and does not show it', async () => {
		const { status, message } = await test({ clientSecret: 'not-the-secret-4711' });
		expect(status).toBe('Error');
		expect(message).toMatch(/^Token request: SIPS refused the client id or secret \(401\)/);
		expect(message).not.toContain('4711');
	});

	it('names the host that cannot be reached', async () => {
		const { status, message } = await test({ baseUrl: 'http://127.0.0.1:9' });
		expect(status).toBe('Error');
		expect(message).toMatch(/^Token request: 127\.0\.0\.1:9 could not be reached/);
	});

	it('asks for a base URL where there is none', async () => {
		expect(await test({ baseUrl: 'not a url' })).toEqual({ status: 'Error', message: 'The credential has no valid base URL' });
	});

	it('names the API call where the API does not accept the token', async () => {
		scene.sandbox.control.fault({ operationId: 'getBranchLocations', kind: 'status', status: 401, times: 5 });
		// Another address for the same host: a credential that has no token yet.
		const { status, message } = await test({ baseUrl: scene.sandbox.url.replace('127.0.0.1', 'localhost') });
		scene.sandbox.control.clearFaults();
		expect(status).toBe('Error');
		expect(message).toMatch(/^API call: SIPS handed out a token, but its API does not accept it/);
	});

	it('keeps the stored token and the secret out of what the editor gets', async () => {
		const stored = await scene.n8n.client.getCredential(CREDENTIAL.id);
		const text = JSON.stringify(stored);
		expect(text).not.toContain(scene.sandbox.client.clientSecret);
		expect(text).not.toMatch(TOKEN_WORDS);
		expect(stored.data?.clientId).toBe(scene.sandbox.client.clientId);
	});
});

describe('bad input to Submit', () => {
	it('is one error that names every field, and nothing is sent', async () => {
		const before = [ordersHeld(), callsOf('submitOrder')];
		const { error } = await runSrsSips(
			scene,
			// Empty by expression: what is empty in the panel n8n refuses by itself.
			orderParameters({ poNumber: '={{ "" }}', customerContactPhone: '12', shipToCity: '={{ "" }}', linesJson: [{ productId: 'x', quantity: 1.5, uom: '' }] }),
		);
		expect(error?.message).toMatch(/^The order was not sent: 7 fields need attention/);
		for (const field of ['PO Number', 'Contact Phone', 'Ship-to City', 'Lines 1: Product ID', 'Lines 1: Quantity', 'Lines 1: Unit of Measure', 'Lines 1: Customer Item']) {
			expect(error?.message).toContain(field);
		}
		expect([ordersHeld(), callsOf('submitOrder')]).toEqual(before);
	});

	it.each([
		['an unknown branch', { branchCode: 'NOWHR' }, /Branch Code: NOWHR is not a branch of this customer. Take the code from Branch: Get Many for Customer/],
		['a job account of another branch', { jobAccountNumber: 51 }, /Job Account Number: 51 is not a job account at SBDEN. SIPS lists: 43 \(MAIN\)/],
		['a colour the branch does not sell', { linesJson: [line({ option: 'Pink' })] }, /Lines 1: Option: the branch sells no "Pink" of Ridgeway Heritage Shingles. SIPS lists: Black Shadow/],
		['a unit the branch does not sell', { linesJson: [line({ uom: 'PAL' })] }, /Lines 1: Unit of Measure: not sold by PAL. SIPS lists: BD, SQ/],
		['a product the branch does not sell', { linesJson: [line({ productId: 1 })] }, /Lines 1: Product ID: SBDEN does not sell product 1/],
	])('%s is told with what there is, and nothing is sent', async (_what, changes, words) => {
		const before = callsOf('submitOrder');
		const { error } = await runSrsSips(scene, orderParameters(changes));
		expect(error?.message).toMatch(words);
		expect(error?.description).toContain('Nothing was sent');
		expect(callsOf('submitOrder')).toBe(before);
	});

	it('that only SIPS notices comes back in its own words', async () => {
		const { error } = await runSrsSips(scene, orderParameters({ shippingMethod: 'delivery', options: { checkFirst: false } }));
		expect(error?.message).toMatch(/^SIPS refused the order \(PO E2E-1, transaction [0-9a-f-]{36}\): .*shipping/i);
		expect(error?.description).toMatch(/^No order was placed\./);
	});
});

function line(changes: Record<string, unknown>): Record<string, unknown> {
	return { ...(orderParameters().linesJson as Array<Record<string, unknown>>)[0], ...changes };
}

describe('what SIPS may answer', () => {
	const validate = (changes: Record<string, unknown> = {}) => ({
		resource: 'customer', operation: 'validate', customerCode: 'DEMO100', proof: 'integrationKey', integrationKey: 'RDG100', options: {}, ...changes,
	});

	it('a customer that is not valid is a refusal, not a success', async () => {
		const { error } = await runSrsSips(scene, validate({ customerCode: 'DEMO300', integrationKey: 'CLS300' }));
		expect(error?.message).toBe('SIPS reports customer DEMO300 as not valid (validIndicator N)');
		expect(error?.description).toContain('Orders need a valid customer');
	});

	it('an unknown branch is told as such', async () => {
		const { error } = await runSrsSips(scene, { resource: 'branch', operation: 'getProducts', branchCode: 'NOWHR', options: {} });
		expect(error?.message).toMatch(/^SIPS has no products for branch NOWHR: SIPS does not know what was asked for \(404\): /);
	});

	it.each([
		[400, /\(400\): No good/, /Check Customer Code/],
		[401, /did not accept a token that it has just handed out \(401\)/, /Check client id, secret and environment/],
		[404, /\(404\): No good/, /Check Customer Code/],
		[500, /could not handle the request \(500\): No good/, /Try again in a few minutes. It was tried 4 times/],
	])('%i is an error of its own with the words of SIPS and what to do', async (status, message, advice) => {
		scene.sandbox.control.fault({ operationId: 'validateCustomer', kind: 'status', status, body: { message: 'No good' }, times: 10 });
		const { error } = await runSrsSips(scene, validate());
		scene.sandbox.control.clearFaults();
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(advice);
	}, 60_000);

	it('with Continue On Fail the others go on, each paired with its item', async () => {
		const { items } = await runSrsSips(scene, validate({ customerCode: '={{ $json.n === 1 ? "DEMO999" : "DEMO100" }}' }), {
			count: 3,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ json, pairedItem }) => [json.valid ?? 'failed', pairedItem])).toEqual([
			[true, { item: 0 }],
			['failed', { item: 1 }],
			[true, { item: 2 }],
		]);
		expect(items[1]?.json).toMatchObject({ message: expect.stringContaining('DEMO999') as string, error: { kind: 'notFound', status: 404 } });
	});

	it('a price of 0 is no price', async () => {
		const { items } = await runSrsSips(scene, {
			resource: 'product', operation: 'getPrices', customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43',
			productId: 6042, option: 'Black Shadow', quantity: 5, uom: 'BD', options: {},
		});
		expect(items[0]?.json).toMatchObject({ price: null, lineTotal: null, priceAvailable: false, priceMessage: 'Please call branch for product pricing' });
	});

	it('orders can be listed by PO number', async () => {
		const { items } = await runSrsSips(scene, { resource: 'order', operation: 'getAll', returnAll: true, filters: { poNumber: 'LEAK-0093' }, options: {} });
		expect(items.map(({ json }) => json.poNumber)).toEqual(['LEAK-0093']);
	});

	it('an order whose answer is lost is found, and not sent again', async () => {
		const before = [ordersHeld(), callsOf('submitOrder')];
		scene.sandbox.control.change({ listCarriesTransactionId: true });
		scene.sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500, when: 'after', times: 1 });
		const { items } = await runSrsSips(scene, orderParameters({ poNumber: 'E2E-LOST' }));
		scene.sandbox.control.change({ listCarriesTransactionId: false });
		expect(items[0]?.json).toMatchObject({ state: 'accepted', poNumber: 'E2E-LOST', outcomeFrom: 'lookUp', alreadySubmitted: false });
		expect([ordersHeld(), callsOf('submitOrder')]).toEqual(before.map((count) => count + 1));
	});
});

describe('secrets', () => {
	it('are in no log and in no execution', async () => {
		const logs = scene.n8n.logs();
		expect(logs).not.toContain(scene.sandbox.client.clientSecret);
		expect(logs).not.toMatch(TOKEN_WORDS);
		for (const workflow of [scene.workflows.placeOrder, scene.workflows.orderEvents]) {
			for (const { id } of await scene.n8n.client.listExecutions(workflow)) {
				const text = JSON.stringify(await scene.n8n.client.getExecution(id));
				expect(text).not.toContain(scene.sandbox.client.clientSecret);
				expect(text).not.toMatch(TOKEN_WORDS);
			}
		}
	});
});
