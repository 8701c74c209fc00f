import { Failure, isFailure } from '../../../../engine/failure';
import type { Ask } from '../../../../engine/operation/reads';
import type { ItemFailure, ItemResult } from '../../../../engine/items/itemsRun';
import { runItems } from '../../../../engine/items/runItems';
import type { PartnerRequest } from '../../../../engine/http/request';
import type { RepeatableOperation, ReplacingRequest } from '../../../../engine/operation/operation';
import { any, batched, type Code, FakeSender, failure, order, runOf, single } from '../../../support/services/madeUp';

const codesOf = ({ body }: PartnerRequest): string[] => (body as { codes: string[] }).codes;
const kinds = (results: ItemResult[]) => results.map((result) => ('items' in result ? 'ok' : result.failure.kind));

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
	return await promise.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error,
	);
}

/** Answers each code with its place, and refuses every request that holds a bad code. */
function answering(bad: readonly string[]): FakeSender {
	return new FakeSender((request) => {
		const codes = codesOf(request);
		if (codes.some((code) => bad.includes(code))) throw failure('validation', `bad among ${codes.length}`);
		return Object.fromEntries(codes.map((code, at) => [code, at]));
	});
}

describe('items, one request each', () => {
	it('come out in the order in which they went in, however the answers came', async () => {
		const waiting: Array<() => void> = [];
		const sender = new FakeSender(async ({ path }) => {
			await new Promise<void>((resolve) => waiting.push(resolve));
			return { path };
		});
		const run = runItems(any(single), runOf(['a', 'b', 'c'], sender));
		await new Promise<void>((resolve) => setImmediate(resolve));
		waiting.reverse().forEach((answer) => answer());
		expect(await run).toEqual([{ items: [{ path: '/things/a' }] }, { items: [{ path: '/things/b' }] }, { items: [{ path: '/things/c' }] }]);
	});

	it('are none where nothing went in', async () => {
		expect(await runItems(any(single), runOf([], new FakeSender()))).toEqual([]);
	});

	it('send nothing at all where one of them has a faulty field', async () => {
		const sender = new FakeSender();
		const error = await errorOf(runItems(any(single), runOf(['a', 'b', ''], sender)));
		expect(error).toMatchObject({ itemIndex: 2, failure: { kind: 'validation' } });
		expect(sender.reads).toHaveLength(0);
	});

	it('go on without the faulty one where the node goes on after a failure', async () => {
		const sender = new FakeSender();
		const results = await runItems(any(single), runOf(['a', '', 'c'], sender, { continueOnFail: true }));
		expect(kinds(results)).toEqual(['ok', 'validation', 'ok']);
		expect(sender.reads).toHaveLength(2);
	});

	it('stop at the first that fails, named by its place', async () => {
		const sender = new FakeSender(({ path }) => {
			if (path === '/things/b') throw failure('notFound');
			return {};
		});
		const error = await errorOf(runItems(any(single), runOf(['a', 'b', 'c', 'd'], sender, { concurrency: 1 })));
		expect(error).toMatchObject({ itemIndex: 1, failure: { kind: 'notFound' } });
		expect(sender.reads).toHaveLength(2);
	});

	it('each have their own failure where the node goes on', async () => {
		const sender = new FakeSender(({ path }) => {
			if (path === '/things/b') throw failure('notFound');
			return {};
		});
		const results = await runItems(any(single), runOf(['a', 'b', 'c'], sender, { continueOnFail: true }));
		expect(kinds(results)).toEqual(['ok', 'notFound', 'ok']);
	});

	it('fail where the answer means no', async () => {
		const refusing = { ...single, items: () => { throw failure('businessRefusal'); } };
		expect(await errorOf(runItems(any(refusing), runOf(['a'], new FakeSender())))).toMatchObject({ failure: { kind: 'businessRefusal' } });
	});

	it('are explained in the words of the operation', async () => {
		const sender = new FakeSender(() => {
			throw failure('notFound');
		});
		const explaining = { ...single, explain: (given: Failure, { code }: { code: string }) => given.retold({ message: `No thing ${code}` }) };
		const error = await errorOf(runItems(any(explaining), runOf(['a'], sender)));
		expect(error).toMatchObject({ message: 'No thing a', failure: { kind: 'notFound', description: 'Do something.' } });
	});

	it('fail without showing a secret that the answer held, in any of the words', async () => {
		const quoting = {
			...single,
			items: () => {
				throw new Failure('businessRefusal', 'no: the-secret', {
					advice: 'Not with the-secret.',
					partnerMessage: 'the-secret?',
					faults: [{ field: 'Code', expected: 'must not be the-secret' }],
				});
			},
		};
		for (const continueOnFail of [true, false]) {
			const run = runItems(any(quoting), runOf(['a'], new FakeSender(), { continueOnFail }));
			const outcome: unknown = await run.catch((error: unknown) => error);
			const words = JSON.stringify(outcome) + (outcome instanceof Error ? outcome.message : '');
			expect(words).toContain('[hidden]');
			expect(words).not.toContain('the-secret');
		}
	});

	it('all stop when the execution is cancelled, also where the node goes on after a failure', async () => {
		const sender = new FakeSender(({ path }) => {
			if (path === '/things/b') throw failure('cancelled');
			return {};
		});
		const given = runOf(['a', 'b', 'c', 'd'], sender, { continueOnFail: true, concurrency: 1 });
		expect(await errorOf(runItems(any(single), given))).toMatchObject({ itemIndex: 1, failure: { kind: 'cancelled' } });
		expect(sender.reads).toHaveLength(2);
	});

	it('do not hide a fault of the package', async () => {
		const broken = { ...single, items: () => { throw new TypeError('x is undefined'); } };
		const [result] = await runItems(any(broken), runOf(['a'], new FakeSender(), { continueOnFail: true }));
		expect(JSON.stringify(result)).toContain('report this to the maintainers of the package: TypeError: x is undefined');
	});
});

