import type { ContractOperation } from '../../core/contract';
import type { FileBody } from '../../core/fileBody';
import type { FileForm } from '../settings';
import type { DocumentSettings } from './documents';

/** Where links to files lead: a path of the sandbox, not one of the partner. */
export const getFileOperation: ContractOperation = {
	operationId: 'getFile',
	method: 'get',
	path: '/files/{fileName}',
	needsToken: false,
	queryNames: [],
	headerNames: [],
	mediaTypes: [],
};

/** A file in JSON, either whole or as a link. The fields are invented, see ProofOfDelivery in the document. */
export type FileInJson = { fileName: string; contentType: string } & ({ content: string } | { url: string });

/** How files are made and answered, and where the sandbox listens. */
export interface FileSettings extends DocumentSettings {
	fileForm: FileForm;
	origin: string;
}

/** A file in the form that is set. `ids` stand beside it where the answer is JSON. */
export function fileAnswer<Ids extends object>(
	file: FileBody,
	ids: Ids,
	{ fileForm, origin }: FileSettings,
): FileBody | (Ids & FileInJson) {
	const { fileName, contentType, bytes } = file;
	switch (fileForm) {
		case 'bytes':
			return file;
		case 'base64':
			return { ...ids, fileName, contentType, content: bytes.toString('base64') };
		case 'link':
			return { ...ids, fileName, contentType, url: origin + getFileOperation.path.replace('{fileName}', encodeURIComponent(fileName)) };
	}
}
