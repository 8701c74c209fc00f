/**
 * Loads modules as a process does that was just started: they share no memory with those that are loaded already. n8n's own classes stay the same.
 *
 * @param load requires them
 */
export function inNewProcess<T>(load: () => T): T {
	const host: unknown = jest.requireActual('n8n-workflow');
	const loaded: T[] = [];
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => host);
		loaded.push(load());
	});
	jest.dontMock('n8n-workflow');
	return loaded[0]!;
}