describe('items that share requests', () => {
	it('cost a request for each full batch, and get back each its own', async () => {
		const sender = answering([]);
		const codes = Array.from({ length: 20 }, (_, at) => `${'ab'[at % 2]}${at}`);
		const results = await runItems(any(batched), runOf(codes, sender));
		expect(sender.reads.map((request) => codesOf(request).length)).toEqual([8, 8, 2, 2]);
		expect(results.map((result) => ('items' in result ? result.items[0]?.code : 'failed'))).toEqual(codes);
	});

	it('share as few or as many as the person says, one at least', async () => {
		for (const [batchSize, requests] of [[1, 5], [0, 5], [-3, 5], [5, 1], [100, 1]] as const) {
			const sender = answering([]);
			await runItems(any(batched), runOf(['a1', 'a2', 'a3', 'a4', 'a5'], sender, { batchSize }));
			expect(sender.reads).toHaveLength(requests);
		}
	});

	it('get their answers though one of them is bad, at the cost of a few more requests', async () => {
		const codes = Array.from({ length: 64 }, (_, at) => `a${at}`);
		const sender = answering(['a37']);
		const results = await runItems(any(batched), runOf(codes, sender, { batchSize: 64, continueOnFail: true }));
		expect(kinds(results)).toEqual(codes.map((code) => (code === 'a37' ? 'validation' : 'ok')));
		expect(sender.reads.length).toBeLessThanOrEqual(1 + 2 * Math.log2(64));
		const bad = results[37]!;
		expect('failure' in bad && bad.failure.message).toBe('bad among 1');
	});

	it('get their answers though there is a bad one in each half, refused in the same words', async () => {
		const codes = Array.from({ length: 16 }, (_, at) => `a${at}`);
		const bad = ['a2', 'a13'];
		const sender = new FakeSender((request) => {
			if (codesOf(request).some((code) => bad.includes(code))) throw failure('validation', 'Bad Request');
			return {};
		});
		const results = await runItems(any(batched), runOf(codes, sender, { batchSize: 16, continueOnFail: true }));
		expect(kinds(results)).toEqual(codes.map((code) => (bad.includes(code) ? 'validation' : 'ok')));
	});

	it('cost few requests where all of them are refused for what they share', async () => {
		const codes = Array.from({ length: 64 }, (_, at) => `a${at}`);
		const sender = new FakeSender(() => {
			throw failure('notFound', 'No such branch');
		});
		const results = await runItems(any(batched), runOf(codes, sender, { batchSize: 64, continueOnFail: true }));
		expect(new Set(kinds(results))).toEqual(new Set(['notFound']));
		expect(sender.reads.length).toBeLessThanOrEqual(1 + 4 * Math.log2(64));
	});

	it('stop at the bad one, named by its place, where the node does not go on', async () => {
		const codes = Array.from({ length: 16 }, (_, at) => `a${at}`);
		const error = await errorOf(runItems(any(batched), runOf(codes, answering(['a11']), { batchSize: 16 })));
		expect(error).toMatchObject({ itemIndex: 11, failure: { kind: 'validation' } });
	});

	it.each(['outage', 'rateLimit', 'authentication', 'permission', 'brokenAnswer'] as const)(
		'are not sent in halves where no entry can be the cause: %s',
		async (kind) => {
			const sender = new FakeSender(() => {
				throw failure(kind);
			});
			const results = await runItems(any(batched), runOf(['a1', 'a2', 'a3'], sender, { continueOnFail: true }));
			expect(kinds(results)).toEqual([kind, kind, kind]);
			expect(sender.reads).toHaveLength(1);
		},
	);

	it('stop when the execution is cancelled', async () => {
		const sender = new FakeSender(() => {
			throw failure('cancelled');
		});
		const given = runOf(['a1', 'a2', 'b1'], sender, { continueOnFail: true, concurrency: 1 });
		expect(await errorOf(runItems(any(batched), given))).toMatchObject({ failure: { kind: 'cancelled' } });
		expect(sender.reads).toHaveLength(1);
	});

	it('keep their places where a faulty one is left out', async () => {
		const results = await runItems(any(batched), runOf(['a1', '', 'a3'], answering([]), { continueOnFail: true }));
		expect(results).toEqual([
			{ items: [{ code: 'a1', at: 0 }] },
			{ failure: expect.objectContaining({ kind: 'validation' }) },
			{ items: [{ code: 'a3', at: 1 }] },
		]);
	});

	it('do not hide a fault of the package', async () => {
		const broken = { ...batched, batch: { ...batched.batch, deal: () => { throw new TypeError('x is undefined'); } } };
		const sender = answering([]);
		const { failure: told } = (await errorOf(runItems(any(broken), runOf(['a1', 'a2'], sender)))) as ItemFailure;
		expect(told.details.advice).toContain('report this to the maintainers of the package: TypeError: x is undefined');
		expect(sender.reads).toHaveLength(1);
	});
});

