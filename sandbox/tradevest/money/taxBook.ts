import { Book, type Life, type Thing } from '../book';
import type { TaxExemptionOrder, TaxExemptionOrderRequest } from '../types';

type Held = Thing & Required<Pick<TaxExemptionOrder, 'taxExemptionOrderId' | 'entityId' | 'fsaAmount' | 'fsaValidFrom'>> & TaxExemptionOrder & { createdOn: string; modifiedOn: string };

/** Tax exemption orders (tv:api-reference/taxes/exemption). Their statuses are not public: ACTIVE and PENDING are invented. */
export class TaxBook {
	private readonly book: Book<Held>;

	constructor(private readonly life: Life) {
		const plan = { idName: 'taxExemptionOrderId', eventType: 'TAX_EXEMPTION_ORDER_NOTIFICATION' } as const;
		this.book = new Book<Held>({ ...plan, statuses: { ACCEPTED: 'ACTIVE', REVIEW: 'PENDING', INVALID: 'INVALID', REJECTED: 'REJECTED' } }, life);
	}

	/** @param request with the digits as they were written. @returns the id of the order */
	create(request: TaxExemptionOrderRequest): string {
		const fsaValidFrom = `${new Date(this.life.now()).getUTCFullYear()}-01-01`;
		return this.book.create(({ id, ...stamp }) => ({ fsaValidFrom, ...request, taxExemptionOrderId: id, ...stamp })).taxExemptionOrderId;
	}

	find(id: string): TaxExemptionOrder | undefined {
		return this.book.find(id);
	}

	/** @param changes with the digits as they were written */
	change(id: string, changes: Pick<TaxExemptionOrder, 'fsaAmount' | 'fsaValidUntil'>): void {
		const given: Partial<Held> = changes;
		this.book.change(id, given);
	}

	newestFirst(): TaxExemptionOrder[] {
		return this.book.newestFirst();
	}

	view(): TaxExemptionOrder[] {
		return this.book.view();
	}

	settle(): void {
		this.book.settle();
	}

	reset(): void {
		this.book.reset();
	}
}
