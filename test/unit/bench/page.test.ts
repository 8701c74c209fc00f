import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { withFigures, type Measured } from '../../bench/page';

const section = (name: string) => `<!-- ${name}: made by npm run bench -- --write -->\n\n<!-- ${name}: end -->\n`;
const DAY = new Date('2026-11-29T12:00:00Z');
const measured: Measured[] = [
	{ version: '2.8.4', tables: [{ name: 'speed', rows: [{ what: 'Reads', figure: '2.60', bounds: [{ value: 2.6, least: 2.5 }], beside: { requests: '1,000 / 1,000' } }] }] },
	{
		version: '2.41.1',
		tables: [{
			name: 'speed',
			rows: [
				{ what: 'Reads', figure: '2.30', bounds: [{ value: 2.3, least: 2.5 }], beside: { requests: '1,000 / 1,000' } },
				{ what: 'Only here', figure: '5.0', bounds: [{ value: 5, least: 6 }], beside: { requests: '40 / 1,000' } },
			],
		}],
	},
];

describe('the page of figures', () => {
	it('has each n8n in a column, what both say once, and what is not as wanted marked', () => {
		expect(withFigures(`# Speed\n${section('machine')}kept\n${section('speed')}`, 'Two cores.', measured, DAY)).toBe(
			[
				'# Speed',
				section('machine').replace('\n\n', '\n\nTwo cores.\n\n') + 'kept',
				'<!-- speed: made by npm run bench -- --write -->\n',
				'|  | wanted | 2.8.4 | 2.41.1 | requests |',
				'| --- | --- | --- | --- | --- |',
				'| Reads | at least 2.5 | 2.60 | 2.30 (not as wanted) | 1,000 / 1,000 |',
				'| Only here | at least 6 |  | 5.0 (not as wanted) | 40 / 1,000 |',
				'\nMeasured on 2026-11-29.\n\n<!-- speed: end -->\n',
			].join('\n'),
		);
	});

	it('tells n8n apart where they differ', () => {
		const other: Measured = { version: '2.41.1', tables: [{ name: 'speed', rows: [{ what: 'Reads', figure: '7.0', bounds: [{ value: 7, least: 6 }], beside: { requests: '40 / 1,000' } }] }] };
		expect(withFigures(section('speed'), '', [measured[0]!, other])).toContain('| Reads | at least 2.5 (2.8.4), at least 6 (2.41.1) | 2.60 | 7.0 | 1,000 / 1,000 (2.8.4), 40 / 1,000 (2.41.1) |');
	});

	it('keeps what was not measured', () => {
		const held = section('memory').replace('\n\n', '\n\n| held |\n\n');
		expect(withFigures(held, '', measured)).toBe(held);
	});

	it('has a section for every table that the bench makes', () => {
		const page = readFileSync(resolve(__dirname, '../../../docs/speed.md'), 'utf8');
		const sections = [...page.matchAll(/<!-- (\w+): made by/g)].map(([, name]) => name);
		expect(sections).toEqual(['machine', 'speed', 'shares', 'growth', 'trigger', 'memory', 'lists']);
	});
});
