import { HOSTS } from '../../../host';
import { PARTS, readArguments } from '../../bench/arguments';

const all = HOSTS.map(({ n8n }) => n8n);
const versions = (args: string[], version?: string) => readArguments(args, version).lines.map((line) => line.version);

describe('what the bench is told', () => {
	it('is nothing: all of it, on every n8n, five rounds, nothing written', () => {
		expect(readArguments([])).toMatchObject({ parts: PARTS, rounds: 5, isWriting: false });
		expect(versions([])).toEqual(all);
	});

	it('is which n8n, by name or by the environment, and which parts', () => {
		expect(versions(['2.41.1', 'memory'])).toEqual(['2.41.1']);
		expect(versions([], '2.8.4')).toEqual(['2.8.4']);
		expect(versions(['2.41.1'], '2.8.4')).toEqual(['2.41.1']);
		expect(readArguments(['trigger', 'speed', '--rounds', '1'])).toMatchObject({ parts: ['speed', 'trigger'], rounds: 1 });
	});

	it('is a part whose figures are written', () => {
		expect(readArguments(['memory', '--write'])).toMatchObject({ parts: ['memory'], isWriting: true });
	});

	it('knows which n8n evaluates expressions in isolates', () => {
		expect(readArguments([]).lines.map(({ hasIsolates }) => hasIsolates)).toEqual([false, true]);
	});

	it.each([
		[['3.0.0'], 'no recipe for n8n 3.0.0'],
		[['sped'], 'no recipe for n8n sped'],
		[['--rounds', '0'], 'Say --rounds'],
		[['--write', '2.8.4'], 'without a version'],
		[['--write', '--rounds', '1'], 'of 5 rounds at least'],
	])('is refused where it is %j', (args, words) => {
		expect(() => readArguments(args)).toThrow(words);
	});
});
