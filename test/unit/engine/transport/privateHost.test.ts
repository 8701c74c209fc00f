import { isPrivateHost } from '../../../../engine/transport/privateHost';

/** As the host of an address: `URL` writes every form of it in one way. */
const hostOf = (host: string): string => new URL(`http://${host}/`).hostname;

describe('a host is private', () => {
	it.each([
		['this machine', ['localhost', 'LOCALHOST', 'localhost.', 'api.localhost', '127.0.0.1', '127.255.255.254', '0.0.0.0', '[::1]', '[::]']],
		['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '[fd00::1]', '[fc00::1]']],
		['link-local, where clouds hand out secrets', ['169.254.169.254', '[fe80::1]', '[fec0::1]']],
		['no address of a single host', ['224.0.0.1', '255.255.255.255', '[ff02::1]', '240.0.0.1', '192.0.0.8', '198.18.0.1']],
		['IPv4 in other clothes', ['2130706433', '0x7f.1', '0177.0.0.1', '127.1', '[::ffff:127.0.0.1]', '[::127.0.0.1]', '[64:ff9b::10.0.0.1]', '[2002:7f00:1::]', '[64:ff9b:1::1]']],
		['a name that only an inner network knows', ['redis', 'n8n-worker', 'printer.local', 'db.internal', 'nas.lan', 'x.corp', 'router.home.arpa', 'metadata.google.internal']],
	])('where it is %s', (_name, hosts) => {
		expect(hosts.filter((host) => !isPrivateHost(hostOf(host)))).toEqual([]);
	});
});

describe('a host is public', () => {
	it.each([
		['by its name', ['services.roofhub.pro', 'files.example.com', 'local.example.com', 'internal.example.com', 'mylan.com', 'example.com.']],
		['by its address', ['8.8.8.8', '172.15.0.1', '172.32.0.1', '11.0.0.1', '100.63.0.1', '100.128.0.1', '192.167.1.1', '169.253.0.1', '[2606:4700::1111]', '[::ffff:8.8.8.8]', '[64:ff9b::8.8.8.8]', '[2002:808:808::]']],
	])('%s', (_name, hosts) => {
		expect(hosts.filter((host) => isPrivateHost(hostOf(host)))).toEqual([]);
	});
});
