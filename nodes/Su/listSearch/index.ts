import { listSearch, type ListSearch, type Picker } from '../../../engine/listSearch/listSearch';
import { suSender } from '../shared/su';
import { properties, ratePlans, roomTypes } from './lists';

/** Every list by the name under which fields ask for it. */
const pickers = {
	searchProperties: properties,
	searchRatePlans: ratePlans,
	searchRoomTypes: roomTypes,
} satisfies Record<string, Picker>;

/** A list that a field can offer. */
export type ListName = keyof typeof pickers;

/** The lists as n8n calls them, for `methods.listSearch` of the node. */
export const suListSearch: Record<string, ListSearch> = Object.fromEntries(Object.entries(pickers).map(([name, picker]) => [name, listSearch(picker, suSender)]));
