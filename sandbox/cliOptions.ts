import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { servicesOf, type Service } from '../scripts/services.cjs';

/** A partner that can be started: what `service.json` says of its sandbox. */
export interface Partner extends Readonly<Service['sandbox']> {
	/** As people call it. */
	readonly title: string;
}

/** What `npm run sandbox` was asked for. */
export interface CliOptions {
	partners: Array<{ partner: Partner; port: number }>;
	webhookUrl: string | null;
	eventDelayMs: number;
	latencyMs: number;
}

/** All partners in the order of their ports. */
export const partners: readonly Partner[] = servicesOf(resolve(__dirname, '..'))
	.map(({ displayName, sandbox }) => ({ ...sandbox, title: displayName }))
	.sort((a, b) => a.port - b.port);

const names = partners.map(({ name }) => name);
const senders = partners.filter(({ sendsEvents }) => sendsEvents).map(({ title }) => title).join(' and ');

export const usage = [
	`npm run sandbox -- [--only ${names.join('|')}] [--port N] [--latency-ms N] [--webhook-url URL] [--event-delay-ms N]`,
	'  --port is that of the one partner, or of the first, with the others after it; 0 picks free ones',
	`  --webhook-url and --event-delay-ms are for who sends events: ${senders}`,
].join('\n');

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
	const only = values.only === undefined ? null : partnerOf(values.only);
	// An option without effect would look as if it had been heard.
	for (const name of ['webhook-url', 'event-delay-ms'] as const) {
		if (only !== null && !only.sendsEvents && values[name] !== undefined) throw new Error(`--${name} is for ${senders}`);
	}
	return {
		partners: portsOf(only, values.port === undefined ? null : count('port', values.port)),
		webhookUrl: values['webhook-url'] ?? null,
		eventDelayMs: count('event-delay-ms', values['event-delay-ms'] ?? '300'),
		latencyMs: count('latency-ms', values['latency-ms']),
	};
}

function portsOf(only: Partner | null, port: number | null): CliOptions['partners'] {
	if (only !== null) return [{ partner: only, port: port ?? only.port }];
	return partners.map((partner, at) => ({ partner, port: port === null ? partner.port : port === 0 ? 0 : port + at }));
}

function partnerOf(value: string): Partner {
	const partner = partners.find(({ name }) => name === value);
	if (!partner) throw new Error(`--only must be one of ${names.join(', ')}, not "${value}"`);
	return partner;
}

function count(name: string, value: string): number {
	const number = Number(value);
	if (value === '' || !Number.isInteger(number) || number < 0) {
		throw new Error(`--${name} must be a whole number, not "${value}"`);
	}
	return number;
}
