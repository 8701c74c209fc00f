import { inflateSync } from 'node:zlib';

import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../../sandbox/srsSips';
import { writePdf } from '../../../../../sandbox/core/pdf';
import { writePng } from '../../../../../sandbox/srsSips/files/png';
import type { OrderAnswer } from '../../../../../sandbox/srsSips/types';
import { inSandbox, order, signIn } from '../../support';

const INVOICE = '0041190007-001';

interface FileInJson {
	fileName: string;
	contentType: string;
	content?: string;
	url?: string;
}

/** The objects of a PDF, found the way a reader finds them: from its end, over the table. */
function objectsOf(pdf: Buffer): string[] {
	const text = pdf.toString('latin1');
	const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
	const table = text.slice(start);
	const count = Number(/^xref\n0 (\d+)\n/.exec(table)?.[1]);
	const entries = table.split('\n').slice(2, 2 + count);
	return entries.slice(1).map((entry, at) => {
		expect(entry).toMatch(/^\d{10} 00000 n $/);
		const object = text.slice(Number(entry.slice(0, 10)));
		expect(object.startsWith(`${at + 1} 0 obj\n`)).toBe(true);
		return object.slice(0, object.indexOf('\nendobj'));
	});
}

describe('the PDF writer', () => {
	it('writes a file whose table leads to every object and whose lengths are right', () => {
		const pdf = writePdf(['Total 1.00 (paid)', 'a\\b', 'Mädchen 日本']);
		expect(pdf.subarray(0, 9).toString()).toBe('%PDF-1.4\n');
		const objects = objectsOf(pdf);
		expect(objects).toHaveLength(5);
		const [, length = '', content = ''] = /\/Length (\d+) >>\nstream\n([^]*)\nendstream$/.exec(objects[3] ?? '') ?? [];
		expect(content).toHaveLength(Number(length));
		expect(content).toContain('(Total 1.00 \\(paid\\)) Tj');
		expect(content).toContain('(a\\\\b) Tj');
		expect(content).toContain('(Mädchen ??) Tj');
	});

	it('makes a file longer that is whole all the same', () => {
		const long = writePdf(['x'], 1000);
		expect(long.length - writePdf(['x']).length).toBeGreaterThanOrEqual(1000);
		expect(objectsOf(long)).toHaveLength(6);
	});
});

describe('the PNG writer', () => {
	it('writes the pixels it is given', () => {
		const png = writePng(2, 2, (x, y) => x * 10 + y);
		expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
		expect(png.subarray(12, 16).toString()).toBe('IHDR');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 2]);
		const dataAt = png.indexOf('IDAT');
		const pixels = inflateSync(png.subarray(dataAt + 4, dataAt + 4 + png.readUInt32BE(dataAt - 4)));
		expect([...pixels]).toEqual([0, 0, 10, 0, 1, 11]);
		expect(png.subarray(-8, -4).toString()).toBe('IEND');
	});
});

