import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { withCredential, type Scene } from '../../demo/scene';
import type { Execution } from '../../host';
import { EXAMPLES, eventually, filledIn, TextTable } from '../support/e2e/exampleWorkflows';
import { openForm, sendPage, type FormPage } from '../support/e2e/formPages';
import { Receiver } from '../support/e2e/receiver';
import { sharedScene } from '../support/e2e/sharedN8n';

/** From a material list to a checked confirmation, with the example workflows as they are: the form's pages as a browser asks for them, and the nightly check. */
jest.setTimeout(120_000);

const CUSTOMER = { 'Customer code': 'DEMO100', 'Branch code': 'SBDEN', 'Job account': '43' };
const SITE = { 'Expected delivery': '2099-03-05', 'Shipping method': 'Ground Drop', 'Deliver to': 'Jane Roe', Street: '12 Ridge Rd', City: 'Denver', State: 'CO', ZIP: '80211' };

let scene: Scene;
let receiver: Receiver;
let formUrl: string;
let check: string;

beforeAll(async () => {
	scene = await sharedScene({ eventDelayMs: 20 });
	receiver = await Receiver.start();
	const [order = '', nightly = ''] = await scene.n8n.importWorkflows([
		withCredential(await filledIn('material-list.json', {})),
		withCredential(await filledIn('material-list-check.json', { messageUrl: `${receiver.url}/checked` })),
	]);
	await scene.n8n.client.publish(order);
	check = nightly;
	formUrl = scene.n8n.webhookBase.replace(/webhook$/, 'form/srs-material-list');
}, 300_000);

afterEach(() => {
	scene.sandbox.control.clearFaults();
	scene.sandbox.control.change({ orderOutcome: 'asAsked', prices: {} });
	receiver.outOfOrder.clear();
});

afterAll(async () => {
	await scene?.close();
	await receiver?.stop();
});

/** Hands a list in. @returns the next page */
async function handIn(poNumber: string, list: { file: string } | { text: string }): Promise<FormPage> {
	const values = { ...CUSTOMER, ...SITE, 'PO number': poNumber };
	if ('text' in list) return await sendPage(await openForm(formUrl), { ...values, 'or paste': list.text });
	return await sendPage(await openForm(formUrl), values, { name: list.file, text: await readFile(join(EXAMPLES, 'lists', list.file), 'utf8') });
}

const asks = ({ fields }: FormPage) => fields.filter(({ label }) => label.startsWith('Line ')).map(({ label }) => label);
/** Chooses for each line the first that has these words in it. */
const choosing = ({ fields }: FormPage, words: Record<string, string>) =>
	Object.fromEntries(Object.entries(words).map(([label, word]) => [label, fields.find((field) => field.label.startsWith(label))?.options.find((option) => option.includes(word)) ?? `no ${word}`]));
const orderIt = async (page: FormPage) => await sendPage(page, { 'Send this order': 'Yes, order it' });
const held = (poNumber: string) => scene.sandbox.orders().filter((order) => order.poNumber === poNumber);
const linesOf = (poNumber: string) => (held(poNumber)[0]?.request as { orderLineItemDetails: Array<Record<string, unknown>> } | undefined)?.orderLineItemDetails.map(({ productId, option, quantity, uom }) => [productId, option, quantity, uom]);

async function rowsOf(name: string): Promise<Array<Record<string, string>>> {
	return (await (await TextTable.named(scene.n8n.client, name)).rows()) as Array<Record<string, string>>;
}

const orderRow = async (poNumber: string) => (await rowsOf('srs_list_orders')).find((row) => row.poNumber === poNumber);

/** Lets a night pass. @returns what was told of it */
async function night(): Promise<Array<Record<string, unknown>>> {
	const before = receiver.at('/checked').length;
	const execution: Execution = await scene.n8n.client.waitForExecution({ executionId: await scene.n8n.client.run(check) });
	expect(execution.data.resultData.error).toBeUndefined();
	return receiver.at('/checked').slice(before);
}

