import type { IHttpRequestOptions, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { Failure } from '../../../../engine/failure';
import { listSearch, type ListSource } from '../../../../engine/listSearch/listSearch';
import { HookHost, testNode } from '../../../support/tokens/hookHost';
import { entered, SECRET } from '../../../support/partner/partner';

/** The editor asking for a list of a node, on a host. */
class Editor {
	readonly host = new HookHost(entered());

	constructor(private readonly parameters: Record<string, unknown> = {}) {}

	async ask(list: ListSource, filter?: string, token?: string): Promise<INodeListSearchResult> {
		const { host, parameters } = this;
		const context = {
			getNode: () => testNode,
			getCredentials: async () => await Promise.resolve(host.getCredentials()),
			getCurrentNodeParameter: (name: string) => parameters[name],
			helpers: {
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions, more: { credentialsDecrypted: { data: never } }) =>
					await host.httpRequestWithAuthentication(options, more.credentialsDecrypted.data),
			},
		} as unknown as ILoadOptionsFunctions;
		const method = listSearch(list, { partner: 'Partner', credentialType: 'partnerApi', timeoutMs: 20_000, secretFields: ['clientSecret'], account: () => [] });
		return await method.call(context, filter, token);
	}

	async error(list: ListSource): Promise<NodeApiError> {
		const error: unknown = await this.ask(list).then(() => undefined, (thrown: unknown) => thrown);
		if (error instanceof NodeApiError) return error;
		throw new Error(`No NodeApiError, but ${String(error)}`);
	}
}

const names: ListSource = async ({ sender }) => {
	const { body } = await sender.repeat({ method: 'GET', path: '/names' }, 'read');
	return (body as string[]).map((name) => ({ name, value: name }));
};
const failing = (failure: Failure): ListSource => async () => await Promise.reject(failure);

describe('a list in the panel', () => {
	it('is read through the token engine, searched and put into pages', async () => {
		const editor = new Editor();
		editor.host.partner.onRequest = () => ({ status: 200, body: ['Anna', 'Bert', 'Hanna'] });
		expect(await editor.ask(names, 'anna')).toEqual({ results: [{ name: 'Anna', value: 'Anna' }, { name: 'Hanna', value: 'Hanna' }] });
		expect(editor.host.partner.tokenCalls).toHaveLength(1);
	});

	it('knows the other fields of the node', async () => {
		const list: ListSource = async ({ fields }) => await Promise.resolve([{ name: fields.needed('branchCode', 'Branch Code'), value: '1' }]);
		expect((await new Editor({ branchCode: 'SBDEN' }).ask(list)).results).toMatchObject([{ name: 'SBDEN' }]);
	});

	it('asks for a field that it needs in an error whose advice reaches the editor', async () => {
		const list: ListSource = async ({ fields }) => await Promise.resolve([{ name: fields.needed('branchCode', 'Branch Code'), value: '1' }]);
		const error = await new Editor().error(list);
		expect(error).toMatchObject({ message: 'Choose Branch Code first', description: expect.stringContaining('This list depends on Branch Code'), httpCode: null });
		// What n8n answers the editor with: message, and of this class of error its own properties.
		expect(Object.keys(error)).toContain('description');
	});

	it.each([
		[404, '404'],
		[403, '403'],
	])('hands on a status %i with the words of the partner', async (status, httpCode) => {
		const editor = new Editor();
		editor.host.partner.onRequest = () => ({ status, body: { message: 'Not for you' } });
		expect(await editor.error(names)).toMatchObject({ message: expect.stringContaining('Not for you'), description: expect.stringMatching(/\w/), httpCode });
	});

	it('keeps the words of a message in which the host sees a code of its own', async () => {
		const error = await new Editor().error(failing(new Failure('outage', 'Partner says: ECONNREFUSED', { advice: 'Wait.' })));
		expect([error.message, error.description]).toEqual(['Partner says: ECONNREFUSED', 'Wait.']);
	});

	it('shows no secret', async () => {
		const error = await new Editor().error(failing(new Failure('outage', `with ${SECRET}`, { advice: `not ${SECRET}` })));
		expect(`${error.message} ${error.description} ${JSON.stringify(error)}`).not.toContain(SECRET);
	});

	it('does not cover up a fault in the code', async () => {
		const broken: ListSource = async () => await Promise.reject(new TypeError('x is undefined'));
		await expect(new Editor().ask(broken)).rejects.toThrow(TypeError);
	});
});
