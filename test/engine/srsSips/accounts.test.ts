import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { errorWordsOf, json, received, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, priceItem, priceParameters, submitParameters, validateParameters } from './support';

/** A credential whose fields come from the item: each item names the account it goes out with. */
describe('SRS SIPS on the engine: a credential with expressions that depend on the item', () => {
	let first: SrsSipsSandbox;
	let second: SrsSipsSandbox;

	beforeEach(async () => {
		[first, second] = [await startSrsSipsSandbox(), await startSrsSipsSandbox()];
	});
	afterEach(async () => {
		await first.close();
		await second.close();
	});

	const engine = () => engineFor(first, { baseUrl: '={{ $json.at }}', sourceSystem: '={{ $json.as }}' });
	const at = (sandbox: SrsSipsSandbox, changes: IDataObject = {}): IDataObject => ({ at: sandbox.url, as: sandbox === first ? 'FIRST' : 'SECOND', ...changes });
	const bodies = (sandbox: SrsSipsSandbox, operationId: string) => sandbox.control.requests(operationId).map(({ body }) => body as IDataObject);

	it('sends each read with the credential of its item, and puts the results out in the order of the items', async () => {
		const items = [first, second, first, second].map((sandbox) => at(sandbox, { customerCode: 'DEMO100' }));
		const { items: out, error } = await engine().run({ items, parameters: validateParameters() });
		expect(error).toBeUndefined();
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
		// Items of one account share what they ask for, and those of two never do.
		expect([received(first, 'validateCustomer'), received(second, 'validateCustomer')]).toEqual([1, 1]);
		expect([received(first, 'getToken'), received(second, 'getToken')]).toEqual([1, 1]);
	});

	it('reads the credential once for 100 items where no field of it holds an expression, and for each item where one does', async () => {
		const items = Array.from({ length: 100 }, () => at(first, { customerCode: 'DEMO100' }));
		const plain = engineFor(first);
		await plain.run({ items, parameters: validateParameters() });
		expect(plain.credential.reads).toBe(1);
		const varying = engineFor(first, { sourceSystem: '={{ $json.as }}' });
		await varying.run({ items, parameters: validateParameters() });
		expect(varying.credential.reads).toBe(100);
	});

	it('mixes no accounts in a request for many items', async () => {
		const items = [first, second, first].map((sandbox) => at(sandbox, priceItem()));
		const { items: out, error } = await engine().run({ items, parameters: priceParameters() });
		expect(error).toBeUndefined();
		expect(out).toHaveLength(3);
		const sizes = [first, second].map((sandbox) => bodies(sandbox, 'getPrices').map(({ sourceSystem, productList }) => [sourceSystem, (productList as unknown[]).length]));
		expect(sizes).toEqual([[['FIRST', 2]], [['SECOND', 1]]]);
	});

	it('tells accounts of one address apart by what else they have', async () => {
		const items = ['ONE', 'TWO'].map((as) => at(first, { ...priceItem(), as }));
		await engine().run({ items, parameters: priceParameters() });
		expect(bodies(first, 'getPrices').map(({ sourceSystem }) => sourceSystem)).toEqual(['ONE', 'TWO']);
	});

	it('sends each order with the credential of its item, once', async () => {
		const items = [at(first, orderItem({ poNumber: 'PO-A1' })), at(second, orderItem({ poNumber: 'PO-A2' })), at(second, orderItem({ poNumber: 'PO-A1' }))];
		const running = engine();
		const { items: out, error } = await running.run({ items, parameters: submitParameters() });
		expect(error).toBeUndefined();
		expect(json(out)).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }, { state: 'accepted' }]);
		expect(bodies(first, 'submitOrder').map(({ sourceSystem }) => sourceSystem)).toEqual(['FIRST']);
		expect(bodies(second, 'submitOrder').map(({ sourceSystem }) => sourceSystem)).toEqual(['SECOND', 'SECOND']);
		// And none of them again.
		await running.run({ items, parameters: submitParameters() });
		expect([first.orders().length, second.orders().length]).toEqual([1, 2]);
	});

	it('sends nothing for any account where a field of any item is faulty', async () => {
		const items = [at(first, orderItem({ poNumber: 'PO-B1' })), at(second, orderItem({ poNumber: 'PO-B2', lines: 'nonsense' }))];
		const { error } = await engine().run({ items, parameters: submitParameters() });
		expect(error?.context.itemIndex).toBe(1);
		expect([first.orders(), second.orders()]).toEqual([[], []]);
	});

	it('says which items were done with another account before one stopped the node', async () => {
		second.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, body: { message: 'Not today' }, times: 0 });
		const items = [at(first, orderItem({ poNumber: 'PO-C1' })), at(second, orderItem({ poNumber: 'PO-C2' }))];
		const { error } = await engine().run({ items, parameters: submitParameters() });
		expect(error?.context.itemIndex).toBe(1);
		expect(wordsOf(error)).toContain('Done before with other credentials: item 1.');
	});

	it('counts the items as the node does where several of one account fail', async () => {
		second.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400, body: { message: 'Not today' }, times: 0 });
		const items = [at(first, orderItem({ poNumber: 'PO-N1' })), at(second, orderItem({ poNumber: 'PO-N2' })), at(second, orderItem({ poNumber: 'PO-N3' }))];
		const { error } = await engine().run({ items, parameters: submitParameters({ options: { concurrency: 2 } }) });
		expect([error?.context.itemIndex, wordsOf(error)]).toEqual([1, expect.stringMatching(/Item 3 failed, too/)]);
	});

	it('makes no order of items that go to different accounts', async () => {
		const items = [at(first, priceItem()), at(second, priceItem())];
		const parameters = submitParameters({ poNumber: 'PO-D', lineSource: 'items', itemLine: { line: orderLine() as INodeParameters } });
		const { error } = await engine().run({ items, parameters });
		expect(wordsOf(error)).toContain('Items that are meant as one go out with different credentials: item 2 has another than item 1');
		expect([first.orders(), second.orders()]).toEqual([[], []]);
	});

	it('tells of an item whose credential cannot be resolved, and sends the others', async () => {
		const items = [at(first, { customerCode: 'DEMO100' }), { customerCode: 'DEMO100', as: 'X' }];
		const { items: out } = await engine().run({ items, parameters: validateParameters(), settings: { onError: 'continueRegularOutput' } });
		expect(json(out)[0]).toMatchObject({ valid: true });
		expect(errorWordsOf(out[1])).toContain('The credential has no valid base URL');
		expect(received(first, 'validateCustomer')).toBe(1);
	});

	describe('that cannot be read for one of them, in a node that goes on after failures', () => {
		const broken = "={{ $json.as === 'X' ? $('Nowhere').first().json.a : $json.as }}";
		const goesOn = { onError: 'continueRegularOutput' } as const;

		it.each([['FIRST', 'X', 'FIRST'], ['X', 'FIRST', 'FIRST'], ['FIRST', 'X', 'SECOND'], ['FIRST', 'X']])('makes no order of the others, which would lack its line: %s', async (...as) => {
			const items = as.map((each, index) => ({ ...priceItem(), as: each, quantity: index + 1 }));
			const parameters = submitParameters({ poNumber: 'PO-J', lineSource: 'items', itemLine: { line: { ...orderLine(), quantity: '={{ $json.quantity }}' } as INodeParameters } });
			const { items: out, error } = await engineFor(first, { sourceSystem: broken }).run({ items, parameters, settings: goesOn });
			expect(error).toBeUndefined();
			expect(first.orders()).toEqual([]);
			expect(out).toHaveLength(1);
			expect(errorWordsOf(out[0])).toContain(`Items that are meant as one were not sent: the credential of item ${as.indexOf('X') + 1} could not be read`);
		});

		it.each([['X', 'A', 'B'], ['A', 'X', 'A'], ['X', 'X', 'A']])('tells of that one, wherever it stands, and sends the others: %s', async (...as) => {
			const items = as.map((each) => ({ as: each, customerCode: 'DEMO100' }));
			const { items: out, error } = await engineFor(first, { sourceSystem: broken }).run({ items, parameters: validateParameters({ options: { shareEqualReads: false } }), settings: goesOn });
			expect(error).toBeUndefined();
			expect(out.map(({ json: { valid } }) => valid === true)).toEqual(as.map((each) => each !== 'X'));
			expect(errorWordsOf(out[as.indexOf('X')])).toContain('could not be read');
			expect(received(first, 'validateCustomer')).toBe(as.filter((each) => each !== 'X').length);
		});

		it('puts out none as if it were done where none can be read', async () => {
			const items = [{ as: 'X', customerCode: 'DEMO100' }, { as: 'X', customerCode: 'DEMO100' }];
			const { items: out } = await engineFor(first, { sourceSystem: broken }).run({ items, parameters: validateParameters(), settings: goesOn });
			expect(out).toHaveLength(2);
			for (const item of out) expect(errorWordsOf(item)).toContain('could not be read');
		});

		it('tells of an option that cannot be resolved for the first item, and sends the others', async () => {
			const items = ['X', 'A'].map((as) => ({ as, customerCode: 'DEMO100' }));
			const parameters = { ...validateParameters(), options: { concurrency: "={{ $json.as === 'X' ? $('Nowhere').first().json.a : 3 }}" } };
			const { items: out, error } = await engineFor(first).run({ items, parameters, settings: goesOn });
			expect(error).toBeUndefined();
			expect(errorWordsOf(out[0])).toContain('could not be read');
			expect(json(out)[1]).toMatchObject({ valid: true });
		});
	});
});
