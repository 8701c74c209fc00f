import { cpus, totalmem, type } from 'node:os';

import type { Host } from '../../host';

/** On what and of what was measured. @param hosts the n8n that were measured */
export function describeMachine(hosts: readonly Host[]): string {
	const all = cpus();
	const gigabytes = Math.round(totalmem() / 1024 ** 3);
	const lines = hosts.map(({ version, node }) => `n8n ${version} on Node ${node.version}`);
	return `${type()}, ${all.length} cores (${all[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB of memory; ${lines.join(', ')}.`;
}
