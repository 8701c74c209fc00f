import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import axios from 'axios';

import type { N8nClient, Workflow } from '../../../host';

export const EXAMPLES = resolve(__dirname, '../../../examples');

/** An example as it is, with the values of its Settings node filled in. */
export async function filledIn(file: string, settings: Record<string, unknown>): Promise<Workflow> {
	const workflow = JSON.parse(await readFile(join(EXAMPLES, file), 'utf8')) as Workflow;
	const nodes = workflow.nodes.map((node) => {
		if (node.name !== 'Settings') return node;
		const { assignments } = node.parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
		const unknown = Object.keys(settings).filter((name) => !assignments.some((one) => one.name === name));
		if (unknown.length > 0) throw new Error(`${file} has no setting ${unknown.join(', ')}.`);
		const filled = assignments.map((one) => ({ ...one, value: settings[one.name] ?? one.value }));
		return { ...node, parameters: { ...node.parameters, assignments: { assignments: filled } } };
	});
	return { ...workflow, nodes };
}

/** Chooses the credential in each node of these types. @param credentialsOf by the last part of a node's type */
export function withCredentials(workflow: Workflow, credentialsOf: Record<string, Workflow['nodes'][number]['credentials']>): Workflow {
	const nodes = workflow.nodes.map((node) => {
		const credentials = credentialsOf[node.type.split('.').at(-1) ?? ''];
		return credentials ? { ...node, credentials } : node;
	});
	return { ...workflow, nodes };
}

/** Has a trigger with a schedule run every two seconds. */
export function often(workflow: Workflow): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.type.endsWith('.scheduleTrigger') ? { ...node, parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } } } : node,
	);
	return { ...workflow, nodes };
}

/** Waits until there is something. @throws where there is nothing in time */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, timeoutMs = 60_000): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > deadline) throw new Error('It did not happen in time.');
		await new Promise((wake) => setTimeout(wake, 100));
	}
}

/** A browser's: n8n passes over who follows the link of an approval with the name of a program. */
const BROWSER = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36' };

/** Follows a link of a message, as a person does later than a test: n8n answers 409 until the execution has begun to wait. */
export async function follow(link: unknown): Promise<void> {
	await eventually(async () => {
		const { status } = await axios.get(String(link), { headers: BROWSER, validateStatus: (code) => code === 409 || code < 300 });
		return status === 409 ? undefined : true;
	});
}

/** A data table of n8n whose columns are all text, in the project of the owner. */
export class TextTable {
	private constructor(
		private readonly client: N8nClient,
		private readonly path: string,
	) {}

	static async create(client: N8nClient, name: string, columns: readonly string[]): Promise<TextTable> {
		const tables = await tablesOf(client);
		const { id } = (await client.call('POST', tables, { name, columns: columns.map((column) => ({ name: column, type: 'string' })) })) as { id: string };
		return new TextTable(client, `${tables}/${id}`);
	}

	/** One that a workflow has made. @throws where it is not there */
	static async named(client: N8nClient, name: string): Promise<TextTable> {
		const tables = await tablesOf(client);
		const { data } = (await client.call('GET', `${tables}?filter=${encodeURIComponent(JSON.stringify({ name }))}`)) as { data: Array<{ id: string; name: string }> };
		const found = data.find((table) => table.name === name);
		if (!found) throw new Error(`n8n has no data table ${name}.`);
		return new TextTable(client, `${tables}/${found.id}`);
	}

	async insert(rows: ReadonlyArray<Record<string, string>>): Promise<void> {
		await this.client.call('POST', `${this.path}/insert`, { data: rows, returnType: 'count' });
	}

	async rows(): Promise<Array<Record<string, unknown>>> {
		return ((await this.client.call('GET', `${this.path}/rows`)) as { data: Array<Record<string, unknown>> }).data;
	}
}

async function tablesOf(client: N8nClient): Promise<string> {
	const { id: project } = (await client.call('GET', '/rest/projects/personal')) as { id: string };
	return `/rest/projects/${project}/data-tables`;
}
