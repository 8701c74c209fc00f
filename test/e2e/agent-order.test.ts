import { CREDENTIAL, type Scene } from '../../demo/scene';
import { itemsOf, runsOf, type Execution, type Workflow } from '../../host';
import { eventually, filledIn, follow, withCredentials } from '../support/e2e/exampleWorkflows';
import { MailServer } from '../support/e2e/mailServer';
import { ScriptedModel, type Move, type Script } from '../support/e2e/scriptedModel';
import { sharedScene } from '../support/e2e/sharedN8n';

/** "Order the usual for Maple Street, black, Thursday": the example as it is, in n8n's AI Agent, with a scripted model, and what it must not get away with. */
jest.setTimeout(180_000);

const ASKED = 'order the usual for Maple Street, black, Thursday';
const THURSDAY = '2099-03-05';
/** What the example's job says of people. */
const PERSONAL = /Jane|Roe\b|303\D?555\D?0100|jane@example|12 Maple/i;

let scene: Scene;
let model: ScriptedModel;
let mailServer: MailServer;
let example: Workflow;

beforeAll(async () => {
	scene = await sharedScene({ eventDelayMs: 20 });
	model = await ScriptedModel.start();
	mailServer = await MailServer.start();
	const { client } = scene.n8n;
	const openAi = await client.createCredential({ name: 'Scripted', type: 'openAiApi', data: { apiKey: 'none', url: model.url } });
	const smtp = await client.createCredential({ name: 'Mailbox', type: 'smtp', data: mailServer.credentialData });
	example = withCredentials(await filledIn('agent-order.json', {}), {
		srsSipsTool: { srsSipsApi: { id: CREDENTIAL.id, name: CREDENTIAL.name } },
		lmChatOpenAi: { openAiApi: { id: openAi.id, name: openAi.name } },
		emailSendHitlTool: { smtp: { id: smtp.id, name: smtp.name } },
	});
}, 300_000);

afterAll(async () => {
	await scene?.close();
	await model?.stop();
	await mailServer?.stop();
});

/** The example without its approval: Submit is a tool of the agent itself. @param options those of Submit in the place of its own */
function withoutApproval(options: Record<string, unknown>): Workflow {
	const { 'Approve Order': agent, ...connections } = example.connections as Record<string, unknown>;
	const nodes = example.nodes.filter(({ name }) => name !== 'Approve Order').map((node) => (node.name === 'Submit Order' ? { ...node, parameters: { ...node.parameters, options } } : node));
	return { ...example, nodes, connections: { ...connections, 'Submit Order': agent } };
}

/** Starts it as the editor's chat does. */
async function begun(workflow: Workflow, script: Script): Promise<string> {
	model.follows(script);
	const { client } = scene.n8n;
	const { id } = await client.createWorkflow({ ...workflow, id: undefined });
	const workflowData = await client.getWorkflow(id);
	const data = { startTime: 0, executionTime: 0, executionIndex: 0, source: [], data: { main: [[{ json: { sessionId: 'test', action: 'sendMessage', chatInput: ASKED } }]] } };
	const { executionId } = (await client.call('POST', `/rest/workflows/${id}/run`, { workflowData, triggerToStartFrom: { name: 'Chat', data } })) as { executionId: string };
	return executionId;
}

async function ran(workflow: Workflow, script: Script): Promise<Execution> {
	return await scene.n8n.client.waitForExecution({ executionId: await begun(workflow, script) }, 120_000);
}

interface Template {
	templateId: string;
	products: Array<{ productId: number; productOptions: string[] | null; quantity: number; defaultUom: string }>;
}

/** What a tool told, as data: agents hand on a list of items. */
function itemsTold(text = ''): Array<Record<string, unknown>> {
	const parsed = JSON.parse(text) as unknown;
	const items = (Array.isArray(parsed) ? parsed : [parsed]) as Array<Record<string, unknown>>;
	return items.flatMap((item) => ('response' in item ? itemsTold(JSON.stringify(item.response)) : [item]));
}

