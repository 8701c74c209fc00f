/** An address as a number, with its length in bits. IPv4 written inside IPv6 (`::ffff:192.0.2.1`) counts as IPv4. */
interface Address {
	bits: 32 | 128;
	value: bigint;
}

interface Range extends Address {
	/** Leading bits that have to agree. */
	prefix: number;
}

const MAPPED = 0xffffn;

/** The entries of a list that a person typed: separated by commas, white space or line ends. */
export function addressEntries(list: string): string[] {
	return list.split(/[\s,;]+/).filter((entry) => entry !== '');
}

/** Entries that are neither an address nor a range in CIDR form; these allow nobody. */
export function unreadableEntries(list: string): string[] {
	return addressEntries(list).filter((entry) => parseRange(entry) === undefined);
}

/**
 * Whether an address is in a list of addresses and ranges (CIDR, RFC 4632 and RFC 4291), such as
 * `203.0.113.0/24, 2001:db8::/32`. What cannot be read is in no list.
 */
export function isAllowedAddress(list: string, address: string | undefined): boolean {
	const given = address === undefined ? undefined : parseAddress(address);
	if (given === undefined) return false;
	return addressEntries(list).some((entry) => {
		const range = parseRange(entry);
		return range !== undefined && contains(range, given);
	});
}

function contains({ bits, prefix, value }: Range, address: Address): boolean {
	const rest = BigInt(bits - prefix);
	return bits === address.bits && value >> rest === address.value >> rest;
}

function parseRange(entry: string): Range | undefined {
	const [text = '', length, ...more] = entry.split('/');
	const written = parseWritten(text);
	if (written === undefined || more.length > 0) return undefined;
	if (length === undefined) return { ...unmapped(written), prefix: unmapped(written).bits };
	if (!/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > written.bits) return undefined;
	const address = unmapped(written);
	// A range that is wider than the mapped block holds more than IPv4, and stays as it was written.
	if (address.bits !== written.bits) return Number(length) >= 96 ? { ...address, prefix: Number(length) - 96 } : { ...written, prefix: Number(length) };
	return { ...address, prefix: Number(length) };
}

function parseAddress(text: string): Address | undefined {
	// A zone (`fe80::1%eth0`) names the receiver's own interface.
	const written = parseWritten(text.replace(/%.*$/s, ''));
	return written && unmapped(written);
}

function unmapped(address: Address): Address {
	const isMapped = address.bits === 128 && address.value >> 32n === MAPPED;
	return isMapped ? { bits: 32, value: address.value & 0xffffffffn } : address;
}

/** Characters of an IPv6 address at most, with an IPv4 address at its end (RFC 4291, 2.2). */
const LONGEST_WRITTEN = 45;

function parseWritten(text: string): Address | undefined {
	if (text.length > LONGEST_WRITTEN) return undefined;
	const value = text.includes(':') ? parseIPv6(text) : parseIPv4(text);
	return value === undefined ? undefined : { bits: text.includes(':') ? 128 : 32, value };
}

/** Four decimal numbers. Not with leading zeros: some read those as octal. */
function parseIPv4(text: string): bigint | undefined {
	const parts = text.split('.');
	if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return undefined;
	return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

/** Eight groups, or fewer with one `::`; the last two may be written as IPv4 (RFC 4291, 2.2). */
function parseIPv6(text: string): bigint | undefined {
	const tail = /[^:]*\.[^:]*$/.exec(text)?.[0];
	const last = tail === undefined ? undefined : parseIPv4(tail);
	if (tail !== undefined && last === undefined) return undefined;
	const plain = last === undefined || tail === undefined ? text : text.slice(0, -tail.length) + asGroups(last);
	const halves = plain.split('::');
	if (halves.length > 2) return undefined;
	const [before = [], after = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
	const missing = 8 - before.length - after.length;
	if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
	const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
	if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
	return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

function asGroups(ipv4: bigint): string {
	return `${(ipv4 >> 16n).toString(16)}:${(ipv4 & 0xffffn).toString(16)}`;
}
