import { Failure } from '../../../../engine/failure';
import { answerFailure } from '../../../../engine/transport/answerFailure';
import { isPartnersNo, isPartnersNotFound } from '../../../../engine/transport/notFound';

const judge = (status: number, body: unknown) => answerFailure('Partner', { status, headers: {}, body }, 'read', [], 0);

describe('whether the partner itself says that there is no such thing', () => {
	it.each<[string, unknown]>([
		['its words and its code', { code: 'OrderNotFound', message: 'No order 1' }],
		['its words', { message: 'Invoice 0041200987-001 does not exist' }],
		['its code and the plainest words', { code: 'NotFound', message: 'Not found' }],
		['its code alone', { error: { code: 'InvoiceNotFound' } }],
		['a problem as RFC 9457 has it, with its words', { type: 'https://partner.example/problems/not-found', title: 'Not Found', status: 404, detail: 'No order 1' }],
		['a problem of which the title says what is missing', { type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5', title: 'Order not found', status: 404 }],
		['its words beside the status as code', { code: 404, message: 'No order 1' }],
		['its words under a problem without a type', { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No order 1' }],
		['an empty list', []],
		['words in JSON that came as text', '{"code":"OrderNotFound","message":"No order 1"}'],
	])('a 404 with %s is its own', (_what, body) => {
		expect(isPartnersNotFound(judge(404, body))).toBe(true);
	});

	it.each<[string, unknown]>([
		['the page of a web server', '<html><head><title>404 Not Found</title></head><body><center>nginx</center></body></html>'],
		['a plain text', 'default backend - 404'],
		['nothing', ''],
		['no body', undefined],
		['null', null],
		['an empty object', {}],
		['an object without words', { a: 1 }],
		['JSON that was cut', '{"code":"OrderNotFound","mess'],
		['a JSON text', '"Not Found"'],
		['what AWS says of a path without a route', { message: 'Not Found' }],
		['what Kong says of it', { message: 'no Route matched with those values' }],
		['what Azure API Management says of it', { statusCode: 404, message: 'Resource not found' }],
		['what ASP.NET says of it', { Message: "No HTTP resource was found that matches the request URI 'https://a.example/b'." }],
		['what WSO2 says of it', { code: '404', type: 'Status report', message: 'Not Found', description: 'The requested resource is not available.' }],
		['what WSO2 says of it in other words', { code: 404, message: 'No matching resource found for given API Request' }],
		['what Fastify says of it', { message: 'Route POST:/orders/List not found', error: 'Not Found', statusCode: 404 }],
		['what Spring says of it', { timestamp: '2026-11-28T14:00:00Z', status: 404, error: 'Not Found', message: 'No message available', path: '/orders/List' }],
		['what Spring says of it without a message', { timestamp: '2026-11-28T14:00:00Z', status: 404, error: 'Not Found', path: '/orders/List' }],
		['what Spring 6 says of it', { status: 404, title: 'Not Found', type: 'about:blank', detail: 'No static resource orders/List.' }],
		['what ASP.NET Core says of any 404', { type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5', title: 'Not Found', status: 404, traceId: '00-4bf92f35-00' }],
		['what Google says of it', { error: { code: 404, message: 'Method not found.', status: 'NOT_FOUND' } }],
		['what Google says of an address', { error: { code: 404, message: 'The requested URL /orders/List was not found on this server.' } }],
		['what Cloudflare says of it', { success: false, errors: [{ code: 7003, message: 'Could not route to /orders/List, perhaps your object identifier is invalid?' }] }],
		['what Apigee says of it', { fault: { faultstring: 'Unable to identify proxy for host: secure and url: /orders/List', detail: { errorcode: 'messaging.adaptors.http.flow.ApplicationNotFound' } } }],
		['what Azure App Service says of it', { error: { code: 'NotFound', message: 'The resource you are looking for has been removed, had its name changed, or is temporarily unavailable.' } }],
		['what Tyk says of it', { error: 'There was a problem proxying the request' }],
		['what MuleSoft says of it', { message: 'No listener for endpoint: /orders/List' }],
		['what WSO2 says of it in its newer words', { code: '404', type: 'Status report', message: 'Runtime Error', description: 'No matching resource found in the API for the given request' }],
		['what a gateway of gRPC says of it', { code: 5, message: 'Not Found', details: [] }],
		['what NestJS says of it', { statusCode: 404, message: 'Cannot POST /orders/List', error: 'Not Found' }],
		['what Laravel says of it', { message: 'The route orders/List could not be found.' }],
		['what Symfony says of it', { code: 'E404', message: 'No route found for "POST /orders/List"' }],
		['what Gravitee says of it', { message: 'No context-path matches the request URI.', http_status_code: 404 }],
		['what Vercel says of it', { error: { code: 'NOT_FOUND', message: 'The page could not be found' } }],
		['an endpoint that is not there', { errorCode: 404, errorMessage: 'Service endpoint not found' }],
		['the status as its only code', { error: { code: 404 } }],
		['a problem without a type', { type: 'about:blank', title: 'Not Found', status: 404 }],
		['what Express says of it', { message: 'Cannot GET /invoices/1' }],
	])('a 404 with %s is not', (_what, body) => {
		expect(judge(404, body).kind).toBe('notFound');
		expect(isPartnersNotFound(judge(404, body))).toBe(false);
	});

	it.each([400, 401, 403, 405, 407, 408, 409, 410, 415, 421, 422, 425, 429, 451, 500, 502, 503, 301])('status %i is none, whatever the body says', (status) => {
		expect(isPartnersNotFound(judge(status, { code: 'OrderNotFound', message: 'No order 1' }))).toBe(false);
	});

	it('stays what it is when it is told in other words or without secrets', () => {
		const own = judge(404, { code: 'OrderNotFound', message: 'No order 1' });
		expect(isPartnersNotFound(own.retold({ advice: 'Look again.' }).rewritten((text) => text.toUpperCase()))).toBe(true);
		expect(isPartnersNotFound(judge(404, '').rewritten((text) => text))).toBe(false);
	});

	it('is nothing else', () => {
		for (const other of [undefined, null, 'notFound', new Error('notFound'), new Failure('notFound', 'ours', { advice: '' })]) expect(isPartnersNotFound(other)).toBe(false);
	});
});

describe('whether a refusal is an answer to what was asked', () => {
	it.each<[number, unknown, boolean]>([
		[404, { code: 'OrderNotFound', message: 'No order 1' }, true], [404, '<html>', false], [404, '', false], [400, { message: 'No such customer' }, true],
		[422, { code: 'CustomerNotFound' }, true], [422, '', false], [400, undefined, false], [400, '<html><body>Bad Request</body></html>', false], [400, 'Bad Request', false],
		...[403, 405, 407, 410, 415, 421, 425, 451, 500].map((status): [number, unknown, boolean] => [status, { message: 'No order 1' }, false]),
	])('status %i with %j: %p', (status, body, isIt) => {
		expect(isPartnersNo(judge(status, body))).toBe(isIt);
	});
});