/** The order as the model reckons it from the templates that it was told. */
function orderFrom(templates: string | undefined, poNumber: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
	const template = (itemsTold(templates) as unknown as Template[]).find(({ templateId }) => templateId === '410');
	const lines = (template?.products ?? []).filter(({ quantity }) => quantity > 0).map(({ productId, productOptions, quantity, defaultUom }) => ({
		productId, option: productOptions?.find((option) => /black/i.test(option)) ?? productOptions?.[0] ?? 'N/A', quantity, uom: defaultUom, customerItem: String(productId),
	}));
	return { job: 'Maple Street', poNumber, lines, deliveryDate: THURSDAY, ...changes };
}

const tokenIn = (preview: string | undefined) => itemsTold(preview)[0]?.previewToken;
const held = (poNumber: string) => scene.sandbox.orders().filter((order) => order.poNumber === poNumber);

/** A model that looks up the usual, previews it, and then does this. */
function after(poNumber: string, next: (order: Record<string, unknown>, told: readonly string[]) => Move): Script {
	return (told) => {
		if (told.length === 0) return { call: 'Get_Templates', args: { job: 'Maple Street' } };
		const order = orderFrom(told[0], poNumber);
		return told.length === 1 ? { call: 'Preview_Order', args: order } : next(order, told);
	};
}

/** The last thing that the model was told: a refusal in few words, and nothing about people. */
function refusal(): string {
	const text = model.told.at(-1) ?? '';
	expect(text).toContain('"failed":true');
	expect(text.length).toBeLessThanOrEqual(1_600);
	expect(text).not.toMatch(PERSONAL);
	return text;
}

describe('the example', () => {
	const submitted = (poNumber: string) => after(poNumber, (order, told) =>
		told.length === 2 ? { call: 'Submit_Order', args: { toolParameters: { ...order, previewToken: tokenIn(told[1]) }, hitlParameters: {} } } : { say: String(itemsTold(told[2])[0]?.orderId ?? told[2]) });

	/** The link of the mail that asks, once the execution waits for it to be followed. @param mails how many there were before */
	const asked = async (executionId: string, mails: number, answer: string) => await eventually(async () => {
		const { results } = (await scene.n8n.client.call('GET', '/rest/executions?limit=20')) as { results: Array<{ id: string; status: string }> };
		return results.some(({ id, status }) => id === executionId && status === 'waiting') && mailServer.mails.length > mails ? mailServer.links(answer)[0] : undefined;
	}, 90_000);

	it('places one order of the right content once a person has approved of it', async () => {
		const mails = mailServer.mails.length;
		const executionId = await begun(example, submitted('MAPLE-1'));
		const link = await asked(executionId, mails, 'approved=true');
		expect(mailServer.mails.at(-1)?.parts['text/html']).toContain('MAPLE-1');
		expect(held('MAPLE-1')).toEqual([]);
		await follow(link);
		const execution = await scene.n8n.client.waitForExecution({ executionId }, 90_000);
		expect(execution.status).toBe('success');
		expect(held('MAPLE-1')).toHaveLength(1);
		const [item] = runsOf(execution, 'Submit Order').flatMap(({ data }) => (data as { ai_tool?: Array<Array<{ json: Record<string, unknown> }>> })?.ai_tool?.[0] ?? []);
		expect(item?.json).toMatchObject({ state: 'accepted', poNumber: 'MAPLE-1', lineCount: 5, alreadySubmitted: false });
		expect(String(itemsOf(execution, 'AI Agent')[0]?.json.output)).toContain(String(item?.json.orderId));
	});

	it('places none where the person declines', async () => {
		const mails = mailServer.mails.length;
		const executionId = await begun(example, submitted('MAPLE-2'));
		await follow(await asked(executionId, mails, 'approved=false'));
		await scene.n8n.client.waitForExecution({ executionId }, 90_000);
		expect(model.told.at(-1)).toMatch(/rejected/i);
		expect(held('MAPLE-2')).toEqual([]);
	});
});

