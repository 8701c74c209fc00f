import type { INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { FileRequest, RepeatableOperation } from '../../../engine/items/operation';
import { endpointPathFields, explainUnconfirmed, readEndpointPath } from '../endpointPath';
import { binaryPropertyName } from '../sharedFields';

interface FileParameters {
	code: string;
	path: string;
	binaryPropertyName: string;
}

/** A GET for a file, of which the public documents show neither path nor form. */
interface UnconfirmedFile {
	name: string;
	displayName: string;
	action: string;
	/** What it is for; that the path is not confirmed is added. */
	description: string;
	/** The field that holds the code. Its value may stand in the path under its name. */
	by: INodeProperties;
	/** Reads that field. */
	readCode(fields: FieldReader): string;
	/** The likeliest path. */
	template: string;
	/** The file in words, for messages. */
	what: string;
	/** What the file is called before its code, where SIPS gives no name. */
	baseName: string;
}

/**
 * An operation that puts out a file. Bytes, Base64 inside JSON or a link: in which form SIPS hands files out is not
 * documented, so each is taken.
 */
export function unconfirmedFile({ by, readCode, template, what, baseName, ...told }: UnconfirmedFile): RepeatableOperation<FileParameters> & FileRequest<FileParameters> {
	return {
		...told,
		description: `${told.description} (path unconfirmed)`,
		effect: 'read',
		source: { call: `GET ${template}`, standing: 'path and form of the file unconfirmed' },
		properties: [by, binaryPropertyName, ...endpointPathFields(template)],

		parameters(read) {
			const fields = new FieldReader(read);
			const code = readCode(fields);
			const parameters: FileParameters = {
				code,
				path: readEndpointPath(fields, template, { [by.name]: code }),
				binaryPropertyName: fields.code('binaryPropertyName', { label: binaryPropertyName.displayName }),
			};
			fields.done('The request');
			return parameters;
		},

		file: {
			request: ({ path }) => ({ method: 'GET', path }),
			wanted: ({ code, binaryPropertyName: property }) => ({ what, baseName: `${baseName}-${code}`, property, json: { [by.name]: code } }),
		},

		explain: (failure, { code }) => explainUnconfirmed(failure, what, by.displayName, code),
	};
}
