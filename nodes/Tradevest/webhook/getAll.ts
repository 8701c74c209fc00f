import { getMany } from '../shared/reads';
import { withoutHeaderValues } from './headerValues';

/** The registrations of the partner, `GET /webhooks` (api-reference/webhooks); a bare list. Tradevest shows header values in clear; they are not put out. */
export const getAll = getMany({
	action: 'Get many webhooks',
	description: 'Read where Tradevest sends its notifications; values of headers are left out, as they are secrets',
	source: { call: 'GET /webhooks', standing: 'documented' },
	what: 'List of Webhooks',
	properties: [],
	row: withoutHeaderValues,
	read: () => ({}),
	request: () => ({ method: 'GET', path: '/webhooks' }),
});