describe('a material list', () => {
	it('comes to an order with two questions, and the order is at SRS as it was asked', async () => {
		const questions = await handIn('LIST-1', { file: 'clean.csv' });
		expect(asks(questions)).toEqual([expect.stringMatching(/^Line 2: Ridgeway Heritage Shingles, 85 BD\. Which colour\? .*names no colour/), expect.stringMatching(/^Line 6: Stonecrest Ice & Water Shield, 9 RL\. Which product\? 4 products fit/)]);
		const order = await sendPage(questions, choosing(questions, { 'Line 2': 'Black Shadow', 'Line 6': '2 SQ Granular' }));
		expect(order.html).toContain('Ridgeway Heritage Shingles, Black Shadow');
		expect(order.html).toContain('85 BD');
		expect(order.html).toMatch(/Total without tax and delivery: <b>\$[\d,]+\.\d\d<\/b>/);
		expect(held('LIST-1')).toEqual([]);
		const end = await orderIt(order);
		expect(end.html).toContain('The order is placed');
		expect(linesOf('LIST-1')).toEqual([
			[6000, 'Black Shadow', 85, 'BD'], [6120, 'N/A', 7, 'BD'], [6161, 'Barnwood', 6, 'BD'], [6202, 'N/A', 3, 'RL'], [6285, 'N/A', 9, 'RL'], [6325, 'Brown', 20, 'PC'], [6483, 'Black', 3, 'EA'],
		]);
		expect(await orderRow('LIST-1')).toMatchObject({ state: 'accepted', orderId: String(held('LIST-1')[0]?.orderId), check: 'open', asOrdered: 'notYet' });
	});

	it('is ordered the second time without a question', async () => {
		const order = await handIn('LIST-2', { file: 'clean.csv' });
		expect(asks(order)).toEqual([]);
		await orderIt(order);
		expect(linesOf('LIST-2')).toEqual(linesOf('LIST-1'));
		expect(await rowsOf('srs_code_map')).toHaveLength(2);
	});

	it('is not sent where it costs more by then than the page showed, nor where a line has no price', async () => {
		const order = await handIn('LIST-UP', { file: 'clean.csv' });
		for (const words of ['<i>Ridgeway Starter Strip 105 LF, 7 BD</i>', SITE.City, 'PO number LIST-UP, job account 43', 'Contact: Jane Roe, 3035550100']) expect(order.html).toContain(words);
		scene.sandbox.control.change({ prices: { 6120: 400 } });
		expect((await orderIt(order)).html).toMatch(/The order was not placed[^]*It costs more by now than the page showed/);
		scene.sandbox.control.change({ prices: { 6120: 0 } });
		const unpriced = await handIn('LIST-CALL', { file: 'clean.csv' });
		expect(unpriced.html).toContain('A line has no price');
		expect(unpriced.fields.find(({ label }) => label.startsWith('Send this order'))?.options).toEqual(['No']);
		for (const poNumber of ['LIST-UP', 'LIST-CALL']) expect(held(poNumber)).toEqual([]);
	});

	it('is not ordered where the person says no, and asks again nothing', async () => {
		const order = await handIn('LIST-3', { file: 'clean.csv' });
		const end = await sendPage(order, { 'Send this order': 'No' });
		expect(end.html).toContain('Nothing was ordered');
		expect(held('LIST-3')).toEqual([]);
		expect(await orderRow('LIST-3')).toBeUndefined();
	});

	it.each([
		['semicolons.csv', { 'Line 4': 'Pewter Mist', 'Line 5': '#15 4 SQ' }, [6000, 'Black Shadow', 85, 'BD']],
		['abbreviations.csv', { 'Line 4': 'Colonial Slate', 'Line 6': '#15' }, [6001, 'Country Gray', 72, 'BD']],
	])('of another shape, %s, asks two questions as well, and none the second time', async (file, answers, line) => {
		const questions = await handIn(`${file}-1`, { file });
		expect(asks(questions).map((label) => label.slice(0, 6))).toEqual(Object.keys(answers));
		const order = await sendPage(questions, choosing(questions, answers));
		await orderIt(order);
		expect(linesOf(`${file}-1`)?.[0]).toEqual(line);
		expect(asks(await handIn(`${file}-2`, { file }))).toEqual([]);
	});

	it('that is pasted asks as long as something is open, for units and quantities as well, and leaves out what it is told to', async () => {
		const text = 'description,qty,unit,color\nPinnacle Demo starter strip 120 LF,240,LF,\nOakfield Storm class 4 shingles,93,BD,\n"{{ 7 * 7 }} <b>bricks</b>",5,EA,\nMetalane drip edge 3" hemmed clay,12,pc,';
		const first = await handIn('LIST-4', { text });
		expect(asks(first).map((label) => label.slice(0, 6))).toEqual(['Line 2', 'Line 2', 'Line 3', 'Line 4']);
		// What a list says is text: no expression, no HTML.
		expect(first.html).not.toMatch(/49 |<b>bricks/);
		expect(first.html).toContain('bricks');
		// Line 2 gets its unit without a quantity, so it is asked again.
		const second = await sendPage(first, choosing(first, { 'Line 2': 'by BD', 'Line 3': 'Silver Birch', 'Line 4': 'Leave this line out' }));
		expect(asks(second).map((label) => label.slice(0, 6))).toEqual(['Line 2', 'Line 2']);
		expect(first.html).not.toContain('Not all is decided yet');
		expect(second.html).toContain('Not all is decided yet');
		const order = await sendPage(second, { ...choosing(second, { 'Line 2: P': 'by BD' }), 'Line 2: how': '2' });
		expect(asks(order)).toEqual([]);
		expect(order.html).toContain('Left out:</b> line 4, {{ 7 * 7 }} &lt;b&gt;bricks&lt;/b&gt;, 5 EA');
		await orderIt(order);
		expect(linesOf('LIST-4')).toEqual([[6127, 'N/A', 2, 'BD'], [6014, 'Silver Birch', 93, 'BD'], [6327, 'Clay', 12, 'PC']]);
	});

	it('without a line says so, and one for a branch that is not there as well', async () => {
		expect((await handIn('LIST-5', { text: '' })).html).toContain('There is no list. Choose a file');
		const wrong = await sendPage(await openForm(formUrl), { ...CUSTOMER, ...SITE, 'Branch code': 'NOWAY', 'PO number': 'LIST-6', 'or paste': 'Ridgeway Starter Strip 105 LF,7,BD' });
		expect(wrong.html).toContain('NOWAY');
		expect(wrong.html).toContain('Nothing was ordered');
	});

	it('leaves alone what is noted of an order where another one under its PO number is refused, or it is handed in again', async () => {
		const row = async () => (await rowsOf('srs_list_orders')).filter(({ poNumber }) => poNumber === 'LIST-2').map(({ state, check, deliveryDate, orderId }) => [state, check, deliveryDate, orderId !== '']);
		const first = ['accepted', 'open', '2099-03-05', true];
		expect(await row()).toEqual([first]);
		const otherDay = await sendPage(await openForm(formUrl), { ...CUSTOMER, ...SITE, 'PO number': 'LIST-2', 'Expected delivery': '2099-03-12' }, { name: 'clean.csv', text: await readFile(join(EXAMPLES, 'lists', 'clean.csv'), 'utf8') });
		expect((await orderIt(otherDay)).html).toMatch(/The order was not placed[^]*There is another order under this PO number already/);
		expect((await orderIt(await handIn('LIST-2', { text: 'Ridgeway Starter Strip 105 LF,7,BD' }))).html).toContain('Take another PO number');
		expect((await orderIt(await handIn('LIST-2', { file: 'clean.csv' }))).html).toMatch(/This order was sent before[^]*It was not sent again/);
		expect(held('LIST-2')).toHaveLength(1);
		expect(await row()).toEqual([first, ['notSent', 'none', '2099-03-12', false], ['notSent', 'none', '2099-03-05', false], ['sentBefore', 'none', '2099-03-05', true]]);
	});

	it('whose order is not taken says why, and is not checked later', async () => {
		const order = await handIn('LIST-7', { file: 'clean.csv' });
		scene.sandbox.control.fault({ operationId: 'submitOrder', kind: 'status', status: 400 });
		const end = await orderIt(order);
		expect(end.html).toContain('The order was not placed');
		expect(await orderRow('LIST-7')).toMatchObject({ state: 'notSent', check: 'none' });
	});

	it('has a list for each shape that the documents name', async () => {
		expect((await readdir(join(EXAMPLES, 'lists'))).sort()).toEqual(['abbreviations.csv', 'clean.csv', 'semicolons.csv']);
	});
});

