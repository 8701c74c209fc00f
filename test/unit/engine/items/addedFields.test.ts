import { addedFaults } from '../../../../engine/items/addedFields';
import { panelOf } from '../../../support/panels/panelOf';

const OPTIONS = {
	displayName: 'Options', name: 'options',
	options: [
		{ displayName: 'Notes', name: 'notes', type: 'string' as const, default: '' },
		{ displayName: 'Rooms', name: 'rooms', type: 'number' as const, default: 0 },
		{ displayName: 'Emails', name: 'emails', type: 'string' as const, default: '' },
	],
};
const faultsOf = (options: Record<string, unknown>) => addedFaults([OPTIONS], panelOf({ options })).faults;

describe('an added field that comes to nothing', () => {
	it.each([[''], [' '], [null], [undefined]])('is a fault that says how to map a column of text that is empty in some rows: %p', (notes) => {
		const [fault] = faultsOf({ notes });
		expect(fault).toMatchObject({ field: 'Notes', expected: expect.stringMatching(/^was added and comes to nothing .* or remove the field.*Where only some items have one, let an If node part them/) as string });
	});

	it('says so of texts alone', () => {
		expect(faultsOf({ rooms: null })).toEqual([{ field: 'Rooms', expected: 'was added and comes to nothing (null). Give it a value, or remove the field to leave it as it is' }]);
	});

	it('is also a list of blank entries, and not one with an entry', () => {
		expect(faultsOf({ emails: ['', null] })).toHaveLength(1);
		expect(faultsOf({ emails: ['', 'a@example.com'] })).toEqual([]);
	});
});
