import type { Items, StockRequest } from './workflows';

/** The same work for our node and for the stock HTTP Request node, every value by the same plain expression. */
export interface Case {
	readonly operationId: string;
	/** Members of item number `n`, in JavaScript. */
	readonly members: string;
	readonly parameters: Record<string, unknown>;
	/** @param baseUrl of the partner */
	readonly request: (baseUrl: string) => StockRequest;
}

/** A proof of so many customers, of which the sandbox knows as many invented ones. */
export function validateCase(customers: number): Case {
	return {
		operationId: 'validateCustomer',
		members: `customer: "EXTRA" + (n % ${customers} + 1), key: "KEY" + (n % ${customers} + 1)`,
		parameters: {
			resource: 'customer', operation: 'validate', customerCode: '={{ $json.customer }}',
			proof: 'integrationKey', integrationKey: '={{ $json.key }}', options: { concurrency: 20 },
		},
		request: (baseUrl) => ({ url: `=${baseUrl}/customers/validate/?accountNumber={{ $json.customer }}&integrationKey={{ $json.key }}` }),
	};
}

/** A field that was chosen from a list and then given an expression. */
function located(mode: string, value: string): Record<string, unknown> {
	return { __rl: true, mode, value };
}

/** The price of a line of an order: four fields by expression. */
export const PRICES: Case = {
	operationId: 'getPrices',
	members: 'customer: "DEMO100", order: { branch: "SBDEN" }, product: 6000, quantity: n + 1',
	parameters: {
		resource: 'product', operation: 'getPrices', customerCode: '={{ $json.customer }}', branchCode: located('code', '={{ $json.order.branch }}'),
		jobAccountNumber: located('id', '43'), productId: located('id', '={{ $json.product }}'), option: located('code', 'Black Shadow'),
		quantity: '={{ $json.quantity }}', uom: located('code', 'BD'),
	},
	request: (baseUrl) => ({
		url: `${baseUrl}/products/v2/price`,
		jsonBody: `={
			"sourceSystem": "DEMOCRM", "customerCode": "{{ $json.customer }}", "branchCode": "{{ $json.order.branch }}", "jobAccountNumber": 43, "transactionId": "bench",
			"productList": [{ "productId": {{ $json.product }}, "productOptions": ["Black Shadow"], "quantity": {{ $json.quantity }}, "uom": "BD" }]
		}`,
	}),
};

/** The details of a customer, each item another one, at most 50 requests at once. */
export const READS: Case = {
	operationId: 'getCustomer',
	members: 'customer: "EXTRA" + (n + 1)',
	parameters: { resource: 'customer', operation: 'get', customerCode: '={{ $json.customer }}', options: { concurrency: 50 } },
	request: (baseUrl) => ({ url: `=${baseUrl}/customers/{{ $json.customer }}` }),
};

/** So many items of a case. */
export function itemsOfCase({ members }: Case, count: number): Items {
	return { count, members };
}
