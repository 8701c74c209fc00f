import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Control } from '../../../sandbox/core/control';
import type { StoredError } from './n8nEngine';

/** A sandbox, as far as what it counted is asked for. */
export interface Counting {
	control: Pick<Control<never>, 'counts'>;
}

/** What the sandbox counted of one call. */
export function countOf({ control }: Counting, operationId: string) {
	const count = control.counts().operations[operationId];
	if (!count) throw new Error(`The sandbox has no operation ${operationId}`);
	return count;
}

export function received(sandbox: Counting, operationId: string): number {
	return countOf(sandbox, operationId).received;
}

/** The kind of failure that an error carries for workflows to act on. */
export function kindOf(error: StoredError | undefined): unknown {
	return error?.context.data?.kind;
}

/** What an error item carries for workflows to act on, in a field of its own or as the error itself. */
export function detailsOf(item: INodeExecutionData | undefined): IDataObject | undefined {
	const { errorDetails, error } = item?.json ?? {};
	const details = errorDetails ?? error;
	return typeof details === 'object' && details !== null && 'kind' in details ? (details as IDataObject) : undefined;
}

/** What went wrong with an error item, in words. */
export function errorWordsOf(item: INodeExecutionData | undefined): string {
	const { error, message } = item?.json ?? {};
	return typeof error === 'string' ? error : String(message ?? '');
}

export function json(items: readonly INodeExecutionData[]): IDataObject[] {
	return items.map((item) => item.json);
}

/** All that a person reads of an error. */
export function wordsOf(error: StoredError | undefined): string {
	return `${error?.message ?? ''} ${error?.description ?? ''}`;
}

/** Resolves as soon as the condition holds. @throws after five seconds */
export async function until(condition: () => boolean): Promise<void> {
	const end = Date.now() + 5_000;
	while (!condition()) {
		if (Date.now() > end) throw new Error('Waited five seconds in vain');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
