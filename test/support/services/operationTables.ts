import type { ResourceTable } from '../../../engine/items/resources';
import { lowered, markdownTable } from '../../../scripts/markdown.cjs';

/** The operations of a service for its page: what each does, and what stands behind it at the partner. */
export function operationTable(resources: ResourceTable): string {
	return markdownTable(
		['resource', 'operation', 'what it does', 'call', 'standing'],
		resources.flatMap(({ displayName: resource, operations }) =>
			operations.map(({ displayName, description, source }) => [resource, displayName, lowered(description), source.call.split(', ').map(asCode).join(', '), source.standing]),
		),
	);
}

function asCode(call: string): string {
	return /^[A-Z]+ \//.test(call) ? `\`${call}\`` : call;
}
