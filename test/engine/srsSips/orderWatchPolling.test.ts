import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { SrsSipsApi } from '../../../credentials/SrsSipsApi.credentials';
import { SrsSipsOrderWatch } from '../../../nodes/SrsSips/SrsSipsOrderWatch.node';
import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import { Engine } from '../../support/n8nEngine/n8nEngine';
import { received } from '../../support/n8nEngine/nodeRuns';
import { passTime, setClock } from '../../support/process/passTime';
import { PollHost } from '../../support/polling/pollHost';
import { ScheduledPolls } from '../../support/polling/scheduledPolls';
import { orderRow } from '../../support/polling/watchWorld';
import { engineFor, orderItem, submitParameters } from './support';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);

/** The list is fixed here: it says nothing of the PO number that Submit asks for. */
const UNFILTERED = { options: { whenPoNumberListed: 'send' } };

describe('SRS SIPS Order Watch, polled as n8n may poll it', () => {
	let sandbox: SrsSipsSandbox;
	let submitter: Engine;
	let engine: Engine;

	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ webhookMode: 'none' });
		submitter = engineFor(sandbox);
		engine = new Engine({ nodeType: new SrsSipsOrderWatch(), credentialType: new SrsSipsApi(), credential: submitter.credential.stored });
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await sandbox.close();
	});

	/** From now on SIPS lists these orders. */
	function lists(...orders: IDataObject[]): void {
		sandbox.control.clearFaults();
		sandbox.control.fault({ operationId: 'getOrderList', kind: 'answer', body: { orderList: orders }, times: 0 });
		sandbox.control.fault({ operationId: 'getInvoiceList', kind: 'answer', body: { invoiceList: [] }, times: 0 });
	}
	const order = (id: number, words: string, more: IDataObject = {}) => orderRow(id, words, { orderDate: day(0), ...more });
	const slow = (ms: number, operationId = 'getOrderList') => sandbox.control.fault({ operationId, kind: 'latency', ms, times: 0 });
	const brief = (items: readonly IDataObject[]) => items.map(({ event, orderId, status }) => [event, orderId, status]);

	describe('by the durable scheduler', () => {
		let polls: ScheduledPolls;

		beforeEach(() => {
			polls = new ScheduledPolls(engine, new SrsSipsOrderWatch());
		});

		it('saves what is there at its first look, also where there was no poll at activation, and tells each change once', async () => {
			lists(order(1, 'Submitted'));
			await polls.poll();
			expect(polls.executions).toEqual([[]]);
			await polls.poll();
			lists(order(1, 'Confirmed'), order(2, 'Submitted'));
			await polls.poll();
			await polls.poll();
			expect(polls.executions).toHaveLength(2);
			expect(brief(polls.items)).toEqual([['statusChanged', '1', 'accepted'], ['statusChanged', '2', 'submitted']]);
		});

		it('sees orders from when a person adds them to Trigger On', async () => {
			polls.parameters = { events: ['newInvoice'] };
			lists(order(1, 'Submitted'));
			await polls.poll();
			polls.parameters = {};
			await polls.poll();
			lists(order(1, 'Confirmed'));
			await polls.poll();
			expect(brief(polls.items)).toEqual([['statusChanged', '1', 'accepted']]);
		});

		it('tells nothing twice in two polls at once, or in one that begins before n8n has saved the other', async () => {
			lists(order(1, 'Submitted'));
			await polls.poll();
			lists(order(1, 'Confirmed'));
			slow(100);
			let isSaved = () => {};
			const saving = new Promise<void>((resolve) => (isSaved = resolve));
			await Promise.all([polls.poll(saving), polls.poll(saving)]);
			await polls.poll(saving);
			isSaved();
			await polls.poll();
			expect(brief(polls.items)).toEqual([['statusChanged', '1', 'accepted']]);
		});

		it('tells with the next poll what was thrown away with one that was given up', async () => {
			lists(order(1, 'Submitted'));
			await polls.poll();
			lists(order(1, 'Confirmed'));
			await polls.poll('given up');
			passTime(MINUTE_MS);
			await polls.poll();
			await polls.poll();
			expect(brief(polls.items)).toEqual([['statusChanged', '1', 'accepted']]);
		});

		it('stops before n8n gives it up, says so, and skips nothing', async () => {
			lists(order(1, 'Submitted'));
			await polls.poll();
			lists(order(1, 'Confirmed'));
			slow(3_000);
			polls.budgetMs = 500;
			const began = performance.now();
			await polls.poll();
			expect(performance.now() - began).toBeLessThan(1_000);
			expect(polls.errors).toMatchObject([{ message: 'SIPS took longer than n8n gives a look', description: expect.stringContaining('N8N_SCHEDULER_POLL_TIMEOUT') as string, failure: { cause: 'temporarily-unavailable' } }]);
			lists(order(1, 'Confirmed'));
			await polls.poll();
			expect(brief(polls.items)).toEqual([['statusChanged', '1', 'accepted']]);
		});

		it.each<[string, (date: string, to: string) => boolean]>([
			['that day included', (date, to) => date <= to],
			['up to that day, and without it', (date, to) => date < to],
		])('hands out what it could read of a long list, and goes on with the rest: SIPS reads orderToDate as %s', async (_how, isBefore) => {
			polls.parameters = { events: ['statusChanged'], options: { rowLimit: 4 } };
			const all = Array.from({ length: 20 }, (_, n) => ({ id: 100 + n, date: day(n) }));
			let words = 'Submitted';
			let delayMs = 0;
			const partner = createServer((request, response) => {
				let text = '';
				request.on('data', (chunk: Buffer) => (text += chunk.toString()));
				request.on('end', () => {
					const isList = request.url?.endsWith('/orders/List') === true;
					if (!isList) return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ access_token: 'opaque', expires_in: 3600 }));
					const { orderFromDate, orderToDate = '9999' } = JSON.parse(text) as { orderFromDate: string; orderToDate?: string };
					const listed = all.filter(({ date }) => date >= orderFromDate && isBefore(date, orderToDate)).slice(0, 4);
					const body = JSON.stringify({ orderList: listed.map(({ id, date }) => order(id, words, { orderDate: date })) });
					setTimeout(() => response.setHeader('content-type', 'application/json').end(body), delayMs);
				});
			}).listen(0, '127.0.0.1');
			await once(partner, 'listening');
			engine.credential.edit({ baseUrl: `http://127.0.0.1:${(partner.address() as AddressInfo).port}` });
			await polls.poll();
			expect(polls.errors).toEqual([]);
			words = 'Confirmed';
			// Seven lists a poll, and 750 ms for a machine that is busy elsewhere, between the last list that is begun and the end.
			delayMs = 300;
			polls.budgetMs = 3_500;
			const told: number[] = [];
			for (let n = 0; n < 12 && polls.items.length < all.length; n += 1) {
				await polls.poll();
				told.push(polls.items.length);
			}
			partner.close();
			expect(told[0]).toBeLessThan(all.length);
			expect(polls.items.map(({ orderId }) => Number(orderId)).sort()).toEqual(all.map(({ id }) => id));
			expect(polls.errors).toEqual([]);
		});

		it('moves on over nothing where a list fails, nor where both do', async () => {
			lists(order(1, 'Submitted'));
			await polls.poll();
			const { saved } = polls;
			sandbox.control.change({ orderMode: 'queuedDropped' });
			expect((await submitter.run({ items: [orderItem({ poNumber: 'PO-BETWEEN' })], parameters: submitParameters(UNFILTERED) })).error).toBeUndefined();
			sandbox.control.clearFaults();
			sandbox.control.fault({ operationId: '*', kind: 'status', status: 400, body: { message: 'No list today' }, times: 0 });
			polls.parameters = { events: ['statusChanged', 'newInvoice', 'orderLost'] };
			await polls.poll();
			expect([polls.errors.length, polls.saved]).toEqual([1, saved]);
			// A refusal is nothing that passes: n8n is told nothing of a cause.
			expect((polls.errors[0] as { failure?: unknown }).failure).toBeUndefined();
			polls.parameters = {};
			lists(order(1, 'Confirmed'));
			await polls.poll();
			expect(brief(polls.items)).toEqual([['statusChanged', '1', 'accepted'], ['orderQueued', null, 'queued']]);
		});
	});

	describe('by two pollers of one workflow, as an import over a running one leaves them', () => {
		it('is looked at by both, one after the other, and each tells all, under the same keys', async () => {
			lists(order(1, 'Submitted'));
			const [stale, fresh] = [new PollHost(engine, new SrsSipsOrderWatch()), new PollHost(engine, new SrsSipsOrderWatch())];
			await stale.activate();
			fresh.saved = stale.saved;
			await fresh.activate();
			for (const words of ['Confirmed', 'En Route', 'Delivered']) {
				lists(order(1, words));
				slow(50);
				await Promise.all([stale.poll(), fresh.poll()]);
			}
			const keys = (host: PollHost) => host.items.map(({ eventKey }) => eventKey);
			expect(brief(fresh.items)).toEqual([['statusChanged', '1', 'accepted'], ['statusChanged', '1', 'shipped'], ['statusChanged', '1', 'delivered']]);
			expect(keys(stale)).toEqual(keys(fresh));
			// n8n is restarted with what either of them saved.
			const next = new PollHost(engine, new SrsSipsOrderWatch());
			next.saved = stale.saved;
			await next.restart();
			await next.poll();
			expect(next.executions).toEqual([]);
		});
	});

	it('is published again between two polls: skips nothing, and repeats nothing', async () => {
		lists(order(1, 'Submitted'));
		const host = new PollHost(engine, new SrsSipsOrderWatch());
		await host.activate();
		lists(order(1, 'Confirmed'));
		await host.poll();
		lists(order(1, 'Confirmed'), order(2, 'Submitted'));
		await host.activate('update');
		await host.poll();
		await host.activate();
		expect(brief(host.items)).toEqual([['statusChanged', '1', 'accepted'], ['statusChanged', '2', 'submitted']]);
	});

	it('fails visibly where n8n never hands out the credential, and looks again with the next poll', async () => {
		lists(order(1, 'Submitted'));
		const context = Object.assign(engine.pollContext({ parameters: {}, staticData: {} }), { getPollBudgetMs: () => 300 });
		const given = context.getCredentials;
		const never = async () => await new Promise<never>(() => undefined);
		const watch = new SrsSipsOrderWatch();
		for (let n = 0; n < 2; n += 1) {
			const stuck = watch.poll.call(Object.assign(context, { getCredentials: never }));
			expect(await watch.poll.call(context)).toBeNull();
			await expect(stuck).rejects.toMatchObject({ message: expect.stringContaining('did not hand out the credential') as string, failure: { cause: 'temporarily-unavailable' } });
		}
		Object.assign(context, { getCredentials: given, getPollBudgetMs: () => 36_000 });
		await watch.poll.call(context);
		expect(received(sandbox, 'getOrderList')).toBe(1);
	});

	it('by a clock that is a year ahead for a while: forgets nothing, tells nothing anew, and no order lost too early', async () => {
		const host = new PollHost(engine, new SrsSipsOrderWatch());
		const all = [order(1, 'Delivered', { orderDate: day(10) }), order(2, 'Confirmed', { orderDate: day(5) })];
		lists(...all);
		await host.activate();
		for (let n = 0; n < 4; n += 1) {
			passTime(12 * 60 * MINUTE_MS);
			await host.poll();
		}
		sandbox.control.change({ orderMode: 'queuedDropped' });
		expect((await submitter.run({ items: [orderItem({ poNumber: 'PO-CLOCK' })], parameters: submitParameters(UNFILTERED) })).error).toBeUndefined();
		await host.poll();
		setClock(365 * DAY_MS);
		lists();
		for (const minutes of [0, 5, 5]) {
			passTime(minutes * MINUTE_MS);
			await host.poll();
		}
		setClock(-365 * DAY_MS);
		lists(...all);
		await host.poll();
		expect(host.items.map(({ event }) => event)).toEqual(['orderQueued']);
		passTime(16 * MINUTE_MS);
		lists(...all);
		await host.poll();
		expect(host.items.map(({ event }) => event)).toEqual(['orderQueued', 'orderLost']);
		expect(received(sandbox, 'getOrderList')).toBeGreaterThan(0);
	});
});
