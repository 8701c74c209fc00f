import { gzipSync } from 'node:zlib';

import { startSrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { heldBytes } from '../../support/process/memory';
import { json, kindOf, until, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { answerJson, dripping, endless, RawPartner, type Handler } from '../../support/partner/rawPartner';
import { engineFor, orderItem, submitParameters } from './support';

const MB = 1024 * 1024;
/** A list was read up to 100 MB. What the first run makes n8n load, about 20 MB, is in this. */
const MOST_HELD = 40 * MB;
const LIST = { resource: 'order', operation: 'getAll', options: { timeoutMs: 2_000 } };
const FILE = { resource: 'delivery', operation: 'getProof', orderId: '40000001', options: { timeoutMs: 2_000 } };
const ITEMS = { resource: 'branch', operation: 'getAll', options: { timeoutMs: 2_000 } };

/** Waits between tries are no matter here. */
const noWaits = () => jest.spyOn(Math, 'random').mockReturnValue(0);

describe('SRS SIPS on the engine: answers without end', () => {
	let partner: RawPartner;
	let engine: Engine;

	beforeEach(async () => {
		partner = await RawPartner.start();
		engine = engineFor(partner);
		noWaits();
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await partner.close();
	});

	/** A run, and that the connection is closed, nothing more is read after it, and nothing of it is held. */
	async function failureOf(parameters: object) {
		const before = heldBytes();
		const { error } = await engine.run({ items: [{}], parameters: parameters as never });
		await until(() => partner.openConnections === 0);
		const atFirst = heldBytes();
		// Who watches for silence looks up from time to time, and then lets go as well.
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(heldBytes()).toBeLessThanOrEqual(atFirst + MB);
		expect(heldBytes() - before).toBeLessThan(MOST_HELD);
		return error;
	}

	describe.each([
		// A list takes a 404 that SIPS did not write for a gateway's.
		['a list', LIST, 'outage', '404 came back without its own words'],
		['another list', ITEMS, 'notFound', 'No such thing.'],
		['a file', FILE, 'notFound', 'No such thing.'],
	])('%s', (_name, parameters, kindOf404, wordsOf404) => {
		it('with status 200 is given up once it is too large, and hung up on', async () => {
			partner.handle = (_request, response) => endless(response);
			const error = await failureOf(parameters);
			expect(kindOf(error)).toBe('brokenAnswer');
			expect(error?.message).toMatch(/is larger than 1\d\d MB/);
			expect(partner.received).toHaveLength(1);
		}, 60_000);

		it.each([
			[400, 'validation', 'No such thing.'],
			[404, kindOf404, wordsOf404],
			[403, 'permission', 'No such thing.'],
		])('with status %i is told by its status, of its words no more than the beginning', async (status, kind, words) => {
			partner.handle = (_request, response) => endless(response, status, 'No such thing. '.repeat(1000), 'text/plain');
			const error = await failureOf(parameters);
			expect(kindOf(error)).toBe(kind);
			expect(error?.message).toContain(words);
			expect(wordsOf(error).length).toBeLessThan(2_000);
		}, 60_000);
	});

	it.each([[2, 2], ['3', 3], [0, 100], [100_000, 500]])('with a Max Answer Size of %p MB is given up at %i', async (maxAnswerMb, most) => {
		partner.handle = (_request, response) => endless(response);
		const error = await failureOf({ ...LIST, options: { maxAnswerMb } });
		expect(error?.message).toContain(`is larger than ${most} MB`);
		expect(wordsOf(error)).toContain('raise Max Answer Size');
	}, 60_000);

	it('that is packed counts by what it is unpacked', async () => {
		const bomb = gzipSync(Buffer.alloc(150 * MB, ' '));
		expect(bomb.length).toBeLessThan(MB);
		partner.handle = (_request, response) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
		const error = await failureOf(LIST);
		expect(kindOf(error)).toBe('brokenAnswer');
		expect(error?.message).toContain('is larger than 100 MB');
	}, 60_000);

	it.each<[string, Handler]>([
		['without end', (_request, response) => endless(response)],
		['packed small', (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * MB)))],
	])('to the token request, %s, is given up at a megabyte', async (_name, onToken) => {
		partner.onToken = onToken;
		const error = await failureOf(LIST);
		expect(kindOf(error)).toBe('brokenAnswer');
		expect(error?.message).toContain('Token request: the answer is larger than 1 MB');
		expect(partner.received).toEqual([]);
	}, 60_000);

	it('to a refused token request is told by its status', async () => {
		partner.onToken = (_request, response) => endless(response, 401);
		expect(kindOf(await failureOf(LIST))).toBe('authentication');
	}, 60_000);

	it('to an order leaves its outcome open until it is looked up', async () => {
		const sandbox = await startSrsSipsSandbox({ listCarriesTransactionId: true });
		const { forward } = forwardTo(sandbox.url);
		partner.onToken = forward;
		partner.handle = (request, response, body) => {
			if (!/submit/i.test(request.url ?? '')) return forward(request, response, body);
			void forward(request, undefined, body);
			endless(response);
		};
		const { items, error } = await engineFor({ url: partner.url, client: sandbox.client }).run({ items: [orderItem()], parameters: submitParameters({ options: { timeoutMs: 5_000 } }) });
		await sandbox.close();
		expect(error).toBeUndefined();
		expect(json(items)).toMatchObject([{ outcomeFrom: 'lookUp', alreadySubmitted: false }]);
		expect(partner.received.filter((call) => /submit/i.test(call))).toHaveLength(1);
		await until(() => partner.openConnections === 0);
	}, 60_000);

	describe('and never silent for long', () => {
		const realSetTimeout = setTimeout;
		/** Ends a test that hangs. A quarter of an hour of made-up time takes half a minute by itself, and two on a machine that is busy. */
		const MADE_UP_MS = 400_000;

		/** Lets made-up time pass until the run is over. @returns what it came to, and how many made-up milliseconds it took */
		async function underMadeUpTime(parameters: object) {
			jest.useFakeTimers({ doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'] });
			const startedAt = Date.now();
			try {
				let isOver = false;
				const running = engine.run({ items: [{}], parameters: parameters as never }).finally(() => (isOver = true));
				// A byte comes every few milliseconds of real time, so that no step of made-up time is a silence.
				while (!isOver && Date.now() - startedAt < 3_600_000) {
					await jest.advanceTimersByTimeAsync(1_000);
					await new Promise((resolve) => realSetTimeout(resolve, 3));
				}
				return { error: (await running).error, tookMs: Date.now() - startedAt };
			} finally {
				jest.useRealTimers();
			}
		}

		it.each([
			['a list', LIST, 'outage', 4 * 37_000 + 20_000],
			['a file', FILE, 'brokenAnswer', 15 * 60_000 + 20_000],
		])('%s is given up in time', async (_name, parameters, kind, mostMs) => {
			partner.handle = (_request, response) => dripping(response, 200, 2);
			const { error, tookMs } = await underMadeUpTime(parameters);
			expect(kindOf(error)).toBe(kind);
			expect(tookMs).toBeLessThan(mostMs);
			await until(() => partner.openConnections === 0);
		}, MADE_UP_MS);

		it('a token is given up in time', async () => {
			partner.onToken = (_request, response) => dripping(response, 200, 2);
			const { error, tookMs } = await underMadeUpTime(LIST);
			expect(kindOf(error)).toBe('outage');
			expect(error?.message).toContain('Token request');
			expect(tookMs).toBeLessThan(4 * 33_000 + 20_000);
			await until(() => partner.openConnections === 0);
		}, MADE_UP_MS);
	});

	it('after which the next answer is read as ever', async () => {
		partner.handle = (_request, response) => endless(response);
		await failureOf(LIST);
		partner.handle = (_request, response) => answerJson(response, [{ orderId: 160000000000000000466n.toString(), orderStatus: 'Shipped' }]);
		expect((await engine.run({ items: [{}], parameters: LIST })).error).toBeUndefined();
	}, 60_000);
});

/** Hands requests on to a sandbox. */
function forwardTo(url: string): { forward: (request: Parameters<Handler>[0], response: Parameters<Handler>[1] | undefined, body: string) => void } {
	const ask = async (...[request, response, body]: [Parameters<Handler>[0], Parameters<Handler>[1] | undefined, string]): Promise<void> => {
		const headers = Object.fromEntries(['authorization', 'content-type'].flatMap((name) => (request.headers[name] ? [[name, String(request.headers[name])]] : [])));
		const answer = await fetch(`${url}${request.url}`, { method: request.method, headers, ...(body === '' ? {} : { body }) });
		const text = await answer.text();
		response?.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(text);
	};
	return { forward: (...given) => void ask(...given) };
}
