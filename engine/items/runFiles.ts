import type { IDataObject } from 'n8n-workflow';

import { fetchFiles } from '../files/fetchFiles';
import { isPartnersNotFound } from '../transport/notFound';
import type { IndexedParameters, ItemResult, ItemsRun } from './itemsRun';
import type { FileRequest, RepeatableOperation } from '../operation/operation';
import { runShared } from './runShared';

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
	const { sender, files: store } = given;
	await runShared(operation, given, parameters, results, {
		// The name of a file stands beside it in n8n's store.
		key: (value) => JSON.stringify([file.request(value), file.wanted(value)]),
		ask: async (value) => await fetchFiles(file.request(value), file.wanted(value), { sender, store }),
		result: ({ files, answer }, value) => {
			const { json, property } = file.wanted(value);
			return {
				items: files.map(({ fileName, mimeType, size }, position): IDataObject => ({
					...json,
					fileName,
					mimeType,
					size,
					...(files.length > 1 ? { fileNumber: position + 1, fileCount: files.length } : {}),
					answer: answer as IDataObject[string],
				})),
				binaries: files.map(({ binary }) => ({ [property]: binary })),
			};
		},
		refused: (failure, value) => {
			if (!isPartnersNotFound(failure)) return undefined;
			const absent = file.absent?.(failure.rewritten((text) => sender.hideSecrets(text)), value);
			return absent && { items: [absent] };
		},
	});
}
