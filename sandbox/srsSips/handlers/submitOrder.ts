import type { SandboxCustomer } from '../data/customers';
import { errorAnswer } from '../errors';
import type { OrderBook } from '../orders/orderBook';
import { judge } from '../orders/orderRules';
import { orderFromV1 } from '../orders/orderV1';
import type { SrsSipsSettings } from '../settings';
import type { OrderAnswer, OrderRequest, SrsSipsHandler } from '../types';

type Submit = SrsSipsHandler<'submitOrder'>;

/** Takes, queues or refuses an order (submit-order-v2-21007252e0). */
export function submitOrder(book: OrderBook, settings: () => SrsSipsSettings): Submit {
	return ({ body }) => {
		const { checkPrices, submitStatus: status } = settings();
		const judgement = judge(body, checkPrices);
		if ('refusals' in judgement) {
			const { refusals } = judgement;
			return { status: refusals[0].status, body: errorAnswer(refusals, body.transactionID) };
		}
		const answer = book.earlierAnswer(body.transactionID) ?? place(book, body, judgement.customer);
		if (answer) return { status, body: answer };
		const message = 'The branch does not take this order';
		return { status: 400, body: errorAnswer([{ status: 400, code: 'OrderRefused', message }], body.transactionID) };
	};
}

/** The same for an order of the first edition (submit-order-21007241e0). Its refusals name the fields of V2. */
export function submitOrderV1(submit: Submit): SrsSipsHandler<'submitOrderV1'> {
	return ({ body, ...request }) => {
		const order = orderFromV1(body);
		if ('refusal' in order) return { status: order.refusal.status, body: errorAnswer([order.refusal], body.transactionID) };
		const answer = submit({ ...request, body: order.request });
		return answer.status === 201 ? { ...answer, status: 200 } : answer;
	};
}

function place(book: OrderBook, order: OrderRequest, customer: SandboxCustomer): OrderAnswer | null {
	switch (book.modeFor(customer, order)) {
		case 'accepted':
			return book.take(order, customer);
		case 'queued':
			return book.queue(order, customer, 'accepted');
		case 'queuedDropped':
			return book.queue(order, customer, 'dropped');
		case 'queuedRejected':
			return book.queue(order, customer, 'rejected');
		case 'refused':
			return null;
	}
}
