import type { IDataObject } from 'n8n-workflow';

import { OpenBody, type OpenAnswer } from '../../../../engine/http/openBody';
import { runItems } from '../../../../engine/items/runItems';
import type { ItemResult } from '../../../../engine/items/itemsRun';
import type { FileRequest, RepeatableOperation, SeveralReads } from '../../../../engine/operation/operation';
import { any, type Code, FakeSender, failure, runOf, single } from '../../../support/services/madeUp';
import { collect } from '../../../support/process/memory';
import { FileStore, streamOf } from '../../../support/partner/openAnswers';

/** What an operation is but for how it asks. */
const { name, displayName, action, description, properties, source, effect, parameters } = single;
const base = { name, displayName, action, description, properties, source, effect, parameters };

const CODES = Array.from({ length: 40 }, (_, at) => `code${at}`);
const MANY = Array.from({ length: 1_000 }, (_, at) => CODES[(at * 7) % 40]!);

const outputs = (results: ItemResult[]): unknown[] => results.map((result) => ('items' in result ? result.items[0] : result.failure.kind));

describe('reads of one run that ask for the same', () => {
	it('are made once, and answer each item in its place', async () => {
		const sender = new FakeSender();
		const results = await runItems(any(single), runOf(MANY, sender, { concurrency: 20 }));
		expect(sender.reads).toHaveLength(40);
		expect(outputs(results)).toEqual(MANY.map((code) => ({ path: `/things/${code}` })));
	});

	it('give each item an output of its own, down to its parts', async () => {
		const sender = new FakeSender(() => ({ list: [{ a: 1 }] }));
		const results = await runItems(any(single), runOf(['x', 'x', 'x'], sender));
		const [first, second, third] = outputs(results) as Array<{ list: Array<{ a: number }> }>;
		first!.list[0]!.a = 2;
		second!.list.push({ a: 3 });
		expect([first, second, third]).toEqual([{ list: [{ a: 2 }] }, { list: [{ a: 1 }, { a: 3 }] }, { list: [{ a: 1 }] }]);
	});

	it('are made anew in another run', async () => {
		const sender = new FakeSender();
		await runItems(any(single), runOf(['x', 'x'], sender));
		await runItems(any(single), runOf(['x', 'x'], sender));
		expect(sender.reads).toHaveLength(2);
	});

	it('are made for each item where the person wants that', async () => {
		const sender = new FakeSender();
		await runItems(any(single), runOf(['x', 'x', 'x'], sender, { sharesEqualReads: false }));
		expect(sender.reads).toHaveLength(3);
	});

	it('are not the same where method, address, query or body differ', async () => {
		const requests = [
			{ method: 'GET', path: '/a' },
			{ method: 'POST', path: '/a' },
			{ method: 'GET', path: '/a', query: { b: 1 } },
			{ method: 'GET', path: '/a', query: { b: 2 } },
			{ method: 'POST', path: '/a', body: { b: 1 } },
			{ method: 'GET', path: '/A' },
		] as const;
		const sender = new FakeSender();
		const operation = { ...single, request: ({ code }: Code) => requests[Number(code)]! };
		await runItems(any(operation), runOf(requests.flatMap((_, at) => [String(at), String(at)]), sender));
		expect(sender.reads).toEqual(requests);
	});

	it('take one place among the requests under way, so that others need not wait for them', async () => {
		const begun: string[] = [];
		let answer: (() => void) | undefined;
		const sender = new FakeSender(async ({ path }) => {
			begun.push(path);
			if (path === '/things/slow') await new Promise<void>((resolve) => { answer = resolve; });
			return {};
		});
		const run = runItems(any(single), runOf(['slow', 'slow', 'slow', 'a', 'b'], sender, { concurrency: 2 }));
		await new Promise<void>((resolve) => setImmediate(resolve));
		expect(begun).toEqual(['/things/slow', '/things/a', '/things/b']);
		answer?.();
		expect(outputs(await run)).toHaveLength(5);
	});

	it('are refused for all where the partner refuses one, each item in its own words', async () => {
		const sender = new FakeSender(() => { throw failure('notFound'); });
		const explained: unknown[] = [];
		const operation: RepeatableOperation<Code> = { ...single, explain: (given, { code }) => { explained.push(code); return given; } };
		const results = await runItems(any(operation), runOf(['x', 'x', 'x'], sender, { continueOnFail: true }));
		expect(outputs(results)).toEqual(['notFound', 'notFound', 'notFound']);
		expect(new Set(results).size).toBe(3);
		expect(explained).toEqual(['x', 'x', 'x']);
		expect(sender.reads).toHaveLength(1);
	});

	it('are made again for the next item after a failure on the way', async () => {
		let calls = 0;
		const sender = new FakeSender(() => {
			calls += 1;
			if (calls === 1) throw failure('outage');
			return { calls };
		});
		const results = await runItems(any(single), runOf(['x', 'x', 'x'], sender, { continueOnFail: true }));
		expect(outputs(results)).toEqual(['outage', { calls: 2 }, { calls: 2 }]);
	});

	it('wait no longer for a partner that is down than they would without sharing', async () => {
		const sender = new FakeSender(async () => {
			await new Promise<void>((resolve) => setImmediate(resolve));
			throw failure('outage');
		});
		const results = await runItems(any(single), runOf(Array.from({ length: 41 }, () => 'x'), sender, { concurrency: 20, continueOnFail: true }));
		expect(outputs(results)).toEqual(Array.from({ length: 41 }, () => 'outage'));
		// These follow one another, and each may be a time-out. Without sharing there would be 41 / 20 rounds of them.
		expect(sender.reads.length).toBeLessThanOrEqual(3);
	});

	it('stop the node at the first item that fails', async () => {
		const sender = new FakeSender(({ path }) => { if (path === '/things/b') throw failure('notFound'); return {}; });
		await expect(runItems(any(single), runOf(['a', 'b', 'a', 'b', 'c'], sender, { concurrency: 1 }))).rejects.toMatchObject({ itemIndex: 1 });
		expect(sender.reads.map(({ path }) => path)).toEqual(['/things/a', '/things/b']);
	});

	it.each([1, 2, 10])('stop the node at the first item that fails, also where an equal item of an earlier one fails after it: concurrency %i', async (concurrency) => {
		const operation: RepeatableOperation<Code> = {
			...single,
			// What is made of the answer depends on more than the request: another unit of the same product, say.
			request: ({ code }) => ({ method: 'GET', path: `/things/${code[0]}` }),
			items: (_answer, { code }) => { if (code.endsWith('!')) throw failure('validation'); return [{ code }]; },
		};
		const sender = new FakeSender();
		await expect(runItems(any(operation), runOf(['a', 'b!', 'a!', 'c'], sender, { concurrency }))).rejects.toMatchObject({ itemIndex: 1 });
		expect(sender.reads.map(({ path }) => path).slice(0, 2)).toEqual(['/things/a', '/things/b']);
	});

	it('leave alone the item of which no request can be made', async () => {
		const operation: RepeatableOperation<Code> = { ...single, request: ({ code }) => { if (code === '.') throw failure('validation'); return { method: 'GET', path: code }; } };
		const sender = new FakeSender();
		const results = await runItems(any(operation), runOf(['.', 'a', '.'], sender, { continueOnFail: true }));
		expect(outputs(results)).toEqual(['validation', { path: 'a' }, 'validation']);
	});
});

