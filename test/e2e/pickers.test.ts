import { CREDENTIAL, type Scene } from '../../demo/scene';
import { runsOf } from '../../host';
import { Editor, type ListAnswer, type ListRequest } from '../support/e2e/editor';
import { sharedScene } from '../support/e2e/sharedN8n';
import { orderParameters, runSrsSips } from '../support/e2e/singleNode';
import { TOKEN_WORDS } from '../support/tokens/tokenWords';

/** The lists of the panel in a real n8n, asked for as its editor asks, and what is chosen from them run. */
let scene: Scene;
let editor: Editor;

beforeAll(async () => {
	scene = await sharedScene({ eventDelayMs: 20 });
	editor = await Editor.open(scene.n8n);
}, 300_000);

afterAll(async () => {
	await scene?.close();
});

const located = (value: string, mode = 'list') => ({ __rl: true, mode, value, cachedResultName: `Shown ${value}` });
const ORDER = { resource: 'order', operation: 'submit', customerCode: 'DEMO100', branchCode: located('SBDEN') };
const LINES = { line: [{ productId: located('6042'), option: located('N/A') }, { productId: located('6000'), option: located('Black Shadow') }] };

async function open(method: string, field: string, parameters: Record<string, unknown>, more: Partial<ListRequest> = {}): Promise<ListAnswer> {
	return await editor.list({ method, field, parameters, credential: CREDENTIAL, ...more });
}

function callsOf(operationId: string): number {
	return scene.sandbox.control.counts().operations[operationId]?.received ?? 0;
}

describe('the lists that the editor asks for', () => {
	it.each<[string, string, Record<string, unknown>, string | undefined, ListAnswer['results'][number]]>([
		['searchCustomerBranches', 'branchCode', ORDER, undefined, { name: 'SUMMIT DEMO SUPPLY - DENVER (SBDEN)', value: 'SBDEN' }],
		['searchBranches', 'branchCode', { resource: 'branch', operation: 'getProducts' }, 'seattle', { name: 'SUMMIT DEMO SUPPLY - SEATTLE (SBSEA)', value: 'SBSEA' }],
		['searchJobAccounts', 'jobAccountNumber', ORDER, 'storm', { name: 'STORM WORK (45 at SBDEN)', value: '45' }],
		['searchProducts', 'productId', { ...ORDER, resource: 'product', operation: 'getPrices' }, '6000', { name: 'Ridgeway Heritage Shingles (6000)', value: '6000' }],
		['searchProducts', 'lines.line[0].productId', ORDER, 'heritage ridgeway', { name: 'Ridgeway Heritage Shingles (6000)', value: '6000' }],
		['searchOptions', 'lines.line[1].option', { ...ORDER, lines: LINES }, undefined, { name: 'Black Shadow', value: 'Black Shadow' }],
		['searchOptions', 'option', { ...ORDER, resource: 'product', operation: 'getPrices', productId: 6000 }, 'shadow', { name: 'Black Shadow', value: 'Black Shadow' }],
		['searchUnits', 'lines.line[1].uom', { ...ORDER, lines: LINES }, 'bundle', { name: 'BD (bundle, default)', value: 'BD' }],
		['searchOrderTemplates', 'templateId', ORDER, 'reroof', { name: 'Reroof 25 SQ (410)', value: '410' }],
	])('%s for %s is there (%#)', async (method, field, parameters, filter, expected) => {
		const { results, error } = await open(method, field, parameters, filter === undefined ? {} : { filter });
		expect(error).toBeUndefined();
		expect(results).toContainEqual(expected);
	});

	it('of 20,000 products comes in pages, and is read from SIPS once', async () => {
		scene.sandbox.control.change({ extraProducts: 20_000 });
		const parameters = { ...ORDER, branchCode: located('SBORL') };
		const before = callsOf('getActiveBranchProducts');
		const first = await open('searchProducts', 'productId', parameters);
		const second = await open('searchProducts', 'productId', parameters, { paginationToken: first.paginationToken });
		const found = await open('searchProducts', 'productId', parameters, { filter: '1000123' });
		scene.sandbox.control.change({ extraProducts: 0 });
		expect(new Set([...first.results, ...second.results].map(({ value }) => value)).size).toBe(200);
		expect(found.results.map(({ value }) => value)).toEqual(['1000123']);
		expect(callsOf('getActiveBranchProducts') - before).toBe(1);
	});

	it.each<[string, string, Record<string, unknown>, string]>([
		['searchCustomerBranches', 'branchCode', { ...ORDER, customerCode: '' }, 'Customer Code'],
		['searchJobAccounts', 'jobAccountNumber', { ...ORDER, branchCode: located('') }, 'Branch Code'],
		// What n8n 2.41 makes of an expression that cannot be resolved before a run, and what n8n 2.8 does.
		['searchProducts', 'productId', { ...ORDER, branchCode: { ...located(''), value: null } }, 'Branch Code'],
		['searchOptions', 'lines.line[0].option', { ...ORDER, lines: null }, 'Product ID'],
		['searchUnits', 'lines.line[0].uom', { ...ORDER, lines: { line: [{ productId: located('') }] } }, 'Product ID'],
		['searchOrderTemplates', 'templateId', { ...ORDER, customerCode: null }, 'Customer Code'],
	])('%s for %s says which field comes first (%#)', async (method, field, parameters, label) => {
		const { error } = await open(method, field, parameters);
		expect(error?.message).toBe(`Choose ${label} first`);
		expect(error?.description).toMatch(new RegExp(`^This list depends on ${label}\\. If it is an expression, run the earlier nodes`));
	});

	it('say what is wrong with the credential, and show nothing of it', async () => {
		const { clientId } = scene.sandbox.client;
		const credential = await scene.n8n.client.createCredential({
			name: 'Wrong', type: 'srsSipsApi',
			data: { environment: 'custom', baseUrl: scene.sandbox.url, clientId, clientSecret: 'not-the-secret-4711', sourceSystem: 'DEMOCRM', scope: 'ALL' },
		});
		const { error, text } = await open('searchCustomerBranches', 'branchCode', ORDER, { credential });
		expect(error?.message).toMatch(/^Token request: SIPS refused the client id or secret \(401\)/);
		expect(error?.description).toContain('Check client id, client secret and environment');
		expect(error?.httpCode).toBe('401');
		expect(text).not.toContain('4711');
		expect(text).not.toMatch(TOKEN_WORDS);
	});

	it('say what SIPS says', async () => {
		const { error } = await open('searchCustomerBranches', 'branchCode', { ...ORDER, customerCode: 'NOBODY' });
		expect(error?.message).toMatch(/^No branches for customer NOBODY: SIPS does not know what was asked for \(404\)/);
		expect(error?.description).toContain('Check Customer Code');
	});
});

