import type { IAllExecuteFunctions } from 'n8n-workflow';

/** What the sender needs of the node that uses it: any of n8n's execution contexts will do. */
export type HostContext = Pick<IAllExecuteFunctions, 'getCredentials' | 'getNode' | 'helpers' | 'logger'> & {
	getExecutionCancelSignal?: () => AbortSignal | undefined;
};
