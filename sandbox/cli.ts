import { parseArgs } from 'node:util';

import { CONTROL_PREFIX } from './core/control';
import { demoClient, startSrsSipsSandbox, type SrsSipsSandbox } from './srsSips';
import { branches } from './srsSips/data/branches';
import { customers } from './srsSips/data/customers';

const usage = 'npm run sandbox -- [--port 4010] [--webhook-url URL] [--event-delay-ms N] [--latency-ms N]';

function readOptions() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4010' },
			'webhook-url': { type: 'string' },
			'event-delay-ms': { type: 'string', default: '300' },
			'latency-ms': { type: 'string', default: '0' },
		},
	});
	return {
		port: count('port', values.port),
		webhookUrl: values['webhook-url'] ?? null,
		eventDelayMs: count('event-delay-ms', values['event-delay-ms']),
		latencyMs: count('latency-ms', values['latency-ms']),
	};
}

function count(name: string, value: string): number {
	const number = Number(value);
	if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} must be a whole number, not "${value}"`);
	return number;
}

function introduce({ url }: SrsSipsSandbox): string {
	return [
		`SRS SIPS sandbox at ${url}`,
		`  client id      ${demoClient.clientId}`,
		`  client secret  ${demoClient.clientSecret}`,
		`  branches       ${branches.map(({ branchCode }) => branchCode).join(' ')}`,
		`  customers      ${customers.map(({ customerCode, integrationKey }) => `${customerCode} (key ${integrationKey})`).join(', ')}`,
		`Control, no login, JSON (all of it: sandbox/README.md)`,
		`  GET    ${url}${CONTROL_PREFIX}/counts | orders | deliveries | requests | settings | faults`,
		`  PATCH  ${url}${CONTROL_PREFIX}/settings       {"webhookUrl":"http://..."}`,
		`  POST   ${url}${CONTROL_PREFIX}/faults         {"operationId":"submitOrder","kind":"status","status":500,"when":"after"}`,
		`  POST   ${url}${CONTROL_PREFIX}/tokens/revoke | events | reset`,
	].join('\n');
}

async function main(): Promise<void> {
	const sandbox = await startSrsSipsSandbox(readOptions());
	process.stdout.write(`${introduce(sandbox)}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
	process.exitCode = 1;
});
