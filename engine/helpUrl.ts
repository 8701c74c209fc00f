import type { FailureKind } from './failure';

/** Has a heading for each kind of failure. */
const PAGE = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/troubleshooting.md';

/** Where a person reads what a kind of failure means, and what to do. */
export function helpUrl(kind: FailureKind): string {
	return `${PAGE}#${kind.toLowerCase()}`;
}