describe('without the approval between agent and tool', () => {
	it('nothing is sent where the gate wants it', async () => {
		await ran(withoutApproval({ gate: 'both' }), after('MAPLE-3', (order, told) => (told.length === 2 ? { call: 'Submit_Order', args: { ...order, previewToken: tokenIn(told[1]) } } : { say: 'Done.' })));
		expect(refusal()).toMatch(/no person approved of it.*human approval is not between the agent and this tool.*Nothing was sent/);
		expect(held('MAPLE-3')).toEqual([]);
	});

	it('nothing is sent without a preview, with other content than was previewed, or with a token that is made up', async () => {
		const workflow = withoutApproval({});
		await ran(workflow, (told) => (told.length === 0 ? { call: 'Get_Templates', args: { job: 'Maple Street' } } : told.length === 1 ? { call: 'Submit_Order', args: { ...orderFrom(told[0], 'MAPLE-4'), previewToken: '' } } : { say: 'Done.' }));
		expect(refusal()).toMatch(/nobody approved of it.*has no Preview Token.*Order: Preview.*Nothing was sent/);

		await ran(workflow, after('MAPLE-4', ({ lines, ...order }, told) => {
			const changed = (lines as Array<Record<string, unknown>>).map((line, at) => (at === 0 ? { ...line, quantity: 90 } : line));
			return told.length === 2 ? { call: 'Submit_Order', args: { ...order, lines: changed, previewToken: tokenIn(told[1]) } } : { say: 'Done.' };
		}));
		expect(refusal()).toMatch(/Preview Token was made for something else: Lines changed since/);

		await ran(workflow, after('MAPLE-4', (order, told) => (told.length === 2 ? { call: 'Submit_Order', args: { ...order, previewToken: 'tqr9k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA' } } : { say: 'Done.' })));
		expect(refusal()).toMatch(/was not made for this content/);
		expect(held('MAPLE-4')).toEqual([]);
	});

	it('a token serves once', async () => {
		await ran(withoutApproval({}), after('MAPLE-5', (order, told) => (told.length < 4 ? { call: 'Submit_Order', args: { ...order, previewToken: tokenIn(told[1]) } } : { say: 'Done.' })));
		expect(itemsTold(model.told[2])[0]).toMatchObject({ state: 'accepted', alreadySubmitted: false });
		expect(refusal()).toMatch(/Preview Token was used before.*Nothing was sent/);
		expect(held('MAPLE-5')).toHaveLength(1);
	});

	it('nothing is sent above the limit, nor where the model could set the gate', async () => {
		const once = (poNumber: string) => after(poNumber, (order, told) => (told.length === 2 ? { call: 'Submit_Order', args: { ...order, previewToken: tokenIn(told[1]) } } : { say: 'Done.' }));
		await ran(withoutApproval({ orderLimit: '100' }), once('MAPLE-6'));
		expect(refusal()).toMatch(/Order Limit: the lines cost \d+\.\d\d in all, above the limit of 100\.00/);
		await ran(withoutApproval({ gate: "={{ 'either' }}" }), once('MAPLE-6'));
		expect(refusal()).toMatch(/Gate for Agents: must be chosen in the node/);
		expect(held('MAPLE-6')).toEqual([]);
	});

	it('what SIPS and the check before say of people is not told to the model', async () => {
		const once = (poNumber: string) => after(poNumber, (order, told) => (told.length === 2 ? { call: 'Submit_Order', args: { ...order, previewToken: tokenIn(told[1]) } } : { say: 'Done.' }));
		scene.sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, body: { message: 'Jane Roe, 12 Maple Street, Denver, (303) 555-0100, jane@example.com has no credit left' } });
		const execution = await ran(withoutApproval({}), once('MAPLE-7'));
		expect(refusal()).toMatch(/has no credit left/);
		// A person reads all of it, where n8n shows hints.
		expect(execution.status).toBe('success');
		expect(held('MAPLE-7')).toEqual([]);
	});
});
