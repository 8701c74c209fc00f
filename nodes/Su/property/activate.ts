import { stateChange } from '../shared/stateChange';
import { TOGGLE, toggleRequest, toggleSource } from './toggle';

/** Switches a property on, as `toggleRequest` says. */
export const activate = stateChange({
	state: 'activate',
	thing: 'a property',
	description: 'Switch a property on at Su',
	source: toggleSource,
	what: TOGGLE,
	fields: [],
	read: () => ({}),
	request: ({ hotelId }) => toggleRequest(hotelId, true),
	ids: () => ({}),
});
