/** The states a good order goes through. The words are invented: no list of them is public. */
export const goodStates = ['Submitted', 'Confirmed', 'En Route', 'Delivered', 'Invoiced'] as const;

export type GoodState = (typeof goodStates)[number];

/** What else may become of an order. Invented as well. */
export const otherStates = ['Queued', 'Dropped', 'Rejected', 'Cancelled'] as const;

export type OrderState = GoodState | (typeof otherStates)[number];

/**
 * How far the delivery of an order is; absent where there is none. Clients look for "en route" and "completed", the
 * first word is invented.
 */
export const deliveryStatusOf: Partial<Record<OrderState, 'Scheduled' | 'En Route' | 'Completed'>> = {
	Confirmed: 'Scheduled',
	'En Route': 'En Route',
	Delivered: 'Completed',
	Invoiced: 'Completed',
};

/** What is said of the money. `Paid` is documented (invoice-details-21007516e0), the other word is invented. */
export const paymentStatuses = { paid: 'Paid', open: 'Open' } as const;
