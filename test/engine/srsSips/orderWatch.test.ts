import type { IDataObject } from 'n8n-workflow';

import { SrsSipsApi } from '../../../credentials/SrsSipsApi.credentials';
import { SrsSipsOrderWatch } from '../../../nodes/SrsSips/SrsSipsOrderWatch.node';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { Engine } from '../../support/n8nEngine/n8nEngine';
import { passTime } from '../../support/process/passTime';
import { PollHost } from '../../support/polling/pollHost';
import { invoiceRow, orderRow } from '../../support/polling/watchWorld';
import { received, until } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, orderLine, submitParameters } from './support';

/** In the look-back window whenever this runs. */
const TODAY = new Date().toISOString().slice(0, 10);
const MINUTE_MS = 60_000;

describe('SRS SIPS Order Watch on the engine', () => {
	let sandbox: SrsSipsSandbox;
	let submitter: Engine;
	let engine: Engine;
	let host: PollHost;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		submitter = engineFor(sandbox);
		engine = new Engine({ nodeType: new SrsSipsOrderWatch(), credentialType: new SrsSipsApi(), credential: submitter.credential.stored });
		host = new PollHost(engine, new SrsSipsOrderWatch());
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await sandbox.close();
	});

	/** From now on SIPS lists these rows. */
	function lists({ orders = [], invoices = [] }: { orders?: IDataObject[]; invoices?: IDataObject[] }): void {
		sandbox.control.clearFaults();
		const row = (more: IDataObject) => ({ orderDate: TODAY, invoiceDate: TODAY, ...more });
		sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: orders.map(row) }, times: 0 });
		sandbox.control.fault({ operationId: 'getInvoiceList', kind: 'answer', body: { invoiceList: invoices.map(row) }, times: 0 });
	}
	const order = (id: number | string, words: string, more: IDataObject = {}) => orderRow(id, words, { orderDate: TODAY, ...more });
	const fails = (operationId: string, status = 400) => {
		sandbox.control.fault({ operationId, kind: 'status', status, retryAfterSeconds: 0, body: { message: 'No list today' }, times: 0 });
	};
	const brief = () => host.items.map(({ event, orderId, previousStatus, status }) => [event, orderId, previousStatus, status]);

	async function submit(poNumber: string): Promise<void> {
		const { error } = await submitter.run({ items: [orderItem({ poNumber })], parameters: submitParameters() });
		expect(error).toBeUndefined();
	}
	const later = (minutes: number) => passTime(minutes * MINUTE_MS);

	it('is quiet when it is published, and starts the workflow with each change after that', async () => {
		lists({ orders: [order(1, 'Submitted')], invoices: [invoiceRow('0000000001-001', { invoiceDate: TODAY })] });
		await host.activate();
		await host.poll();
		expect(host.executions).toEqual([]);

		lists({ orders: [order(1, 'Confirmed'), order(2, 'Submitted')], invoices: [invoiceRow('0000000002-001', { invoiceDate: TODAY })] });
		await host.poll();
		await host.poll();
		expect(host.executions).toHaveLength(1);
		expect(brief()).toEqual([
			['statusChanged', '1', 'submitted', 'accepted'],
			['statusChanged', '2', null, 'submitted'],
			['newInvoice', '41200001', null, 'invoiced'],
		]);
		expect(host.errors).toEqual([]);
	});

	it.each(['Scheduled for Delivery', 'Awaiting Shipment', 'Partially Delivered', 'Incomplete', 'Not Processed', 'Invoice Pending'])(
		'takes %s for no delivery and no end: the order is followed past Look Back, and told as unknown',
		async (words) => {
			host.parameters = { options: { lookBackDays: 1, openOrderDays: 90 } };
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			lists({ orders: [order(1, words)] });
			await host.poll();
			expect(brief()).toEqual([['statusChanged', '1', 'submitted', 'unknown']]);
			for (let days = 0; days < 5; days += 1) {
				later(24 * 60);
				await host.poll();
			}
			const { body } = sandbox.control.requests('getOrderList').at(-1) ?? {};
			expect((body as IDataObject).orderFromDate).toBe(TODAY);
		},
	);

	it('starts it with what is there already, where a person wants that', async () => {
		lists({ orders: [order(1, 'Submitted')] });
		host.parameters = { includeExisting: true };
		await host.activate();
		expect(brief()).toEqual([['statusChanged', '1', null, 'submitted']]);
	});

	it('asks SIPS for the window and the filters, and is content with one token', async () => {
		host.parameters = { filters: { customerCode: 'DEMO100', branchCode: 'SBDEN' }, options: { lookBackDays: 7, rowLimit: 50 } };
		await host.activate();
		await host.poll();
		const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);
		const local = (date: Date) => date.toLocaleDateString('en-CA', { timeZone: 'America/Denver' });
		expect(sandbox.control.requests('getOrderList').map(({ body }) => body)).toEqual(
			Array(2).fill({ branchCode: 'SBDEN', customerNumber: 'DEMO100', orderFromDate: local(day(7)), rowReturnLimit: 50 }),
		);
		expect(sandbox.control.requests('getInvoiceList').map(({ body }) => body)).toEqual(
			Array(2).fill({ branchCode: 'SBDEN', customerCode: 'DEMO100', startInvoiceDate: local(day(7)), rowReturnLimit: 50 }),
		);
		expect(sandbox.control.counts().tokens).toMatchObject({ issued: 1, refused: 0 });
	});

	it('reads only the list that is needed', async () => {
		host.parameters = { events: ['newInvoice'] };
		await host.activate();
		expect([received(sandbox, 'getOrderList'), received(sandbox, 'getInvoiceList')]).toEqual([0, 1]);
		host.parameters = { events: ['orderLost'] };
		await host.activate();
		expect([received(sandbox, 'getOrderList'), received(sandbox, 'getInvoiceList')]).toEqual([1, 1]);
	});

	it('follows an order of the sandbox to its invoice', async () => {
		sandbox.control.change({ eventDelayMs: 30 });
		await host.activate();
		await submit('PO-LIFE');
		for (let polls = 0; polls < 200 && !host.items.some(({ event }) => event === 'newInvoice'); polls += 1) {
			await host.poll();
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		await host.poll();
		const mine = host.items.filter(({ poNumber }) => poNumber === 'PO-LIFE');
		expect(mine.filter(({ event }) => event === 'newInvoice')).toHaveLength(1);
		const words = mine.flatMap(({ event, statusText }) => (event === 'statusChanged' ? [statusText] : []));
		expect(words.at(-1)).toBe('Invoiced');
		expect(new Set(words).size).toBe(words.length);
		expect(new Set(host.items.map(({ eventKey }) => eventKey)).size).toBe(host.items.length);
	});

	describe('over restarts', () => {
		it('repeats nothing that it has told', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			lists({ orders: [order(1, 'Confirmed')] });
			await host.poll();
			await host.restart();
			await host.poll();
			expect(host.executions).toHaveLength(1);
		});

		it('tells what has happened in the meantime at once', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			lists({ orders: [order(1, 'Delivered')] });
			await host.restart();
			expect(brief()).toEqual([['statusChanged', '1', 'submitted', 'delivered']]);
		});

		it('tells again, under the same key, what n8n could not save', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			const { saved } = host;
			lists({ orders: [order(1, 'Confirmed')] });
			await host.poll();
			host.saved = saved;
			await host.restart();
			expect(host.items.map(({ eventKey }) => eventKey)).toEqual(Array(2).fill(host.items[0]?.eventKey));
		});

		it('goes on when SIPS is down as n8n starts, and tells it at the next poll', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			sandbox.control.clearFaults();
			fails('*');
			await host.restart();
			expect([host.executions, host.errors]).toEqual([[], []]);
			await host.poll();
			expect(host.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/No list today/)]);
			lists({ orders: [order(1, 'Confirmed')] });
			await host.poll();
			expect(brief()).toEqual([['statusChanged', '1', 'submitted', 'accepted']]);
		});
	});

	describe('with a queued order of this n8n', () => {
		it('tells that it is queued, and that it is lost, once each, over a restart', async () => {
			sandbox.control.change({ orderMode: 'queuedDropped' });
			await host.activate();
			await submit('PO-DROPPED');
			await host.poll();
			await host.poll();
			expect(host.items).toMatchObject([
				{ event: 'orderQueued', poNumber: 'PO-DROPPED', status: 'queued', statusText: 'Order Queued', transactionId: sandbox.orders()[0]?.transactionID, queueId: sandbox.orders()[0]?.queueId },
			]);
			later(15);
			await host.restart();
			await host.poll();
			expect(brief().slice(1)).toEqual([['orderLost', null, 'queued', 'lost']]);
			// Asked for by name before it was told.
			expect(sandbox.control.requests('getOrderList').filter(({ body }) => (body as IDataObject).PONumber === 'PO-DROPPED').length).toBeGreaterThan(0);
		});

		it('tells what becomes of it', async () => {
			sandbox.control.change({ orderMode: 'queued', lastOrderState: 'Order Received', eventDelayMs: 300, listCarriesTransactionId: true });
			await host.activate();
			await submit('PO-QUEUED');
			await host.poll();
			await until(() => sandbox.orders()[0]?.state === 'Order Received');
			await host.poll();
			await host.poll();
			expect(brief()).toEqual([
				['orderQueued', null, null, 'queued'],
				['statusChanged', String(sandbox.orders()[0]?.orderId), 'queued', 'submitted'],
			]);
		});

		it('takes no order for it that SIPS lists under its PO number without a transaction id: that one is told as itself, and it is not lost', async () => {
			sandbox.control.change({ orderMode: 'queued', lastOrderState: 'Order Received', eventDelayMs: 300 });
			await host.activate();
			await submit('PO-WHOSE');
			await host.poll();
			await until(() => sandbox.orders()[0]?.state === 'Order Received');
			await host.poll();
			later(20);
			await host.poll();
			await host.restart();
			await host.poll();
			expect(host.items).toMatchObject([
				{ event: 'orderQueued', transactionId: sandbox.orders()[0]?.transactionID },
				{ event: 'statusChanged', orderId: String(sandbox.orders()[0]?.orderId), previousStatus: null, transactionId: null, queueId: null, queuedAt: null },
			]);
			// Its own row ends the doubt.
			sandbox.control.change({ listCarriesTransactionId: true });
			await host.poll();
			sandbox.control.change({ listCarriesTransactionId: false });
			lists({});
			await host.poll();
			expect(host.items).toHaveLength(2);
		});

		it('tells it lost where SIPS lists another order of its PO number that this n8n sent, without transaction ids', async () => {
			await sandbox.close();
			sandbox = await startSrsSipsSandbox({ webhookMode: 'none', orderMode: 'queuedDropped', listCarriesTransactionId: false });
			submitter = engineFor(sandbox);
			host = new PollHost(new Engine({ nodeType: new SrsSipsOrderWatch(), credentialType: new SrsSipsApi(), credential: submitter.credential.stored }), new SrsSipsOrderWatch());
			await host.activate();
			await submit('PO-TWICE');
			await host.poll();
			sandbox.control.change({ orderMode: 'accepted' });
			const other = await submitter.run({ items: [orderItem({ poNumber: 'PO-TWICE', lines: [orderLine({ quantity: 31 })] })], parameters: submitParameters({ options: { whenPoNumberListed: 'send' } }) });
			expect(other.items[0]?.json.state).toBe('accepted');
			later(1);
			await host.poll();
			later(20);
			await host.poll();
			later(20);
			await host.poll();
			expect(host.items.filter(({ event, status }) => event !== 'statusChanged' || status === 'submitted')).toMatchObject([
				{ event: 'orderQueued', transactionId: sandbox.orders()[0]?.transactionID },
				{ event: 'statusChanged', orderId: String(sandbox.orders()[1]?.orderId), previousStatus: null, queueId: null },
				{ event: 'orderLost', transactionId: sandbox.orders()[0]?.transactionID },
			]);
		});

		it.each<[string, IDataObject, string[]]>([
			["another customer's code", { customerCode: 'OTHER200' }, ['orderQueued', 'statusChanged', 'orderLost']],
			['a customer number of another kind, which may be its own', { customerCode: null, customerNumber: '50123' }, ['orderQueued', 'statusChanged']],
		])('with a listed order of its PO number that has %s', async (_what, customer, told) => {
			sandbox.control.change({ orderMode: 'queuedDropped' });
			await host.activate();
			await submit('PO-WHOSE-IS-IT');
			await host.poll();
			lists({ orders: [orderRow(7, 'Submitted', { PONumber: 'PO-WHOSE-IS-IT', orderDate: TODAY, ...customer })] });
			await host.poll();
			later(20);
			await host.poll();
			later(20);
			await host.poll();
			expect(host.items.map(({ event }) => event)).toEqual(told);
		});

		it('saves it with an execution of no items, where only lost ones are wanted', async () => {
			host.parameters = { events: ['orderLost'] };
			sandbox.control.change({ orderMode: 'queuedDropped' });
			await host.activate();
			await submit('PO-SILENT');
			await host.poll();
			await host.poll();
			expect(host.executions).toEqual([[]]);
			later(16);
			await host.restart();
			expect(host.items).toMatchObject([{ event: 'orderLost', poNumber: 'PO-SILENT' }]);
		});

		it('leaves out those that the filters leave out', async () => {
			host.parameters = { filters: { poNumberPrefix: 'MINE' } };
			sandbox.control.change({ orderMode: 'queuedDropped' });
			await host.activate();
			await submit('THEIRS-1');
			await host.poll();
			expect(host.executions).toEqual([]);
		});
	});

	it('waits for queued orders that a person names', async () => {
		const queuedAt = new Date(Date.now() - 20 * MINUTE_MS).toISOString();
		host.parameters = { options: { alsoWaitFor: `={{ [{ poNumber: "PO-NAMED", queuedAt: "${queuedAt}" }] }}` } };
		await host.activate();
		await host.poll();
		await host.poll();
		await host.restart();
		expect(host.items).toMatchObject([{ event: 'orderLost', poNumber: 'PO-NAMED', queuedAt }]);
	});

	it.each([
		['a transaction ID alone, and no row of the list carries one', { transactionId: 'tx-7' }, [{}], undefined, false],
		['a transaction ID alone, and the rows carry them', { transactionId: 'tx-7' }, [{ transactionID: 'tx-8' }], undefined, true],
		['a transaction ID alone, and nothing is listed', { transactionId: 'tx-7' }, [], undefined, true],
		['a PO number, for which SIPS gives a row without a number', { poNumber: 'PO-7' }, [{}], { PONumber: 'PO-7', orderId: null }, false],
		['a PO number, for which SIPS gives a row that names none', { poNumber: 'PO-7' }, [{}], { PONumber: null }, false],
		['a PO number, for which SIPS gives the order of another', { poNumber: 'PO-7' }, [{}], { PONumber: 'PO-8' }, true],
		['a number, for which SIPS gives another', { orderId: '77' }, [{}], { PONumber: null }, true],
	])('tells an order lost only where it would be known if it were there: it is known by %s', async (_what, by, rows, asked, isTold) => {
		const queuedAt = new Date(Date.now() - 20 * MINUTE_MS).toISOString();
		host.parameters = { options: { alsoWaitFor: `={{ ${JSON.stringify([{ ...by, queuedAt }])} }}` } };
		lists({ orders: rows.map((more) => order(1, 'Submitted', more)) });
		await host.activate();
		if (asked) lists({ orders: [order(2, 'Submitted', { orderDate: '2020-01-01', ...asked })] });
		await host.poll();
		await host.poll();
		expect(host.items.filter(({ event }) => event === 'orderLost')).toHaveLength(isTold ? 1 : 0);
	});

	it.each([
		['its PO number, and rows of other orders come', { poNumber: 'PO-7', transactionId: 'tx-7' }, {}, false],
		['its PO number, and that of another transaction comes', { poNumber: 'PO-7', transactionId: 'tx-7' }, { PONumber: 'po-7' }, true],
		['its number, and rows of other orders come', { orderId: '77' }, {}, false],
		['nothing, so that it may stand behind the cut', { transactionId: 'tx-7' }, {}, false],
	])('tells an order lost though the list is cut only where asking for it shows that: it is asked for by %s', async (_what, by, more, isTold) => {
		const queuedAt = new Date(Date.now() - 20 * MINUTE_MS).toISOString();
		host.parameters = { options: { rowLimit: 3, alsoWaitFor: `={{ ${JSON.stringify([{ ...by, queuedAt }])} }}` } };
		// Whatever it is asked for.
		lists({ orders: [1, 2, 3].map((id) => order(id, 'Submitted', { transactionID: `tx-other-${id}`, ...more })) });
		await host.activate();
		await host.poll();
		await host.poll();
		expect(host.items.filter(({ event }) => event === 'orderLost')).toHaveLength(isTold ? 1 : 0);
	});

	it('tells no order and no invoice as new that SIPS lists with other zeros in front of its number', async () => {
		lists({ orders: [order(41200987, 'Submitted')], invoices: [invoiceRow('0041200987-001', { invoiceDate: TODAY })] });
		await host.activate();
		lists({ orders: [order('0041200987', 'Submitted')], invoices: [invoiceRow('41200987-1', { invoiceDate: TODAY })] });
		await host.poll();
		expect(host.items).toEqual([]);
		lists({ orders: [order('0041200987', 'Confirmed')] });
		await host.poll();
		expect(brief()).toEqual([['statusChanged', '0041200987', 'submitted', 'accepted']]);
	});

	describe('where something is wrong', () => {
		it('cannot be published while SIPS cannot be read, and says why', async () => {
			fails('getOrderList');
			await expect(host.activate()).rejects.toMatchObject({ name: 'NodeApiError', message: expect.stringMatching(/No list today/) as string });
			expect(host.saved).toBe('{}');
		});

		it('cannot be published with a wrong secret, and does not show it', async () => {
			engine.credential.edit({ clientSecret: 'not-the-secret-4711' });
			const error = await host.activate().catch((caught: unknown) => caught as Error & { description?: string });
			expect(error).toMatchObject({ message: expect.stringMatching(/refused the client id or secret/) as string });
			expect(JSON.stringify(error) + String(error)).not.toContain('4711');
		});

		it('cannot be published with faulty fields, and names them', async () => {
			host.parameters = { lostAfterMinutes: 0, options: { alsoWaitFor: '[{}]' } };
			await expect(host.activate()).rejects.toMatchObject({ message: expect.stringMatching(/Lost After \(Minutes\).*Also Wait For 1: queuedAt/) as string });
			expect(received(sandbox, 'getOrderList')).toBe(0);
		});

		it('tells the events of one list though the other one cannot be read, and tells that as well', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			lists({ orders: [order(1, 'Confirmed')] });
			sandbox.control.clearFaults();
			sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: [order(1, 'Confirmed')] }, times: 0 });
			fails('getInvoiceList');
			await host.poll();
			expect(brief()).toEqual([['statusChanged', '1', 'submitted', 'accepted']]);
			expect(host.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/No list today/)]);
			await host.poll();
			expect(host.executions).toHaveLength(1);
			expect(host.errors).toHaveLength(2);

			lists({ orders: [order(1, 'Confirmed')], invoices: [invoiceRow('0000000001-001')] });
			await host.poll();
			expect(host.items.at(-1)).toMatchObject({ event: 'newInvoice', invoiceNumber: '0000000001-001' });
		});

		it('tells rows without an order number once, and watches the others', async () => {
			const nameless = { salesOrder: 7, customerCode: 'DEMO100' };
			lists({ orders: [order(1, 'Submitted'), nameless] });
			await host.activate();
			await host.poll();
			lists({ orders: [order(1, 'Confirmed'), nameless] });
			await host.poll();
			expect(host.errors.map(({ message }) => message)).toEqual(['SIPS lists 1 of its rows without an order number that could be recognised (Order List)']);
			expect(brief()).toEqual([['statusChanged', '1', 'submitted', 'accepted']]);

			lists({ orders: [order(1, 'Confirmed')] });
			await host.poll();
			lists({ orders: [order(1, 'Confirmed'), nameless] });
			await host.poll();
			expect(host.errors).toHaveLength(2);
		});

		it('tells a list that stays cut, once, and reads it in parts before', async () => {
			host.parameters = { events: ['statusChanged'], options: { rowLimit: 2 } };
			sandbox.control.change({ lastOrderState: 'Order Received' });
			for (const poNumber of ['A', 'B', 'C']) await submit(poNumber);
			const before = received(sandbox, 'getOrderList');
			await host.activate();
			await host.poll();
			expect(host.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/gave 2 rows and may have more \(Order List\)/)]);
			const asked = sandbox.control.requests('getOrderList').slice(before).map(({ body }) => body as IDataObject);
			expect(asked.some(({ orderToDate }) => orderToDate !== undefined)).toBe(true);
			expect(asked.length).toBeLessThan(30);
		});

		it('tells that its state is damaged, begins anew, and saves that', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			host.saved = host.saved.replace('"version":1', '"version":"one"');
			await host.restart();
			expect(host.errors.map(({ message }) => message)).toEqual(['What the watch knew could not be read, and was put aside']);
			expect(host.executions).toEqual([[]]);
			lists({ orders: [order(1, 'Confirmed')] });
			await host.restart();
			expect(brief()).toEqual([['statusChanged', '1', 'submitted', 'accepted']]);
		});

		it('tells that the credential leads to another account, and begins anew there', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			const other = await startSrsSipsSandbox({ webhookMode: 'none' });
			try {
				engine.credential.edit({ baseUrl: other.url });
				await host.poll();
				await host.poll();
				expect(host.errors.map(({ message }) => message)).toEqual(['The credential leads to another account of SIPS than before']);
				expect(host.executions).toEqual([[]]);
			} finally {
				await other.close();
			}
		});

		it('does not look twice at the same time, so that nothing is told twice', async () => {
			lists({ orders: [order(1, 'Submitted')] });
			await host.activate();
			lists({ orders: [order(1, 'Confirmed')] });
			sandbox.control.fault({ operationId: 'getOrderList', kind: 'latency', ms: 200, times: 0 });
			const before = received(sandbox, 'getOrderList');
			await Promise.all([host.poll(), host.poll(), host.poll()]);
			expect(received(sandbox, 'getOrderList') - before).toBe(1);
			expect(host.executions).toHaveLength(1);
		});
	});

	describe('run by hand', () => {
		it('shows what is there as it would be told, ten of each list at most, and leaves the state alone', async () => {
			const many = Array.from({ length: 15 }, (_, n) => order(100 + n, 'Confirmed'));
			lists({ orders: many, invoices: many.map((_, n) => invoiceRow(`00000000${10 + n}-001`)) });
			await host.activate();
			const items = await host.runByHand();
			expect(items?.map(({ event }) => event)).toEqual([...Array<string>(10).fill('statusChanged'), ...Array<string>(10).fill('newInvoice')]);
			expect(items?.[0]).toMatchObject({ orderId: '100', status: 'accepted', statusText: 'Confirmed', previousStatus: null });
		});

		it('shows nothing where there is nothing', async () => {
			lists({});
			expect(await host.runByHand()).toBeNull();
		});

		it('says why nothing can be shown', async () => {
			lists({ orders: [{ salesOrder: 7 }] });
			await expect(host.runByHand()).rejects.toThrow(/without an order number that could be recognised/);
			fails('*');
			sandbox.control.clearFaults();
			fails('getInvoiceList');
			await expect(host.runByHand()).rejects.toThrow(/No list today/);
		});
	});
});
