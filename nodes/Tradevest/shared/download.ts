import type { INodeProperties } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import { binaryPropertyName } from '../../../engine/items/outputFile';
import type { FileRequest, RepeatableOperation } from '../../../engine/operation/operation';
import { explainRefusal } from './refusal';

interface Parameters {
	id: string;
	binaryPropertyName: string;
}

/** What tells one download from another. */
interface Download extends Pick<RepeatableOperation<Parameters>, 'name' | 'displayName' | 'action' | 'description' | 'source'> {
	/** The field with the id of what the file belongs to, and how it is read. */
	readonly id: INodeProperties;
	readId(fields: FieldReader): string;
	request(id: string): PartnerRequest;
	/** The file in messages, and the beginning of its name where the answer tells none. */
	readonly what: string;
	readonly baseName: string;
}

/** An operation that puts out a file, with the id of what it belongs to beside it. */
export function download(of: Download): RepeatableOperation<Parameters> & FileRequest<Parameters> {
	return {
		name: of.name,
		displayName: of.displayName,
		action: of.action,
		description: of.description,
		effect: 'read',
		source: of.source,
		properties: [of.id, binaryPropertyName],

		parameters(read) {
			const fields = new FieldReader(read);
			const parameters = { id: of.readId(fields), binaryPropertyName: fields.code(binaryPropertyName.name, { label: binaryPropertyName.displayName }) };
			fields.done('The request');
			return parameters;
		},

		file: {
			request: ({ id }) => of.request(id),
			wanted: ({ id, binaryPropertyName: property }) => ({ what: of.what, baseName: `${of.baseName}-${id}`, property, json: { [of.id.name]: id } }),
		},
		explain: explainRefusal,
	};
}
