import { demoCustomer, type TradevestCaller } from '../support';

export const REQUESTOR = demoCustomer.naturalPersonId;
export const PRODUCTS = `/customers/${demoCustomer.customerId}/products`;

/** How long a step takes in these tests: so long that none is taken before the clock is put forward. */
export const STEP_MS = 60_000;

/** Opens a product of the demo customer. @returns its id */
export async function open(caller: TradevestCaller, productCode: string): Promise<string> {
	return await caller.create(`POST ${PRODUCTS}`, { productCode }, REQUESTOR);
}

/** The id in the answer to an order. */
export async function order(caller: TradevestCaller, path: string, body: object | string, requestor = REQUESTOR): Promise<string> {
	const { status, body: answer } = await caller.ask(`POST ${path}`, body, requestor);
	expect([path, status]).toEqual([path, 200]);
	return (answer as unknown as { orderId: string }).orderId;
}

/** Statuses that were told of a kind of things, in the order of time. */
export function statuses(caller: TradevestCaller, eventType: string): unknown[] {
	return caller.told(eventType).map((payload) => (payload as { status?: string }).status);
}
