import { instanceEnvironment } from '../../../host/environment';
import type { Host } from '../../../host/install';
import { npmEnv } from '../../../host/npm';

const host: Host = {
	version: '2.8.4',
	node: { version: '20.20.2', program: '/opt/node/bin/node' },
	folder: '/cache/n8n',
	program: '/cache/n8n/node_modules/n8n/bin/n8n',
	environment: { N8N_DISABLED_MODULES: 'mcp-registry' },
};
const place = { host, userFolder: '/tmp/instance', port: 15_001, brokerPort: 15_002 };

describe('the environment of an n8n', () => {
	afterEach(() => {
		delete process.env.N8N_METRICS;
		delete process.env.DB_TYPE;
	});

	test('takes over nothing that would change what is tested', () => {
		process.env.N8N_METRICS = 'true';
		process.env.DB_TYPE = 'postgresdb';
		const env = instanceEnvironment(place);
		expect(env).not.toHaveProperty('N8N_METRICS');
		expect(env).not.toHaveProperty('DB_TYPE');
		// jest sets it to `test`, and n8n then leaves things out.
		expect(env).not.toHaveProperty('NODE_ENV');
	});

	test('keeps it on this machine and in its own folder', () => {
		expect(instanceEnvironment(place)).toMatchObject({
			N8N_USER_FOLDER: '/tmp/instance',
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: '15001',
			N8N_RUNNERS_BROKER_PORT: '15002',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_DISABLED_MODULES: 'mcp-registry',
		});
	});

	test('puts its own Node first', () => {
		expect(instanceEnvironment(place).PATH).toMatch(/^\/opt\/node\/bin:/);
	});

	test('keeps what was compiled of it beside it, for the next start', () => {
		expect(instanceEnvironment(place).NODE_COMPILE_CACHE).toBe('/cache/n8n-compiled');
	});

	test('can be added to', () => {
		expect(instanceEnvironment(place, { N8N_METRICS: 'true' })).toMatchObject({ N8N_METRICS: 'true' });
	});
});

describe('the environment of npm', () => {
	const leaked = {
		npm_config_ignore_scripts: 'true',
		npm_config_local_prefix: '/project',
		npm_package_name: 'n8n-nodes-partner-apis',
		npm_config_cache: '/cache/npm',
		NPM_CONFIG_PROXY: 'http://proxy.example:3128',
		NODE_ENV: 'test',
		HOME: '/home/someone',
		PATH: '/usr/bin',
	};

	test('keeps what decides where npm reaches, and nothing of the project it was started from', () => {
		expect(npmEnv({ node: '/opt/node/bin/node' }, leaked)).toEqual({
			npm_config_cache: '/cache/npm',
			NPM_CONFIG_PROXY: 'http://proxy.example:3128',
			HOME: '/home/someone',
			PATH: '/opt/node/bin:/usr/bin',
			NODE_ENV: undefined,
			NODE_OPTIONS: undefined,
		});
	});

	test('takes the settings of the call', () => {
		const env = npmEnv({ node: '/opt/node/bin/node', settings: { build_from_source: 'true' } }, leaked);
		expect(env).toMatchObject({ npm_config_build_from_source: 'true' });
	});
});
