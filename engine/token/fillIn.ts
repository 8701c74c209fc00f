import type { HostRequest } from './apiUrl';

/**
 * Puts a value into an address that asks for it, so that a person need not know it. Of either shape of request, in place.
 *
 * @param placeholder stands there for it, such as `{partner_id}`
 * @param value is asked for only where the address has the placeholder; encoded here
 */
export function fillIn(request: HostRequest, placeholder: string, value: () => string): void {
	const member = request.url === undefined ? 'uri' : 'url';
	const address = request[member];
	if (!address?.includes(placeholder)) return;
	request[member] = address.replaceAll(placeholder, encodeURIComponent(value()));
}
