import type { INodeProperties } from 'n8n-workflow';

import type { Failure } from '../../../engine/failure';
import { FieldReader } from '../../../engine/items/fields';
import { binaryPropertyName } from '../../../engine/items/outputFile';
import { hintAbout } from '../../../engine/operation/hintAbout';
import type { FileRequest, RepeatableOperation } from '../../../engine/operation/operation';
import { isPartnersNotFound } from '../../../engine/transport/notFound';
import { endpointPathFields, explainUnconfirmed, pathHints, readEndpointPath } from './endpointPath';

const WHEN_ABSENT_CHOICES = ['item', 'error'] as const;

interface FileParameters {
	code: string;
	path: string;
	binaryPropertyName: string;
	/** What to do where there is none (yet). */
	whenAbsent: (typeof WHEN_ABSENT_CHOICES)[number];
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
	/** Since when there is one, in words: `once the order is completed`. */
	existsOnce: string;
}

const WHEN_ABSENT = 'When There Is No File Yet';

const whenAbsent: INodeProperties = {
	displayName: WHEN_ABSENT,
	name: 'whenAbsent',
	type: 'options',
	default: 'item',
	options: [
		{ name: 'Put Out an Item Without a File', value: 'item', description: 'Its field "available" is false, and "reason" says why' },
		{ name: 'Fail', value: 'error', description: 'As for anything else that SIPS does not know' },
	],
	description: 'What to do where SIPS says that it has no such file, as before the order is completed. A page that some gateway sends is a failure in any case.',
};

/**
 * An operation that puts out a file. Bytes, Base64 inside JSON or a link: in which form SIPS hands files out is not
 * documented, so each is taken.
 */
export function unconfirmedFile({ by, readCode, template, what, baseName, existsOnce, ...told }: UnconfirmedFile): RepeatableOperation<FileParameters> & FileRequest<FileParameters> {
	const notYet = (failure: Failure, code: string) =>
		`Not yet: ${failure.message}. SIPS has it ${existsOnce}. If it stays so, check that ${by.displayName} ${code} is right and belongs to this environment, and ask SRS whether Endpoint Path is right.`;
	return {
		...told,
		description: `${told.description} (path unconfirmed)`,
		effect: 'read',
		source: { call: `GET ${template}`, standing: 'path and form of the file unconfirmed' },
		properties: [by, binaryPropertyName, ...endpointPathFields(template)],
		options: [whenAbsent],

		parameters(read) {
			const fields = new FieldReader(read);
			const code = readCode(fields);
			const parameters: FileParameters = {
				code,
				path: readEndpointPath(fields, template, { [by.name]: code }),
				whenAbsent: fields.oneOf('options.whenAbsent', { label: WHEN_ABSENT }, WHEN_ABSENT_CHOICES),
				binaryPropertyName: fields.code('binaryPropertyName', { label: binaryPropertyName.displayName }),
			};
			fields.done('The request');
			return parameters;
		},

		file: {
			request: ({ path }) => ({ method: 'GET', path }),
			wanted: ({ code, binaryPropertyName: property }) => ({ what, baseName: `${baseName}-${code}`, property, json: { [by.name]: code, available: true } }),
			absent: (failure, { code, whenAbsent: wish }) => (wish === 'error' ? undefined : { [by.name]: code, available: false, reason: notYet(failure, code) }),
		},

		explain(failure, { code }) {
			const told = explainUnconfirmed(failure, what, by.displayName, code);
			return isPartnersNotFound(failure) ? told.retold({ advice: `It exists ${existsOnce}: before that, try again later. ${told.details.advice}` }) : told;
		},

		hints: (outcomes) => [
			...hintAbout(outcomes, ({ available }) => available === false, (howMany) => ({ message: `No file yet (available): ${howMany}. SIPS has it ${existsOnce}; "reason" says more.`, type: 'warning' })),
			...pathHints(template, outcomes, ({ code }) => ({ [by.name]: code })),
		],
	};
}
