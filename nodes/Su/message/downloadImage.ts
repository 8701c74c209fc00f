import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { FieldReader } from '../../../engine/items/fields';
import { binaryPropertyName } from '../../../engine/items/outputFile';
import type { FileRequest, RepeatableOperation } from '../../../engine/operation/operation';
import { isObject, textOf } from '../../../engine/values';
import type { ImageDownloadRequest } from '../shared/contract';
import { explainRefusal } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { SU } from '../shared/su';
import { imageThreadFields, readImageThread, threadInBody, type ImageThread } from './imageThread';

const attachmentId: INodeProperties = {
	displayName: 'Attachment ID',
	name: 'attachmentId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. att-5544330001-1',
	description: 'The ID of the image, from the attachments of a message of the guest',
};

interface Parameters extends ImageThread {
	attachmentId: string;
	binaryPropertyName: string;
}

/** An image that a guest of Booking.com has sent, `POST message/downloadAttachment`. No page of Su shows the call: it is known from clients. */
export const downloadImage: RepeatableOperation<Parameters> & FileRequest<Parameters> = {
	name: 'downloadImage',
	displayName: 'Download Image',
	action: 'Download an image from a guest',
	description: 'Download an image that a guest of Booking.com has sent (not documented)',
	effect: 'read',
	source: { call: 'POST /SUAPI/jservice/message/downloadAttachment', standing: 'not documented; path and fields are known from a client' },
	properties: [...imageThreadFields, attachmentId, binaryPropertyName],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			...readImageThread(fields),
			attachmentId: fields.code(attachmentId.name, { label: attachmentId.displayName }),
			binaryPropertyName: fields.code(binaryPropertyName.name, { label: binaryPropertyName.displayName }),
		};
		fields.done('The request');
		return parameters;
	},

	file: {
		request({ attachmentId: attachment_id, ...thread }) {
			const body: ImageDownloadRequest = { ...threadInBody(thread), attachments: [{ attachment_id }] };
			return { method: 'POST', path: suPath('message/downloadAttachment'), body };
		},
		wanted: ({ hotelId, threadId, attachmentId: id, binaryPropertyName: property }) => ({
			what: 'Download Attachment',
			baseName: `image-${id}`,
			partOf: (answer) => partAbout(answer, id),
			property,
			json: { hotelId, threadId, attachmentId: id },
		}),
	},

	// A refusal with status 200 is read as one by who looks for files: Su's code sorts it here.
	explain: (failure) => explainRefusal(failure.kind === 'businessRefusal' ? failure.retold({ kind: 'validation' }) : failure),
};

/** Names of the ID of an image in an answer. */
const ID_NAME = /^attachment_?id$/i;

/**
 * An answer without the images that have another ID than the one that was asked for: they may be of another guest. What has no ID stays, as no
 * page of Su shows this answer.
 *
 * @throws Failure where it names other images alone
 */
function partAbout(answer: unknown, id: string): unknown {
	const named: boolean[] = [];
	const isOther = (value: unknown): boolean => {
		const own = isObject(value) ? Object.entries(value).flatMap(([name, member]) => (ID_NAME.test(name) ? (textOf(member)?.trim() ?? []) : [])) : [];
		if (own.length === 0) return false;
		const isAsked = own.some((each) => each.toLowerCase() === id.toLowerCase());
		named.push(isAsked);
		return !isAsked;
	};
	const without = (value: unknown): unknown => {
		if (Array.isArray(value)) return (value as unknown[]).filter((entry) => !isOther(entry)).map(without);
		if (!isObject(value)) return value;
		return Object.fromEntries(Object.entries(value).filter(([, member]) => !isOther(member)).map(([name, member]) => [name, without(member)]));
	};
	const part = isOther(answer) ? {} : without(answer);
	if (named.length > 0 && !named.includes(true)) {
		throw new Failure('brokenAnswer', `${SU} answered with another image than the one that was asked for (Attachment ID ${id})`, {
			advice: `It may be of another guest, so it is not put out. Check Thread ID and Attachment ID, and run the item again; if it stays so, ask ${SU}.`,
		});
	}
	return part;
}
