import { ensureTools } from '../../../host/debian';
import { silent } from '../../../host/report';
import { servicesMissing } from '../../../host/services';

describe('what the queue mode needs', () => {
	it('is named where it is missing, with the command that brings it', () => {
		expect(servicesMissing([{ program: 'redis-server', debianPackage: 'redis-server' }])).toBe(
			"n8n's queue mode needs PostgreSQL and Redis, and redis-server is missing. " +
				'Install them and try again; on Debian or Ubuntu: sudo apt-get update && sudo apt-get install redis-server',
		);
		const both = [
			{ program: 'postgres', debianPackage: 'postgresql' },
			{ program: 'redis-server', debianPackage: 'redis-server' },
		];
		expect(servicesMissing(both)).toContain('postgres, redis-server are missing');
		expect(servicesMissing(both)).toContain('install postgresql redis-server');
	});
});

describe('tools', () => {
	const tools = [
		{ program: 'node', debianPackage: 'nodejs' },
		{ program: 'no-such-program-here', debianPackage: 'no-such-package' },
	];
	const root = process.getuid;
	const asNobody = () => 65_534;

	afterEach(() => {
		process.getuid = root;
	});

	it('that are there need nothing', async () => {
		const whenMissing = () => 'never asked for';
		await expect(ensureTools({ tools: tools.slice(0, 1), purpose: 'for a test', whenMissing, report: silent })).resolves.toBeUndefined();
	});

	it('that are missing are asked for where they cannot be installed', async () => {
		process.getuid = asNobody;
		const whenMissing = (missing: typeof tools | readonly { program: string }[]) => `missing: ${missing.map(({ program }) => program).join()}`;
		await expect(ensureTools({ tools, purpose: 'for a test', whenMissing, report: silent })).rejects.toThrow('missing: no-such-program-here');
	});

	it('are looked for where they are said to be', async () => {
		process.getuid = asNobody;
		const seen: string[] = [];
		const isPresent = async (program: string) => seen.push(program) > 0;
		await ensureTools({ tools, purpose: 'for a test', whenMissing: () => '', isPresent, report: silent });
		expect(seen).toEqual(['node', 'no-such-program-here']);
	});
});
