import type { INodeProperties } from 'n8n-workflow';

import { stateChange } from '../shared/stateChange';
import { confirmHotelId } from './confirmation';
import { TOGGLE, toggleRequest, toggleSource } from './toggle';

const again = confirmHotelId('the property that is to be switched off');

const force: INodeProperties = {
	displayName: 'Force Deactivation',
	name: 'forceDeactivation',
	type: 'boolean',
	default: false,
	description:
		'Whether to switch the property off although channels are active. Su then switches off every channel password of the property, too. Off, Su refuses a property of which a channel password is active.',
};

/** Switches a property off, as `toggleRequest` says. The id is typed in twice: a wrong row of a list would take another house off sale. */
export const deactivate = stateChange({
	state: 'deactivate',
	thing: 'a property',
	description: 'Switch a property off at Su; its ID is typed in twice',
	source: toggleSource,
	what: TOGGLE,
	fields: [again.field],
	options: [force],

	read(fields, property) {
		again.read(fields, property);
		return { isForced: fields.optionalFlag('options.forceDeactivation', { label: force.displayName }) ?? false };
	},

	request: ({ hotelId, isForced }) => toggleRequest(hotelId, false, isForced),
	ids: () => ({}),
});
