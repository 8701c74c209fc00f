import fc from 'fast-check';

import { batches } from '../../engine/items/batches';
import { isoDay } from '../../engine/calendar';
import { FieldReader, readerOf } from '../../engine/items/fields';
import { runPool } from '../../engine/items/pool';
import { runItems } from '../../engine/items/runItems';
import { any, batched, FakeSender, failure, runOf, single } from '../support/services/madeUp';

describe('batches', () => {
	it('hold every entry once, of one key each, in order and none too large', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', 'b', 'c', '__proto__')), fc.integer({ min: 1, max: 9 }), (keys, size) => {
				const groups = batches(keys, size);
				expect(groups.flat().sort((a, b) => a - b)).toEqual(keys.map((_, at) => at));
				for (const group of groups) {
					expect(new Set(group.map((at) => keys[at])).size).toBe(1);
					expect(group.length).toBeLessThanOrEqual(size);
					expect(group).toEqual([...group].sort((a, b) => a - b));
				}
				const firsts = groups.map(([first]) => first!);
				expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
				// As few as there can be.
				const counts = new Map<string, number>();
				for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
				expect(groups).toHaveLength([...counts.values()].reduce((sum, count) => sum + Math.ceil(count / size), 0));
			}),
		);
	});
});

describe('the pool', () => {
	it('keeps order and width, and after a failure begins nothing and leaves nothing behind', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.integer({ min: 0, max: 20 }),
				fc.integer({ min: 1, max: 6 }),
				fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 3 }),
				async (scheduler, count, width, failing) => {
					const begun: number[] = [];
					const failed: number[] = [];
					let underWay = 0;
					const outcome = runPool(count, width, async (index) => {
						expect(failed).toEqual([]);
						begun.push(index);
						underWay += 1;
						expect(underWay).toBeLessThanOrEqual(width);
						await scheduler.schedule(Promise.resolve());
						underWay -= 1;
						if (failing.includes(index)) {
							failed.push(index);
							throw new Error(String(index));
						}
					}).then(
						() => 'done',
						(error: Error) => error.message,
					);
					await scheduler.waitIdle();
					expect(await outcome).toBe(failed.length === 0 ? 'done' : String(Math.min(...failed)));
					expect(underWay).toBe(0);
					expect(begun).toEqual(begun.map((_, at) => at));
					if (failed.length === 0) expect(begun).toHaveLength(count);
				},
			),
		);
	});
});

describe('items', () => {
	it('come out at their places, however the answers come', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(fc.constantFrom('good', 'bad', ''), { maxLength: 20 }),
				fc.integer({ min: 1, max: 8 }),
				async (scheduler, sorts, concurrency) => {
					const codes = sorts.map((sort, at) => (sort === '' ? '' : `${sort}${at}`));
					const sender = new FakeSender(async ({ path }) => {
						await scheduler.schedule(Promise.resolve());
						if (path.includes('bad')) throw failure('notFound', path);
						return { path };
					});
					const run = runItems(any(single), runOf(codes, sender, { concurrency, continueOnFail: true }));
					await scheduler.waitIdle();
					const came = (await run).map((result) => ('items' in result ? result.items[0]?.path : result.failure.kind));
					expect(came).toEqual(
						codes.map((code) => (code === '' ? 'validation' : code.startsWith('bad') ? 'notFound' : `/things/${code}`)),
					);
				},
			),
		);
	});

	it('that share requests get their own answers, whichever are bad and however they are told', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.record({ key: fc.constantFrom('a', 'b'), isBad: fc.boolean() }), { maxLength: 30 }),
				fc.integer({ min: 1, max: 10 }),
				fc.boolean(),
				async (entries, batchSize, namesCount) => {
					const codes = entries.map(({ key, isBad }, at) => `${key}${isBad ? 'bad' : ''}${at}`);
					const sender = new FakeSender(({ body }) => {
						const asked = (body as { codes: string[] }).codes;
						if (asked.some((code) => code.includes('bad'))) throw failure('validation', namesCount ? `bad ${asked.join()}` : 'bad');
						return Object.fromEntries(asked.map((code) => [code, `answer to ${code}`]));
					});
					const results = await runItems(any(batched), runOf(codes, sender, { batchSize, continueOnFail: true }));
					expect(results.map((result) => ('items' in result ? result.items[0]?.at : 'bad'))).toEqual(
						codes.map((code) => (code.includes('bad') ? 'bad' : `answer to ${code}`)),
					);
				},
			),
		);
	});
});

describe('a field', () => {
	it('of any value is read or faulted, but breaks nothing', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const fields = new FieldReader(readerOf({ field: value }));
				const rules = { label: 'Field' };
				expect(typeof fields.code('field', rules)).toBe('string');
				expect(typeof fields.optionalText('field', rules)).toBe('string');
				expect(Number.isSafeInteger(fields.wholeNumber('field', rules))).toBe(true);
				expect(Number.isFinite(fields.positiveNumber('field', rules))).toBe(true);
				expect(fields.optionalNumber('field', rules) ?? 0).toBeGreaterThanOrEqual(0);
				expect(fields.day('field', rules, 'UTC')).toMatch(/^$|^\d{4}-\d{2}-\d{2}$/);
				expect(Array.isArray(fields.list('field', rules))).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});

	it('with a day gives that day in every zone', () => {
		const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, fc.constantFrom('', 'T00:00:00', 'T23:59:59.999', ' 12:00'), fc.constantFrom('UTC', 'America/Chicago', 'Pacific/Kiritimati'), (date, time, zone) => {
				expect(isoDay(`${date}${time}`, zone)).toBe(date);
			}),
		);
	});
});
