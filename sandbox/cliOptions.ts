import { parseArgs } from 'node:util';

/** The partners in the order of their ports. */
export const partnerNames = ['sips', 'su', 'xcover', 'tradevest'] as const;

export type PartnerName = (typeof partnerNames)[number];

/** What `npm run sandbox` was asked for. */
export interface CliOptions {
	partners: Array<{ name: PartnerName; port: number }>;
	webhookUrl: string | null;
	eventDelayMs: number;
	latencyMs: number;
}

export const usage = [
	`npm run sandbox -- [--only ${partnerNames.join('|')}] [--port N] [--latency-ms N] [--webhook-url URL] [--event-delay-ms N]`,
	'  --port is that of the one partner, or the first of four in a row; 0 picks free ones',
	'  --webhook-url and --event-delay-ms are for SIPS, the only one that sends events',
].join('\n');

const FIRST_PORT = 4010;

export function readOptions(args: string[]): CliOptions {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string' },
			port: { type: 'string' },
			'webhook-url': { type: 'string' },
			'event-delay-ms': { type: 'string' },
			'latency-ms': { type: 'string', default: '0' },
		},
	});
	const only = values.only === undefined ? null : partnerName(values.only);
	// An option without effect would look as if it had been heard.
	for (const name of ['webhook-url', 'event-delay-ms'] as const) {
		if (only !== null && only !== 'sips' && values[name] !== undefined) throw new Error(`--${name} is for SIPS`);
	}
	return {
		partners: portsOf(only, values.port === undefined ? null : count('port', values.port)),
		webhookUrl: values['webhook-url'] ?? null,
		eventDelayMs: count('event-delay-ms', values['event-delay-ms'] ?? '300'),
		latencyMs: count('latency-ms', values['latency-ms']),
	};
}

function portsOf(only: PartnerName | null, port: number | null): CliOptions['partners'] {
	if (only !== null) return [{ name: only, port: port ?? FIRST_PORT + partnerNames.indexOf(only) }];
	const first = port ?? FIRST_PORT;
	return partnerNames.map((name, at) => ({ name, port: first === 0 ? 0 : first + at }));
}

function partnerName(value: string): PartnerName {
	const name = partnerNames.find((known) => known === value);
	if (!name) throw new Error(`--only must be one of ${partnerNames.join(', ')}, not "${value}"`);
	return name;
}

function count(name: string, value: string): number {
	const number = Number(value);
	if (value === '' || !Number.isInteger(number) || number < 0) {
		throw new Error(`--${name} must be a whole number, not "${value}"`);
	}
	return number;
}
