import { HOSTS, hostFor, hostPackageJson, runsOn } from '../../../host/versions';

describe('which n8n is tested with', () => {
	test.each([
		['20.19.0', '2.8.4'],
		['20.20.2', '2.8.4'],
		['22.0.0', '2.8.4'],
		['23.11.1', '2.8.4'],
		['24.0.0', '2.41.1'],
		['25.1.0', '2.41.1'],
	])('Node %s gets n8n %s, the newest that runs on it', (node, n8n) => {
		expect(hostFor(undefined, node).n8n).toBe(n8n);
	});

	test('a Node that no n8n accepts is refused', () => {
		expect(() => hostFor(undefined, '20.18.3')).toThrow('use Node 20.19 or newer');
	});

	test('a version can be asked for on any Node', () => {
		expect(hostFor('2.41.1', '20.20.2').n8n).toBe('2.41.1');
	});

	test('a version without a recipe is refused, naming those that have one', () => {
		expect(() => hostFor('1.0.0')).toThrow('known: 2.8.4, 2.41.1');
	});

	test('every n8n runs on the Node that is brought for it', () => {
		for (const host of HOSTS) expect(runsOn(host, host.broughtNode)).toBe(true);
	});

	test('n8n and what is held back in it are pinned to exact versions', () => {
		for (const host of HOSTS) {
			const { dependencies, overrides } = hostPackageJson(host) as Record<string, Record<string, string>>;
			for (const version of [...Object.values(dependencies ?? {}), ...Object.values(overrides ?? {})]) {
				expect(version).toMatch(/^\d+\.\d+\.\d+$/);
			}
		}
	});
});
