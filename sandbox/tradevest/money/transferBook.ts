import { negative } from '../../core/decimals';
import { exactNumber } from '../../core/exactNumber';
import { Book, type Life, type Thing } from '../book';
import type { ValidationError } from '../notifications';
import type { TradevestSettings } from '../settings';
import type { Transfer } from '../types';
import { BIC } from './iban';
import type { Ledger } from './ledger';
import type { ProductBook } from './productBook';

/** A transfer as it was asked for. Of one to the outside nothing is certain but that it is asked for. */
export interface TransferWish {
	customerProductId?: string;
	/** An exact decimal. */
	amount?: string;
	reference?: string;
	externalId?: string;
}

type Held = Thing & TransferWish & { transferId: string; customerId?: string; status: Transfer['transferStatus'] };

/** Whoever is on the other side. Invented. */
const COUNTERPARTY = 'Sandbox Bank';

const REFUSED: ValidationError = { errorType: 'UNKNOWN_ERROR', description: 'Refused by the bank, as it was switched on for a test' };

/** Transfers (tv:api-reference/transfers): to the outside, and those that come in for a test. */
export class TransferBook {
	private readonly outgoing: Book<Held>;

	private readonly incoming: Book<Held>;

	constructor(
		life: Life,
		private readonly settings: () => Pick<TradevestSettings, 'orderStepMs' | 'lastTransferState'>,
		private readonly products: ProductBook,
		private readonly ledger: Ledger,
	) {
		const plan = { idName: 'transferId', eventType: 'TRANSFER_NOTIFICATION' } as const;
		this.outgoing = new Book<Held>(
			{
				...plan,
				statuses: { ACCEPTED: 'PENDING', REVIEW: 'PENDING', INVALID: 'INVALID', REJECTED: 'REJECTED' },
				next: ({ status }) => {
					const { orderStepMs, lastTransferState: last } = this.settings();
					if (status !== 'PENDING' || last === 'PENDING') return null;
					return { afterMs: orderStepMs, outcome: () => ({ changes: { status: last }, ...(last === 'REJECTED' ? { reason: REFUSED } : {}) }) };
				},
				changed: (transfer, before) => this.changed(transfer, before, negative),
			},
			life,
		);
		// Of what comes in nothing is told before it is there.
		this.incoming = new Book<Held>(
			{
				...plan,
				statuses: { ACCEPTED: 'PROCESSED', REVIEW: 'PENDING', INVALID: 'INVALID', REJECTED: 'REJECTED' },
				changed: (transfer, before) => this.changed(transfer, before, (amount) => amount),
			},
			life,
		);
	}

	/** Takes a transfer to the outside. @returns its id */
	send(wish: TransferWish): string {
		const { customerProductId } = wish;
		const reason = customerProductId === undefined ? null : this.products.whyNot(customerProductId, 'CASH');
		return this.take(this.outgoing, wish, reason);
	}

	/** Has money come in. */
	receive(wish: Required<Omit<TransferWish, 'externalId'>>): void {
		this.take(this.incoming, wish, this.products.whyNot(wish.customerProductId, 'CASH'));
	}

	hasExternalId(externalId: string | undefined): boolean {
		return this.outgoing.hasExternalId(externalId);
	}

	find(transferId: string): Transfer | undefined {
		const held = this.outgoing.find(transferId) ?? this.incoming.find(transferId);
		return held && shown(held);
	}

	view(): Transfer[] {
		return [...this.outgoing.view(), ...this.incoming.view()].sort((a, b) => a.createdOn.localeCompare(b.createdOn)).map(shown);
	}

	settle(): void {
		this.outgoing.settle();
		this.incoming.settle();
	}

	reset(): void {
		this.outgoing.reset();
		this.incoming.reset();
	}

	private take(book: Book<Held>, wish: TransferWish, reason: ValidationError | null): string {
		const customerId = wish.customerProductId === undefined ? undefined : this.products.customerOf(wish.customerProductId);
		return book.create(({ id, ...stamp }) => ({ ...wish, transferId: id, ...(customerId === undefined ? {} : { customerId }), ...stamp, status: 'RECEIVED' }), reason === null ? {} : { verdict: 'INVALID', reason })
			.transferId;
	}

	private changed(transfer: Held, before: Held | null, signed: (amount: string) => string): void {
		const { transferId, customerId, customerProductId, amount, reference, status, modifiedOn } = transfer;
		if (status !== 'PROCESSED' || before?.status === 'PROCESSED' || customerProductId === undefined || customerId === undefined || amount === undefined) return;
		this.ledger.pay(customerProductId, signed(amount), modifiedOn);
		this.ledger.note(customerId, 'TRANSFER', modifiedOn, {
			cashTransaction: {
				transferId,
				...(reference === undefined ? {} : { referenceMessage: reference }),
				counterpartyName: COUNTERPARTY,
				customerProductId,
				iban: this.products.find(customerProductId)?.accountData?.iban,
				bic: BIC,
				amount: exactNumber(signed(amount)),
			},
		});
	}
}

function shown({ transferId, status, createdOn, modifiedOn, customerId, customerProductId, amount }: Held): Transfer {
	return {
		transferId,
		transferStatus: status,
		...(status === 'REJECTED' ? { rejectReason: REFUSED.description } : {}),
		createdOn,
		modifiedOn,
		...(customerId === undefined ? {} : { customerId }),
		...(customerProductId === undefined ? {} : { customerProductId }),
		...(amount === undefined ? {} : { amount: exactNumber(amount) }),
	};
}
