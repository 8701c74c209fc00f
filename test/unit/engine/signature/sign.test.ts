import { httpDate, signatureOf, type Algorithm, type SigningKey } from '../../../../engine/signature/sign';

const DATE = 'Tue, 03 Mar 2026 08:30:00 GMT';
const KEY: SigningKey = { apiKey: 'key-1', apiSecret: 's3cret/of the+test=', algorithm: 'sha512', signsTarget: false };
const TARGET = { method: 'POST', path: '/x/partners/ABCDE/offers/' };

describe('the date of a request', () => {
	it.each([
		['2026-03-03T08:30:00.000Z', DATE],
		['2026-03-03T08:30:00.999Z', DATE],
		['2026-12-31T23:59:59.000Z', 'Thu, 31 Dec 2026 23:59:59 GMT'],
		['2026-03-03T00:30:00.000+01:00', 'Mon, 02 Mar 2026 23:30:00 GMT'],
	])('of %s is %s: in GMT, the day in two digits', (iso, date) => {
		expect(httpDate(Date.parse(iso))).toBe(date);
	});
});

describe('a signature', () => {
	/** Made with `printf '<lines>' | openssl dgst -<algorithm> -hmac '<secret>' -binary | base64`. */
	it.each<[Algorithm, boolean, string]>([
		['sha512', false, 'ZKUdmBKaYyd8woakstBeVi5vq9wf4TlTCYLtX3YSLNNoDywo6DaTIPKufTm4xea1p0poeE634FL2UWjpeim37g=='],
		['sha384', false, 'q14y5Biwh70xcXygv3jZHvw1JxfsMYM8NYdLwBiABQU7G7+jMTO9MI6F1seiLrXX'],
		['sha256', false, 'dBpqmzIMG2RGCk6LeC+c7sj4ryLULLyL7j1qel3h+/4='],
		['sha512', true, 'k2lAQlFOxmfUEAW0JYbUDGJlDpugs2fw8tMxoXYfa9XlLxMSD+NFAiC6z5d5R+iyRrOg8nqVgJ3Mhku2RXbgAg=='],
		['sha384', true, 'l7GommhOmi/9M029fnMdg1dZRQAGUx+1aQ1nGfG6ibrtCwpWCPn2cdCrOtvov4VW'],
		['sha256', true, 'BIPYerbJNgavfyHTVo8FkbQHBCuIC1DGAnTQq8hWVy0='],
	])('with %s, with the request target: %p, is what openssl makes of it', (algorithm, signsTarget, signature) => {
		expect(signatureOf({ ...KEY, algorithm, signsTarget }, DATE, () => TARGET).signature).toBe(signature);
	});

	it('stands in the header percent-encoded fully, with what is signed named where it is more than the date', () => {
		expect(signatureOf({ ...KEY, algorithm: 'sha256' }, DATE, () => TARGET).authorization).toBe(
			'Signature keyId="key-1",algorithm="hmac-sha256",signature="dBpqmzIMG2RGCk6LeC%2Bc7sj4ryLULLyL7j1qel3h%2B%2F4%3D"',
		);
		expect(signatureOf({ ...KEY, algorithm: 'sha384', signsTarget: true }, DATE, () => TARGET).authorization).toBe(
			'Signature keyId="key-1",algorithm="hmac-sha384",headers="(request-target) date",signature="l7GommhOmi%2F9M029fnMdg1dZRQAGUx%2B1aQ1nGfG6ibrtCwpWCPn2cdCrOtvov4VW"',
		);
	});

	it('does not look at the address where the date alone is signed', () => {
		const target = jest.fn(() => TARGET);
		signatureOf(KEY, DATE, target);
		expect(target).not.toHaveBeenCalled();
	});

	it('is made with a secret in letters beyond ASCII as UTF-8', () => {
		// printf 'date: Tue, 03 Mar 2026 08:30:00 GMT' | openssl dgst -sha256 -hmac 'schlüssel' -binary | base64
		expect(signatureOf({ ...KEY, apiSecret: 'schlüssel', algorithm: 'sha256' }, DATE, () => TARGET).signature).toBe('/LQ+7MfvmnPBDhhos9xkUDs4Nr+V9ygp3GBYWBwd844=');
	});
});
