import type { IDataObject } from 'n8n-workflow';

import { runItems } from '../../../../../engine/items/runItems';
import type { PartnerAnswer, PartnerRequest } from '../../../../../engine/http/request';
import { submit } from '../../../../../nodes/SrsSips/order/submit';
import { any, FakeSender, runOf } from '../../../../support/services/madeUp';
import { panel, RUN } from '../../../../support/panels/pure';
import { ORDER } from '../support';

const QUEUE_ID = 'a06489ff-ee73-421d-a1b8-a4128aa7f37a';
const OWN = { PONumber: '7731-2', transactionID: 'T-1' };

/** SIPS with this list of orders, which queues what it is sent. */
class QueueingSips extends FakeSender {
	listed: IDataObject[] = [];

	override async repeat(request: PartnerRequest): Promise<PartnerAnswer> {
		this.reads.push(request);
		return await Promise.resolve({ status: 200, headers: {}, body: request.path === '/orders/List' ? this.listed : [] });
	}

	override async once(request: PartnerRequest): Promise<PartnerAnswer> {
		this.writes.push(request);
		return await Promise.resolve({ status: 200, headers: {}, body: { orderID: QUEUE_ID, queueID: QUEUE_ID, message: 'Order Queued' } });
	}
}

/** The output of one submitted order. */
async function submitted(sips: QueueingSips, changes: Record<string, unknown> = {}): Promise<unknown> {
	const fields = { ...ORDER, 'options.checkFirst': false, 'options.lookUpSeconds': 0, 'options.transactionId': 'T-1', ...changes };
	const [result] = await runItems(any(submit), runOf([{}], sips, { reader: () => panel(fields), run: RUN }));
	return result && 'items' in result ? result.items[0] : result;
}

describe('an order that was queued', () => {
	it.each<[string, IDataObject]>([
		['its queue id for a number', { orderID: QUEUE_ID }],
		['no number', {}],
		['0 for a number', { orderID: 0 }],
	])('stays queued, with its queue id, where SIPS lists it with %s', async (_what, more) => {
		const sips = new QueueingSips();
		await submitted(sips);
		sips.listed = [{ ...OWN, orderStatus: 'Pending', ...more }];
		expect(await submitted(sips)).toMatchObject({ state: 'queued', orderId: null, queueId: QUEUE_ID, alreadySubmitted: true });
		expect(sips.writes).toHaveLength(1);
	});

	it('is rejected where SIPS lists it as cancelled, without a number', async () => {
		const sips = new QueueingSips();
		await submitted(sips);
		sips.listed = [{ ...OWN, orderStatus: 'Cancelled' }];
		expect(await submitted(sips)).toMatchObject({ state: 'rejected', orderId: null, status: 'cancelled', alreadySubmitted: true });
	});

	it('is what became of it where SIPS lists a cancelled order and a later one under its transaction ID', async () => {
		const sips = new QueueingSips();
		sips.listed = [{ ...OWN, orderId: 1, orderStatus: 'Cancelled' }, { ...OWN, orderId: 2, orderStatus: 'En Route' }];
		expect(await submitted(sips)).toMatchObject({ state: 'accepted', orderId: '2' });
		expect(sips.writes).toHaveLength(0);
	});
});
