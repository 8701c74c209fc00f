import type { INodeProperties } from 'n8n-workflow';

function count(name: string, displayName: string, description: string): INodeProperties {
	return { displayName, name, type: 'number', typeOptions: { minValue: 0 }, default: 0, description };
}

function flag(name: string, displayName: string, description: string): INodeProperties {
	return { displayName, name, type: 'boolean', default: false, description };
}

/** Most hours before arrival, of both fields that say so (rates-and-availability). */
export const MOST_ADVANCE_HOURS = 8640;

/** Most guests a price can be for (rates-and-availability). */
export const MOST_GUESTS = 30;

const prices: INodeProperties = {
	displayName: 'Prices',
	name: 'prices',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Price',
	description: 'Price of a night for each number of guests. A price, once set, can be changed but not taken away.',
	options: [
		{
			displayName: 'Price',
			name: 'price',
			values: [
				{
					displayName: 'Number of Guests',
					name: 'numberOfGuests',
					type: 'number',
					typeOptions: { minValue: 1, maxValue: MOST_GUESTS },
					default: 2,
					description: 'How many guests the price is for',
				},
				{
					displayName: 'Price',
					name: 'value',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: '',
					required: true,
					description: 'In the currency of the property',
				},
			],
		},
	],
};

/** What an update may set; all that is left out stays as it is. In the order of their names, as n8n wants long lists. */
export const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What to set. What is left out stays as it is.',
	options: [
		flag('closed', 'Closed', 'Whether the room type is not sold with this rate plan (stop sell)'),
		flag('closedOnArrival', 'Closed on Arrival', 'Whether no stay may begin on these days'),
		flag('closedOnDeparture', 'Closed on Departure', 'Whether no stay may end on these days'),
		count('extraAdultRate', 'Extra Adult Rate', 'Price for one more adult. Once set, it can be changed but not taken away.'),
		count('extraChildRate', 'Extra Child Rate', 'Price for one more child. Once set, it can be changed but not taken away.'),
		count('maximumAdvanceReservation', 'Maximum Advance Reservation', 'Most hours between booking and arrival; Booking.com only'),
		count('maximumStay', 'Maximum Stay', 'Most nights of a stay'),
		count('maximumStayThrough', 'Maximum Stay Through', 'Most nights of a stay that includes one of these days'),
		count('minimumAdvanceReservation', 'Minimum Advance Reservation', 'Least hours between booking and arrival; Booking.com only'),
		count('minimumStay', 'Minimum Stay', 'Least nights of a stay'),
		count('minimumStayThrough', 'Minimum Stay Through', 'Least nights of a stay that includes one of these days'),
		prices,
		count('roomsToSell', 'Rooms to Sell', 'How many rooms of the room type can be sold on each day. Needs no rate plan.'),
	],
};

/** The fields with these names, for a call that knows only some. */
export function someUpdateFields(names: readonly string[], description: string): INodeProperties {
	return { ...updateFields, description, options: (updateFields.options ?? []).filter(({ name }) => names.includes(name)) };
}

/** The option that a price of 0 is meant. */
export const allowZeroPrice: INodeProperties = {
	displayName: 'Allow Price 0',
	name: 'allowZeroPrice',
	type: 'boolean',
	default: false,
	description: 'Whether a price or an extra rate of 0 is meant. Off, it stops the item: an empty cell often becomes 0.',
};
