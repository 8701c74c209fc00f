import { bic } from '../../../../engine/fieldKinds/bic';
import { iban } from '../../../../engine/fieldKinds/iban';

describe('an IBAN', () => {
	// Examples that banks and the registry publish.
	it.each(['DE02120300000000202051', 'GB82WEST12345698765432', 'NO9386011117947', ' de02 1203 0000 0000 2020 51 '])('%s is one', (text) => {
		expect(iban(text)).toEqual({ value: text.replace(/\s/g, '').toUpperCase() });
	});

	it.each(['DE02120300000000202052', 'DE02120300000000220051', 'DE0212030000000020205', 'GB82WEST12345698765423'])('%s has a slip in it, and is not repeated in full', (text) => {
		const read = iban(text);
		expect(read).toEqual({ fault: expect.stringContaining('check digits') as string });
		expect(JSON.stringify(read)).not.toContain(text);
	});

	it.each(['DE', 'DEXX120300000000202051', '120300000000202051', '', 12, null])('%j is none', (value) => {
		expect(iban(value)).toEqual({ fault: expect.stringContaining('must be an IBAN') as string });
	});
});

describe('a BIC', () => {
	it.each(['BYLADEM1001', 'DEUTDEFF', ' deut de ff 500 '])('%s is one', (text) => {
		expect(bic(text)).toEqual({ value: text.replace(/\s/g, '').toUpperCase() });
	});

	it.each(['BYLADEM100', 'DEUTDEF', '12030000', '', 12, null])('%j is none', (value) => {
		expect(bic(value)).toEqual({ fault: expect.stringContaining('must be a BIC') as string });
	});
});
