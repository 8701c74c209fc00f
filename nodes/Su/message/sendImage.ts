import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { validationFailure } from '../../../engine/failure';
import { shownType } from '../../../engine/files/fileType';
import { hasImageHeader } from '../../../engine/files/imageHeader';
import { MB } from '../../../engine/http/megabyte';
import type { PartnerAnswer } from '../../../engine/http/request';
import type { ItemFile } from '../../../engine/operation/operation';
import { isObject, textOf } from '../../../engine/values';
import type { ImageMessage } from '../shared/contract';
import { takenAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { writeOnce } from '../shared/writeOnce';
import { imageThreadFields, readImageThread, threadInBody, type ImageThread } from './imageThread';

/** Largest image, in bytes, as the clients know it. */
const MOST_BYTES = 10 * MB;

const TYPES: readonly unknown[] = ['image/jpeg', 'image/png'];

const imageField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field containing the image to be sent',
	description: 'The image: JPEG or PNG, at most 10 MB. What it is, its first bytes decide, and not its name.',
};

interface Image extends ImageThread {
	/** Undefined where the item has none; that is a fault. */
	file: ItemFile | undefined;
	/** The image in Base64, once it was read. */
	content: string;
}

/** Sends an image to a guest of Booking.com, `POST message/sendAttachment`. No page of Su shows the call: it is known from clients. */
export const sendImage = writeOnce({
	name: 'sendImage',
	displayName: 'Send Image',
	action: 'Send an image to a guest',
	description: 'Send a JPEG or PNG to a guest of Booking.com; the same image in the same talk is sent at most once (not documented)',
	source: { call: 'POST /SUAPI/jservice/message/sendAttachment', standing: 'not documented; path, fields and limits are known from a client' },
	fields: [...imageThreadFields, imageField],

	read(fields): Image {
		return { ...readImageThread(fields), file: fields.file(imageField.name, { label: imageField.displayName }), content: '' };
	},

	async fileFaults(fields) {
		const file = fields.file(imageField.name, { label: imageField.displayName });
		const expected = file && faultOf(await file.bytes());
		return expected === undefined ? [] : [{ field: imageField.displayName, expected }];
	},

	complete: async (parameters) => ({ ...parameters, content: await imageIn(parameters.file) }),

	compared: (image) => ({ ...image, hotelId: image.hotelId.toLowerCase(), channelHotelId: image.channelHotelId.toLowerCase(), threadId: image.threadId.toLowerCase() }),
	sameAs: ({ hotelId, threadId, content }) => ['image', hotelId, threadId, content],
	label: ({ threadId }) => `image at Booking.com for thread ${threadId}`,
	whereToLook: "Su has no call that shows what was sent: look at the talk in Booking.com's extranet.",
	whenInTheWay: () => 'This very image was sent in this talk before, with another Channel Hotel ID. If the guest is to get it again, turn on Send Even If Already Sent under Options.',

	request({ content: file_content, ...thread }) {
		const body: ImageMessage = { ...threadInBody(thread), file_content };
		return { method: 'POST', path: suPath('message/sendAttachment'), body };
	},

	items: (answer, parameters) => [sentItem(answer, parameters)],
});

/** An image in Base64. @throws Failure of kind `validation` where it is no image that can be sent */
async function imageIn(file: ItemFile | undefined): Promise<string> {
	const bytes = (await file?.bytes()) ?? Buffer.alloc(0);
	const expected = faultOf(bytes);
	if (expected !== undefined) throw validationFailure('The image', [{ field: imageField.displayName, expected }]);
	return bytes.toString('base64');
}

function faultOf(bytes: Buffer): string | undefined {
	if (bytes.length === 0) return 'must hold an image: the file is empty';
	if (bytes.length > MOST_BYTES) return `must hold at most 10 MB: the file has ${(bytes.length / MB).toFixed(1)} MB. Make the image smaller`;
	const type = shownType(bytes);
	if (!TYPES.includes(type)) return `must hold a JPEG or PNG: by its first bytes the file is ${type ?? 'neither'}. Convert it first`;
	return hasImageHeader(bytes, type) ? undefined : 'must hold a whole JPEG or PNG: the file breaks off before the image begins';
}

function sentItem(answer: PartnerAnswer, { hotelId, threadId }: Image): IDataObject {
	const { Data: data } = takenAnswer(answer, 'Send Attachment');
	const told = isObject(data) ? data : {};
	return { sent: true, hotelId, threadId, messageId: textOf(told.message_id) ?? null, attachmentId: textOf(told.attachment_id) ?? null };
}
