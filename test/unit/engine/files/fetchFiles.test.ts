import { Failure } from '../../../../engine/failure';
import { fetchFiles, type WantedFile } from '../../../../engine/files/fetchFiles';
import type { Link } from '../../../../engine/transport/link';
import { OpenBody, type OpenAnswer } from '../../../../engine/http/openBody';
import type { PartnerRequest } from '../../../../engine/http/request';
import { FileStore, megabytes, streamOf } from '../../../support/partner/openAnswers';
import { failure, FakeSender } from '../../../support/services/madeUp';

const API = 'https://api.partner.test';
const REQUEST: PartnerRequest = { method: 'GET', path: '/proof/7' };
const PDF = `%PDF-1.4\n${'x'.repeat(90)}`;
const PDF_64 = Buffer.from(PDF).toString('base64');
const PNG = Buffer.from(`\x89PNG\r\n\x1a\n${'\0'.repeat(60)}`, 'latin1');

interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body?: string | Buffer | object;
}

/** Answers with what the test says for an address: the request's own is ''. Keeps what was asked. */
class OpenSender extends FakeSender {
	readonly asked: Array<string | Link> = [];

	constructor(private readonly replies: Record<string, Reply>) {
		super();
	}

	protected override opened(target: PartnerRequest | Link): OpenAnswer {
		const isLink = 'url' in target;
		this.asked.push(isLink ? target : target.path);
		const reply = this.replies[isLink ? target.url : ''];
		if (!reply) throw failure('brokenAnswer', 'link dead');
		const { status = 200, headers = {}, body = '' } = reply;
		const chunk = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
		const source = streamOf(...(chunk.length > 0 ? [chunk] : []));
		const address = new URL(isLink ? target.url : API + target.path);
		return { status, headers, address, body: new OpenBody(source, 1000) };
	}
}

async function fetched(replies: Record<string, Reply> | Reply, wanted: Partial<WantedFile> = {}) {
	const sender = new OpenSender('' in replies ? (replies as Record<string, Reply>) : { '': replies as Reply });
	const store = new FileStore();
	const result = await fetchFiles(REQUEST, { what: 'Proof', baseName: 'proof-7', ...wanted }, { sender, store });
	return { ...result, asked: sender.asked, stored: store.files };
}

async function failed(replies: Record<string, Reply> | Reply, wanted?: Partial<WantedFile>): Promise<Failure> {
	return await fetched(replies, wanted).then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => {
			if (error instanceof Failure) return error;
			throw error;
		},
	);
}

describe('bytes', () => {
	it('go to the store as a stream, under the name and type of the headers', async () => {
		const headers = { 'content-disposition': 'attachment; filename="slip.pdf"', 'content-type': 'application/pdf' };
		const { files, stored, answer } = await fetched({ headers, body: PDF });
		expect(stored).toEqual([{ fileName: 'slip.pdf', mimeType: 'application/pdf', bytes: Buffer.from(PDF), wasStream: true }]);
		expect(files).toEqual([{ binary: expect.objectContaining({ data: 'stored-1' }), fileName: 'slip.pdf', mimeType: 'application/pdf', size: PDF.length }]);
		expect(answer).toBeNull();
	});

	it.each([
		['no headers', {}, PNG, 'proof-7.png', 'image/png'],
		['a type that says nothing', { 'content-type': 'application/octet-stream' }, PDF, 'proof-7.pdf', 'application/pdf'],
		['a wrong type', { 'content-type': 'text/html; charset=utf-8' }, PDF, 'proof-7.pdf', 'application/pdf'],
		['JSON for a type', { 'content-type': 'application/json' }, PDF, 'proof-7.pdf', 'application/pdf'],
		['a format that is not known', { 'content-type': 'image/x-special' }, Buffer.from([1, 2, 3, 0]), 'proof-7', 'image/x-special'],
	])('with %s get a name and a type all the same', async (_name, headers, body, fileName, mimeType) => {
		const { files } = await fetched({ headers, body });
		expect(files).toMatchObject([{ fileName, mimeType, size: body.length }]);
	});
});

