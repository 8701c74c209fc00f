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
		['a problem as RFC 9457 has it', { type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5', title: 'Not Found', status: 404 }],
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