describe('writes that must happen once', () => {
	it('are each checked first, and equal reads are made once', async () => {
		const sender = new FakeSender();
		await runItems(any(order), runOf(['a1', 'a2', 'b1', 'a3'], sender, { concurrency: 1 }));
		expect(sender.reads.map(({ path }) => path).sort()).toEqual(['/branches/a', '/branches/b']);
		expect(sender.writes.map(({ body }) => body)).toEqual([{ code: 'a1' }, { code: 'a2' }, { code: 'b1' }, { code: 'a3' }]);
	});

	it('are not sent where the check finds faults', async () => {
		const sender = new FakeSender(({ path }) => {
			if (path === '/branches/b') throw failure('notFound');
			return {};
		});
		const results = await runItems(any(order), runOf(['a1', 'b1', 'a2'], sender, { continueOnFail: true }));
		expect(kinds(results)).toEqual(['ok', 'validation', 'ok']);
		const refused = results[1]!;
		expect('failure' in refused && refused.failure.message).toMatch(/PO b1.*Branch: must exist/);
		expect(sender.writes).toHaveLength(2);
	});

	it('are not sent where the check could not be made', async () => {
		const sender = new FakeSender(({ path }) => {
			if (path.startsWith('/branches')) throw failure('outage', 'Partner is down');
			return {};
		});
		const results = await runItems(any(order), runOf(['a1', 'a2'], sender, { continueOnFail: true }));
		expect(kinds(results)).toEqual(['outage', 'outage']);
		const stopped = results[0]!;
		expect('failure' in stopped && `${stopped.failure.message} ${stopped.failure.description}`).toMatch(/PO a1.*Partner is down.*Nothing was sent/);
		expect(sender.writes).toHaveLength(0);
	});

	it('tell what was done before the node stopped, and not the one that failed', async () => {
		const sender = new FakeSender(({ body }) => {
			if ((body as { code?: string } | undefined)?.code === 'a3') throw failure('unknownOutcome');
			return {};
		});
		const error = await errorOf(runItems(any(order), runOf(['a1', 'a2', 'a3', 'a4'], sender, { concurrency: 1 })));
		expect(error).toMatchObject({
			itemIndex: 2,
			failure: { kind: 'unknownOutcome', description: 'Do something. A look-up did not find it so far. Done before this item stopped the node: PO a1; PO a2.' },
		});
		expect(sender.writes).toHaveLength(3);
	});

	it('do not count as done where the answer means no', async () => {
		const refusing = {
			...order,
			items: ({ body }: { body: unknown }) => {
				if ((body as { refused?: boolean }).refused) throw failure('businessRefusal');
				return [];
			},
		};
		const sender = new FakeSender(({ body }) => ({ refused: (body as { code?: string } | undefined)?.code === 'a2' }));
		const error = await errorOf(runItems(any(refusing), runOf(['a1', 'a2'], sender, { concurrency: 1 })));
		expect(error).toMatchObject({ failure: { description: 'Do something. Done before this item stopped the node: PO a1.' } });
	});

	/** Orders under way at once, each with its own outcome. */
	const together = async (outcomes: Record<string, Failure | undefined>, change: object = {}) => {
		const sender = new FakeSender(({ path, body }) => {
			const outcome = path === '/orders' ? outcomes[(body as { code: string }).code] : undefined;
			if (outcome) throw outcome;
			return {};
		});
		const codes = Object.keys(outcomes);
		const error = await errorOf(runItems(any({ ...order, ...change }), runOf(codes, sender, { concurrency: codes.length })));
		expect(sender.writes).toHaveLength(codes.length);
		return error;
	};

	it('tell first which ones nobody knows the outcome of, where another one stops the node', async () => {
		const error = await together({ a1: failure('validation', 'no such product'), a2: failure('unknownOutcome', 'no answer'), a3: undefined, a4: failure('unknownOutcome', 'cut') });
		expect(error).toMatchObject({
			itemIndex: 1,
			failure: {
				kind: 'unknownOutcome',
				message: 'It is not known whether these were carried out: PO a2; PO a4. no answer',
				description: expect.stringMatching(/Done before this item stopped the node: PO a3\. Item 1 failed, too: no such product\.$/) as string,
			},
		});
	});

	it('name the one of which nobody knows, also where its own words do not, and where the node was stopped by a person', async () => {
		expect(await together({ a1: failure('validation'), a2: failure('unknownOutcome', 'no answer') })).toMatchObject({
			failure: { kind: 'unknownOutcome', message: 'It is not known whether this was carried out: PO a2. no answer' },
		});
		expect(await together({ a1: failure('cancelled', 'The execution was canceled'), a2: failure('unknownOutcome') })).toMatchObject({
			failure: { kind: 'cancelled', message: 'It is not known whether this was carried out: PO a2. The execution was canceled' },
		});
	});

	it('do not name as done what the partner lists as one that does not stand', async () => {
		const error = await together({ a1: undefined, a2: failure('validation') }, { stands: () => false });
		expect(error).toMatchObject({ failure: { description: 'Do something.' } });
	});

	it('say that nothing was sent for the item alone, where something was done for another', async () => {
		const refused = failure('validation').retold({ advice: 'No order was placed. Correct it. Nothing was sent.' });
		expect(await together({ a1: undefined, a2: refused })).toMatchObject({
			failure: { description: 'No order was placed for this item. Correct it. Nothing was sent for this item. Done before this item stopped the node: PO a1.' },
		});
	});

	it('say nothing of what was done where nothing was', async () => {
		const sender = new FakeSender(() => {
			throw failure('permission');
		});
		const error = await errorOf(runItems(any(order), runOf(['a1'], sender)));
		expect(error).toMatchObject({ failure: { kind: 'permission', description: expect.not.stringContaining('Done before') } });
	});

	it('begin no further one after a cancel, also where the node goes on, and tell what was done', async () => {
		const sender = new FakeSender(({ body }) => {
			if ((body as { code?: string } | undefined)?.code === 'a2') throw failure('cancelled');
			return {};
		});
		const given = runOf(['a1', 'a2', 'a3'], sender, { concurrency: 1, continueOnFail: true });
		expect(await errorOf(runItems(any(order), given))).toMatchObject({
			failure: { kind: 'cancelled', description: expect.stringContaining('PO a1') },
		});
		expect(sender.writes).toHaveLength(2);
	});

	it('send nothing where one of the items has a faulty field', async () => {
		const sender = new FakeSender();
		expect(await errorOf(runItems(any(order), runOf(['a1', 'a\nb'], sender)))).toMatchObject({ itemIndex: 1 });
		expect([...sender.reads, ...sender.writes]).toHaveLength(0);
	});

	it('do not happen twice for the same key, in one run or in a later one: what came of the first is handed out again', async () => {
		const sender = new FakeSender(() => ({ orderId: 7 }));
		const first = await runItems(any(order), runOf(['a1', 'a1'], sender, { concurrency: 1 }));
		expect(first).toEqual([
			{ items: [{ orderId: 7, alreadySubmitted: false, outcomeFrom: 'answer' }] },
			{ items: [{ orderId: 7, alreadySubmitted: true, outcomeFrom: 'answer' }] },
		]);
		expect(await runItems(any(order), runOf(['a1'], sender))).toEqual([{ items: [{ orderId: 7, alreadySubmitted: true, outcomeFrom: 'answer' }] }]);
		expect(sender.writes).toHaveLength(1);
	});

	it('do not happen twice at once for the same key', async () => {
		const sender = new FakeSender();
		const results = await runItems(any(order), runOf(['a1', 'a1'], sender, { concurrency: 2, continueOnFail: true }));
		expect(kinds(results)).toEqual(['ok', 'ok']);
		expect(sender.writes).toHaveLength(1);
	});

	it('happen for the same key in another account', async () => {
		const [one, other] = [new FakeSender(), new FakeSender()];
		await runItems(any(order), runOf(['a1'], one));
		await runItems(any(order), runOf(['a1'], other));
		expect(other.writes).toHaveLength(1);
	});

	it.each(['validation', 'permission', 'notFound', 'rateLimit', 'authentication', 'outage', 'businessRefusal'] as const)(
		'may be tried again after %s: it was surely not carried out',
		async (kind) => {
			let writes = 0;
			const sender = new FakeSender(({ method }) => {
				if (method === 'GET') return {};
				writes += 1;
				if (writes === 1) throw failure(kind);
				return {};
			});
			await errorOf(runItems(any(order), runOf(['a1'], sender)));
			expect(kinds(await runItems(any(order), runOf(['a1'], sender)))).toEqual(['ok']);
		},
	);

	it('are not sent again after an unknown outcome', async () => {
		const sender = new FakeSender(({ method }) => {
			if (method === 'POST') throw failure('unknownOutcome');
			return {};
		});
		await errorOf(runItems(any(order), runOf(['a1'], sender)));
		expect(await errorOf(runItems(any(order), runOf(['a1'], sender)))).toMatchObject({
			failure: { kind: 'unknownOutcome', message: expect.stringMatching(/^Not sent again \(PO a1\)/) },
		});
		expect(sender.writes).toHaveLength(1);
	});

	it.each([
		['cannot be read', () => { throw failure('brokenAnswer'); }],
		['trips over a fault of the package', () => { throw new TypeError('x is undefined'); }],
	])('are not sent again where the answer to it %s: it may well have been carried out', async (_case, items) => {
		const sender = new FakeSender();
		await errorOf(runItems(any({ ...order, items }), runOf(['a1'], sender)));
		await errorOf(runItems(any({ ...order, items }), runOf(['a1'], sender)));
		expect(sender.writes).toHaveLength(1);
	});

	it('are told as failures of ours', async () => {
		const sender = new FakeSender(() => {
			throw failure('notFound');
		});
		const [result] = await runItems(any(order), runOf(['a1'], sender, { continueOnFail: true }));
		expect(result && 'failure' in result && isFailure(result.failure)).toBe(true);
	});
});