describe('files', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;
	let orderId: string;
	/** The calls that answer with a file. */
	let paths: Record<'getInvoicePdf' | 'getProofOfDelivery', string>;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
		const { body } = await client.post<OrderAnswer>('/orders/v2/Submit', order());
		await sandbox.control.settled();
		orderId = body.orderID;
		paths = { getInvoicePdf: `/invoices/pdf/00${orderId}-001`, getProofOfDelivery: `/deliveries/proofOfDelivery/${orderId}` };
	});

	const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

	describe.each(['getInvoicePdf', 'getProofOfDelivery'] as const)('of %s', (operationId) => {
		const name = () => (operationId === 'getInvoicePdf' ? `invoice-00${orderId}-001.pdf` : `proof-of-delivery-${orderId}.pdf`);

		it('come as bytes, with their type and name', async () => {
			const answer = await client.raw(paths[operationId]);
			expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
			expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name()}"`);
			const file = await bytesOf(answer);
			expect(Number(answer.headers.get('content-length'))).toBe(file.length);
			expect(objectsOf(file)[3]).toContain('PO PO-1');
		});

		it('come as Base64, the same bytes', async () => {
			const file = await bytesOf(await client.raw(paths[operationId]));
			sandbox.control.change({ fileForm: 'base64' });
			const { body } = await client.get<FileInJson>(paths[operationId]);
			expect(body).toMatchObject({ fileName: name(), contentType: 'application/pdf' });
			expect(Buffer.from(body.content ?? '', 'base64')).toEqual(file);
			expect(sandbox.contract.checkAnswer(operationId, 200, body)).toEqual([]);
		});

		it('come as a link, which needs no token', async () => {
			const file = await bytesOf(await client.raw(paths[operationId]));
			sandbox.control.change({ fileForm: 'link' });
			const { body } = await client.get<FileInJson>(paths[operationId]);
			expect(body).toMatchObject({ fileName: name(), url: expect.stringContaining(`${sandbox.url}/`) });
			expect(sandbox.contract.checkAnswer(operationId, 200, body)).toEqual([]);
			const answer = await fetch(body.url ?? '');
			expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
			expect(await bytesOf(answer)).toEqual(file);
		});

		it('come as a link that needs a token, when told to', async () => {
			sandbox.control.change({ fileForm: 'link', fileLinkNeedsToken: true });
			const { body } = await client.get<FileInJson>(paths[operationId]);
			expect((await fetch(body.url ?? '')).status).toBe(401);
			expect((await client.raw(new URL(body.url ?? '').pathname)).status).toBe(200);
			expect(sandbox.control.counts().operations.getFile?.answered).toEqual({ 200: 1, 401: 1 });
		});

		it('can be made long', async () => {
			sandbox.control.change({ filePaddingBytes: 3_000_000 });
			const file = await bytesOf(await client.raw(paths[operationId]));
			expect(file.length).toBeGreaterThan(3_000_000);
			expect(objectsOf(file)).toHaveLength(6);
		});

		it('need a token themselves', async () => {
			expect((await fetch(sandbox.url + paths[operationId])).status).toBe(401);
		});

		it('meet faults like any answer', async () => {
			const whole = await bytesOf(await client.raw(paths[operationId]));
			for (const kind of ['status', 'contentType', 'truncatedJson', 'cutBody', 'patch', 'html'] as const) {
				sandbox.control.fault({ operationId, kind, merge: { fileName: 'x' } });
			}
			expect((await client.raw(paths[operationId])).status).toBe(500);
			const odd = await client.raw(paths[operationId]);
			expect(odd.headers.get('content-type')).toBe('text/plain; charset=utf-8');
			expect(await bytesOf(odd)).toEqual(whole);
			expect(await bytesOf(await client.raw(paths[operationId]))).toEqual(whole.subarray(0, Math.floor(whole.length / 2)));
			await expect(client.raw(paths[operationId]).then(bytesOf)).rejects.toThrow('terminated');
			expect(await bytesOf(await client.raw(paths[operationId]))).toEqual(whole);
			expect((await client.raw(paths[operationId])).headers.get('content-type')).toBe('text/html; charset=utf-8');
			sandbox.control.fault({ operationId, kind: 'cut' });
			await expect(client.raw(paths[operationId])).rejects.toThrow('fetch failed');
		});
	});

	it('can be a picture, as proof of delivery', async () => {
		sandbox.control.change({ proofType: 'png' });
		const answer = await client.raw(paths.getProofOfDelivery);
		expect(answer.headers.get('content-type')).toBe('image/png');
		const file = await bytesOf(answer);
		expect(file.subarray(1, 4).toString()).toBe('PNG');
		sandbox.control.change({ fileForm: 'link' });
		const { body } = await client.get<FileInJson>(paths.getProofOfDelivery);
		expect(body.fileName).toBe(`proof-of-delivery-${orderId}.png`);
		expect(await bytesOf(await fetch(body.url ?? ''))).toEqual(file);
	});

	it('exist of old invoices, too', async () => {
		const file = await bytesOf(await client.raw(`/invoices/pdf/${INVOICE}`));
		expect(objectsOf(file)[3]).toContain('Total 1843.27');
	});

	it('behind links can be late, refused or missing', async () => {
		const url = `${sandbox.url}/files/invoice-${INVOICE}.pdf`;
		sandbox.control.fault({ operationId: 'getFile', kind: 'status', status: 503 });
		expect((await fetch(url)).status).toBe(503);
		expect((await fetch(url)).status).toBe(200);
		for (const name of ['invoice-0000000001-001.pdf', `invoice-${INVOICE}.png`, 'proof-of-delivery-1.pdf', 'x.pdf', '..%2Fx']) {
			expect((await fetch(`${sandbox.url}/files/${name}`)).status).toBe(404);
		}
	});

	it('do not exist of invoices and orders that do not', async () => {
		expect((await client.raw('/invoices/pdf/0041209999-001')).status).toBe(404);
		expect((await client.raw('/invoices/pdf/41209999')).status).toBe(400);
	});
});