describe('what was read', () => {
	it('is let go of as soon as its items have theirs, and not held to the end of the run', async () => {
		const bodies: Array<WeakRef<object>> = [];
		const stillHeld: boolean[] = [];
		const sender = new FakeSender(async ({ path }) => {
			if (path === '/things/last') {
				await new Promise<void>((resolve) => setImmediate(resolve));
				collect();
				stillHeld.push(...bodies.map((body) => body.deref() !== undefined));
			}
			const body = { path };
			bodies.push(new WeakRef(body));
			return body;
		});
		const operation: RepeatableOperation<Code> = { ...single, items: (_answer, { code }) => [{ code }] };
		await runItems(any(operation), runOf(['a', 'a', 'b', 'c', 'last'], sender, { concurrency: 1 }));
		// The one before may still be on the stack.
		expect(stillHeld.slice(0, 2)).toEqual([false, false]);
	});
});

describe('writes that ask for the same', () => {
	it('are made for each item, however harmless when repeated', async () => {
		const sender = new FakeSender();
		await runItems(any({ ...single, effect: 'repeatable' } as RepeatableOperation<Code>), runOf(['x', 'x', 'x'], sender));
		expect(sender.reads).toHaveLength(3);
	});
});

describe('items that ask the partner several things', () => {
	const consulting: RepeatableOperation<Code> & SeveralReads<Code> = {
		...base,
		consult: async ({ code }, ask) => {
			const answers = await Promise.all(['/common', '/common', `/things/${code}`].map(async (path) => await ask({ method: 'GET', path })));
			return answers.map((answer) => ('body' in answer ? (answer.body as IDataObject) : {}));
		},
	};

	it('ask for equal things once, and have outputs of their own', async () => {
		const sender = new FakeSender(({ path }) => ({ path, parts: [] }));
		const results = await runItems(any(consulting), runOf(['x', 'y', 'x'], sender));
		expect(sender.reads.map(({ path }) => path).sort()).toEqual(['/common', '/things/x', '/things/y']);
		const [first, second, third] = outputs(results) as Array<{ parts: number[] }>;
		first!.parts.push(1);
		expect([second!.parts, third!.parts]).toEqual([[], []]);
	});

	it('wait no longer for a partner that is down than they would without sharing', async () => {
		const sender = new FakeSender(async () => {
			await new Promise<void>((resolve) => setImmediate(resolve));
			throw failure('outage');
		});
		const run = runOf(Array.from({ length: 41 }, () => 'x'), sender, { concurrency: 20, continueOnFail: true });
		const asking = { ...consulting, consult: async (...[, ask]: Parameters<typeof consulting.consult>) => { await ask({ method: 'GET', path: '/common' }); return []; } };
		expect(outputs(await runItems(any(asking), run))).toEqual(Array.from({ length: 41 }, () => 'outage'));
		expect(sender.reads.length).toBeLessThanOrEqual(3);
	});

	it('ask each for itself where the person wants that', async () => {
		const sender = new FakeSender();
		await runItems(any(consulting), runOf(['x', 'y', 'x'], sender, { sharesEqualReads: false }));
		expect(sender.reads.map(({ path }) => path).sort()).toEqual(['/common', '/common', '/common', '/things/x', '/things/x', '/things/y']);
	});
});