describe('JSON', () => {
	it('with Base64 gives the file, and the rest of the answer', async () => {
		const { files, stored, answer } = await fetched({ body: { orderNumber: 7, fileName: 'a.pdf', content: PDF_64 } });
		expect(files).toMatchObject([{ fileName: 'a.pdf', mimeType: 'application/pdf', size: PDF.length }]);
		expect(stored.map(({ bytes }) => bytes.toString())).toEqual([PDF]);
		expect(answer).toEqual({ orderNumber: 7, fileName: 'a.pdf', content: '(in the binary field)' });
	});

	it.each([
		['one text in quotes', JSON.stringify(PDF_64)],
		['bare Base64', PDF_64],
		['bare Base64 in lines', PDF_64.replace(/(.{40})/g, '$1\r\n')],
	])('that is %s gives the file', async (_name, body) => {
		expect((await fetched({ body })).stored.map(({ bytes }) => bytes.toString())).toEqual([PDF]);
	});

	it('with several files gives them all, with names that differ', async () => {
		const { files } = await fetched({ body: { images: [{ data: PNG.toString('base64') }, { data: PNG.toString('base64') }], slip: PDF_64 } });
		expect(files.map(({ fileName }) => fileName)).toEqual(['proof-7-1.png', 'proof-7-2.png', 'proof-7-3.pdf']);
	});

	it('with a link is followed, without the token where it leads elsewhere', async () => {
		const url = 'https://cdn.example.com/get?sig=x';
		const { files, asked, answer } = await fetched({ '': { body: { url } }, [url]: { headers: { 'content-type': 'application/pdf' }, body: PDF } });
		expect(asked).toEqual(['/proof/7', { url, isApi: false }]);
		expect(files).toMatchObject([{ fileName: 'proof-7.pdf', size: PDF.length }]);
		expect(answer).toEqual({ url });
	});

	it('with links to both gives both', async () => {
		const [one, two] = ['https://cdn.example.com/1', `${API}/2`];
		const { files, asked } = await fetched({ '': { body: { documents: [{ url: one, fileName: 'one.pdf' }, { url: two }] } }, [one]: { body: PDF }, [two]: { body: PNG } });
		expect(files.map(({ fileName }) => fileName)).toEqual(['one.pdf', 'proof-7-2.png']);
		expect(asked.slice(1)).toEqual([{ url: one, isApi: false }, { url: two, isApi: true }]);
	});
});

describe('a redirect', () => {
	it('is followed, and so is text that is an address', async () => {
		const url = 'https://cdn.example.com/1';
		const redirected = await fetched({ '': { status: 302, headers: { location: url } }, [url]: { body: PDF } });
		const told = await fetched({ '': { body: url }, [url]: { body: PDF } });
		expect([redirected, told].map(({ asked, stored }) => [asked.length, stored.length])).toEqual([[2, 1], [2, 1]]);
	});

	it('within the API keeps the token, and its answer may be any form', async () => {
		const { asked, stored } = await fetched({ '': { status: 307, headers: { location: '/v2/proof/7' } }, [`${API}/v2/proof/7`]: { body: { content: PDF_64 } } });
		expect(asked).toEqual(['/proof/7', { url: `${API}/v2/proof/7`, isApi: true }]);
		expect(stored).toHaveLength(1);
	});

	it('that leads round and round is given up', async () => {
		const url = `${API}/again`;
		const reply = { status: 302, headers: { location: url } };
		const sender = new OpenSender({ '': reply, [url]: reply });
		const work = fetchFiles(REQUEST, { what: 'Proof', baseName: 'x' }, { sender, store: new FileStore() });
		await expect(work).rejects.toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('more than 5 times') });
		expect(sender.asked).toHaveLength(6);
	});

	it.each([
		['a redirect', { status: 302, headers: { location: 'http://169.254.169.254/' } }],
		['JSON', { body: { url: 'http://127.0.0.1:5678/rest/login' } }],
		['text', { body: 'http://localhost/' }],
	])('into a private network is not followed, be it in %s', async (_name, reply) => {
		const { kind, message } = await failed(reply);
		expect([kind, message]).toEqual(['brokenAnswer', expect.stringContaining('private network')]);
	});

	it('from a public server into a private network is not followed either', async () => {
		const url = 'https://cdn.example.com/1';
		const sender = new OpenSender({ '': { body: { url } }, [url]: { status: 302, headers: { location: 'http://10.0.0.1/' } } });
		await expect(fetchFiles(REQUEST, { what: 'Proof', baseName: 'x' }, { sender, store: new FileStore() })).rejects.toMatchObject({ kind: 'brokenAnswer' });
		expect(sender.asked).toHaveLength(2);
	});
});

