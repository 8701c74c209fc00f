/** Where the orders of the tests go, and whom to call: the same fields of the panel in each. */
export const SHIP_TO = {
	shippingMethod: 'Ground Drop',
	shipToName: 'Jane Roe',
	shipToAddressLine1: '12 Ridge Rd',
	shipToCity: 'Denver',
	shipToState: 'CO',
	shipToZipCode: '80211',
	customerContactName: 'Jane Roe',
	customerContactPhone: '3035550100',
	customerContactEmail: 'jane@example.com',
};
