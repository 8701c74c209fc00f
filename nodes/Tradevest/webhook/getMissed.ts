import { getMany } from '../shared/reads';

/** Notifications that may have been missed, `GET /webhooks-missing` (api-reference/webhooks). Of a row only eventType is documented. */
export const getMissed = getMany({
	name: 'getMissed',
	displayName: 'Get Missed',
	action: 'Get missed notifications',
	description: 'Read notifications that Tradevest could not deliver',
	source: { call: 'GET /webhooks-missing', standing: 'documented; of a row only eventType was seen' },
	what: 'List of Missed Notifications',
	properties: [],
	read: () => ({}),
	request: () => ({ method: 'GET', path: '/webhooks-missing' }),
});
