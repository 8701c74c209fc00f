import { signedBookings } from '../data/signedBookings';
import { insNumber, securityToken } from '../ids';
import { DAY_MS, yearsLater } from '../times';
import type { ConfirmOfferRequest } from '../types';
import { copyOf, type HeldBooking, type HeldQuote, type Status } from './held';
import { instalmentsOf } from './instalments';
import { schemaOf, type HeldOffer, type OfferedQuote } from './offerBook';

/** What is held back until it is confirmed: the booking as it will be. */
interface Preview {
	bookingId: string;
	after: HeldBooking;
	/** Milliseconds; null for ever. */
	confirmBefore: number | null;
}

/** The bookings of those that sign their requests, newest first, and the previews of what may become of them. */
export class SignedBookingBook {
	private held: HeldBooking[] = [];

	private readonly previews = new Map<string, Preview>();

	constructor(private readonly now: () => number) {
		this.reset();
	}

	/** Turns an offer into a booking. One of the widget keeps its number, which is invented. */
	create(offer: HeldOffer, request: ConfirmOfferRequest, status: Status): HeldBooking {
		const now = this.now();
		const chosen = request.quotes.flatMap((asked) => offer.quotes.filter(({ id }) => id === asked.id).map((quote) => ({ asked, quote })));
		const booking: HeldBooking = {
			id: offer.reference ?? insNumber(),
			offerId: offer.id,
			status,
			currency: offer.currency,
			transactionId: request.partner_transaction_id ?? offer.transactionId,
			createdAt: now,
			updatedAt: now,
			securityToken: securityToken(),
			policyholder: request.policyholder,
			quotes: chosen.map(({ asked, quote }) => {
				const begun = newQuote(quote, status, now, now);
				const instalments = asked.instalment_plan === undefined ? [] : instalmentsOf(begun, asked.instalment_plan, asked.first_instalment_paid ?? true);
				return { ...begun, insured: asked.insured ?? null, instalments, paidUntil: instalments.find(({ isPaid }) => isPaid)?.endAt ?? null };
			}),
		};
		this.held.unshift(booking);
		return booking;
	}

	find(id: string): HeldBooking | undefined {
		return this.held.find((booking) => booking.id === id);
	}

	list(): readonly HeldBooking[] {
		return this.held;
	}

	/** Puts a changed booking in the place of the one before. */
	replace(booking: HeldBooking): HeldBooking {
		const changed = { ...booking, updatedAt: this.now() };
		this.held = this.held.map((each) => (each.id === booking.id ? changed : each));
		return changed;
	}

	keepPreview(id: string, after: HeldBooking, confirmBefore: number | null = null): void {
		this.previews.set(id, { bookingId: after.id, after: copyOf(after), confirmBefore });
	}

	/** A preview of this booking. */
	preview(bookingId: string, id: string): Preview | undefined {
		const preview = this.previews.get(id);
		return preview?.bookingId === bookingId ? preview : undefined;
	}

	forgetPreview(id: string): void {
		this.previews.delete(id);
	}

	view(): Array<{ id: string; offerId: string; status: Status; email: string; quotes: Array<{ id: string; status: Status }>; paidInstalments: string[] }> {
		return this.held.map(({ id, offerId, status, policyholder, quotes }) => ({ id, offerId, status, email: policyholder.email ?? '', quotes: quotes.map((quote) => ({ id: quote.id, status: quote.status })), paidInstalments: quotes.flatMap((quote) => quote.instalments.filter(({ isPaid }) => isPaid).map(({ number }) => `${quote.id} ${number}`)) }));
	}

	reset(): void {
		this.previews.clear();
		this.held = signedBookings.map((row) => {
			const bookedAt = this.now() - row.bookedDaysAgo * DAY_MS;
			const product = schemaOf(row.schema)?.products[row.product];
			if (!product) throw new Error(`No product of ${row.schema}`);
			const quote = newQuote({ id: row.quoteId, product, value: row.value, count: '1' }, row.status, bookedAt, this.now() + row.startsInDays * DAY_MS);
			const instalments = row.instalmentPlan === undefined ? [] : instalmentsOf(quote, row.instalmentPlan, true);
			return {
				id: row.id,
				offerId: row.offerId,
				status: row.status,
				currency: row.currency,
				transactionId: row.transactionId,
				createdAt: bookedAt,
				updatedAt: bookedAt,
				securityToken: 'a1B2c-D3e4F-g5H6i-J7k8L',
				policyholder: { first_name: row.firstName, last_name: row.lastName, email: row.email, country: row.country },
				quotes: [{ ...quote, instalments, paidUntil: instalments[0]?.endAt ?? null, timesRenewed: row.status === 'RENEWED' ? 1 : 0 }],
			};
		});
		this.held.sort((a, b) => b.createdAt - a.createdAt);
	}
}

function newQuote(offered: OfferedQuote, status: Status, createdAt: number, startAt: number): HeldQuote {
	const wasConfirmed = status === 'CONFIRMED' || status === 'CANCELLED' || status === 'RENEWED';
	return {
		...offered,
		status,
		startAt,
		endAt: yearsLater(startAt, offered.product.years),
		createdAt,
		confirmedAt: wasConfirmed ? createdAt : null,
		updatedAt: createdAt,
		cancelledAt: status === 'CANCELLED' ? createdAt : null,
		reason: '',
		insured: null,
		extraFields: {},
		instalments: [],
		paidUntil: null,
		timesRenewed: 0,
	};
}
