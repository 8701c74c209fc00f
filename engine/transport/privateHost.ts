/**
 * IPv4 networks that are not the public internet, as first and last address (RFC 6890, RFC 5771). Private, shared and
 * link-local ones, where cloud services hand out secrets, are among them.
 */
const INNER_NETWORKS: ReadonlyArray<readonly [string, string]> = [
	['0.0.0.0', '0.255.255.255'],
	['10.0.0.0', '10.255.255.255'],
	['100.64.0.0', '100.127.255.255'],
	['127.0.0.0', '127.255.255.255'],
	['169.254.0.0', '169.254.255.255'],
	['172.16.0.0', '172.31.255.255'],
	['192.0.0.0', '192.0.0.255'],
	['192.168.0.0', '192.168.255.255'],
	['198.18.0.0', '198.19.255.255'],
	['224.0.0.0', '255.255.255.255'],
];

/** Endings of names that no public name server knows (RFC 6761, RFC 6762, RFC 8375, and what routers and firms use). */
const INNER_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/**
 * Whether a host is on this machine or in a private network, as far as its name tells. A public name may still be made to
 * point to a private address: that cannot be seen without asking a name server. (n8n has a guard against it of its own,
 * `N8N_SSRF_PROTECTION_ENABLED`, in its newer versions.)
 *
 * @param hostname as `URL` gives it: it writes every form of an address, such as `0x7f.1`, in one way
 */
export function isPrivateHost(hostname: string): boolean {
	if (hostname.startsWith('[')) return isInnerIpv6(groupsOf(hostname.slice(1, -1)));
	const name = hostname.toLowerCase().replace(/\.$/, '');
	if (/^\d+(\.\d+){3}$/.test(name)) return isInnerIpv4(numberOf(name));
	// A name without a dot is looked up in the network one is in.
	return !name.includes('.') || INNER_NAME.test(name);
}

function isInnerIpv4(address: number): boolean {
	return INNER_NETWORKS.some(([first, last]) => address >= numberOf(first) && address <= numberOf(last));
}

function numberOf(address: string): number {
	return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
	const [before = '', after] = address.split('::');
	const read = (part = ''): number[] => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
	const [head, tail] = [read(before), read(after)];
	return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

function isInnerIpv6(groups: readonly number[]): boolean {
	const [first = 0, second = 0, third = 0] = groups;
	const ipv4At = (at: number) => (groups[at] ?? 0) * 65_536 + (groups[at + 1] ?? 0);
	const startsWith = (...start: number[]) => start.every((group, at) => groups[at] === group);
	// An IPv4 address in the clothes of an IPv6 one: written as such, mapped, by translation (RFC 6052), 6to4.
	if (startsWith(0, 0, 0, 0, 0, 0) || startsWith(0, 0, 0, 0, 0, 0xffff)) return isInnerIpv4(ipv4At(6));
	if (startsWith(0x64, 0xff9b)) return third !== 0 || isInnerIpv4(ipv4At(6));
	if (first === 0x2002) return isInnerIpv4(second * 65_536 + third);
	const isUniqueLocal = (first & 0xfe00) === 0xfc00;
	const isLinkOrSiteLocal = (first & 0xff80) === 0xfe80;
	const isMulticast = (first & 0xff00) === 0xff00;
	return isUniqueLocal || isLinkOrSiteLocal || isMulticast;
}
