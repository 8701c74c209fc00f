import { Book, type Life, type Thing } from '../book';
import type { ValidationError } from '../notifications';
import type { SavingsPlan, SavingsPlanRequest } from '../types';
import type { ProductBook } from './productBook';

type Held = Thing & SavingsPlan & { createdOn: string; modifiedOn: string };

/** Savings plans (tv:api-reference/asset-management/savings-plans). They do not buy anything here. */
export class SavingsBook {
	private readonly book: Book<Held>;

	constructor(
		life: Life,
		private readonly products: ProductBook,
	) {
		this.book = new Book<Held>(
			{
				idName: 'savingPlanId',
				eventType: 'SAVINGS_PLANS_NOTIFICATION',
				// There is no word for a rejected one.
				statuses: { ACCEPTED: 'ACTIVE', REVIEW: 'INACTIVE', INVALID: 'INVALID', REJECTED: 'INVALID' },
				// Spelt with an s here, and without one where it is read (tv:release-notes/v.2.5.0-test-environment).
				told: ({ savingPlanId: savingsPlanId, customerId, externalId }) => ({ savingsPlanId, customerId, ...(externalId === undefined ? {} : { externalId }) }),
			},
			life,
		);
	}

	/** @returns the id of the plan */
	create(request: SavingsPlanRequest): string {
		const reason = this.whyNot(request);
		const customerId = this.products.customerOf(request.liquidityCustomerProductId);
		return this.book.create(
			({ id, ...stamp }) => ({ ...request, savingPlanId: id, ...(customerId === undefined ? {} : { customerId }), ...stamp, status: 'RECEIVED' }),
			reason === null ? {} : { verdict: 'INVALID', reason },
		).savingPlanId;
	}

	/** A plan that was not deleted. */
	find(savingPlanId: string): SavingsPlan | undefined {
		const found = this.book.find(savingPlanId);
		return found?.status === 'DELETED' ? undefined : found;
	}

	view(): SavingsPlan[] {
		return this.book.view();
	}

	settle(): void {
		this.book.settle();
	}

	reset(): void {
		this.book.reset();
	}

	private whyNot({ externalId, instrumentType, liquidityCustomerProductId, savingsCustomerProductId }: SavingsPlanRequest): ValidationError | null {
		if (this.book.hasExternalId(externalId)) return { errorType: 'ALREADY_EXISTS_ERROR', description: `A savings plan with externalId ${externalId} exists` };
		const target = instrumentType === 'TRADITIONAL_ASSET' ? 'DEPOSITORY' : 'WALLET';
		return this.products.whyNot(liquidityCustomerProductId, 'CASH') ?? this.products.whyNot(savingsCustomerProductId, target);
	}
}
