import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { OrderListRequest } from '../../../sandbox/srsSips/types';

/** The sandbox remembers 500 calls. */
const LOOK_EVERY_MS = 2_000;

/** When the watch that sees all orders was given them: it asks for no order and no customer, but for all since a day. */
export class LookLog {
	private readonly moments = new Set<number>();
	private readonly timer: NodeJS.Timeout;

	constructor(private readonly sandbox: SrsSipsSandbox) {
		this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
	}

	/** In milliseconds since 1970, by the clock of the run. */
	all(): number[] {
		this.look();
		return [...this.moments].sort((one, other) => one - other);
	}

	stop(): void {
		clearInterval(this.timer);
	}

	private look(): void {
		for (const { at, status, body } of this.sandbox.control.requests('getOrderList')) {
			const { orderFromDate, PONumber, orderId, customerNumber } = (body ?? {}) as OrderListRequest;
			if (status === 200 && orderFromDate && !PONumber && orderId === undefined && !customerNumber) this.moments.add(Date.parse(at));
		}
	}
}
