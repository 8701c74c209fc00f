import type { INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import { facilitiesField } from '../shared/facilities';
import { hotelId, roomId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { additionalFields, lossNotice } from '../shared/panelFields';
import { placeField } from '../shared/place';
import type { Shown } from '../shared/shown';

/** What the panel calls the fields of a room type, for messages. */
export const ROOM_LABELS = {
	newRoomId: LABELS.roomId,
	roomName: 'Room Type Name',
	roomType: 'Kind of Room',
	maxOccupancy: 'Max Occupancy',
	maxChildOccupancy: 'Max Child Occupancy',
	roomRate: 'Room Rate',
	quantity: 'Quantity',
	size: 'Size',
	sizeUnit: 'Size Unit',
	roomDescription: 'Room Description',
} as const;

/** What the list of room types shows of them. */
export const ROOM_SHOWN: readonly Shown[] = [
	{ listed: 'roomname', member: 'roomName', label: ROOM_LABELS.roomName },
	{ listed: 'roomtype', member: 'roomType', label: ROOM_LABELS.roomType },
	{ listed: 'maximumoccupancy', member: 'maxOccupancy', label: ROOM_LABELS.maxOccupancy },
	{ listed: 'rate', member: 'roomRate', label: ROOM_LABELS.roomRate },
	{ listed: 'quantity', member: 'quantity', label: ROOM_LABELS.quantity },
	{ listed: 'sizemeasurement', member: 'size', label: ROOM_LABELS.size },
	{ listed: 'sizemeasurementunit', member: 'sizeUnit', label: ROOM_LABELS.sizeUnit, goesWith: 'size' },
];

/** What Su requires and lists: an update may leave it empty. */
function listed(isNew: boolean): INodeProperties[] {
	const more = isNew ? { required: true } : {};
	const orKept = (sentence: string) => (isNew ? sentence : `${sentence}. Left empty, it stays as Su has it.`);
	return [
		typedField('roomName', ROOM_LABELS.roomName, 'e.g. Superior Double', orKept('Name of the room type'), more),
		typedField('roomType', ROOM_LABELS.roomType, 'e.g. Double', orKept("Code or name from Su's list, which is not public; Apartment, Double and Twin are known"), more),
		typedField('maxOccupancy', ROOM_LABELS.maxOccupancy, 'e.g. 3', orKept('Most guests, 1 to 999'), more),
		typedField('roomRate', ROOM_LABELS.roomRate, 'e.g. 145.50', orKept('Price where no other is set, above 0, in the currency of the property'), more),
	];
}

/** What Su requires and does not list. */
const maxChildOccupancy = typedField('maxChildOccupancy', ROOM_LABELS.maxChildOccupancy, 'e.g. 1', 'Most children among the guests: 0 or more, and below Max Occupancy', { required: true });

function additional(isNew: boolean): INodeProperties {
	const orElse = isNew ? '' : ' Left out, it stays as Su has it.';
	return additionalFields(
		[
			facilitiesField,
			placeField('addressLine', false),
			placeField('cityName', false),
			placeField('postalCode', false, ' At most 10 characters.'),
			placeField('countryName', false),
			placeField('latitude', false, ' Only together with Longitude.'),
			placeField('longitude', false, ' Only together with Latitude.'),
			typedField('quantity', ROOM_LABELS.quantity, 'e.g. 4', `How many rooms of it there are. Su raises it to the highest number of rooms to sell that it gets.${orElse}`),
			typedField('roomDescription', ROOM_LABELS.roomDescription, 'e.g. Sea side', 'At most 2,000 characters', { typeOptions: { rows: 4 } }),
			typedField('size', ROOM_LABELS.size, 'e.g. 28', `How large a room is, in the size unit.${orElse}`),
			{
				displayName: ROOM_LABELS.sizeUnit,
				name: 'sizeUnit',
				type: 'options',
				options: [
					{ name: 'Square Feet', value: 'sqft' },
					{ name: 'Square Metres', value: 'sqm' },
				],
				default: 'sqm',
				description: 'Unit of Size, with which alone it can be there. With a Size and without this, it is square metres.',
			},
		],
		'What Su does not require',
	);
}

/** The panel of Create. */
export const newRoomTypeFields: INodeProperties[] = [
	hotelId,
	typedField('newRoomId', ROOM_LABELS.newRoomId, 'e.g. SUP-DBL', 'Your own ID for the room type (roomid): letters, digits and hyphens, at most 20', { required: true }),
	...listed(true),
	maxChildOccupancy,
	additional(true),
];

/** The panel of Update. */
export const roomTypeFields: INodeProperties[] = [
	lossNotice(
		`${ROOM_SHOWN.map(({ label }) => label).join(', ')} stay where they are left empty. A new ${ROOM_LABELS.size} without a ${ROOM_LABELS.sizeUnit} is in square metres, whatever the old one was in.`,
		'facilities, position, address and description of the room',
	),
	hotelId,
	roomId,
	maxChildOccupancy,
	...listed(false),
	additional(false),
];
