import type { IExecuteFunctions } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../../engine/items/fields';
import { withFiles } from '../../../../engine/items/itemFiles';

/** Two items, of which the second has a file. */
function reader(named: unknown) {
	const asked: unknown[] = [];
	const items = [{ json: {} }, { json: {}, binary: { photo: {} } }];
	const helpers = {
		getBinaryDataBuffer: async (...which: unknown[]) => {
			asked.push(which);
			return await Promise.resolve(Buffer.from('bytes'));
		},
	};
	const context = { getInputData: () => items, helpers } as unknown as IExecuteFunctions;
	return { asked, read: withFiles(() => readerOf({ field: named }), context) };
}

describe('the file of an item', () => {
	it('is found by the name of its field, and its bytes are read when they are wanted', async () => {
		const { asked, read } = reader('photo');
		const fields = new FieldReader(read(1));
		const file = fields.file('field', { label: 'Input Binary Field' });
		expect([fields.isFaulty, asked]).toEqual([false, []]);
		expect(String(await file?.bytes())).toBe('bytes');
		expect(asked).toEqual([[1, 'photo']]);
	});

	it.each([[0, 'photo', 'no file in "photo"'], [1, 'data', 'no file in "data"'], [1, 'toString', 'no file in "toString"'], [1, '', 'must not be empty'], [1, {}, 'must be text']])('of item %i in %j is a fault of its field', (index, named, words) => {
		const fields = new FieldReader(reader(named).read(index));
		expect(fields.file('field', { label: 'Input Binary Field' })).toBeUndefined();
		expect(() => fields.done('The request')).toThrow(words);
	});

	it('is told as missing where items have no files', () => {
		const fields = new FieldReader(readerOf({ field: 'photo' }));
		fields.file('field', { label: 'Input Binary Field' });
		expect(() => fields.done('The request')).toThrow('no file in "photo"');
	});
});
