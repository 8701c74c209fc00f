import fc from 'fast-check';

import { filesInJson } from '../../../../engine/files/filesInJson';

const PDF = Buffer.from(`%PDF-1.4\n${'x'.repeat(60)}`).toString('base64');
const PNG = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1').toString('base64');
/** Base64 of something that no signature is known for. */
const OTHER = Buffer.from(Array.from({ length: 90 }, (_, at) => (at * 37) % 256)).toString('base64');
const URL_1 = 'https://files.example.com/get?id=1';
const found = (body: unknown) => filesInJson(body).files;

describe('Base64 in an answer', () => {
	it.each(['data', 'content', 'fileContent', 'file', 'pdf', 'base64', 'document', 'documentData', 'image', 'bytes', 'Invoice_PDF', 'whatever'])(
		'is found as %s, where its bytes show a file',
		(name) => {
			expect(found({ [name]: PDF })).toEqual([{ base64: PDF }]);
		},
	);

	it.each<[string, unknown]>([
		['the answer itself', PDF],
		['in a frame', { result: { document: { content: PDF } } }],
		['in a list of text', { documents: [PDF] }],
		['in a list', [{ data: PDF }]],
		['as a data address', { src: `data:application/pdf;base64,${PDF}` }],
	])('is found as %s', (_name, body) => {
		expect(found(body)).toEqual([expect.objectContaining({ base64: PDF })]);
	});

	it('is found in lines of 76 characters', () => {
		const wrapped = PDF.replace(/(.{76})/g, '$1\r\n');
		expect(found({ content: wrapped })).toEqual([{ base64: wrapped }]);
	});

	it('comes with the name and type that stand beside it', () => {
		expect(found({ fileName: 'pod.pdf', contentType: 'application/pdf', content: PDF })).toEqual([{ base64: PDF, fileName: 'pod.pdf', mimeType: 'application/pdf' }]);
		expect(found({ Name: 'slip.png', MimeType: 'image/png', Data: PNG })).toEqual([{ base64: PNG, fileName: 'slip.png', mimeType: 'image/png' }]);
	});

	it('does not take the name of a person for that of the file', () => {
		expect(found({ name: 'Jane Roe', type: 'signature', image: PNG })).toEqual([{ base64: PNG }]);
	});

	it('is found several times, in order', () => {
		expect(found({ images: [{ data: PNG }, { data: PNG }], slip: { pdf: PDF } })).toEqual([{ base64: PNG }, { base64: PNG }, { base64: PDF }]);
		expect(found({ pdf: PDF, image: PNG })).toEqual([{ base64: PDF }, { base64: PNG }]);
	});

	it('of an unknown format counts only where a name or type says that it is a file', () => {
		expect(found({ content: OTHER })).toEqual([]);
		expect(found({ content: OTHER, contentType: 'image/x-special' })).toEqual([{ base64: OTHER, mimeType: 'image/x-special' }]);
		expect(found({ token: OTHER, contentType: 'image/x-special' })).toEqual([]);
	});

	it('leaves a note in its place, and the rest of the answer as it is', () => {
		const body = { orderNumber: 7, signedBy: 'Jane', pages: [{ content: PDF, page: 1 }], note: null };
		expect(filesInJson(body).rest).toEqual({ orderNumber: 7, signedBy: 'Jane', pages: [{ content: '(in the binary field)', page: 1 }], note: null });
	});
});

describe('a link in an answer', () => {
	it.each(['url', 'link', 'href', 'fileUrl', 'documentURL', 'downloadLink', 'location', 'proofOfDelivery', 'pdf', 'uri'])('is found as %s', (name) => {
		expect(found({ [name]: URL_1 })).toEqual([{ link: URL_1 }]);
	});

	it.each<[string, unknown, string]>([
		['the answer itself', URL_1, URL_1],
		['under any name, where it ends like a file', { a: 'https://x.example.com/1/Slip.PDF?x=1' }, 'https://x.example.com/1/Slip.PDF?x=1'],
		['in a list', { images: [URL_1] }, URL_1],
		['without host, under a name for links', { url: '/files/1' }, '/files/1'],
	])('is found as %s', (_name, body, link) => {
		expect(found(body)).toEqual([{ link }]);
	});

	it.each(['logoUrl', 'trackingUrl', 'thumbnailUrl', 'documentationUrl', 'helpLink', 'self', 'nextPageUrl', 'note'])('is left alone as %s', (name) => {
		expect(found({ [name]: URL_1 })).toEqual([]);
	});

	it.each(['/files/1', 'ftp://example.com/x', 'see https://example.com', '//example.com/x', 'https://'])('%j is none', (text) => {
		expect(found({ pdf: text })).toEqual([]);
	});

	it('is needless beside the file itself', () => {
		expect(found({ content: PDF, url: URL_1 })).toEqual([{ base64: PDF }]);
	});

	it('to download goes before others beside it', () => {
		expect(found({ viewUrl: 'https://x.example.com/v', downloadUrl: URL_1 })).toEqual([{ link: URL_1 }]);
	});

	it('counts once', () => {
		expect(found({ url: URL_1, document: { href: URL_1 } })).toEqual([{ link: URL_1 }]);
	});
});

describe('an answer without files', () => {
	it.each<[unknown]>([[{}], [{ message: 'Not found', code: '404' }], [{ data: 'Delivered' }], [{ data: 'a'.repeat(200) }], [{ file: 'x.pdf' }], [7], [true], ['Invoice not found'], [{ content: 'ab12'.repeat(16) }], [{ id: 'ABCDEFGH' }]])(
		'%j has none, and no place for one',
		(body) => {
			expect(filesInJson(body)).toEqual({ files: [], hasPlace: false, rest: body });
		},
	);

	it.each<[unknown]>([[{ content: null }], [{ url: '' }], [{ documents: [] }], [[]], [{ proofOfDelivery: null }], [{ data: { images: [] } }]])('%j has an empty place for one', (body) => {
		expect(filesInJson(body)).toEqual({ files: [], hasPlace: true, rest: body });
	});

	it('may be nested without end', () => {
		let deep: unknown = PDF;
		for (let level = 0; level < 5000; level += 1) deep = { data: deep };
		expect(found(deep)).toEqual([]);
	});

	it('stays as it is, whatever it holds', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				const { files, rest } = filesInJson(body);
				if (files.length === 0) expect(JSON.stringify(rest)).toBe(JSON.stringify(body));
			}),
		);
	});
});
