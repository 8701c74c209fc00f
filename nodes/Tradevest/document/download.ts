import { download as fileOf } from '../shared/download';
import { DOCUMENT } from '../shared/things';
import { documentId, readDocumentId } from './documentFields';

/** The file of a document, `GET /v2/documents/{documentId}/file` (documents/new-documents). */
export const download = fileOf({
	name: 'download',
	displayName: 'Download',
	action: 'Download a document',
	description: 'Download the file of a document',
	source: { call: 'GET /v2/documents/{documentId}/file', standing: 'documented in parts' },
	id: documentId,
	readId: readDocumentId,
	request: (id) => ({ method: 'GET', path: `${DOCUMENT.one(id)}/file` }),
	what: 'Document',
	baseName: 'document',
});
