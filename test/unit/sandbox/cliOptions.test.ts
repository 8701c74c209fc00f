import { readOptions } from '../../../sandbox/cliOptions';

const portsOf = (...args: string[]) => readOptions(args).partners.map(({ partner: { name }, port }) => `${name} ${port}`);

describe('the options of npm run sandbox', () => {
	it('start all four, each on its own port', () => {
		expect(portsOf()).toEqual(['sips 4010', 'su 4011', 'xcover 4012', 'tradevest 4013']);
	});

	it('start one alone on the port it always has', () => {
		expect(portsOf('--only', 'sips')).toEqual(['sips 4010']);
		expect(portsOf('--only', 'tradevest')).toEqual(['tradevest 4013']);
	});

	it('take the port of the one, or the first of four in a row', () => {
		expect(portsOf('--only', 'xcover', '--port', '5000')).toEqual(['xcover 5000']);
		expect(portsOf('--port', '5000')).toEqual(['sips 5000', 'su 5001', 'xcover 5002', 'tradevest 5003']);
	});

	it('pick free ports when asked to', () => {
		expect(portsOf('--port', '0')).toEqual(['sips 0', 'su 0', 'xcover 0', 'tradevest 0']);
	});

	it('have the defaults of SIPS', () => {
		expect(readOptions([])).toMatchObject({ webhookUrl: null, eventDelayMs: 300, latencyMs: 0 });
	});

	it('read what they are given', () => {
		const args = ['--webhook-url', 'http://127.0.0.1:1/hook', '--event-delay-ms', '5', '--latency-ms', '7'];
		expect(readOptions(args)).toMatchObject({ webhookUrl: 'http://127.0.0.1:1/hook', eventDelayMs: 5, latencyMs: 7 });
	});

	it.each([
		[['--only', 'srs'], '--only must be one of sips, su, xcover, tradevest, not "srs"'],
		[['--port', 'x'], '--port must be a whole number, not "x"'],
		[['--port', ''], '--port must be a whole number, not ""'],
		[['--latency-ms', '1.5'], '--latency-ms must be a whole number, not "1.5"'],
		[['--only', 'su', '--webhook-url', 'http://127.0.0.1:1'], '--webhook-url is for SRS SIPS'],
		[['--only', 'su', '--event-delay-ms', '5'], '--event-delay-ms is for SRS SIPS'],
	])('refuse %j', (args, message) => {
		expect(() => readOptions(args)).toThrow(message);
	});

	it('refuse an option that does not exist', () => {
		expect(() => readOptions(['--prot', '1'])).toThrow(/--prot/);
	});
});
