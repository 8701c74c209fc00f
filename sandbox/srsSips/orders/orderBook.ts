import { randomUUID } from 'node:crypto';

import type { SandboxState } from '../../core/state';
import { PLACEHOLDER_JOB_ACCOUNT, type SandboxCustomer } from '../data/customers';
import type { OrderMode, SrsSipsSettings } from '../settings';
import type { OrderAnswer, OrderRequest } from '../types';
import { isReal, type HeldOrder, type RealOrder } from './heldOrder';
import { centsOfLines } from './orderedLines';
import { OrderLife } from './orderLife';
import { partsOf } from './outcome';

const FIRST_ORDER_ID = 41_200_001;

/** The orders the sandbox took. */
export class OrderBook {
	private held: HeldOrder[] = [];

	private answers = new Map<string, OrderAnswer>();

	private nextOrderId = FIRST_ORDER_ID;

	private readonly life: OrderLife;

	constructor(private readonly state: SandboxState<SrsSipsSettings>) {
		this.life = new OrderLife(state);
	}

	/** How this customer's orders are taken just now. */
	modeFor(customer: SandboxCustomer, order: OrderRequest): Exclude<OrderMode, 'perCustomer'> {
		const { orderMode, orderModeByCustomer } = this.state.settings;
		const mode = orderModeByCustomer[customer.customerCode] ?? orderMode;
		if (mode !== 'perCustomer') return mode;
		return order.jobAccountNumber === PLACEHOLDER_JOB_ACCOUNT ? 'queuedDropped' : customer.orderMode;
	}

	/** The first answer to this transactionID, if repeats are to be recognised. */
	earlierAnswer(transactionID: string): OrderAnswer | undefined {
		return this.state.settings.deduplicateTransactionId ? this.answers.get(transactionID) : undefined;
	}

	/** Takes an order at once. */
	take(request: OrderRequest, customer: SandboxCustomer): OrderAnswer {
		const orders = this.hold(request, customer, null);
		for (const order of orders) {
			order.orderId = this.newOrderId();
			this.life.start(order, () => this.newOrderId());
		}
		const [order] = orders;
		return this.answer(request, 'Order Submitted', String(order.orderId), null);
	}

	/** Queues an order. Its number comes later, or never. */
	queue(request: OrderRequest, customer: SandboxCustomer, fate: 'accepted' | 'dropped' | 'rejected'): OrderAnswer {
		const queueId = randomUUID();
		for (const order of this.hold(request, customer, queueId)) {
			if (fate === 'accepted') this.life.start(order, () => this.newOrderId());
			if (fate === 'dropped') this.life.drop(order);
			if (fate === 'rejected') this.life.reject(order);
		}
		return this.answer(request, 'Order Queued', queueId, queueId);
	}

	/** The orders that have a number, oldest first. */
	real(): RealOrder[] {
		return this.held.filter(isReal);
	}

	/** The order with this number, if it is real. */
	find(orderId: string): RealOrder | undefined {
		return this.real().find((order) => String(order.orderId) === orderId);
	}

	/** What the control path shows. */
	view() {
		return this.held.map(({ request, splitFrom, ...order }) => ({
			...order,
			...(splitFrom === undefined ? {} : { splitFromOrderId: splitFrom.orderId }),
			transactionID: request.transactionID,
			poNumber: request.poDetails.poNumber,
			customerCode: request.customerCode,
			branchCode: request.branchCode,
			jobAccountNumber: request.jobAccountNumber,
			lines: request.orderLineItemDetails,
			request,
		}));
	}

	reset(): void {
		this.held = [];
		this.answers.clear();
		this.nextOrderId = FIRST_ORDER_ID;
	}

	/** An order, and the one in which a part of it goes on, if it is to be split. */
	private hold(request: OrderRequest, customer: SandboxCustomer, queueId: string | null): [HeldOrder, ...HeldOrder[]] {
		const [first, second] = partsOf(request, this.state.settings.orderOutcome);
		const order = this.holdPart(first, customer, queueId);
		return second ? [order, this.holdPart(second, customer, queueId, order)] : [order];
	}

	private holdPart(request: OrderRequest, customer: SandboxCustomer, queueId: string | null, splitFrom?: HeldOrder): HeldOrder {
		const state = queueId === null ? 'Order Received' : 'Queued';
		const takenAt = new Date().toISOString();
		const order: HeldOrder = {
			orderId: null,
			queueId,
			state,
			takenAt,
			reachedAt: { [state]: takenAt },
			invoiceNumber: null,
			outcome: this.state.settings.orderOutcome,
			...(splitFrom ? { splitFrom } : {}),
			total: centsOfLines(request.orderLineItemDetails, customer) / 100,
			request,
		};
		this.held.push(order);
		return order;
	}

	private answer(request: OrderRequest, message: string, orderID: string, queueID: string | null): OrderAnswer {
		const { transactionID } = request;
		const answer: OrderAnswer = { message, transactionID, orderID, queueID };
		if (!this.answers.has(transactionID)) this.answers.set(transactionID, answer);
		return answer;
	}

	private newOrderId(): number {
		const orderId = this.nextOrderId;
		this.nextOrderId += 1;
		return orderId;
	}
}
