import { fieldPlan } from '../../../../engine/items/fieldPlan';

describe('how a field is read', () => {
	it.each<[what: string, value: unknown]>([
		['text', 'DEMO100'], ['nothing', undefined], ['null', null], ['a switch', false], ['a table without expressions', { line: [{ productId: 1, option: 'a = b' }] }],
		['what was chosen from a list', { __rl: true, mode: 'list', value: 'SBDEN' }],
	])('is as it stands: %s', (_what, value) => {
		expect(fieldPlan({ field: value }, 'field')).toEqual({ kind: 'fixed', value });
	});

	it('is from the item where it names a place in it', () => {
		expect(fieldPlan({ options: { notes: '={{ $json.a.b }}' } }, 'options.notes')).toEqual({ kind: 'path', name: 'options.notes', path: ['a', 'b'] });
	});

	it.each<[what: string, parameters: object, name: string]>([
		['another expression', { field: '={{ $json.a + 1 }}' }, 'field'],
		['a collection that is an expression', { options: '={{ $json.options }}' }, 'options.notes'],
		['a row that looks at its neighbours', { lines: { line: [{ a: '={{ $json.a }}', b: '={{ $parameter["&a"] }}' }] } }, 'lines.line'],
		['a row that evaluates an expression', { lines: [{ a: '={{ $evaluateExpression($json.b) }}' }] }, 'lines'],
		['a row that a model fills in', { lines: [{ a: '={{ $fromAI("a") }}' }] }, 'lines'],
		['a name with a full stop', { values: { 'a.b': '={{ $json.a }}' } }, 'values'],
		['a name "__proto__"', { values: JSON.parse('{ "__proto__": 1, "a": "={{ $json.a }}" }') as object }, 'values'],
	])('is asked of n8n as a whole: %s', (_what, parameters, name) => {
		expect(fieldPlan(parameters, name)).toEqual({ kind: 'asked', name });
	});

	it('is by its parts in rows, in each its own way', () => {
		expect(fieldPlan({ lines: { line: [{ a: '={{ $json.a }}', b: { __rl: true, value: '={{ $json.b.trim() }}' } }, { c: 1 }] } }, 'lines')).toEqual({
			kind: 'members', name: 'lines',
			members: [['line', {
				kind: 'entries', name: 'lines.line',
				entries: [
					{
						kind: 'members', name: 'lines.line[0]',
						members: [
							['a', { kind: 'path', name: 'lines.line[0].a', path: ['a'] }],
							['b', { kind: 'members', name: 'lines.line[0].b', members: [['__rl', { kind: 'fixed', value: true }], ['value', { kind: 'asked', name: 'lines.line[0].b.value' }]] }],
						],
					},
					{ kind: 'fixed', value: { c: 1 } },
				],
			}]],
		});
	});
});
