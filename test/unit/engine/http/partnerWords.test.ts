import { partnerWords } from '../../../../engine/http/partnerWords';

function nested(depth: number, key: string, inside: unknown): unknown {
	let value = inside;
	for (let level = 0; level < depth; level += 1) value = { [key]: value };
	return value;
}

describe('the words of a partner', () => {
	it.each<[string, unknown, { message?: string; code?: string }]>([
		['nothing', undefined, {}],
		['null', null, {}],
		['a number', 5, {}],
		['empty text', '  ', {}],
		['text', 'No such customer', { message: 'No such customer' }],
		['message', { message: 'No' }, { message: 'No' }],
		['message and code', { message: 'No', code: 'E1' }, { message: 'No', code: 'E1' }],
		['a code that is a number', { message: 'No', code: 17 }, { message: 'No', code: '17' }],
		['errorMessage and errorCode', { errorMessage: 'No', errorCode: 'E1' }, { message: 'No', code: 'E1' }],
		['OAuth', { error: 'invalid_client', error_description: 'Unknown client' }, { message: 'Unknown client' }],
		['OAuth without a description', { error: 'invalid_client' }, { message: 'invalid_client' }],
		['a problem document', { type: 'about:blank', title: 'Bad', detail: 'No PO' }, { message: 'No PO' }],
		['a problem document with an address as type', { type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5', title: 'Bad' }, { message: 'Bad' }],
		['a type that is a word', { type: 'OrderNotFound', title: 'Bad' }, { message: 'Bad', code: 'OrderNotFound' }],
		['error as an object', { error: { message: 'No', code: 'E1' } }, { message: 'No', code: 'E1' }],
		['errors as texts', { errors: ['No PO', 'No branch'] }, { message: 'No PO; No branch' }],
		['errors as objects', { errors: [{ message: 'No PO', code: 'E1' }, { message: 'No branch' }] }, { message: 'No PO; No branch', code: 'E1' }],
		['a list at the top', [{ message: 'No PO' }, 'No branch'], { message: 'No PO; No branch' }],
		['an envelope', { data: { result: { message: 'No' } } }, { message: 'No' }],
		['JSON in text', '{"message":"No","code":"E1"}', { message: 'No', code: 'E1' }],
		['JSON in a message of a list', ['{"message":"No"}'], { message: 'No' }],
		['broken JSON', '{"message": "No', { message: '{"message": "No' }],
		['an empty message', { message: '  ', detail: 'No PO' }, { message: 'No PO' }],
		['a message that is no text', { message: { text: 'x' }, title: 'Bad' }, { message: 'Bad' }],
		['an empty object', {}, {}],
		['an empty list', [], {}],
		['HTML', '<html><head><title>502</title><style>p{}</style></head><body><h1>Bad Gateway</h1></body></html>', { message: '502 Bad Gateway' }],
		['a script', '<html><script>var a = "<b>";</script>Sorry</html>', { message: 'Sorry' }],
	])('are found in %s', (_case, body, words) => {
		expect(partnerWords(body)).toEqual(words);
	});

	it('stand on one line and are cut to a length that can be read', () => {
		const { message, code } = partnerWords({ message: `a\n\n  b\t${'c'.repeat(5000)}`, code: 'x'.repeat(5000) });
		expect(message).toMatch(/^a b c+ \.\.\.$/);
		expect(message!.length).toBeLessThanOrEqual(504);
		expect(code).toHaveLength(80);
	});

	it('are shown without secrets', () => {
		expect(partnerWords({ message: 'bad s3cr3t', code: 's3cr3t' }, ['s3cr3t'])).toEqual({ message: 'bad [hidden]', code: '[hidden]' });
	});

	it('are not sought deeper than people write them', () => {
		expect(partnerWords(nested(4, 'error', { message: 'here' })).message).toBe('here');
		expect(partnerWords(nested(10_000, 'error', { message: 'here' }))).toEqual({});
	});

	it.each<[string, () => unknown]>([
		['brackets', () => '['.repeat(1_000_000)],
		['brackets of HTML', () => '<'.repeat(1_000_000)],
		['scripts without an end', () => '<script'.repeat(200_000)],
		['closing tags only', () => '</'.repeat(500_000)],
		['white space', () => ' '.repeat(1_000_000)],
		['almost a token', () => `eyJ${'a.'.repeat(500_000)}`],
		['bearer', () => 'bearer '.repeat(200_000)],
		['a long list', () => Array.from({ length: 200_000 }, () => ({ message: 'x'.repeat(20) }))],
		['text of five megabytes', () => ({ message: 'x'.repeat(5_000_000) })],
		['tags without an end in a message', () => ({ message: '<'.repeat(1_000_000) })],
	])('of a hostile partner keep nobody waiting: %s', (_case, body) => {
		const before = process.cpuUsage();
		const { message = '' } = partnerWords(body(), ['some secret']);
		const { user, system } = process.cpuUsage(before);
		expect(message.length).toBeLessThanOrEqual(504);
		expect((user + system) / 1000).toBeLessThan(1000);
	});

	it('of a hostile partner change nothing else', () => {
		const body: unknown = JSON.parse('{"__proto__": {"message": "polluted"}, "constructor": {"message": "x"}}');
		expect(partnerWords(body)).toEqual({});
		expect('message' in {}).toBe(false);
	});
});
