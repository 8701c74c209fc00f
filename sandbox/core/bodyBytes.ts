import type { IncomingMessage } from 'node:http';

/** How many bytes of a body arrived with a request. None are noted for one that came without. */
export const bodyBytes = new WeakMap<IncomingMessage, number>();
