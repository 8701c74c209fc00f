import type { ExactMembers } from '../http/exactMembers';
import { bodyBytes, type BodyStream } from './bodyBytes';
import { readEntries, type Delivery } from './readBody';

/** n8n's request, as far as it is needed here. Its body was not read. */
export interface HostRequest extends BodyStream {
	query?: Record<string, unknown>;
	method?: string;
	/** Path and query as they came, before n8n took its own part of them away. */
	originalUrl?: string;
	/** The caller as n8n sees it: behind a proxy only with N8N_PROXY_HOPS what the proxy says. */
	ip?: string;
	/** Where n8n has read the body all the same. */
	rawBody?: Buffer;
}

/** Reads the body of a webhook call. @param exact see `readEntries` */
export async function readDelivery(request: HostRequest, exact?: ExactMembers): Promise<Delivery> {
	const read = request.rawBody === undefined ? await bodyBytes(request) : { bytes: request.rawBody };
	return 'bytes' in read ? readEntries(read.bytes, exact) : read;
}
