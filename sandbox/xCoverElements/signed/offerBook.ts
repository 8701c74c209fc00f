import { randomUUID } from 'node:crypto';

import { offerSchemas, type OfferSchema } from '../data/offerSchemas';
import { widgetOffers } from '../data/signedOffers';
import type { OfferRequest } from '../types';
import type { Rated } from './held';

/** A product of an offer, to be booked by its id. */
export interface OfferedQuote extends Rated {
	id: string;
}

export interface HeldOffer {
	id: string;
	/** The number of one that the widget made. */
	reference: string | null;
	schema: string;
	currency: string;
	language: string;
	transactionId: string | null;
	createdAt: number;
	quotes: OfferedQuote[];
	/** The booking it became. */
	bookingId: string | null;
	optedOutAt: number | null;
}

/** The offers. No call reads one; the control paths do. */
export class SignedOfferBook {
	private held: HeldOffer[] = [];

	constructor(private readonly now: () => number) {
		this.reset();
	}

	create({ customer: { currency, language }, partner, context }: OfferRequest, schema: OfferSchema): HeldOffer {
		const rated = { value: numberAt(context, schema.value) ?? '0', count: numberAt(context, schema.count) ?? '1' };
		const offer: HeldOffer = {
			id: randomUUID(),
			reference: null,
			schema: schema.name,
			currency,
			language,
			transactionId: partner.transaction_id ?? null,
			createdAt: this.now(),
			quotes: schema.products.map((product) => ({ id: randomUUID(), product, ...rated })),
			bookingId: null,
			optedOutAt: null,
		};
		this.held.push(offer);
		return offer;
	}

	/** By its id, or by the number that the widget gives. */
	find(id: string): HeldOffer | undefined {
		return this.held.find((offer) => offer.id === id || offer.reference === id);
	}

	view(): Array<Pick<HeldOffer, 'id' | 'reference' | 'bookingId'> & { quotes: string[]; isOptedOut: boolean }> {
		return this.held.map(({ id, reference, bookingId, quotes, optedOutAt }) => ({ id, reference, bookingId, quotes: quotes.map((quote) => quote.id), isOptedOut: optedOutAt !== null }));
	}

	reset(): void {
		this.held = widgetOffers.map(({ productId, value, createdAt, ...offer }) => ({
			...offer,
			language: 'en',
			transactionId: null,
			createdAt: Date.parse(createdAt),
			quotes: schemaNamed(offer.schema).products.slice(0, 1).map((product) => ({ id: productId, product, value, count: '1' })),
			bookingId: null,
			optedOutAt: null,
		}));
	}
}

/** The schema of this name; the first where an offer names none (seen). */
export function schemaOf(name: string | undefined): OfferSchema | undefined {
	return name === undefined ? offerSchemas[0] : offerSchemas.find((schema) => schema.name === name.split(':', 1)[0]);
}

/** A number within a context, as text. Null where there is none. */
export function numberAt(context: Record<string, unknown>, path: readonly string[]): string | null {
	const found = path.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined), context);
	return typeof found === 'number' ? String(found) : null;
}

function schemaNamed(name: string): OfferSchema {
	const found = schemaOf(name);
	if (!found) throw new Error(`No schema ${name}`);
	return found;
}
