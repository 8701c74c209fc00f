import type { ResourceTable } from '../../../engine/items/resources';
import { lowered, markdownTable } from '../../../scripts/markdown.cjs';

/** The operations as a person looks for them, for the README. */
export function readmeTable(resources: ResourceTable): string {
	return markdownTable(
		['resource', 'operation', 'what it does'],
		resources.flatMap(({ displayName: resource, operations }) => operations.map(({ displayName, description }) => [resource, displayName, lowered(description)])),
	);
}

/** The operations with what stands behind them at the partner, for the document of the service. */
export function standingTable(resources: ResourceTable): string {
	return markdownTable(
		['resource', 'operation', 'call', 'standing'],
		resources.flatMap(({ displayName: resource, operations }) =>
			operations.map(({ displayName, source }) => [resource, displayName, source.call.split(', ').map(asCode).join(', '), source.standing]),
		),
	);
}

function asCode(call: string): string {
	return /^[A-Z]+ \//.test(call) ? `\`${call}\`` : call;
}
