import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import type { ImageAssociationRequest } from '../shared/contract';
import { hotelId, roomId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, takenAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';

interface Parameters {
	hotelId: string;
	/** `''` where the images are the property's. */
	roomId: string;
	identifyBy: keyof typeof NAMES;
	imageIds: string[];
}

/** Su's names for the two kinds of ids. Of the first the page has another spelling in its table, `pmsimageid`; all samples have this one. */
const NAMES = { pmsImageId: 'pms_imageid', imageId: 'imageid' } as const;

/** Assigns pictures that Su keeps to a property or a room type, `POST imageAssociation` (content/image-api/associate-images). */
export const assign: RepeatableOperation<Parameters> = {
	name: 'assign',
	displayName: 'Assign',
	action: 'Assign images',
	description: 'Assign pictures that Su keeps to a property or to one of its room types',
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/imageAssociation', standing: 'documented; whether pictures assigned before stay so is not' },
	properties: [
		hotelId,
		{
			displayName: 'Identify By',
			name: 'identifyBy',
			type: 'options',
			options: [
				{ name: 'Own Image ID', value: 'pmsImageId', description: 'The IDs that you gave the pictures with Add (pms_imageid)' },
				{ name: 'Su Image ID', value: 'imageId', description: 'The numbers that Su gave the pictures (imageid)' },
			],
			default: 'pmsImageId',
			description: 'Which IDs the pictures are named by',
		},
		{
			displayName: 'Image IDs',
			name: 'imageIds',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. lobby-1, pool-2',
			description: 'One or several, with commas between them. Whether pictures that were assigned before stay so is not documented: name all of them in one item.',
		},
		{ ...roomId, required: false, description: 'Your own ID of the room type (roomid). Left empty, the pictures are assigned to the property.' },
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			roomId: fields.optionalText('roomId', { label: LABELS.roomId }),
			identifyBy: fields.oneOf('identifyBy', { label: 'Identify By' }, ['pmsImageId', 'imageId']),
			imageIds: fields.codes('imageIds', { label: 'Image IDs' }),
		};
		fields.done('The request');
		return parameters;
	},

	// Whether pictures that were assigned before stay so is not documented: so the last item has the last word.
	replaces: { thing: ({ hotelId: hotel, roomId: room }) => JSON.stringify([hotel, room]).toLowerCase() },

	request({ hotelId: hotelid, roomId: roomid, identifyBy, imageIds }) {
		const images = imageIds.map((id) => ({ [NAMES[identifyBy]]: id }));
		const body: ImageAssociationRequest = { hotelid, ...(roomid === '' ? {} : { roomid }), images };
		return { method: 'POST', path: suPath('imageAssociation'), body };
	},

	items(answer, { hotelId: hotel, roomId: room, imageIds }) {
		takenAnswer(answer, 'Associate Images');
		return [{ assigned: true, hotelId: hotel, roomId: room === '' ? null : room, imageIds }];
	},

	explain: explainRefusal,
};
