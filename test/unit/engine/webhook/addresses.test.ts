import { BlockList, isIPv4, isIPv6 } from 'node:net';

import fc from 'fast-check';

import { isAllowedAddress, unreadableEntries } from '../../../../engine/webhook/addresses';

describe('a list of addresses', () => {
	it.each([
		['203.0.113.7', '203.0.113.7', true],
		['203.0.113.7', '203.0.113.8', false],
		['203.0.113.0/24', '203.0.113.255', true],
		['203.0.113.99/24', '203.0.113.1', true],
		['203.0.113.0/24', '203.0.114.0', false],
		['0.0.0.0/0', '8.8.8.8', true],
		['0.0.0.0/0', '2001:db8::1', false],
		['::/0', '2001:db8::1', true],
		['10.0.0.0/8', '::ffff:10.1.2.3', true],
		['10.0.0.0/8', '::ffff:a01:203', true],
		['::ffff:10.0.0.0/104', '10.1.2.3', true],
		['::ffff:10.1.2.3', '10.1.2.3', true],
		['2001:db8::/32', '2001:db8:ffff::1', true],
		['2001:DB8::/32', '2001:db8:0:0:0:0:0:1', true],
		['2001:db8::/32', '2001:db9::1', false],
		['fe80::/10', 'fe80::1%eth0', true],
		['::1', '0:0:0:0:0:0:0:1', true],
		['64:ff9b::192.0.2.1', '64:ff9b::c000:201', true],
		[' 10.0.0.1,\n192.168.0.0/16 ; ::1', '192.168.4.4', true],
		['', '10.0.0.1', false],
		['10.0.0.1', undefined, false],
		['10.0.0.1', '', false],
		['10.0.0.1', '10.0.0.1, 10.0.0.2', false],
		['10.0.0.1', '010.0.0.1', false],
	])('%j holds %s: %s', (list, address, isIn) => {
		expect(isAllowedAddress(list, address)).toBe(isIn);
	});

	// Of what takes time by the square, a megabyte takes an hour.
	it('is read at once where a megabyte stands in the place of an address', () => {
		expect(isAllowedAddress('::/0', `${':a'.repeat(500_000)}`)).toBe(false);
		expect(isAllowedAddress('::/0', `:${'a'.repeat(1_000_000)}`)).toBe(false);
		expect(isAllowedAddress('0.0.0.0/0, ::/0', '0000:0000:0000:0000:0000:ffff:192.168.100.228')).toBe(true);
	});

	it.each(['999.1.1.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.4/33', '1.2.3.4/', '1.2.3.4/08', '1.2.3.4/-1', '1.2.3.4/8/8', 'example.com', ':::', '1::2::3', '1:2:3:4:5:6:7:8:9', '1:2:3', '12345::', '::1/129', '::1.2.3', '::1.2.3.4:5', '*', '0x7f.0.0.1', '127.1'])('says of %j that it is no address, and it allows nobody', (entry) => {
		expect(unreadableEntries(`10.0.0.1, ${entry}`)).toEqual([entry]);
		expect(['1.2.3.4', '127.0.0.1', '::1', '999.1.1.1', '1.2.3.0'].some((address) => isAllowedAddress(entry, address))).toBe(false);
	});

	const ipv4 = fc.ipV4();
	const ipv6 = fc.ipV6();

	it('says of every range and address the same as Node does', () => {
		// Near ones, so that both answers come up often.
		const pair = fc.oneof(
			fc.tuple(ipv4, fc.integer({ min: 0, max: 32 }), ipv4),
			fc.tuple(ipv6, fc.integer({ min: 0, max: 128 }), ipv6),
			fc.tuple(ipv4, fc.integer({ min: 0, max: 32 }), fc.nat(255)).map(([base, length, last]) => [base, length, base.replace(/\d+$/, String(last))] as const),
			fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([base, length]) => [base, length, base] as const),
		);
		fc.assert(
			fc.property(pair, ([base, length, address]) => {
				const isMapped = [base, address].some((text) => /^(0{0,4}:)*:?ffff:/i.test(text));
				fc.pre(!isMapped);
				const family = (text: string) => (isIPv6(text) ? 'ipv6' : 'ipv4');
				const nodes = new BlockList();
				nodes.addSubnet(base, length, family(base));
				expect(isAllowedAddress(`${base}/${length}`, address)).toBe(family(base) === family(address) && nodes.check(address, family(address)));
			}),
			{ numRuns: 5_000 },
		);
	});

	it('sees an IPv4 address in every way of writing it inside IPv6 as the same', () => {
		fc.assert(
			fc.property(ipv4, fc.integer({ min: 0, max: 32 }), ipv4, (base, length, address) => {
				const plain = isAllowedAddress(`${base}/${length}`, address);
				expect(isAllowedAddress(`${base}/${length}`, `::ffff:${address}`)).toBe(plain);
				expect(isAllowedAddress(`::ffff:${base}/${length + 96}`, address)).toBe(plain);
				expect(isAllowedAddress(`${base}/${length}`, base)).toBe(true);
			}),
		);
	});

	it('reads what Node reads as an address, and nothing else', () => {
		const text = fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.'), maxLength: 20 }), ipv4, ipv6, fc.string());
		fc.assert(
			fc.property(text, (entry) => {
				fc.pre(!/[\s,;/%]/.test(entry) && entry !== '');
				expect(unreadableEntries(entry).length === 0).toBe(isIPv4(entry) || isIPv6(entry));
			}),
			{ numRuns: 5_000 },
		);
	});
});
