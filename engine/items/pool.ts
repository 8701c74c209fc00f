/**
 * Works through tasks with at most `width` at a time, in order of their index. After a task has thrown no further
 * one is begun; those under way are waited for, since a write that is under way must not be lost sight of.
 *
 * @throws what the task with the lowest index threw
 */
export async function runPool(count: number, width: number, task: (index: number) => Promise<void>): Promise<void> {
	const errors: Array<{ index: number; error: unknown }> = [];
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < count && errors.length === 0) {
			const index = next;
			next += 1;
			try {
				await task(index);
			} catch (error) {
				errors.push({ index, error });
			}
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, Math.min(width, count)) }, worker));
	const first = errors.sort((a, b) => a.index - b.index)[0];
	if (first) throw first.error;
}
