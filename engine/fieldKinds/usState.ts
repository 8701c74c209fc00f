import { asText, shown, type Reading } from './reading';

/** States, the district, territories, freely associated states and military addresses, by the two letters of the postal service (USPS Publication 28, appendix B). */
const NAMES: Readonly<Record<string, string>> = {
	AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut', DE: 'Delaware',
	DC: 'District of Columbia', FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois', IN: 'Indiana', IA: 'Iowa', KS: 'Kansas',
	KY: 'Kentucky', LA: 'Louisiana', ME: 'Maine', MD: 'Maryland', MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi',
	MO: 'Missouri', MT: 'Montana', NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York',
	NC: 'North Carolina', ND: 'North Dakota', OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania', RI: 'Rhode Island',
	SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas', UT: 'Utah', VT: 'Vermont', VA: 'Virginia', WA: 'Washington',
	WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming',
	AS: 'American Samoa', GU: 'Guam', MP: 'Northern Mariana Islands', FM: 'Federated States of Micronesia', MH: 'Marshall Islands', PW: 'Palau', PR: 'Puerto Rico', VI: 'Virgin Islands',
	AA: 'Armed Forces Americas', AE: 'Armed Forces Europe', AP: 'Armed Forces Pacific',
};

/** Further names that people write, and address forms fill in. */
const ALSO: ReadonlyArray<readonly [string, string]> = [
	['Washington DC', 'DC'], ['U.S. Virgin Islands', 'VI'], ['United States Virgin Islands', 'VI'], ['Virgin Islands of the U.S.', 'VI'],
	['Micronesia', 'FM'], ['Republic of the Marshall Islands', 'MH'], ['Republic of Palau', 'PW'],
];

/** By what people write, in small letters without blanks, commas and full stops. */
const CODES = new Map([...Object.entries(NAMES).flatMap(([code, name]) => [[code, code], [name, code]] as const), ...ALSO].map(([name, code]) => [bare(name), code]));

/** A state of the United States as its two letters, such as `ME`. Its name counts as well, in any capitals. */
export function usState(value: unknown): Reading<string> {
	const code = CODES.get(bare(asText(value) ?? ''));
	return code === undefined ? { fault: `${shown(value)} is no US state. Give two letters such as NY` } : { value: code };
}

function bare(text: string): string {
	return text.toLowerCase().replace(/[\s.,]+/g, '');
}
