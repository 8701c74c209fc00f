import type { INodeProperties } from 'n8n-workflow';

import { resourceLocatorField } from '../../../engine/listSearch/resourceLocator';
import type { ListName } from '../listSearch';

/** Fields that several operations share: one name, one meaning, one description. */
export const hotelId: INodeProperties = {
	displayName: 'Property ID',
	name: 'hotelId',
	required: true,
	...resourceLocatorField<ListName>('searchProperties', { displayName: 'By ID', name: 'id', placeholder: 'e.g. HVIEW-1' }),
	description: 'Your own ID of the property, as Su knows it (hotelid)',
};

/** Its list needs `hotelId` in the operation, as does that of `ratePlanId`. */
export const roomId: INodeProperties = {
	displayName: 'Room Type ID',
	name: 'roomId',
	required: true,
	...resourceLocatorField<ListName>('searchRoomTypes', { displayName: 'By ID', name: 'id', placeholder: 'e.g. SUP-DBL' }),
	description: 'Your own ID of the room type (roomid)',
};

export const ratePlanId: INodeProperties = {
	displayName: 'Rate Plan ID',
	name: 'ratePlanId',
	...resourceLocatorField<ListName>('searchRatePlans', { displayName: 'By ID', name: 'id', placeholder: 'e.g. FLEX' }),
	description: 'Your own ID of the rate plan (rateplanid). All but Rooms to Sell is set for the room type together with a rate plan.',
};
