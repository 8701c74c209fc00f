import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { INodeExecutionData } from 'n8n-workflow';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Engine, NodeRunResult } from '../../support/n8nEngine/n8nEngine';
import { silentAfter } from '../../support/partner/openAnswers';
import { kindOf, received, until, wordsOf } from '../../support/n8nEngine/nodeRuns';
import { engineFor, orderItem, submitParameters } from './support';

const MB = 1024 * 1024;
const PROOF = { resource: 'delivery', operation: 'getProof', orderId: '={{ $json.orderId }}' };
const PDF = { resource: 'invoice', operation: 'download', invoiceNumber: '={{ $json.invoiceNumber }}' };
/** Of an invoice that the sandbox has from the start. */
const INVOICE = { invoiceNumber: '0041190007-001' };

async function fileOf(item: INodeExecutionData | undefined, field = 'data'): Promise<Buffer> {
	const binary = item?.binary?.[field];
	if (!binary) throw new Error('The item has no file');
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}

interface FileReply {
	status?: number;
	headers?: Record<string, string>;
	body: Readable;
}

/** A server that hands out files, and keeps what it was asked. */
class FileServer {
	readonly asked: Array<{ path: string; authorization: string | undefined }> = [];
	private readonly server: Server;

	constructor(private readonly answer: (path: string) => FileReply) {
		this.server = createServer((request, response) => {
			const path = (request.url ?? '').split('?', 1)[0] ?? '';
			this.asked.push({ path, authorization: request.headers.authorization });
			const { status = 200, headers = {}, body } = this.answer(path);
			response.writeHead(status, headers);
			body.pipe(response);
		});
	}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

describe('SRS SIPS on the engine: files', () => {
	let sandbox: SrsSipsSandbox;
	let engine: Engine;

	beforeAll(async () => {
		await Container.get(BinaryDataService).init();
	});
	beforeEach(async () => {
		sandbox = await startSrsSipsSandbox({ eventDelayMs: 1 });
		engine = engineFor(sandbox);
	});
	afterEach(() => sandbox.close());

	/** An order that was delivered. @returns its number */
	async function deliveredOrder(): Promise<string> {
		const { items } = await engine.run({ items: [orderItem()], parameters: submitParameters() });
		await until(() => sandbox.orders()[0]?.state === 'Invoiced');
		return String(items[0]?.json.orderId);
	}

	async function download(changes: Record<string, unknown> = {}): Promise<NodeRunResult> {
		return await engine.run({ items: [INVOICE], parameters: { ...PDF, ...changes } });
	}

	/** The next answer to a download. */
	function answerWith(body: unknown, more: { status?: number; contentType?: string; headers?: Record<string, string>; times?: number } = {}): void {
		sandbox.control.fault({ operationId: 'getInvoicePdf', kind: 'answer', body, ...more });
	}

	describe.each(['bytes', 'base64', 'link'] as const)('as %s', (fileForm) => {
		beforeEach(() => sandbox.control.change({ fileForm }));

		it('come out with name, type and size, in the field that was named', async () => {
			const { items, error } = await download({ binaryPropertyName: 'pdf' });
			expect(error).toBeUndefined();
			const bytes = await fileOf(items[0], 'pdf');
			expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
			expect(items[0]?.json).toMatchObject({ ...INVOICE, fileName: 'invoice-0041190007-001.pdf', mimeType: 'application/pdf', size: bytes.length });
			expect(items[0]?.binary?.pdf).toMatchObject({ fileName: 'invoice-0041190007-001.pdf', mimeType: 'application/pdf', fileExtension: 'pdf', bytes: bytes.length });
			expect(items[0]?.pairedItem).toEqual({ item: 0 });
		});

		it.each([['pdf', 'application/pdf', '%PDF'], ['png', 'image/png', '\x89PNG']] as const)('prove a delivery with a %s', async (proofType, mimeType, start) => {
			sandbox.control.change({ proofType });
			const orderId = await deliveredOrder();
			const { items } = await engine.run({ items: [{ orderId }], parameters: PROOF });
			expect(items[0]?.json).toMatchObject({ orderId, fileName: `proof-of-delivery-${orderId}.${proofType}`, mimeType });
			expect((await fileOf(items[0])).subarray(0, 4).toString('latin1')).toBe(start);
		});

		it('that do not exist are an item that says so, and why', async () => {
			const { items, error } = await engine.run({ items: [{ invoiceNumber: '0099999999-001' }], parameters: PDF });
			expect(error).toBeUndefined();
			expect(items).toEqual([{ json: { invoiceNumber: '0099999999-001', available: false, reason: expect.stringMatching(/^Not yet: .*No invoice 0099999999-001.*once the order is completed/) }, pairedItem: { item: 0 } }]);
		});

		it('that do not exist are a failure in the words of SIPS where that is wished', async () => {
			const { error } = await engine.run({ items: [{ invoiceNumber: '0099999999-001' }], parameters: { ...PDF, options: { whenAbsent: 'error' } } });
			expect(kindOf(error)).toBe('notFound');
			expect(wordsOf(error)).toMatch(/0099999999-001.*No invoice 0099999999-001.*Endpoint Path/);
		});

		it('that do not exist are not handled as a word that the option does not have', async () => {
			const { error } = await engine.run({ items: [{ invoiceNumber: '0099999999-001', wish: 'fail' }], parameters: { ...PDF, options: { whenAbsent: '={{ $json.wish }}' } } });
			expect(kindOf(error)).toBe('validation');
			expect(wordsOf(error)).toContain('When There Is No File Yet: must be one of item, error');
		});

		it('are downloaded for each item, in the order of the items, whatever becomes of others', async () => {
			const items = [INVOICE, { invoiceNumber: '0099999999-001' }, { invoiceNumber: '41190007-1' }];
			const result = await engine.run({ items, parameters: PDF, settings: { onError: 'continueRegularOutput' } });
			expect(result.items.map(({ json, binary }) => [json.fileName ?? 'failed', binary !== undefined])).toEqual([
				['invoice-0041190007-001.pdf', true], ['failed', false], ['invoice-0041190007-001.pdf', true],
			]);
		});
	});

	it('beside other facts in JSON: those come out, without the file', async () => {
		sandbox.control.change({ fileForm: 'base64' });
		const { items } = await download();
		expect(items[0]?.json.answer).toEqual({ ...INVOICE, fileName: 'invoice-0041190007-001.pdf', contentType: 'application/pdf', content: '(in the binary field)' });
	});

	it('several in one answer become several items', async () => {
		const content = Buffer.from('%PDF-1.4 one').toString('base64');
		answerWith({ documents: [{ name: 'front.pdf', content }, { content }] });
		const { items } = await download();
		expect(items.map(({ json, pairedItem }) => [json.fileName, json.fileNumber, json.fileCount, pairedItem])).toEqual([
			['front.pdf', 1, 2, { item: 0 }], ['invoice-0041190007-001-2.pdf', 2, 2, { item: 0 }],
		]);
		expect((await fileOf(items[1])).toString()).toBe('%PDF-1.4 one');
	});

	it('under another path, where SRS gives one', async () => {
		answerWith('x', { times: 0 });
		const { items } = await download({ endpointPath: '/Invoices/{invoiceNumber}/document' });
		expect(items[0]?.json).toMatchObject({ available: false, reason: expect.stringContaining('Endpoint Path') });
		expect(received(sandbox, 'getInvoicePdf')).toBe(0);
	});

	describe('behind links', () => {
		let files: FileServer;
		let url: string;

		beforeEach(async () => {
			files = new FileServer((path): FileReply => {
				if (path === '/moved') return { status: 302, headers: { location: '/file' }, body: Readable.from([]) };
				if (path === '/gone') return { status: 404, body: Readable.from(['{"message":"Link expired"}']) };
				return { headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="from link.pdf"' }, body: Readable.from(['%PDF-', 'x']) };
			});
			url = await files.listen();
		});
		afterEach(() => files.close());

		it.each<[string, () => void]>([
			['in JSON', () => answerWith({ documentUrl: `${url}/file` })],
			['as text', () => answerWith(`${url}/file`)],
			['as a redirect', () => answerWith('', { status: 302, headers: { location: `${url}/file` } })],
			['by way of another redirect', () => answerWith({ url: `${url}/moved` })],
		])('%s are fetched without the token', async (_name, arm) => {
			arm();
			const { items, error } = await download();
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ fileName: 'from link.pdf', mimeType: 'application/pdf', size: 6 });
			expect((await fileOf(items[0])).toString()).toBe('%PDF-x');
			expect(files.asked.map(({ authorization }) => authorization)).toEqual(files.asked.map(() => undefined));
			expect(files.asked.length).toBeGreaterThan(0);
		});

		it('of SIPS itself are fetched with it', async () => {
			sandbox.control.change({ fileForm: 'link', fileLinkNeedsToken: true });
			const { items, error } = await download();
			expect(error).toBeUndefined();
			expect((await fileOf(items[0])).subarray(0, 5).toString()).toBe('%PDF-');
		});

		it('that do not work are told as such, without what may be secret in them', async () => {
			answerWith({ url: `${url}/gone?signature=s3cret` });
			const { error } = await download();
			expect(kindOf(error)).toBe('brokenAnswer');
			expect(wordsOf(error)).toMatch(/File server 127\.0\.0\.1:\d+ .*Link expired.*gave a link that does not work/);
			expect(wordsOf(error)).not.toContain('s3cret');
		});

		it.each(['ftp://127.0.0.1/x', 'file:///etc/passwd'])('to %s are not followed', async (location) => {
			answerWith('', { status: 302, headers: { location } });
			expect(kindOf((await download()).error)).toBe('brokenAnswer');
		});
	});

	describe('what is no file', () => {
		it.each<[string, unknown, { status?: number; contentType?: string }, string, RegExp]>([
			['a refusal', { code: 'GeneralError', message: 'Not available' }, {}, 'businessRefusal', /Not available/],
			['a web page', '<html><body>Please sign in</body></html>', { contentType: 'application/pdf' }, 'brokenAnswer', /a web page.*Please sign in/],
			['nothing', '', { contentType: 'application/pdf' }, 'notFound', /has no file/],
			['an empty place', { content: null }, {}, 'notFound', /has no file/],
			['cut JSON', '{"content":"JVBERi0xLjQK', { contentType: 'application/json' }, 'brokenAnswer', /where a file was expected/],
			['an object of something else', { foo: 1 }, {}, 'brokenAnswer', /where a file was expected/],
		])('comes out as what it is: %s', async (_name, body, more, kind, words) => {
			answerWith(body, more);
			const { items, error } = await download({ options: { whenAbsent: 'error' } });
			expect(items).toEqual([]);
			expect(kindOf(error)).toBe(kind);
			expect(wordsOf(error)).toMatch(words);
		});

		it.each<[string, unknown, { status?: number; contentType?: string }]>([
			['a 404 of SIPS', { code: 'NotFound', message: 'No such proof' }, { status: 404 }],
			['an empty answer', '', { contentType: 'application/pdf' }],
			['an empty place', { content: null }, {}],
		])('is "not yet" as an item without a file: %s', async (_name, body, more) => {
			answerWith(body, more);
			const { items, error } = await download();
			expect(error).toBeUndefined();
			expect(items).toMatchObject([{ json: { ...INVOICE, available: false, reason: expect.stringContaining('Not yet') } }]);
			expect(items[0]?.binary).toBeUndefined();
		});

		it.each<[string, unknown, { status?: number; contentType?: string }]>([
			["a gateway's page", '<html>404 Not Found</html>', { status: 404, contentType: 'text/html' }],
			["a gateway's word on a path", { message: 'no Route matched with those values' }, { status: 404 }],
			['a 404 without a body', '', { status: 404 }],
		])('proves nothing and is a failure: %s', async (_name, body, more) => {
			answerWith(body, more);
			const { items, error } = await download();
			expect(items).toEqual([]);
			expect(kindOf(error)).toBe('notFound');
			expect(wordsOf(error)).not.toMatch(/not yet/i);
		});

		it.each<[number, string]>([[400, 'validation'], [403, 'permission'], [409, 'conflict']])('status %i is a failure with the words of SIPS', async (status, kind) => {
			answerWith({ code: 'SomeCode', message: 'Words of the partner' }, { status, headers: { 'x-request-id': 'req-1' } });
			const { error } = await download();
			expect(error?.context.data).toMatchObject({ kind, status, partnerMessage: 'Words of the partner', partnerCode: 'SomeCode', requestId: 'req-1' });
		});
	});

	it('that break off are asked for again', async () => {
		sandbox.control.change({ filePaddingBytes: MB });
		sandbox.control.fault({ operationId: 'getInvoicePdf', kind: 'cutBody', times: 1 });
		const { items, error } = await download();
		expect(error).toBeUndefined();
		expect((await fileOf(items[0])).length).toBeGreaterThan(MB);
		expect(received(sandbox, 'getInvoicePdf')).toBe(2);
	});

	it('with a token that was revoked get a new one', async () => {
		await download();
		sandbox.control.fault({ operationId: 'getInvoicePdf', kind: 'status', status: 401 });
		const { error } = await download();
		expect(error).toBeUndefined();
		expect(received(sandbox, 'getToken')).toBe(2);
	});

	it('that the partner falls silent over are given up after the time-out', async () => {
		const silent = new FileServer(() => ({ body: silentAfter('%PDF-') }));
		answerWith({ url: `${await silent.listen()}/silent` });
		const { error } = await download({ options: { timeoutMs: 200 } });
		await silent.close();
		expect(kindOf(error)).toBe('outage');
		expect(wordsOf(error)).toMatch(/File server 127\.0\.0\.1:\d+ did not answer within 0\.2 s/);
		expect(silent.asked).toHaveLength(4);
	});

	describe('that are large', () => {
		const FILE_MB = 80;
		let files: FileServer;

		const block = Buffer.from('%PDF-'.padEnd(MB, 'x'));
		/** Blocks that were sent. */
		let sent = 0;

		/** So many megabytes, sent as they are asked for, so that the server holds only one of them. */
		function large(count: number): Readable {
			sent = 0;
			return Readable.from((function* () { for (; sent < count; sent += 1) yield block; })(), { objectMode: false });
		}

		afterEach(() => files.close());

		it('pass through to the disk, and memory holds a small part of them', async () => {
			files = new FileServer(() => ({ body: large(FILE_MB) }));
			answerWith({ url: `${await files.listen()}/large` });
			const used = () => process.memoryUsage().external + process.memoryUsage().heapUsed;
			const before = used();
			let most = 0;
			const watch = setInterval(() => { most = Math.max(most, used() - before); }, 2);
			const { items, error } = await download();
			clearInterval(watch);
			expect(error).toBeUndefined();
			expect(items[0]?.json.size).toBe(FILE_MB * MB);
			expect(items[0]?.binary?.data?.id).toMatch(/^filesystem-v2:/);
			// Held once it would be 1, and twice 2; n8n's own store writes the stream to a file.
			expect(most / (FILE_MB * MB)).toBeLessThan(1);
		});

		it('beyond any sense are not taken, and not read to the end', async () => {
			files = new FileServer(() => ({ body: large(Infinity) }));
			answerWith({ url: `${await files.listen()}/endless` });
			const { items, error } = await download();
			expect([items, kindOf(error)]).toEqual([[], 'brokenAnswer']);
			expect(error?.message).toBe('The file is larger than 100 MB, so it was not taken');
			expect(sent).toBeLessThan(120);
		});
	});
});