describe('what was chosen', () => {
	it('runs like plain text', async () => {
		const prices = { resource: 'product', operation: 'getPrices', customerCode: 'DEMO100', quantity: 3, options: {} };
		const plain = await runSrsSips(scene, { ...prices, branchCode: 'SBDEN', jobAccountNumber: '43', productId: 6000, option: 'Black Shadow', uom: 'BD' });
		const chosen = await runSrsSips(scene, {
			...prices, branchCode: located('SBDEN'), jobAccountNumber: located('43'), productId: located('={{ 6000 }}', 'id'), option: located('Black Shadow'), uom: located('BD', 'code'),
		});
		expect(plain.items[0]?.json).toMatchObject({ productId: 6000, priceAvailable: true });
		expect(chosen.items.map(({ json }) => json)).toEqual(plain.items.map(({ json }) => json));
	});

	it('is ordered from a table of lines', async () => {
		const line = { productId: located('6000'), productName: 'Ridgeway Heritage Shingles', option: located('Black Shadow'), quantity: 12, uom: located('BD'), customerItem: 'SH-1', price: '' };
		const { items, error } = await runSrsSips(
			scene,
			orderParameters({ poNumber: 'PICKED-1', branchCode: located('SBDEN'), jobAccountNumber: located('43'), lineSource: 'table', lines: { line: [line] } }),
		);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ state: 'accepted', lineCount: 1 });
	});
});

describe('the node as a tool of an agent', () => {
	it('lets the model fill in fields that have a list', async () => {
		const fromAI = (key: string) => `={{ $fromAI('${key}', '', 'string') }}`;
		const parameters = {
			resource: 'product', operation: 'getPrices', customerCode: fromAI('customerCode'), branchCode: located(fromAI('branchCode'), 'code'),
			jobAccountNumber: located('43'), productId: located(fromAI('productId'), 'id'), option: located(fromAI('colour'), 'code'), quantity: 2, uom: located('BD'), options: {},
		};
		const at = { position: [0, 0], typeVersion: 1 };
		const nodes = [
			{ ...at, id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{ ...at, id: 'agent', name: 'Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion: 2, parameters: {} },
			{ ...at, id: 'prices', name: 'Prices', type: 'n8n-nodes-partner-apis.srsSipsTool', parameters, credentials: { srsSipsApi: { id: CREDENTIAL.id, name: CREDENTIAL.name } } },
		];
		const connections = {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Prices: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		};
		const { client } = scene.n8n;
		const { id } = await client.createWorkflow({ name: 'Agent', nodes, connections, settings: { executionOrder: 'v1' } });
		const query = { Prices: { customerCode: 'DEMO100', branchCode: 'SBDEN', productId: '6000', colour: 'Black Shadow' } };
		// The editor's *Execute step* of a tool: with what a model would have filled in, and no model.
		const started = (await client.call('POST', `/rest/workflows/${id}/run`, {
			workflowData: await client.getWorkflow(id),
			triggerToStartFrom: { name: 'Start' },
			destinationNode: { nodeName: 'Prices', mode: 'inclusive' },
			agentRequest: { query, tool: { name: 'Prices' } },
		})) as { executionId: string };
		const execution = await client.waitForExecution({ executionId: started.executionId });
		expect(execution.data.resultData.error).toBeUndefined();
		const [run] = runsOf(execution, 'Prices');
		expect(run?.data?.ai_tool?.[0]?.[0]?.json.response).toMatchObject([{ productId: 6000, option: 'Black Shadow', uom: 'BD', priceAvailable: true }]);
	});
});
