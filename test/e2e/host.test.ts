import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import axios from 'axios';

import { ensureHost, itemsOf, nodeTimes, startN8n, type N8nInstance, type Workflow } from '../../host';

const MINUTE_MS = 60_000;

const GREETING: Workflow = {
	id: 'greeting00000001',
	name: 'Greeting',
	nodes: [
		{
			id: '6f1a5f3c-0001-4000-8000-000000000001',
			name: 'Call',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: '6f1a5f3c-0001-4000-8000-000000000002',
			parameters: { httpMethod: 'POST', path: 'greeting', responseMode: 'lastNode' },
		},
		{
			id: '6f1a5f3c-0001-4000-8000-000000000003',
			name: 'Greet',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [220, 0],
			parameters: {
				assignments: {
					assignments: [{ id: '1', name: 'greeting', type: 'string', value: '=Good morning, {{ $json.body.name }}' }],
				},
			},
		},
	],
	connections: { Call: { main: [[{ node: 'Greet', type: 'main', index: 0 }]] } },
};

describe('the driver of a real n8n', () => {
	let n8n: N8nInstance;
	let userFolder: string | undefined;

	beforeAll(async () => {
		// From nothing, as a person's first one: others begin with a database that was made before.
		userFolder = await mkdtemp(join(tmpdir(), 'n8n-from-nothing-'));
		n8n = await startN8n({ host: await ensureHost({ version: process.env.E2E_N8N_VERSION }), userFolder });
		await n8n.importWorkflows([GREETING]);
		await n8n.client.publish('greeting00000001');
	}, 15 * MINUTE_MS);

	afterAll(async () => {
		await n8n?.stop();
		if (userFolder) await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
	}, MINUTE_MS);

	const call = async (name: string) => {
		const { data } = await axios.post<unknown>(`${n8n.webhookBase}/greeting`, { name }, { timeout: MINUTE_MS, proxy: false });
		return data;
	};

	test('knows the nodes that come with n8n', async () => {
		expect(await n8n.client.nodeTypes()).toContain('n8n-nodes-base.webhook');
	});

	test(
		'calls a published workflow and reads what each node did',
		async () => {
			const afterId = await n8n.client.lastExecutionId('greeting00000001');
			expect(await call('Ada')).toEqual({ greeting: 'Good morning, Ada' });

			const execution = await n8n.client.waitForExecution({ workflowId: 'greeting00000001', afterId });
			expect(execution.status).toBe('success');
			expect(itemsOf(execution, 'Greet').map(({ json }) => json)).toEqual([{ greeting: 'Good morning, Ada' }]);
			expect(Object.keys(nodeTimes(execution))).toEqual(['Call', 'Greet']);
		},
		MINUTE_MS,
	);

	test(
		'keeps what is published, its executions and its owner over a restart',
		async () => {
			await n8n.restart();
			expect(await call('Grace')).toEqual({ greeting: 'Good morning, Grace' });
			expect((await n8n.client.listExecutions('greeting00000001')).length).toBeGreaterThanOrEqual(1);
		},
		2 * MINUTE_MS,
	);

	test(
		'takes a workflow off',
		async () => {
			await n8n.client.deactivate('greeting00000001');
			await expect(call('nobody')).rejects.toThrow('404');
		},
		MINUTE_MS,
	);

	test('writes no password to its log', () => {
		expect(n8n.logs()).toContain('Editor is now accessible');
		expect(n8n.logs()).not.toContain(n8n.client.owner.password);
	});
});
