import { CREDENTIAL, type Scene } from '../../demo/scene';
import { runsOf, type Execution } from '../../host';
import { ScriptedModel } from '../support/e2e/scriptedModel';
import { sharedScene } from '../support/e2e/sharedN8n';
import { orderParameters } from '../support/e2e/singleNode';

/** What a model is told by the node as the tool of n8n's AI Agent: a whole run, with a scripted model and no network. */
jest.setTimeout(120_000);

let scene: Scene;
let model: ScriptedModel;
let modelCredential: { id: string; name: string };

beforeAll(async () => {
	scene = await sharedScene({ eventDelayMs: 20 });
	model = await ScriptedModel.start();
	modelCredential = await scene.n8n.client.createCredential({ name: 'Scripted', type: 'openAiApi', data: { apiKey: 'none', url: model.url } });
}, 300_000);

afterAll(async () => {
	await scene?.close();
	await model?.stop();
});

const fromAI = (key: string) => `={{ $fromAI('${key}', '', 'string') }}`;
const VALIDATE = { resource: 'customer', operation: 'validate', customerCode: fromAI('customerCode'), proof: 'integrationKey', integrationKey: 'RDG100', options: {} };
const PRICES = {
	resource: 'product', operation: 'getPrices', customerCode: 'DEMO100', branchCode: 'SBDEN', jobAccountNumber: '43',
	productId: fromAI('productId'), option: 'Black Shadow', quantity: 2, uom: 'BD', options: {},
};
const ORDER = orderParameters({ poNumber: fromAI('poNumber'), shippingMethod: fromAI('shippingMethod') });

interface Agent {
	typeVersion: number;
	settings?: Record<string, unknown>;
	credentials?: Record<string, unknown>;
}

/** Runs an agent whose model calls our node with these, and says what the model was told. */
async function agentWith(parameters: Record<string, unknown>, args: Record<string, unknown>, { typeVersion, settings = {}, credentials }: Agent): Promise<{ told: string; execution: Execution }> {
	const sips = credentials ?? { srsSipsApi: { id: CREDENTIAL.id, name: CREDENTIAL.name } };
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{ name: 'Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion, parameters: { promptType: 'define', text: 'Do it', options: {} } },
		{
			name: 'Model', type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', typeVersion: 1.2, credentials: { openAiApi: modelCredential },
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		},
		{ name: 'Sips', type: 'n8n-nodes-partner-apis.srsSipsTool', typeVersion: 1, parameters, credentials: sips, ...settings },
	].map((node) => ({ ...node, id: node.name, position: [0, 0] }));
	const to = (type: string) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
	const { client } = scene.n8n;
	const { id } = await client.createWorkflow({
		name: 'Agent', nodes, settings: { executionOrder: 'v1' },
		connections: { Start: to('main'), Model: to('ai_languageModel'), Sips: to('ai_tool') },
	});
	model.will(args);
	const execution = await client.waitForExecution({ executionId: await client.run(id) });
	return { told: model.told.join('\n'), execution };
}

/** Agents of version 2 call tools themselves; from version 3 on n8n's engine does it for them. */
describe.each([2, 3])('an agent of version %d', (typeVersion) => {
	it.each<[string, Record<string, unknown>, Record<string, unknown>, RegExp[]]>([
		['a customer that does not exist', VALIDATE, { customerCode: 'BAD1' }, [/BAD1/, /Nothing was changed/]],
		['a field left empty', VALIDATE, { customerCode: '' }, [/Customer Code: must not be empty/, /Nothing was sent/]],
		['an order that neither a person nor a preview stands before', ORDER, { poNumber: 'AGENT-1', shippingMethod: 'By Drone' }, [/no Preview Token/, /Nothing was sent/]],
		['an operation that is not there', { ...VALIDATE, operation: 'remove' }, { customerCode: 'DEMO100' }, [/cannot do .*remove/, /Nothing was sent/]],
	])('is told in plain words of %s', async (_name, parameters, args, words) => {
		const { told, execution } = await agentWith(parameters, args, { typeVersion });
		for (const word of words) expect(told).toMatch(word);
		expect(told).toContain('"failed":true');
		expect(told).not.toMatch(/<a |href|target=/);
		expect(told.length).toBeLessThanOrEqual(1_600);
		// The model may go on, and a person sees in the tool's output what it was told.
		expect(execution.status).toBe('success');
		expect(JSON.stringify(runsOf(execution, 'Sips').map(({ data }) => data))).toContain('failed');
	});

	// With an error output, n8n itself empties whatever a tool of an agent of version 3 puts out, a success too.
	it('is told so where the node goes on after errors, or tries again', async () => {
		for (const settings of [{ onError: 'continueRegularOutput' }, { retryOnFail: true, maxTries: 2, waitBetweenTries: 10 }]) {
			const { told } = await agentWith(VALIDATE, { customerCode: '' }, { typeVersion, settings });
			expect(told).toMatch(/Customer Code: must not be empty/);
		}
	});

	it('is told of an expression that n8n cannot resolve, and of a credential that is missing', async () => {
		const broken = await agentWith({ ...VALIDATE, integrationKey: "={{ $('Nobody').item.json.key }}" }, { customerCode: 'DEMO100' }, { typeVersion });
		expect(broken.told).toMatch(/failed.*Nothing was (sent|changed)/);
		const missing = await agentWith(VALIDATE, { customerCode: 'DEMO100' }, { typeVersion, credentials: { srsSipsApi: { id: 'gone', name: 'Gone' } } });
		expect(missing.told).not.toBe('');
	});

	it('is handed what SIPS says where all is well', async () => {
		const { told, execution } = await agentWith(PRICES, { productId: '6000' }, { typeVersion });
		expect(told).toMatch(/"productId":6000/);
		expect(told).not.toContain('failed');
		expect(execution.status).toBe('success');
	});
});
