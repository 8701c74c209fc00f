/**
 * The states a good order goes through. No list of the words is public; these are the ones that a partner's help centre maps, and that a
 * client took from SIPS's own page (web-hooks-1597567m0). Both write "Completed" once, the help centre "Complete".
 */
export const goodStates = ['Order Received', 'En Route', 'Arrived', 'Completed', 'Invoiced'] as const;

export type GoodState = (typeof goodStates)[number];

/** What else may become of an order. `Cancelled` has the same sources; the others are invented. */
export const otherStates = ['Queued', 'Dropped', 'Rejected', 'Cancelled'] as const;

export type OrderState = GoodState | (typeof otherStates)[number];

/** How far the delivery of an order is, in the words of the order; absent where there is none. */
export const deliveryStatusOf: Partial<Record<OrderState, 'En Route' | 'Arrived' | 'Completed'>> = {
	'En Route': 'En Route',
	Arrived: 'Arrived',
	Completed: 'Completed',
	Invoiced: 'Completed',
};

/** What is said of the money. `Paid` is documented (invoice-details-21007516e0), the other word is invented. */
export const paymentStatuses = { paid: 'Paid', open: 'Open' } as const;
