import { Readable } from 'node:stream';

import type { HostRequest } from '../../../engine/webhook/readRequest';

interface Sent {
	headers?: Record<string, string | string[]>;
	query?: Record<string, unknown>;
	ip?: string;
	method?: string;
	originalUrl?: string;
}

/**
 * A webhook request as n8n hands it to a node that reads the body itself: headers, and a body under way.
 *
 * @param body on the wire, in one piece or in several
 */
export function hookRequest(body: string | Buffer | Iterable<Buffer> | AsyncIterable<Buffer> | undefined, { headers = {}, ...rest }: Sent = {}): HostRequest & Readable {
	const pieces = typeof body === 'string' || Buffer.isBuffer(body) ? [Buffer.from(body)].filter(({ length }) => length > 0) : (body ?? []);
	return Object.assign(Readable.from(pieces, { objectMode: false }), { headers, ...rest });
}
