import { getOne } from '../shared/reads';
import { DOCUMENT } from '../shared/things';
import { documentId, MAIN, readDocumentId } from './documentFields';

/** What is known of one document, `GET /v2/documents/{documentId}` (documents/new-documents). */
export const get = getOne({
	action: 'Get a document',
	description: 'Read what is known of a document, without the file',
	source: { call: 'GET /v2/documents/{documentId}', standing: 'documented' },
	what: DOCUMENT.what,
	properties: [documentId],
	main: MAIN,
	read: (fields) => ({ id: readDocumentId(fields) }),
	request: ({ id }) => ({ method: 'GET', path: DOCUMENT.one(id) }),
});
