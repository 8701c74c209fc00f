import { isAssignedId, isChosenId, isZeros, plausibleDay, writtenDate } from '../../../../../nodes/SrsSips/shared/placeholders';

describe('what SIPS writes where there is none', () => {
	it.each(['', ' ', '0', '0000', '0.0', '-', '0x0', '00000000-0000-0000-0000-000000000000', '0001-01-01', '1900-01-01T00:00:00'])('%p is no id', (text) => {
		expect([isAssignedId(text), isChosenId(text)]).toEqual([false, false]);
	});

	it.each(['-1', '2026-03-05', '2026-03-05T08:00:00'])('%s is no id that SIPS assigns, but may be one that a person chose', (text) => {
		expect([isAssignedId(text), isChosenId(text)]).toEqual([false, true]);
	});

	it.each(['41200987', 'SO41200987', 'Q-48213'])('%s is an id', (text) => {
		expect([isAssignedId(text), isChosenId(text)]).toEqual([true, true]);
	});

	it.each([['', true], ['000', true], ['0-0', false], ['10', false]])('%p is zeros alone: %p', (text, expected) => {
		expect(isZeros(text)).toBe(expected);
	});

	it.each(['0001-01-01', '1900-01-01T00:00:00', '9999-12-31', '01/01/0001', '1/1/1900', '0000-00-00', ''])('%p is no date', (text) => {
		expect(writtenDate(text)).toBeNull();
	});

	it.each(['2026-03-05', '03/05/2026', 'soon'])('%s stays as it is written', (text) => {
		expect(writtenDate(text)).toBe(text);
	});

	it.each([['1999-12-31', undefined], ['0001-01-01', undefined], [null, undefined], ['soon', undefined], ['2000-01-01', '2000-01-01'], ['2026-03-05T00:00:00', '2026-03-05']])(
		'%p is compared as %p', (text, day) => {
			expect(plausibleDay(text, 'UTC')).toBe(day);
		});
});
