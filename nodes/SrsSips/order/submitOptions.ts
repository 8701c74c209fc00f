import type { INodeProperties } from 'n8n-workflow';

import { sendAgainNotice, sendAgainOption } from '../../../engine/items/sendAgain';
import { LOOK_UP_SECONDS } from './orderParameters';

/** Stands above the options of both editions of Submit while the switch is on. */
export const submitAgainNotice = sendAgainNotice('places another order, with material, money and a truck');

/** What only matters where an order is really sent. */
export const submitOptions: INodeProperties[] = [
	{
		displayName: 'Look-Up Time (Seconds)',
		name: 'lookUpSeconds',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: LOOK_UP_SECONDS,
		description: 'How long to look for an order at SIPS where no answer says what became of it',
	},
	sendAgainOption(
		'Whether to place this order once more, though it was sent before. Each execution with this switched on places another order: material, money and a truck. Retry On Fail does not.',
	),
	{
		displayName: 'When PO Number Is Listed',
		name: 'whenPoNumberListed',
		type: 'options',
		options: [
			{ name: 'Send the Order', value: 'send', description: 'PO numbers are used for several orders' },
			{ name: 'Stop With an Error', value: 'stop', description: 'Nothing is sent' },
		],
		default: 'stop',
		description: 'What to do where SIPS already lists another order of this customer under the same PO number. Stop also holds where that cannot be looked up, and where this process of n8n has sent another one.',
	},
];
