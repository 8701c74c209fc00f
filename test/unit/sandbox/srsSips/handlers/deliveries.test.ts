import { startSrsSipsSandbox, type SrsSipsSandbox } from '../../../../../sandbox/srsSips';
import type { GoodState } from '../../../../../sandbox/srsSips/orders/words';
import type { Coordinates, Delivery, OrderAnswer } from '../../../../../sandbox/srsSips/types';
import { inSandbox, order, signIn } from '../../support';

describe('deliveries', () => {
	let sandbox: SrsSipsSandbox;
	let client: Awaited<ReturnType<typeof signIn>>;

	inSandbox(() => startSrsSipsSandbox({ eventDelayMs: 1 }), async (started) => {
		sandbox = started;
		client = await signIn(sandbox);
	});

	/** Number of an order that came as far as this. */
	const placed = async (lastOrderState: GoodState, request = order()) => {
		sandbox.control.change({ lastOrderState });
		const { body } = await client.post<OrderAnswer>('/orders/v2/Submit', request);
		await sandbox.control.settled();
		return body.orderID;
	};
	const delivery = (orderId: string) => client.get<Delivery>(`/deliveries/${orderId}`);
	const coordinates = (orderId: string) => client.get<Coordinates>(`/deliveries/v2/coordinates/${orderId}`);
	const proof = (orderId: string) => client.raw(`/deliveries/proofOfDelivery/${orderId}`);

	it.each([
		['En Route', 'En Route', 404],
		['Arrived', 'Arrived', 404],
		['Completed', 'Completed', 200],
		['Invoiced', 'Completed', 200],
	] as const)('of an order that is %s are %s, and the proof answers %i', async (state, deliveryStatus, proofStatus) => {
		const orderId = await placed(state);
		expect((await delivery(orderId)).body).toMatchObject({ orderNumber: Number(orderId), deliveryStatus });
		expect((await coordinates(orderId)).body.coordinateStatus).toBe(deliveryStatus);
		expect((await proof(orderId)).status).toBe(proofStatus);
	});

	it('do not exist before the truck leaves, after it was cancelled, and for no order', async () => {
		const received = await placed('Order Received');
		sandbox.control.change({ webhookMode: 'cancelled' });
		const cancelled = await placed('Invoiced', order({ transactionID: 'test-transaction-2' }));
		for (const orderId of [received, cancelled, '41209999', 'x']) {
			expect(await delivery(orderId)).toMatchObject({ status: 404, body: { code: 'DeliveryNotFound' } });
			expect((await coordinates(orderId)).status).toBe(404);
			expect((await proof(orderId)).status).toBe(404);
		}
		expect((await client.post('/deliveries/list', {})).body).toEqual({ deliveryList: [] });
	});

	it('tell what is on the truck, where it goes, and who signed', async () => {
		const { body } = await delivery(await placed('Completed'));
		expect(body).toMatchObject({
			shipmentNumber: 1,
			customerCode: 'DEMO100',
			branchCode: 'SBDEN',
			PONumber: 'PO-1',
			shippingMethod: 'Ground Drop',
			shipToAddress1: '12 Ridge Rd',
			signedBy: 'Jane Roe',
			deliveredDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
			deliveryLines: [{ lineNumber: 1, productId: 6000, quantityOrdered: 30, quantityShipped: 30, uom: 'BD' }],
		});
	});

	it('leave open who signed and when until the goods are handed over', async () => {
		for (const state of ['En Route', 'Arrived'] as const) expect((await delivery(await placed(state))).body).toMatchObject({ signedBy: null, deliveredDateTime: null });
	});

	it('are on the way, then at the site', async () => {
		const [onTheWay, there] = [await placed('En Route'), await placed('Arrived')];
		const [half, whole] = [(await coordinates(onTheWay)).body, (await coordinates(there)).body];
		// The branch in Denver is at 39.7817; the truck has come half as far as the site is away.
		const miles = (latitude: unknown) => Number(latitude) - 39.7817;
		expect(miles(half.latitude)).toBeCloseTo(miles(whole.latitude) / 2, 4);
		expect(half.lastUpdated).toEqual(expect.any(String));
	});

	it('are found by the filters of Order List', async () => {
		await placed('En Route');
		await placed('Completed', order({ branchCode: 'SBDAL', jobAccountNumber: 51, poDetails: { ...order().poDetails, poNumber: 'PO-2' } }));
		const found = async (filter: object) => {
			const { body } = await client.post<{ deliveryList: Delivery[] }>('/deliveries/list', filter);
			expect(sandbox.contract.checkAnswer('getDeliveryList', 200, body)).toEqual([]);
			return body.deliveryList.map(({ PONumber }) => PONumber);
		};
		expect(await found({})).toEqual(['PO-2', 'PO-1']);
		expect(await found({ rowReturnLimit: 1 })).toEqual(['PO-2']);
		expect(await found({ PONumber: 'PO-1' })).toEqual(['PO-1']);
		expect(await found({ branchCode: 'SBDAL' })).toEqual(['PO-2']);
		expect(await found({ customerNumber: 'DEMO200' })).toEqual([]);
		expect((await client.post('/deliveries/list', { orderId: '41200001' })).status).toBe(400);
	});

	it('answer as the document says', async () => {
		const { checkAnswer } = sandbox.contract;
		const onTheWay = await placed('En Route');
		const there = await placed('Completed');
		for (const orderId of [onTheWay, there]) {
			expect(checkAnswer('getDelivery', 200, (await delivery(orderId)).body)).toEqual([]);
			expect(checkAnswer('getDeliveryCoordinates', 200, (await coordinates(orderId)).body)).toEqual([]);
		}
		expect(checkAnswer('getDelivery', 404, (await delivery('x')).body)).toEqual([]);
	});
});
