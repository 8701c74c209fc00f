import { randomUUID } from 'node:crypto';

import { sum } from '../../core/decimals';
import type { Transaction } from '../types';

/** How much there is of something, as an exact decimal. */
export interface Holding {
	quantity: string;
	modifiedOn: string;
}

type Part = Pick<Transaction, 'digitalTradingTransaction' | 'traditionalTradingTransaction' | 'cashTransaction'>;

const nothing = (modifiedOn: string): Holding => ({ quantity: '0', modifiedOn });

/**
 * What is on the accounts and in the wallets, and the transactions that made it so.
 *
 * Invented: that there may be less than nothing. No document says how much an order or a transfer may use, so nothing is refused for it.
 */
export class Ledger {
	private cash = new Map<string, Holding>();

	private assets = new Map<string, Map<string, Holding>>();

	private transactions: Transaction[] = [];

	/** @param openedOn stands as the time of an account that nothing was paid to */
	cashOn(customerProductId: string, openedOn: string): Holding {
		return this.cash.get(customerProductId) ?? { quantity: '0.00', modifiedOn: openedOn };
	}

	/** What a product holds, by ISIN or symbol, in the order in which it came. */
	assetsOn(customerProductId: string): Array<[name: string, holding: Holding]> {
		return [...(this.assets.get(customerProductId) ?? [])];
	}

	/** @param amount below 0 for what is taken away */
	pay(customerProductId: string, amount: string, at: string): void {
		this.cash.set(customerProductId, { quantity: sum(this.cashOn(customerProductId, at).quantity, amount), modifiedOn: at });
	}

	/** @param quantity below 0 for what is taken away */
	put(customerProductId: string, name: string, quantity: string, at: string): void {
		const held = this.assets.get(customerProductId) ?? new Map<string, Holding>();
		const before = held.get(name) ?? nothing(at);
		held.set(name, { quantity: sum(before.quantity, quantity), modifiedOn: at });
		this.assets.set(customerProductId, held);
	}

	/** Makes the transaction of something that is complete. @param at also the day of booking and of value, which is invented */
	note(customerId: string, transactionType: Transaction['transactionType'], at: string, part: Part): void {
		const day = at.slice(0, 10);
		this.transactions.push({
			transactionId: randomUUID(),
			customerId,
			createdOn: at,
			modifiedOn: at,
			transactionType,
			transactionStatus: 'COMPLETED',
			bookingDate: day,
			valueDate: day,
			...part,
		});
	}

	/** Marks the transaction of an order that was corrected. */
	correct(orderId: string, at: string): void {
		this.transactions = this.transactions.map((transaction) =>
			[transaction.digitalTradingTransaction, transaction.traditionalTradingTransaction].some((part) => part?.orderId === orderId)
				? { ...transaction, transactionStatus: 'MODIFIED', modifiedOn: at }
				: transaction,
		);
	}

	find(transactionId: string): Transaction | undefined {
		return this.transactions.find((transaction) => transaction.transactionId === transactionId.toLowerCase());
	}

	/** All transactions, the oldest first. */
	view(): Transaction[] {
		return [...this.transactions];
	}

	reset(): void {
		this.cash.clear();
		this.assets.clear();
		this.transactions = [];
	}
}
