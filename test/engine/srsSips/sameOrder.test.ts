import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { received } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

const TWICE = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
const BLACK = orderLine({ option: 'Black Shadow' });
const TYPED = orderLine({ option: ' black SHADOW', uom: 'bd' });
const SECOND = orderLine({ option: 'Black Shadow', quantity: 5 });

/** The sandbox queues all orders and lists none: nothing but our own record stands between one order and two. */
describe('an order is the same one, and is sent once', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none', orderMode: 'queuedDropped' });
		engine = engineFor(sandbox);
	});
	afterEach(async () => await sandbox.close());

	const submit = (changes: INodeParameters = {}) => submitParameters({ ...changes, options: { lookUpSeconds: 0, ...(changes.options as IDataObject) } });
	const sent = () => received(sandbox, 'submitOrder');

	it.each<[string, IDataObject, IDataObject]>([
		['option and unit are written otherwise', { lines: [BLACK] }, { lines: [TYPED] }],
		['its lines come in another order', { lines: [BLACK, SECOND] }, { lines: [SECOND, BLACK] }],
		['codes are written otherwise', {}, { customerCode: 'demo100', branchCode: 'sbden' }],
	])('where %s', async (_what, first, second) => {
		const parameters = submit({ customerCode: '={{ $json.customerCode }}', branchCode: '={{ $json.branchCode }}', options: { checkFirst: false } });
		const codes = { customerCode: 'DEMO100', branchCode: 'SBDEN' };
		expect((await engine.run({ items: [orderItem({ ...codes, ...first })], parameters })).error).toBeUndefined();
		const again = await engine.run({ items: [orderItem({ ...codes, ...second })], parameters });
		expect(again.items.map(({ json }) => json)).toMatchObject([{ state: 'queued', alreadySubmitted: true }]);
		expect(sent()).toBe(1);
	});

	const lineV1 = (changes: IDataObject = {}): IDataObject => ({ itemCode: 'RIDSHI000BLAC', option: 'Black Shadow', quantity: 30, uom: 'BD', ...changes });

	it.each<[string, IDataObject, IDataObject]>([
		['the customer code is written otherwise', {}, { customerCode: 'demo100' }],
		['its lines come in another order', { linesV1: [lineV1(), lineV1({ quantity: 5 })] }, { linesV1: [lineV1({ quantity: 5 }), lineV1()] }],
		['a quantity comes as text', {}, { linesV1: [lineV1({ quantity: '30' })] }],
		['the members of a line come in another order', {}, { linesV1: [Object.fromEntries(Object.entries(lineV1()).reverse())] }],
	])('of the first edition, where %s', async (_what, first, second) => {
		const parameters = submit({ operation: 'submitV1', customerCode: '={{ $json.customerCode }}', branchId: '301', shipToSequenceNumber: '1', linesV1Json: '={{ $json.linesV1 }}' });
		const item = (changes: IDataObject) => orderItem({ customerCode: 'DEMO100', linesV1: [lineV1()], ...changes });
		expect((await engine.run({ items: [item(first)], parameters })).error).toBeUndefined();
		const again = await engine.run({ items: [item(second)], parameters });
		expect(again.error).toBeUndefined();
		expect(again.items.map(({ json }) => json)).toMatchObject([{ state: 'queued', alreadySubmitted: true }]);
		expect(received(sandbox, 'submitOrderV1')).toBe(1);
		const other = await engine.run({ items: [item({ ...first, shipToCity: 'Boulder' })], parameters: { ...parameters, shipToCity: 'Boulder' } });
		expect(other.error?.message).toContain('something else was sent under the same key before');
	});

	it('where the check against the branch, which brings an option into its spelling, is switched off in between', async () => {
		await engine.run({ items: [orderItem({ lines: [TYPED] })], parameters: submit() });
		await engine.run({ items: [orderItem({ lines: [TYPED] })], parameters: submit({ options: { checkFirst: false } }) });
		expect(sent()).toBe(1);
	});

	it('where the list of products, by which an option is spelt, came empty the first time, and the answer to it was lost', async () => {
		sandbox.control.fault({ operationId: 'getActiveBranchProducts', kind: 'answer', status: 200, body: [], times: 1 });
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500, when: 'after', times: 1 });
		await engine.run({ items: [orderItem({ lines: [TYPED] })], parameters: submit(), settings: TWICE });
		await engine.run({ items: [orderItem({ lines: [TYPED] })], parameters: submit() });
		expect(sent()).toBeLessThanOrEqual(1);
	});

	it('where SIPS lists the products of its template in another order at the second try', async () => {
		const templates = await templatesOf(sandbox);
		const turned = templates.map(({ products, ...template }) => ({ ...template, products: [...(products as unknown[])].reverse() }));
		sandbox.control.fault({ operationId: 'getOrderTemplates', kind: 'answer', status: 200, body: turned, times: 1 });
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500, when: 'after', times: 1 });
		const { error } = await engine.run({ items: [orderItem()], parameters: submit({ lineSource: 'template', templateId: '410' }), settings: TWICE });
		expect(sent()).toBe(1);
		// It names the id that SIPS holds, though its lines were not known when the fields were read.
		expect(error?.message).toContain(sandbox.orders()[0]?.transactionID);
	});

	it.each<[string, (at: SrsSipsSandbox) => ICredentialDataDecryptedObject]>([
		['with a slash behind its address', ({ url }) => ({ baseUrl: `${url}/` })],
		['with blanks around the client ID', ({ client }) => ({ clientId: ` ${client.clientId} ` })],
	])('where the credential is saved %s in between', async (_what, changes) => {
		await engine.run({ items: [orderItem()], parameters: submit() });
		const { items } = await engineFor(sandbox, changes(sandbox)).run({ items: [orderItem()], parameters: submit() });
		expect(items.map(({ json }) => json)).toMatchObject([{ alreadySubmitted: true }]);
		expect(sent()).toBe(1);
	});

	it('and an error names the transaction ID that was sent, also where an option was brought into the spelling of SIPS', async () => {
		sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 500, when: 'after' });
		const { error } = await engine.run({ items: [orderItem({ lines: [TYPED] })], parameters: submit() });
		expect(error?.message).toContain(sandbox.orders()[0]?.transactionID);
	});

	it('but with another quantity it is another one', async () => {
		await engine.run({ items: [orderItem({ lines: [BLACK] })], parameters: submit() });
		await engine.run({ items: [orderItem({ lines: [{ ...BLACK, quantity: 31 }] })], parameters: submit({ options: { whenPoNumberListed: 'send' } }) });
		expect(sent()).toBe(2);
	});
});

/** The templates of the sandbox, as SIPS answers. */
async function templatesOf({ url, client }: SrsSipsSandbox): Promise<IDataObject[]> {
	const form = new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, grant_type: 'client_credentials', scope: 'ALL' });
	const token = (await (await fetch(`${url}/authentication/token`, { method: 'POST', body: form })).json()) as { access_token: string };
	const answer = await fetch(`${url}/customers/v2/orderTemplates/DEMO100`, { headers: { Authorization: `Bearer ${token.access_token}` } });
	return (await answer.json()) as IDataObject[];
}
