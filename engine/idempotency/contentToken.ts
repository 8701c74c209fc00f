import { randomBytes, timingSafeEqual } from 'crypto';

import type { Seal } from '../operation/toolCall';

/** What a token stands for, in parts by the names that people know them by, such as `Lines`. The same content is the same text. */
export type ContentParts = Readonly<Record<string, string>>;

/** How long a token is valid, in minutes. */
export const TOKEN_MINUTES = 10;

/** Characters of a mark: 128 bits, which nobody can guess. */
const MARK = 22;
/** Characters that tell of one part whether it is the same. They only serve to name what differs: the mark decides. */
const TAG = 4;
const FORM = /^([0-9a-z]{6,9})\.([\w-]{16})\.([\w-]*)\.([\w-]{22})$/;

/**
 * A token for a content: proof that this content was looked at, and when. It holds neither the content nor a secret, and only the workflow and
 * credential whose seal it is can make one.
 *
 * @param now milliseconds since 1970
 * @returns the token, and until when it is valid, in milliseconds since 1970
 */
export function contentToken(parts: ContentParts, seal: Seal, now: number): { token: string; validUntil: number } {
	const until = Math.floor(now / 1000) + TOKEN_MINUTES * 60;
	const nonce = randomBytes(12).toString('base64url');
	const tags = tagsOf(parts, nonce, seal).map(([, tag]) => tag).join('');
	const head = `${until.toString(36)}.${nonce}.${tags}`;
	return { token: `${head}.${markOf(head, parts, seal)}`, validUntil: until * 1000 };
}

/**
 * Whether a token is one for this content, and still valid.
 *
 * @param now milliseconds since 1970
 * @returns what is the token's alone, and until when it is valid, in milliseconds since 1970; or what is wrong with it, and what to do
 */
export function readContentToken(token: string, parts: ContentParts, seal: Seal, now: number): { id: string; validUntil: number } | { fault: string } {
	const [, until = '', nonce = '', tags = '', mark = ''] = FORM.exec(token) ?? [];
	if (nonce === '') return { fault: 'is no such token. Copy it whole' };
	if (!isSame(mark, markOf(`${until}.${nonce}.${tags}`, parts, seal))) return { fault: whatDiffers(parts, nonce, tags, seal) };
	const validUntil = parseInt(until, 36) * 1000;
	if (now > validUntil) return { fault: `is older than ${TOKEN_MINUTES} minutes` };
	return { id: nonce, validUntil };
}

function markOf(head: string, parts: ContentParts, seal: Seal): string {
	return seal(JSON.stringify(['token', head, parts])).slice(0, MARK);
}

function tagsOf(parts: ContentParts, nonce: string, seal: Seal): Array<readonly [string, string]> {
	return Object.entries(parts).map(([name, content]) => [name, seal(JSON.stringify(['part', nonce, name, content])).slice(0, TAG)] as const);
}

/** Where some parts are the same, the others were changed; where none is, the token is none of this workflow and credential, or all was changed. */
function whatDiffers(parts: ContentParts, nonce: string, tags: string, seal: Seal): string {
	const own = tagsOf(parts, nonce, seal);
	const differing = own.flatMap(([name, tag], at) => (tags.slice(at * TAG, (at + 1) * TAG) === tag ? [] : [name]));
	if (tags.length !== own.length * TAG || differing.length === own.length) return 'was not made for this content in this workflow with this credential';
	return differing.length > 0 ? `was made for something else: ${differing.join(', ')} changed since` : 'was changed. Copy it as it is';
}

function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
