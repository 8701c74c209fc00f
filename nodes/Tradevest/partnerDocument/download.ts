import { path } from '../../../engine/transport/path';
import { readId } from '../shared/fields';
import { download as fileOf } from '../shared/download';

/** The file of a document of the partner's own, `POST /partner-documents/{documentId}/file`: a POST that only reads, and answers Base64 (notes on api-reference/partner-documents). */
export const download = fileOf({
	name: 'download',
	displayName: 'Download',
	action: 'Download a partner document',
	description: 'Download the file of a document that your customers accept',
	source: { call: 'POST /partner-documents/{documentId}/file', standing: 'known from notes' },
	id: { displayName: 'Partner Document ID', name: 'documentId', type: 'string', required: true, default: '', placeholder: 'e.g. 8c0d35a9-e4b7-4162-b5f3-47a19d82c06e', description: 'The document, as Tradevest knows it: documentId of Get Many' },
	readId: (fields) => readId(fields, 'documentId', 'Partner Document ID'),
	request: (id) => ({ method: 'POST', path: path`/partner-documents/${id}/file` }),
	what: 'Partner Document',
	baseName: 'partner-document',
});
