import { batches } from '../../../../engine/items/batches';
import { runPool } from '../../../../engine/items/pool';

/** Tasks that end when the test says so. */
class Tasks {
	readonly begun: number[] = [];
	private readonly ends = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();

	readonly task = async (index: number): Promise<void> => {
		this.begun.push(index);
		await new Promise<void>((resolve, reject) => this.ends.set(index, { resolve, reject }));
	};

	async end(index: number): Promise<void> {
		this.ends.get(index)!.resolve();
		await turn();
	}

	async fail(index: number): Promise<void> {
		this.ends.get(index)!.reject(new Error(`task ${index}`));
		await turn();
	}
}

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

describe('the pool', () => {
	it('begins tasks in order, as many at a time as it is wide', async () => {
		const tasks = new Tasks();
		const pool = runPool(5, 2, tasks.task);
		expect(tasks.begun).toEqual([0, 1]);
		await tasks.end(1);
		expect(tasks.begun).toEqual([0, 1, 2]);
		await tasks.end(0);
		await tasks.end(2);
		expect(tasks.begun).toEqual([0, 1, 2, 3, 4]);
		await tasks.end(4);
		await tasks.end(3);
		await pool;
	});

	it.each([[0, 10], [0, 0]])('is done at once with %i tasks', async (count, width) => {
		const tasks = new Tasks();
		await runPool(count, width, tasks.task);
		expect(tasks.begun).toEqual([]);
	});

	it.each([0, -1])('is one wide at least, also where %i is asked for', async (width) => {
		const begun: number[] = [];
		await runPool(3, width, async (index) => {
			begun.push(index);
			await turn();
		});
		expect(begun).toEqual([0, 1, 2]);
	});

	it('begins nothing after a failure, but waits for what is under way', async () => {
		const tasks = new Tasks();
		let outcome = 'open';
		const pool = runPool(9, 3, tasks.task).catch((error: Error) => {
			outcome = error.message;
		});
		await tasks.fail(1);
		await tasks.end(0);
		expect(tasks.begun).toEqual([0, 1, 2]);
		expect(outcome).toBe('open');
		await tasks.end(2);
		await pool;
		expect(outcome).toBe('task 1');
	});

	it('fails with the failure of the lowest index, whichever came first', async () => {
		const tasks = new Tasks();
		const pool = runPool(3, 3, tasks.task).catch((error: Error) => error.message);
		await tasks.fail(2);
		await tasks.fail(0);
		await tasks.end(1);
		expect(await pool).toBe('task 0');
	});
});

describe('batches', () => {
	it('hold what has the same key, in order, up to their size', () => {
		expect(batches(['a', 'b', 'a', 'a', 'b', 'a'], 2)).toEqual([[0, 2], [1, 4], [3, 5]]);
	});

	it('are as many as keys where nothing is shared', () => {
		expect(batches(['a', 'b', 'c'], 10)).toEqual([[0], [1], [2]]);
	});

	it('are none where there is nothing', () => {
		expect(batches([], 10)).toEqual([]);
	});

	it('mix up no keys that objects have of themselves', () => {
		expect(batches(['__proto__', 'constructor', '__proto__'], 5)).toEqual([[0, 2], [1]]);
	});
});
