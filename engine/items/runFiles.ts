import type { IDataObject } from 'n8n-workflow';

import { isFailure } from '../failure';
import { fetchFiles } from '../files/fetchFiles';
import { isPartnersNotFound } from '../transport/notFound';
import { resultFrom, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import type { FileRequest, RepeatableOperation } from '../operation/operation';
import { runPool } from './pool';

/**
 * Runs items through an operation that fetches files. An answer with several files becomes several output items, each
 * with its file in the same field, so that what follows in the workflow handles one file an item.
 *
 * @param results filled in at the items' indexes
 * @throws ItemFailure for the first item that failed, unless the run goes on after failures
 */
export async function runFiles<P>(
	operation: RepeatableOperation<P> & FileRequest<P>,
	given: ItemsRun,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
): Promise<void> {
	const { file } = operation;
	await runPool(parameters.length, given.concurrency, async (at) => {
		const item = parameters[at]!;
		results[item.index] = await resultFrom(given, operation, item, async () => {
			const wanted = file.wanted(item.value);
			const fetched = await fetchFiles(file.request(item.value), wanted, { sender: given.sender, store: given.files }).catch((error: unknown) => {
				const absent = isFailure(error) && isPartnersNotFound(error) ? file.absent?.(error.rewritten((text) => given.sender.hideSecrets(text)), item.value) : undefined;
				if (absent === undefined) throw error;
				return { absent };
			});
			if ('absent' in fetched) return { items: [fetched.absent] };
			const { files, answer } = fetched;
			return {
				items: files.map(({ fileName, mimeType, size }, position): IDataObject => ({
					...wanted.json,
					fileName,
					mimeType,
					size,
					...(files.length > 1 ? { fileNumber: position + 1, fileCount: files.length } : {}),
					answer: answer as IDataObject[string],
				})),
				binaries: files.map(({ binary }) => ({ [wanted.property]: binary })),
			};
		});
	});
}
