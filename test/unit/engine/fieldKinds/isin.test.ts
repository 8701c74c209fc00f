import { isin } from '../../../../engine/fieldKinds/isin';

describe('an ISIN', () => {
	// Of published securities: an ETF, SAP, Apple, Total.
	it.each(['DE000A0F5UF5', 'DE0007164600', 'US0378331005', 'FR0000120271', ' us 0378331005 '])('%s is one', (text) => {
		expect(isin(text)).toEqual({ value: text.replace(/\s/g, '').toUpperCase() });
	});

	it.each(['US0378331006', 'US0373831005', 'DE0007164060'])('%s has a slip in it', (text) => {
		expect(isin(text)).toEqual({ fault: expect.stringContaining('last digit') as string });
	});

	it.each(['AAPL', '0378331005', '', 716460, null])('%j is none', (value) => {
		expect(isin(value)).toEqual({ fault: expect.stringContaining('must be an ISIN') as string });
	});
});
