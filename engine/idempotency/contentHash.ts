import { createHash } from 'crypto';

/** What stands for a content in a key: it may hold what is nobody's business. The same content in the same order gives the same. */
export function contentHash(content: unknown): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