describe('files that are the same', () => {
	/** Answers with a file, and counts. */
	class FileSender extends FakeSender {
		opens = 0;

		protected override opened(): OpenAnswer {
			this.opens += 1;
			const headers = { 'content-type': 'application/pdf' };
			return { status: 200, headers, address: new URL('https://api.partner.test/file'), body: new OpenBody(streamOf(`%PDF-1.7 ${'x'.repeat(90)}`), 1000) };
		}
	}

	const filing: RepeatableOperation<Code> & FileRequest<Code> = {
		...base,
		file: {
			request: ({ code }) => ({ method: 'GET', path: `/files/${code}` }),
			wanted: ({ code }) => ({ what: 'Thing', baseName: code, property: 'data', json: { code } }),
		},
	};

	it('are fetched and stored once, and each item has them under a field of its own', async () => {
		const sender = new FileSender();
		const files = new FileStore();
		const results = await runItems(any(filing), runOf(['x', 'x', 'y'], sender, { files }));
		expect([sender.opens, files.files.length]).toEqual([2, 2]);
		const binaries = results.map((result) => ('items' in result ? result.binaries?.[0]?.data : undefined));
		expect(binaries.map((binary) => binary?.fileName)).toEqual(['x.pdf', 'x.pdf', 'y.pdf']);
		expect(binaries[1]).toEqual(binaries[0]);
		expect(binaries[0]).not.toBe(binaries[1]);
	});
});
