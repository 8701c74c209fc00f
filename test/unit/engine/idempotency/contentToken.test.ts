import { contentToken, readContentToken, TOKEN_MINUTES } from '../../../../engine/idempotency/contentToken';
import { SEAL } from '../../../support/panels/pure';

const PARTS = { Lines: '[30 bundles]', Contact: 'Jane Roe, 3035550100', Delivery: '2027-03-05' };
const NOW = Date.UTC(2027, 2, 1);
const MINUTE = 60_000;

describe('a token for a content', () => {
	it('is one for that content, for ten minutes', () => {
		const { token, validUntil } = contentToken(PARTS, SEAL, NOW);
		expect(validUntil).toBe(NOW + TOKEN_MINUTES * MINUTE);
		expect(readContentToken(token, { ...PARTS }, SEAL, NOW)).toEqual({ id: expect.stringMatching(/^[\w-]{16}$/) as string, validUntil: (Math.floor(NOW / 1000) + 600) * 1000 });
		expect(readContentToken(token, PARTS, SEAL, validUntil)).toHaveProperty('id');
		expect(readContentToken(token, PARTS, SEAL, validUntil + 1)).toEqual({ fault: 'is older than 10 minutes' });
	});

	it('is another one each time, and holds nothing of the content', () => {
		const tokens = Array.from({ length: 20 }, () => contentToken(PARTS, SEAL, NOW).token);
		expect(new Set(tokens).size).toBe(20);
		for (const token of tokens) {
			// Moment, 16 characters of its own, 4 a part, and the mark.
			expect(token).toMatch(/^\w{6}\.[\w-]{16}\.[\w-]{12}\.[\w-]{22}$/);
			for (const part of Object.values(PARTS)) expect(token).not.toContain(Buffer.from(part).toString('base64url').slice(0, 8));
		}
	});

	it.each([
		['lines', { ...PARTS, Lines: '[31 bundles]' }, 'was made for something else: Lines changed since'],
		['two parts', { ...PARTS, Lines: '', Contact: '' }, 'was made for something else: Lines, Contact changed since'],
		['all of it', { Lines: '', Contact: '', Delivery: '' }, 'was not made for this content in this workflow with this credential'],
		['other parts', { Lines: PARTS.Lines }, 'was not made for this content in this workflow with this credential'],
	])('is none for another content: %s', (_what, parts, fault) => {
		expect(readContentToken(contentToken(PARTS, SEAL, NOW).token, parts, SEAL, NOW)).toEqual({ fault });
	});

	it('is none of another secret', () => {
		const other = (text: string) => SEAL(`x${text}`);
		expect(readContentToken(contentToken(PARTS, other, NOW).token, PARTS, SEAL, NOW)).toEqual({ fault: 'was not made for this content in this workflow with this credential' });
	});

	it('is none where a single character of it is another one', () => {
		const { token } = contentToken(PARTS, SEAL, NOW);
		for (let at = 0; at < token.length; at += 1) {
			const changed = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`;
			expect(readContentToken(changed, PARTS, SEAL, NOW)).toHaveProperty('fault');
		}
	});

	it.each(['', 'x', 'a.b.c.d', `${'a'.repeat(10_000)}.b.c.d`])('is no such text: %p', (text) => {
		expect(readContentToken(text, PARTS, SEAL, NOW)).toEqual({ fault: 'is no such token. Copy it whole' });
	});
});
