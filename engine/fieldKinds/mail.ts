import { asText, isNothing, shown, type Reading } from './reading';

/** Longest address that mail can carry (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254;

/** Something, an at sign, and a domain with a dot. Letters of any script; no blanks, commas or brackets. */
const MAIL = /^[^\s@,;:<>()[\]\\"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{M}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])$/u;

/** One address of mail, as typed. Whether somebody reads it nobody can tell from here. */
export function mailAddress(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	if (text.length <= LONGEST && MAIL.test(text) && !/^\.|\.\.|\.@/.test(text)) return { value: text };
	if ((text.match(/@/g) ?? []).length > 1 && /[,;\s]/.test(text)) {
		return { fault: `${shown(value)} looks like several email addresses. Give one, such as jane@example.com` };
	}
	const [, named] = /<([^<>]+)>\s*$/.exec(text) ?? [];
	const instead = named !== undefined && MAIL.test(named) ? named : 'such as jane@example.com';
	return { fault: `${shown(value)} is no email address. Give ${instead === named ? 'the address alone: ' : 'one '}${instead}` };
}

/** Several addresses with commas, semicolons or blanks between them, or a list; each once. Entries without anything are left out, in both. */
export function mailAddresses(value: unknown): Reading<string[]> {
	const entries: unknown[] = Array.isArray(value) ? value.filter((entry) => !isNothing(entry)) : (asText(value) ?? '').split(/[,;\s]+/).filter((entry) => entry !== '');
	if (!Array.isArray(value) && asText(value) === undefined) return { fault: `must be email addresses with commas between them, not ${shown(value)}` };
	const addresses: string[] = [];
	for (const entry of entries) {
		const read = mailAddress(entry);
		if ('fault' in read) return read;
		addresses.push(read.value);
	}
	return { value: [...new Set(addresses)] };
}