describe('the nightly check', () => {
	it('tells which orders were confirmed and invoiced as ordered, once', async () => {
		await eventually(() => (scene.sandbox.orders().every(({ state }) => state === 'Invoiced') ? true : undefined));
		const [message, ...others] = await night();
		expect(others).toEqual([]);
		expect(message?.orders).toContainEqual({ poNumber: 'LIST-1', customerCode: 'DEMO100', asOrdered: 'true', isDone: true, message: 'Every line was seen as it was asked, in the order and in its invoices.', differences: [] });
		expect(await orderRow('LIST-1')).toMatchObject({ check: 'done', asOrdered: 'true' });
		// What was refused, or sent before, is compared with nothing.
		expect((await rowsOf('srs_list_orders')).filter(({ poNumber }) => poNumber === 'LIST-2').map((row) => [row.check, row.asOrdered])).toEqual([['done', 'true'], ['none', ''], ['none', ''], ['none', '']]);
		expect(await rowsOf('srs_list_differences')).toEqual([]);
		expect(await night()).toEqual([]);
	});

	it('tells what came otherwise, keeps it in a table, and tells again only what no message has told', async () => {
		scene.sandbox.control.change({ orderOutcome: 'substituted' });
		await orderIt(await handIn('LIST-8', { file: 'clean.csv' }));
		await eventually(() => (held('LIST-8').some(({ state }) => state === 'Invoiced') ? true : undefined));
		receiver.outOfOrder.add('/checked');
		const failed = await scene.n8n.client.waitForExecution({ executionId: await scene.n8n.client.run(check) });
		expect(failed.status).toBe('error');
		expect(await orderRow('LIST-8')).toMatchObject({ check: 'open' });
		receiver.outOfOrder.clear();
		const [message] = await night();
		expect(message?.orders).toMatchObject([{ poNumber: 'LIST-8', asOrdered: 'false', differences: [{ kind: 'substituted', standing: 'certain' }, { kind: 'substituted', standing: 'certain' }] }]);
		expect(String(message?.text)).toMatch(/^PO LIST-8: Not as ordered \(substituted\)\..*\n- Line 1 \(Ridgeway Heritage Shingles, Black Shadow\)/);
		expect((await rowsOf('srs_list_differences')).map(({ poNumber, kind, seenIn }) => [poNumber, kind, seenIn])).toEqual([['LIST-8', 'substituted', 'order'], ['LIST-8', 'substituted', 'invoice']]);
		expect(await orderRow('LIST-8')).toMatchObject({ check: 'done', asOrdered: 'false' });
		expect(await night()).toEqual([]);
	});

	it('waits for an order that is not invoiced yet, without a word', async () => {
		scene.sandbox.control.change({ lastOrderState: 'Order Received' });
		await orderIt(await handIn('LIST-9', { file: 'clean.csv' }));
		await scene.sandbox.control.settled();
		scene.sandbox.control.change({ lastOrderState: 'Invoiced' });
		expect(await night()).toEqual([]);
		expect(await orderRow('LIST-9')).toMatchObject({ check: 'open', asOrdered: 'notYet' });
	});
});
