import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { textOf } from '../../../engine/values';
import type { ImageCreateRequest } from '../shared/contract';
import { hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { explainRefusal, rowsIn, takenAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { SU } from '../shared/su';
import { webAddress } from './webAddress';

interface Parameters {
	hotelId: string;
	url: string;
	name: string;
	pmsImageId: string;
}

const WHAT = 'Create Images';

/**
 * Adds a picture to a property, `POST imageCreate` (content/image-api/create-images). With an id of one's own a second try does not add it
 * twice; Su takes pictures without one, too, and this operation does not.
 */
export const add: RepeatableOperation<Parameters> = {
	name: 'add',
	displayName: 'Add',
	action: 'Add an image',
	description: 'Have Su fetch a picture from the web and keep it for a property, under an ID of your own',
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/imageCreate', standing: 'documented; that a picture sent twice under one ID is there once is inferred' },
	properties: [
		hotelId,
		{
			displayName: 'Image URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/room.jpg',
			description: 'Web address of the picture, from which Su fetches it',
		},
		{
			displayName: 'Image Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Lobby',
			description: 'What the picture is called at Su',
		},
		{
			displayName: 'Own Image ID',
			name: 'pmsImageId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. lobby-1',
			description: 'Your own ID of the picture (pms_imageid). Required here: without one, a second try after an outage could add the picture twice. That Su keeps one picture an ID is inferred.',
		},
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = {
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			url: fields.kind('url', { label: 'Image URL' }, webAddress, ''),
			name: fields.text('name', { label: 'Image Name' }),
			pmsImageId: fields.code('pmsImageId', { label: 'Own Image ID' }),
		};
		fields.done('The image');
		return parameters;
	},

	// An ID names one picture: of two with other addresses, the last one is meant.
	replaces: { thing: ({ hotelId: hotel, pmsImageId }) => JSON.stringify([hotel, pmsImageId]).toLowerCase() },

	request({ hotelId: hotelid, url, name, pmsImageId: pms_imageid }) {
		const body: ImageCreateRequest = { hotelid, images: [{ url, name, pms_imageid }] };
		return { method: 'POST', path: suPath('imageCreate'), body };
	},

	items(answer, { pmsImageId }) {
		takenAnswer(answer, WHAT);
		const added = rowsIn(answer, 'Data', WHAT).find(({ pms_imageid: id }) => textOf(id)?.trim() === pmsImageId);
		if (added === undefined) throw unusableAnswer(SU, answer, WHAT, `the image "${pmsImageId}"`);
		return [added];
	},

	explain: explainRefusal,
};
