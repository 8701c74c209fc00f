import { Failure } from '../../../engine/failure';
import { SentBefore } from '../../../engine/once/sentBefore';

const unknown = () => Promise.reject(new Failure('unknownOutcome', 'nobody knows', { advice: '' }));

describe('writes sent before', () => {
	it('come out again where the same is asked for under the same key', async () => {
		const sent = new SentBefore<string>();
		await sent.guard('k', 'content', 'PO 1', async () => 'order 7');
		const again = await sent.guard('k', 'content', 'PO 1', async () => 'order 8');
		expect(again).toEqual({ result: 'order 7', wasDoneBefore: true });
	});

	it('are a conflict where something else is asked for under the same key', async () => {
		const sent = new SentBefore<string>();
		await sent.guard('k', '30 bundles', 'PO 1', async () => 'order 7');
		await expect(sent.guard('k', '40 bundles', 'PO 1', async () => 'order 8')).rejects.toMatchObject({ kind: 'conflict' });
	});

	it('of unknown outcome stay unknown, also with other content', async () => {
		const sent = new SentBefore<string>();
		await expect(sent.guard('k', 'a', 'PO 1', unknown)).rejects.toMatchObject({ kind: 'unknownOutcome' });
		await expect(sent.guard('k', 'b', 'PO 1', async () => 'order 8')).rejects.toMatchObject({ kind: 'unknownOutcome' });
	});

	it('are forgotten when they are many, but never one whose outcome is unknown', async () => {
		const sent = new SentBefore<number>();
		await expect(sent.guard('lost', '', 'PO 0', unknown)).rejects.toMatchObject({ kind: 'unknownOutcome' });
		for (let n = 0; n < 5_010; n += 1) await sent.guard(`k${n}`, '', `PO ${n}`, async () => n);
		await expect(sent.guard('lost', '', 'PO 0', async () => 1)).rejects.toMatchObject({ kind: 'unknownOutcome' });
		expect(await sent.guard('k0', '', 'PO 0', async () => -1)).toEqual({ result: -1, wasDoneBefore: false });
		expect(await sent.guard('k5009', '', 'PO 5009', async () => -1)).toEqual({ result: 5009, wasDoneBefore: true });
	});
});
