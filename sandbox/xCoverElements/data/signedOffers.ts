/** Offers that the widget would have made: known by an INS number. */
export const widgetOffers = [
	{ id: 'a3c8f1d2-7b54-4e09-9f61-2d80c7e4b395', reference: 'H7KWP-3RDXN-INS', productId: '5f1b0a9e-0f5e-4d0e-8a35-2d1f6a1c77b0', schema: 'sandbox-retail', currency: 'EUR', value: '230', createdAt: '2026-03-06T09:20:11.000Z' },
	{ id: '6e90b7d4-15ac-4f32-8c7b-b3d9e0f82a16', reference: 'C4MTQ-8YFGB-INS', productId: 'd28e6f03-9a71-4bc5-b84d-07f3c2a9e651', schema: 'sandbox-travel', currency: 'GBP', value: '412.50', createdAt: '2026-03-07T14:02:45.000Z' },
] as const;