describe('what is no file is never put out as one', () => {
	const HTML = '<!DOCTYPE html><html><body>Please sign in</body></html>';

	it.each<[string, Reply, string, string | RegExp]>([
		['nothing', {}, 'notFound', 'has no file'],
		['nothing with status 204', { status: 204 }, 'notFound', 'has no file'],
		['white space', { body: ' \n' }, 'brokenAnswer', 'answered nothing'],
		['a web page', { body: HTML, headers: { 'content-type': 'application/pdf' } }, 'brokenAnswer', /a web page.*Please sign in/],
		['words', { body: 'Invoice not found' }, 'brokenAnswer', /answered text.*Invoice not found/],
		['JSON that breaks off', { body: `{"content":"${PDF_64.slice(0, 60)}` }, 'brokenAnswer', 'answered text'],
		['an error', { body: { code: 'GeneralError', message: 'No such proof' } }, 'businessRefusal', 'No such proof'],
		['an error with an empty place', { body: { message: 'Not delivered yet', content: null } }, 'businessRefusal', 'Not delivered yet'],
		['an empty place', { body: { orderNumber: 7, content: null } }, 'notFound', 'has no file for this (Proof)'],
		['an empty list', { body: [] }, 'notFound', 'has no file'],
		['null', { body: 'null' }, 'notFound', 'has no file'],
		['another object', { body: { orderNumber: 7 } }, 'brokenAnswer', 'where a file was expected (Proof)'],
		['a number', { body: '7' }, 'brokenAnswer', 'where a file was expected'],
		['Base64 of a web page', { body: { fileName: 'a.pdf', content: Buffer.from(HTML.repeat(3)).toString('base64') } }, 'brokenAnswer', 'a web page'],
		['more files than any delivery has', { body: { images: Array.from({ length: 51 }, () => PDF_64) } }, 'brokenAnswer', '51 files'],
	])('%s', async (_name, reply, kind, words) => {
		const store = new FileStore();
		const sender = new OpenSender({ '': reply });
		const outcome: Failure = await fetchFiles(REQUEST, { what: 'Proof', baseName: 'x' }, { sender, store }).then(() => Promise.reject(new Error('no failure')), (error: Failure) => error);
		expect([outcome.kind, outcome.message]).toEqual([kind, words instanceof RegExp ? expect.stringMatching(words) : expect.stringContaining(words)]);
		expect(outcome.details.advice).not.toBe('');
		expect(store.files).toEqual([]);
	});

	it.each([
		['a web page', HTML],
		['nothing', ''],
		['another answer with a link', JSON.stringify({ url: 'https://cdn.example.com/2' })],
	])('not %s behind a link', async (_name, body) => {
		const url = 'https://cdn.example.com/1';
		expect((await failed({ '': { body: { url } }, [url]: { body } })).kind).toBe('brokenAnswer');
	});
});

describe('a file that is too large', () => {
	const most = 50;

	it.each<[string, Reply]>([
		['as bytes', { body: PDF }],
		['as Base64', { body: { content: PDF_64 } }],
		['by its announced length', { headers: { 'content-length': '999999999' }, body: PDF }],
	])('is refused %s', async (_name, reply) => {
		expect(await failed(reply, { mostBytes: most })).toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('larger than') });
	});

	it('is not read further than the limit', async () => {
		const { stream, made } = megabytes(300);
		class LargeSender extends FakeSender {
			protected override opened(): OpenAnswer {
				return { status: 200, headers: {}, address: new URL(API), body: new OpenBody(stream, 1000) };
			}
		}
		const sender = new LargeSender();
		const work = fetchFiles(REQUEST, { what: 'Proof', baseName: 'x' }, { sender, store: new FileStore() });
		await expect(work).rejects.toMatchObject({ message: 'The file is larger than 100 MB, so it was not taken' });
		expect(made()).toBeLessThan(110);
	});
});

describe('a store that fails', () => {
	it('is told as what it is', async () => {
		const store = { prepareBinaryData: () => Promise.reject(new Error('ENOSPC: no space left on device')) };
		const work = fetchFiles(REQUEST, { what: 'Proof', baseName: 'x' }, { sender: new OpenSender({ '': { body: PDF } }), store });
		await expect(work).rejects.toMatchObject({ kind: 'configuration', message: expect.stringContaining('ENOSPC'), details: { advice: expect.stringContaining('disk space') } });
	});
});
