import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { executeOperations } from '../../../../engine/items/execute';
import type { ResourceTable } from '../../../../engine/items/resources';
import { HookHost, testNode } from '../../../support/tokens/hookHost';
import { any, batched, order, single } from '../../../support/services/madeUp';
import { entered } from '../../../support/partner/partner';
import { MemoryStore } from '../../../support/orders/recordStore';

const table: ResourceTable = [
	{ name: 'thing', displayName: 'Thing', operations: [any(single), any(batched)] },
	{ name: 'order', displayName: 'Order', operations: [any(order)] },
	{
		name: 'shared',
		displayName: 'Shared',
		operations: ['old', 'new'].map((way) => any({ ...single, onlyFor: { field: 'way', values: [way] }, request: ({ code }: { code: string }) => ({ method: 'GET' as const, path: `/${way}/${code}` }) })),
	},
];

/** A node run on a host, with the parameters of its panel. */
class Run {
	readonly host = new HookHost(entered());
	readonly sent: IHttpRequestOptions[] = [];
	most = 0;
	private underWay = 0;

	constructor(
		private readonly parameters: Record<string, unknown>,
		private readonly codes: readonly unknown[],
		private readonly continueOnFail = false,
	) {
		this.host.partner.onRequest = ({ url }) => ({ status: url.includes('bad') ? 404 : 200, body: { a: 1 } });
	}

	async execute() {
		const context = {
			getNode: () => ({ ...testNode, parameters: { code: '={{ $json.code }}' } }),
			getTimezone: () => 'UTC',
			getExecutionId: () => '1',
			getInstanceId: () => 'this n8n',
			getWorkflow: () => ({ id: 'workflow' }),
			getCredentials: async () => await Promise.resolve(this.host.getCredentials()),
			getInputData: () => this.codes.map(() => ({ json: {} })),
			continueOnFail: () => this.continueOnFail,
			// As n8n: undefined as a fallback is none, and a parameter that is not there is an error then.
			getNodeParameter: (name: string, index: number, fallback?: unknown) => {
				const value = name === 'code' ? this.codes[index] : this.parameters[name];
				if (value === undefined && fallback === undefined) throw new Error(`Could not get parameter ${name}`);
				return value ?? fallback;
			},
			helpers: Object.assign(new MemoryStore(), {
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions, more: { credentialsDecrypted: { data: never } }) => {
					this.sent.push(options);
					this.underWay += 1;
					this.most = Math.max(this.most, this.underWay);
					try {
						return await this.host.httpRequestWithAuthentication(options, more.credentialsDecrypted.data);
					} finally {
						this.underWay -= 1;
					}
				},
			}),
		} as unknown as IExecuteFunctions;
		return await executeOperations(context, table, {
			partner: 'Partner', credentialType: 'partnerApi', timeoutMs: 20_000, secretFields: [], account: ({ clientId }) => [String(clientId)],
		});
	}

	async error(): Promise<unknown> {
		return await this.execute().then(
			() => {
				throw new Error('It did not fail');
			},
			(error: unknown) => error,
		);
	}
}

const get = { resource: 'thing', operation: 'get' };
const codes = Array.from({ length: 60 }, (_, at) => `a${at}`);

describe('a node that is a table of operations', () => {
	it('takes of operations of one name the one that is there for what another field says', async () => {
		for (const way of ['old', 'new']) {
			const run = new Run({ resource: 'shared', operation: 'get', way }, ['a']);
			await run.execute();
			expect(run.sent.map(({ url }) => url)).toEqual([expect.stringContaining(`/${way}/a`)]);
		}
	});

	it('sends nothing where none is there for that, and says for what it is', async () => {
		const run = new Run({ resource: 'shared', operation: 'get', way: 'none' }, ['a']);
		expect(await run.error()).toMatchObject({ message: 'The operation Made Up is not there for way "none"', description: expect.stringContaining('It is there for way old or new.') as string });
		expect(run.sent).toEqual([]);
	});

	it('puts out an item for each that came in', async () => {
		expect(await new Run(get, ['a', 'b']).execute()).toEqual([
			[{ json: { a: 1 }, pairedItem: { item: 0 } }, { json: { a: 1 }, pairedItem: { item: 1 } }],
		]);
	});

	it('says so where it does not have the operation', async () => {
		const error = await new Run({ resource: 'thing', operation: 'remove' }, ['a']).error();
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'This version of the node cannot do "remove" of "thing"' });
	});

	it('stops with an error of n8n that names the item', async () => {
		const error = await new Run(get, ['a', 'bad']).error();
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ httpCode: '404', context: { itemIndex: 1, data: { kind: 'notFound' } } });
	});

	it('goes on with the others where it is set to', async () => {
		const [items] = await new Run(get, ['bad', 'a'], true).execute();
		expect(items).toMatchObject([{ json: { error: { kind: 'notFound' } } }, { json: { a: 1 } }]);
	});

	it('reports a parameter that is not there as a fault of that field', async () => {
		expect(await new Run(get, [undefined]).error()).toMatchObject({ message: expect.stringContaining('Code: must not be empty') });
	});

	it('takes a value out of a picker', async () => {
		const run = new Run(get, [{ __rl: true, mode: 'list', value: 'picked', cachedResultName: 'Picked' }]);
		await run.execute();
		expect(run.sent[0]?.url).toBe('/things/picked');
	});

	it.each<[string, unknown, number]>([
		['nothing', undefined, 10],
		['3', 3, 3],
		['a numeral', '4', 4],
		['a fraction', 2.9, 2],
		['too many', 1000, 50],
		['none', 0, 10],
		['fewer than none', -1, 10],
		['words', 'many', 10],
	])('has as many requests under way as is set, and a sensible number where %s is', async (_case, concurrency, most) => {
		const run = new Run({ ...get, 'options.concurrency': concurrency }, codes);
		await run.execute();
		expect(run.most).toBe(most);
	});

	it('sends writes that must happen once one by one', async () => {
		const run = new Run({ resource: 'order', operation: 'submit' }, ['a1', 'a2', 'a3']);
		await run.execute();
		expect(run.most).toBe(1);
	});

	it('waits as long as is set, or as is usual', async () => {
		for (const [set, waits] of [[undefined, 20_000], [5000, 5000], [0, 20_000], ['x', 20_000]] as const) {
			const run = new Run({ ...get, 'options.timeoutMs': set }, ['a']);
			await run.execute();
			expect(run.sent[0]?.timeout).toBe(waits);
		}
	});

	it.each<[unknown, number]>([[undefined, 1], [true, 1], ['true', 1], [false, 3], ['false', 3], ['no', 3], [0, 3], ['perhaps', 1]])('shares equal reads unless it is set not to: %p', async (set, requests) => {
		const run = new Run({ ...get, 'options.shareEqualReads': set }, ['a', 'a', 'a']);
		await run.execute();
		expect(run.sent).toHaveLength(requests);
	});

	it('puts as many items in a request as is set, or as is usual', async () => {
		for (const [batchSize, requests] of [[undefined, 8], [30, 2], [0, 8]] as const) {
			const run = new Run({ resource: 'thing', operation: 'getMany', 'options.batchSize': batchSize }, codes);
			await run.execute();
			expect(run.sent).toHaveLength(requests);
		}
	});
});
