import { getMany } from '../shared/reads';
import { proxies } from './proxies';

/** Who may act for whom, `GET /roles/proxies` (api-reference/roles/proxies). */
export const getAll = getMany({
	action: 'Get many proxies',
	description: 'Read who may act for whom',
	source: { call: 'GET /roles/proxies', standing: 'documented, but not what comes back nor whether it can be filtered' },
	what: 'List of Proxies',
	properties: [],
	main: ['proxyId', 'status', 'proxyType', 'naturalPersonId', 'entityId', 'entityType', 'validityType', 'scopeType', 'custodyType', 'createdOn'],
	read: () => ({}),
	request: (_parameters, cursor) => proxies(cursor),
});
