import { readSignature } from '../../../../engine/webhook/signatureHeader';

const READ = { keyId: 'k', algorithm: 'hmac-sha256', signature: 'c2ln', signed: ['date'] };

describe('the header Authorization of a signed call', () => {
	it.each([
		['as documented', 'Signature keyId="k",algorithm="hmac-sha256",signature="c2ln"', READ],
		['in another order', 'Signature signature="c2ln",keyId="k",algorithm="hmac-sha256"', READ],
		['with blanks wherever they may be', 'Signature   keyId = "k" ,\talgorithm= "hmac-sha256" , signature ="c2ln"', READ],
		['with the scheme in other letters', 'sIGNATURE keyId="k",algorithm="hmac-sha256",signature="c2ln"', READ],
		['with names in other letters', 'Signature KEYID="k",Algorithm="HMAC-SHA256",signature="c2ln"', READ],
		['with parameters that are not known', 'Signature keyId="k",algorithm="hmac-sha256",created="1",signature="c2ln"', READ],
		['with what was signed', 'Signature keyId="k",algorithm="hmac-sha256",headers="(request-target)  Date X-Api-Key",signature="c2ln"', { ...READ, signed: ['(request-target)', 'date', 'x-api-key'] }],
		['with nothing that was signed', 'Signature keyId="k",algorithm="hmac-sha256",headers="",signature="c2ln"', { ...READ, signed: [] }],
		['with empty values', 'Signature keyId="",algorithm="",signature=""', { keyId: '', algorithm: '', signature: '', signed: ['date'] }],
		['with signs of the other parameters in a value', 'Signature keyId="a=b, c",algorithm="hmac-sha256",signature="c2ln"', { ...READ, keyId: 'a=b, c' }],
	])('is read %s', (_how, header, expected) => {
		expect(readSignature(header)).toEqual(expected);
	});

	it.each<[string, unknown]>([
		['missing', undefined],
		['empty', ''],
		['several', ['Signature keyId="k",algorithm="hmac-sha256",signature="c2ln"']],
		['another scheme', 'Basic azpz'],
		['the scheme alone', 'Signature'],
		['the scheme and a blank', 'Signature '],
		['no scheme', 'keyId="k",algorithm="hmac-sha256",signature="c2ln"'],
		['without quotes', 'Signature keyId=k,algorithm=hmac-sha256,signature=c2ln'],
		['without commas', 'Signature keyId="k" algorithm="hmac-sha256" signature="c2ln"'],
		['cut off in a value', 'Signature keyId="k",algorithm="hmac-sha256",signature="c2l'],
		['without a key', 'Signature algorithm="hmac-sha256",signature="c2ln"'],
		['without an algorithm', 'Signature keyId="k",signature="c2ln"'],
		['without a signature', 'Signature keyId="k",algorithm="hmac-sha256"'],
		['with something twice', 'Signature keyId="k",algorithm="hmac-sha256",signature="c2ln",keyid="k"'],
		['with words behind it', 'Signature keyId="k",algorithm="hmac-sha256",signature="c2ln", and more'],
		['longer than any', `Signature keyId="${'k'.repeat(4_096)}",algorithm="hmac-sha256",signature="c2ln"`],
	])('is not read where it is %s', (_what, header) => {
		expect(readSignature(header)).toBeUndefined();
	});

	it.each([
		['blanks', `Signature ${' '.repeat(16_000)}`],
		['blanks within its length', `Signature ${' '.repeat(4_000)}`],
		['blanks before what is none', `Signature keyId${' '.repeat(4_000)}`],
		['open quotes', `Signature ${'keyId="'.repeat(500)}`],
		['letters', `Signature ${'a'.repeat(4_000)}`],
		['empty parameters', `Signature ${'a="",'.repeat(800)}`],
	])('made of %s takes no longer than it is', (_what, header) => {
		const began = performance.now();
		for (let times = 0; times < 100; times += 1) expect(readSignature(header)).toBeUndefined();
		expect((performance.now() - began) / 100).toBeLessThan(10);
	});
});
