import { randomUUID } from 'node:crypto';

import { product, quotient } from '../../core/decimals';
import { difference, total } from '../money';
import { offsetTimeOf, timeOf, yearsLater } from '../times';
import type { InstalmentPlan } from '../types';
import { priceOf, taxOf, type HeldInstalment, type HeldQuote } from './held';

/** How many instalments a plan has (recordings name the plans). */
const PLANS: Readonly<Record<string, number>> = { '1year-monthly': 12, '1year-quarterly': 4 };

export function isPlan(name: string): boolean {
	return name in PLANS;
}

/** The instalments of a policy. The last one has what is left over by rounding. @param isFirstPaid as it is where nothing is said (recordings) */
export function instalmentsOf(quote: HeldQuote, plan: string, isFirstPaid: boolean): HeldInstalment[] {
	const count = PLANS[plan] ?? 1;
	const price = priceOf(quote);
	const part = quotient(price, String(count), 2);
	const length = (yearsLater(quote.startAt, 1) - quote.startAt) / count;
	return Array.from({ length: count }, (_, at) => ({
		id: randomUUID(),
		number: at + 1,
		startAt: quote.startAt + at * length,
		endAt: quote.startAt + (at + 1) * length,
		amount: at + 1 < count ? part : difference(product(part, String(count - 1)), price),
		isPaid: at === 0 && isFirstPaid,
	}));
}

/** A plan as it is read (recordings). */
export function planAnswer(quote: HeldQuote): InstalmentPlan {
	const schedule = quote.instalments.map((instalment) => instalmentAnswer(quote.id, instalment));
	const sumOf = (isPaid: boolean) => Number(total(quote.instalments.filter((each) => each.isPaid === isPaid).map(({ amount }) => amount)));
	return {
		id: quote.id,
		next_payment: schedule.find(({ status }) => status === 'UNPAID') ?? null,
		paid_until: quote.paidUntil === null ? null : timeOf(quote.paidUntil),
		payment_schedule: schedule,
		total_amount_paid: sumOf(true),
		total_amount_due: sumOf(false),
	};
}

function instalmentAnswer(quote: string, { id, number, startAt, endAt, amount, isPaid }: HeldInstalment): InstalmentPlan['payment_schedule'][number] {
	return {
		id,
		number,
		quote,
		period_start_date: offsetTimeOf(startAt),
		period_end_date: offsetTimeOf(endAt),
		status: isPaid ? 'PAID' : 'UNPAID',
		commission: 0,
		total_amount: Number(amount),
		tax: { taxes: [], total_tax: taxOf(amount) },
		surcharges: {},
		payment_failures: null,
	};
}