describe('items that share requests, and that only the partner can check', () => {
	const known: PartnerRequest = { method: 'GET', path: '/known' };
	const checked = {
		...batched,
		complete: async (parameters: Code, ask: Ask) => {
			const fact = await ask(known);
			if (isFailure(fact)) throw fact;
			if (!(fact.body as { codes: string[] }).codes.includes(parameters.code)) throw failure('validation', `${parameters.code} is not known`);
			return parameters;
		},
	};
	const knowing = (...codes: string[]) =>
		new FakeSender((request) => (request.path === known.path ? { codes } : Object.fromEntries(codesOf(request).map((code, at) => [code, at]))));

	it('are checked before anything is sent, with one read for all', async () => {
		const sender = knowing('a1', 'a2');
		const error = await errorOf(runItems(any(checked), runOf(['a1', 'a2', 'a3'], sender)));
		expect(error).toMatchObject({ itemIndex: 2, failure: { kind: 'validation', message: 'a3 is not known' } });
		expect(sender.reads).toEqual([known]);
	});

	it('go out without the bad ones where the node goes on', async () => {
		const sender = knowing('a1', 'a2');
		const results = await runItems(any(checked), runOf(['a1', 'a3', 'a2'], sender, { continueOnFail: true }));
		expect(kinds(results)).toEqual(['ok', 'validation', 'ok']);
		expect(results[2]).toEqual({ items: [{ code: 'a2', at: 1 }] });
		expect(sender.reads.slice(1).map(codesOf)).toEqual([['a1', 'a2']]);
	});
});

