import type { INodeProperties } from 'n8n-workflow';

import type { RemovePropertyRequest } from '../shared/contract';
import { deletion } from '../shared/deletion';
import { hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { suPath } from '../shared/requests';
import { PROPERTY } from '../shared/things';
import { confirmHotelId } from './confirmation';

const again = confirmHotelId('the property that is to be deleted');

const force: INodeProperties = {
	displayName: 'Force Deletion',
	name: 'forceDeletion',
	type: 'boolean',
	default: false,
	description: 'Whether to delete the property although it has bookings, contracts or other things that depend on it. Whether that is so of one that is mapped to a channel is not documented.',
};

/** Deletes a property with its room types and rate plans, `POST RemoveProperty` (content/listing/delete-property-listing). */
export const deleteProperty = deletion({
	thing: PROPERTY,
	description: 'Delete a property at Su with its room types and rate plans; its ID is typed in twice, and it cannot be undone',
	source: { call: 'POST /SUAPI/jservice/RemoveProperty', standing: 'documented; what a forced deletion leaves out is not' },
	page: 'Delete Property API',
	properties: [hotelId, again.field],
	options: [force],

	read(fields) {
		const property = fields.code('hotelId', { label: LABELS.hotelId });
		again.read(fields, property);
		return { hotelId: property, isForced: fields.optionalFlag('options.forceDeletion', { label: force.displayName }) ?? false };
	},

	request({ hotelId: hotelid, isForced }) {
		const body: RemovePropertyRequest = { hotelid, ...(isForced ? { force_deletion: true } : {}) };
		return { method: 'POST', path: suPath('RemoveProperty'), body };
	},
});
