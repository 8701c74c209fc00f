import type { IBinaryKeyData } from 'n8n-workflow';

import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { tradevestEngine } from '../../support/n8nEngine/tradevestEngine';
import { EXAMPLE_FILES } from '../../support/services/exampleRuns';
import { EXAMPLES } from '../../support/services/Tradevest.examples';

/** Documents at Tradevest: PDFs that go up at most once, and come down as they were. */

let sandbox: TradevestSandbox;
let engine: Engine;

beforeEach(async () => {
	sandbox = await startTradevestSandbox();
	engine = tradevestEngine(sandbox);
});

afterEach(async () => {
	await sandbox.close();
});

const received = () => sandbox.control.counts().operations.uploadDocument?.received ?? 0;
const pdf = (text: string): IBinaryKeyData => ({ pdf: { mimeType: 'application/pdf', data: Buffer.from(text, 'latin1').toString('base64') } });

async function upload(changes: object = {}, binaries: IBinaryKeyData = EXAMPLE_FILES) {
	const parameters = { resource: 'document', operation: 'upload', options: {}, ...EXAMPLES['document.upload'], ...changes };
	return await engine.run({ items: [{}], binaries: [binaries], parameters: parameters as never });
}

it('a document that went up comes down byte for byte', async () => {
	const text = '%PDF-1.4\r\n\u0000\u00ff--boundary\r\n';
	const { items } = await upload({}, pdf(text));
	const documentId = items[0]?.json.documentId;
	const down = await engine.run({ items: [{}], parameters: { resource: 'document', operation: 'download', documentId, binaryPropertyName: 'file', options: {} } as never });
	expect(down.error).toBeUndefined();
	expect(Buffer.from(down.items[0]?.binary?.file?.data ?? '', 'base64').toString('latin1')).toBe(text);
});

it.each([
	['no PDF', { data: EXAMPLE_FILES.data }, { binaryPropertyName: 'data' }, 'must be a PDF'],
	['too large', pdf(`%PDF-${'x'.repeat(6 * 1024 * 1024)}`), {}, 'at most 6 MB'],
	['not there', {}, {}, 'has no file in "pdf"'],
])('a file that is %s is told by its field, and nothing is sent', async (_what, binaries, changes, words) => {
	const { error } = await upload(changes, binaries as IBinaryKeyData);
	expect(error?.message).toContain('Input Binary Field');
	expect(error?.message).toContain(words);
	expect(received()).toBe(0);
});

it('all faulty fields and the file are named at once', async () => {
	const { error } = await upload({ resourceId: 'nobody', documentName: '={{ "" }}', binaryPropertyName: 'data' });
	for (const field of ['Resource ID', 'Document Name', 'Input Binary Field']) expect(error?.message).toContain(field);
});

it('another file under the same name is another document, and the same one is not', async () => {
	const own = { externalId: '' };
	const [first, again, other] = [await upload(own, pdf('%PDF-1')), await upload(own, pdf('%PDF-1')), await upload(own, pdf('%PDF-2'))];
	expect(again.items[0]?.json).toMatchObject({ documentId: first.items[0]?.json.documentId, alreadySubmitted: true });
	expect(other.items[0]?.json.documentId).not.toBe(first.items[0]?.json.documentId);
	expect(other.items[0]?.json.externalId).not.toBe(first.items[0]?.json.externalId);
	expect(received()).toBe(2);
});
