import type { IExecuteFunctions } from 'n8n-workflow';

import type { ItemFile, ParameterReader } from '../operation/operation';

/** What of n8n's context hands out the files of items. */
type FileContext = Pick<IExecuteFunctions, 'getInputData'> & { helpers: Pick<IExecuteFunctions['helpers'], 'getBinaryDataBuffer'> };

/** A reader of parameters that also finds the files of its item. */
export function withFiles(reader: (index: number) => ParameterReader, context: FileContext): (index: number) => ParameterReader {
	return (index) => {
		const read = reader(index);
		return Object.assign((name: string, fallback?: unknown) => read(name, fallback), { file: (field: string) => fileOf(context, index, field) });
	};
}

function fileOf(context: FileContext, index: number, field: string): ItemFile | undefined {
	const { binary = {} } = context.getInputData()[index] ?? {};
	return Object.hasOwn(binary, field) ? { bytes: async () => await context.helpers.getBinaryDataBuffer(index, field) } : undefined;
}