describe('items that share requests, of which a later one must not overtake an earlier one', () => {
	const inOrder = { ...batched, batch: { ...batched.batch, defaultSize: 2, isInOrder: true } };

	/** Answers the requests in a random order, and notes those that were under way with one of the same key. */
	function shuffled() {
		const underWay: string[] = [];
		const overtaking: string[] = [];
		const sent: string[][] = [];
		let most = 0;
		const sender = new FakeSender(async (request) => {
			const codes = codesOf(request);
			const key = codes[0]![0]!;
			if (underWay.includes(key)) overtaking.push(codes.join());
			sent.push(codes);
			underWay.push(key);
			most = Math.max(most, underWay.length);
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
			underWay.splice(underWay.indexOf(key), 1);
			return Object.fromEntries(codes.map((code, at) => [code, at]));
		});
		return { sender, overtaking, sent, most: () => most };
	}

	const codes = Array.from({ length: 30 }, (_, at) => `${'abc'[at % 3]}${at}`);

	it('go out one request after the other for the same key, and side by side for others', async () => {
		const { sender, overtaking, sent, most } = shuffled();
		const results = await runItems(any(inOrder), runOf(codes, sender, { concurrency: 10 }));
		expect(results.map((result) => 'items' in result && result.items[0]?.code)).toEqual(codes);
		expect(overtaking).toEqual([]);
		for (const key of 'abc') expect(sent.flat().filter((code) => code.startsWith(key))).toEqual(codes.filter((code) => code.startsWith(key)));
		expect(most()).toBe(3);
	});

	it('go out in order also where their keys may be one to the partner, and share no request then', async () => {
		const { sender, sent } = shuffled();
		const lane = ({ code }: Code) => code[0]!.toLowerCase();
		const results = await runItems(any({ ...inOrder, batch: { ...inOrder.batch, lane } }), runOf(['a1', 'b1', 'A2', 'a3', 'a4', 'A5'], sender, { concurrency: 10 }));
		expect(kinds(results)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
		expect(sent.filter(([code]) => code !== 'b1')).toEqual([['a1'], ['A2'], ['a3', 'a4'], ['A5']]);
	});

	it('would overtake without that', async () => {
		const { sender, overtaking } = shuffled();
		await runItems(any({ ...inOrder, batch: { ...inOrder.batch, isInOrder: false } }), runOf(codes, sender, { concurrency: 10 }));
		expect(overtaking).not.toEqual([]);
	});

	it('are divided to find a bad one without overtaking', async () => {
		const sent: string[] = [];
		const sender = new FakeSender((request) => {
			const all = codesOf(request);
			if (all.includes('a5')) throw failure('validation');
			sent.push(...all);
			return Object.fromEntries(all.map((code, at) => [code, at]));
		});
		const some = Array.from({ length: 20 }, (_, at) => `a${at}`);
		const results = await runItems(any({ ...inOrder, batch: { ...inOrder.batch, defaultSize: 20 } }), runOf(some, sender, { continueOnFail: true }));
		expect(kinds(results).indexOf('validation')).toBe(5);
		expect(sent).toEqual(some.filter((code) => code !== 'a5'));
	});
});

it('items that share requests are not divided where the operation knows that a failure is about all', async () => {
	const sender = new FakeSender(() => {
		throw failure('validation', 'Limit has been reached');
	});
	const knowing = { ...batched, batch: { ...batched.batch, isAboutAll: ({ message }: Failure) => message.startsWith('Limit') } };
	const results = await runItems(any(knowing), runOf(['a1', 'a2', 'a3'], sender, { continueOnFail: true }));
	expect(kinds(results)).toEqual(['validation', 'validation', 'validation']);
	expect(sender.reads).toHaveLength(1);
});

describe('items, each a write that replaces a thing and keeps some of it', () => {
	/** Adds a letter to what the partner has of a thing, which is named by the first letter of the code. */
	function keeping(has: Record<string, string>) {
		const sent: string[] = [];
		const sender = new FakeSender(({ method, path, body }) => {
			const thing = path.at(-1)!;
			if (method === 'GET') return { has: has[thing] };
			const { all } = body as { all: string };
			sent.push(`${thing}:${all}`);
			has[thing] = all;
			return { all };
		});
		const operation: RepeatableOperation<Code & { all?: string }> & ReplacingRequest<Code & { all?: string }> = {
			...(single as RepeatableOperation<Code>),
			name: 'update',
			effect: 'repeatable',
			parameters: (read, run) => single.parameters(read, run),
			replaces: {
				thing: ({ code }) => code[0]!,
				async complete({ code }, ask) {
					const known = await ask({ method: 'GET', path: `/things/${code[0]}` });
					if (isFailure(known)) throw known;
					const { has: there } = known.body as { has?: string };
					if (there === undefined) throw failure('notFound', `no ${code[0]}`);
					return { code, all: there + code.slice(1) };
				},
			},
			request: ({ code, all }) => ({ method: 'POST', path: `/things/${code[0]}`, body: { all: all ?? '' } }),
			items: ({ body }) => [body as object as never],
		};
		return { sender, sent, operation: any(operation) };
	}

	it('read anew what is there, and those of one thing go one after the other', async () => {
		const { sender, sent, operation } = keeping({ a: '', b: '' });
		const results = await runItems(operation, runOf(['ax', 'ay', 'bz', 'ax'], sender));
		expect(results).toEqual([{ items: [{ all: 'x' }] }, { items: [{ all: 'xy' }] }, { items: [{ all: 'z' }] }, { items: [{ all: 'xyx' }] }]);
		expect(sent.filter((each) => each.startsWith('a'))).toEqual(['a:x', 'a:xy', 'a:xyx']);
	});

	it('are not sent where what is there speaks against it, and the others are', async () => {
		const { sender, sent, operation } = keeping({ b: '' });
		expect(kinds(await runItems(operation, runOf(['ax', 'bz'], sender, { continueOnFail: true })))).toEqual(['notFound', 'ok']);
		expect(sent).toEqual(['b:z']);
		expect(await errorOf(runItems(operation, runOf(['bz', 'ax'], sender)))).toMatchObject({ itemIndex: 1, failure: { kind: 'notFound' } });
	});
});

describe('items, each a write that sets the state of a thing', () => {
	/** Answers the later the earlier a request has come. */
	function slowing() {
		const sent: string[] = [];
		let wait = 20;
		const sender = new FakeSender(async ({ path }) => {
			await new Promise((resolve) => setTimeout(resolve, (wait -= 5)));
			sent.push(path);
			return { path };
		});
		const operation: RepeatableOperation<Code> & ReplacingRequest<Code> = { ...(single as RepeatableOperation<Code>), effect: 'repeatable', request: ({ code }) => ({ method: 'POST', path: code }), items: ({ body }) => [body as object as never], replaces: { thing: ({ code }) => code[0]! } };
		return { sender, sent, operation };
	}

	it('go out one after the other for one thing, and side by side for others', async () => {
		const { sender, sent, operation } = slowing();
		const results = await runItems(any(operation), runOf(['a1', 'a2', 'b1'], sender));
		expect(results).toEqual([{ items: [{ path: 'a1' }] }, { items: [{ path: 'a2' }] }, { items: [{ path: 'b1' }] }]);
		expect(sent.filter((path) => path.startsWith('a'))).toEqual(['a1', 'a2']);
		expect(sent.indexOf('b1')).toBeLessThan(2);
	});

	describe('of which a try was given up, and may yet be carried out', () => {
		/** A sender whose first try of a code gets no answer. */
		function losing(lost: string) {
			const { sender, operation } = slowing();
			const { repeat } = sender;
			sender.repeat = async (request, _effect?: unknown, onFailedTry?: (tried: Failure) => void) => {
				if (request.path === lost) onFailedTry?.(new Failure('outage', 'no answer', { advice: '', mayArriveLate: true }));
				return await repeat.call(sender, request);
			};
			return { sender, operation };
		}

		it.each([
			[['a1', 'a2', 'b1'], ['ok', 'unknownOutcome', 'ok']],
			[['a1', 'a1'], ['ok', 'ok']],
		])('as the first of %j, what comes after it and asks for something else is not known', async (codes, expected) => {
			const { sender, operation } = losing('a1');
			expect(kinds(await runItems(any(operation), runOf(codes, sender, { continueOnFail: true })))).toEqual(expected);
		});

		it('stop the node, unless they are not about one thing after all', async () => {
			const { sender, operation } = losing('a1');
			expect(await errorOf(runItems(any(operation), runOf(['a1', 'a2'], sender)))).toMatchObject({ itemIndex: 1, failure: { kind: 'unknownOutcome', message: expect.stringContaining('item 1') as string } });
			const apart = { ...operation, replaces: { ...operation.replaces, isSame: () => false } };
			expect(kinds(await runItems(any(apart), runOf(['a1', 'a2'], sender)))).toEqual(['ok', 'ok']);
		});
	});
});
