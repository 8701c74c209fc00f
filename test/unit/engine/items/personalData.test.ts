import { withoutPersonalData } from '../../../../engine/items/personalData';
import { orderPersonalFields } from '../../../../nodes/SrsSips/order/personalFields';
import { panel } from '../../../support/panels/pure';

const ORDER = panel({
	shipToName: 'Jane van Roe', shipToAddressLine1: '12  Ridge Rd', customerContactName: 'Söndre (Sam) Åsen', customerContactPhone: '(303) 555-0100', customerContactEmail: 'jane@example.com',
	'options.notes': 'Key under the mat',
});
const told = (words: string, further: string[] = []) => withoutPersonalData(words, orderPersonalFields, [ORDER], further);

describe('words for a model', () => {
	it.each([
		['Jane van Roe owes money', '[Ship-to Name] owes money'],
		['ROE, JANE: no credit', '[Ship-to Name], [Ship-to Name]: no credit'],
		['deliver to 12 RIDGE RD.', 'deliver to [Ship-to Street].'],
		['Contact Phone: must not be "(303) 555-0100"', 'Contact Phone: must not be "[Contact Phone]"'],
		['call 3035550100 or +1 303.555.0100', 'call [Contact Phone] or [Contact Phone]'],
		['Söndre is away, as Åsen says', '[Contact Name] is away, as [Contact Name] says'],
		['mail JANE@EXAMPLE.COM, billing@other.example', 'mail [Contact Email], [email]'],
		['call (212) 555-0199 at 400 N Main Street or 7 Oak Ave', 'call [phone] at [street] or [street]'],
		['77 N. QUARRY LANE, 5 Elm St.', '[street], [street].'],
		['Notes: key under the mat', 'Notes: [Notes]'],
		['43 (Roe residence)', '43 ([Ship-to Name] residence)'],
	])('%p is %p', (words, expected) => {
		expect(told(words)).toBe(expected);
	});

	it.each([
		['Mr. Li owes money, LI again', 'Mr. [Ship-to Name] owes money, [Ship-to Name] again'],
		['Wu: no credit on file as of 5/12', '[Ship-to Name]: no credit on file as of 5/12'],
		['no credit an li wu', 'no credit an [Ship-to Name]'],
	])('hide names of two letters as people write them: %p is %p', (words, expected) => {
		expect(withoutPersonalData(words, orderPersonalFields, [panel({ shipToName: 'Li Wu 12 B' }), panel({ shipToName: 'li Wu' })])).toBe(expected);
	});

	const OTHER = panel({
		shipToName: "José O'Brien-Núñez", shipToAddressLine1: '77 Quarry Lane', customerContactPhone: '(720) 555-0142', customerContactEmail: 'Jane Roe <jane.roe@', 'options.additionalContactEmails': ['sam.fjell@', 'ok@x.example'],
	});
	it.each([
		['JOSE OBRIEN NUNEZ owes money', '[Ship-to Name] owes money'],
		['Jose O’Brien and Mr. Núñez', '[Ship-to Name] [Ship-to Name] and Mr. [Ship-to Name]'],
		['NU\u0301N\u0303EZ', '[Ship-to Name]'],
		['to 77 quarry ln, or 77 QUARRY', 'to [Ship-to Street], or [Ship-to Street]'],
		['call 720 - 555 - 0142 or 555-0142', 'call [Contact Phone] or [Contact Phone]'],
		['"sam.fjell@" is no email address', '"[Additional Contact Emails]" is no email address'],
		['jane.roe@ is none', '[Contact Email] is none'],
	])('hide other spellings and parts: %p is %p', (words, expected) => {
		expect(withoutPersonalData(words, orderPersonalFields, [OTHER])).toBe(expected);
	});

	it('hide what a fault itself says is about people', () => {
		expect(told('SIPS lists: 43 (Smith Garage)', ['Smith Garage'])).toBe('SIPS lists: 43 ([name])');
	});

	it.each(['1 field needs attention. Contact Street: must not be empty', 'PO 7731-2, transaction 5b0c1a5e-7a2f-8a43-9d0e-0d1f4b8f2c11', 'order 4120098712 of 2027-03-05', 'Lines 3: Ridgeway Heritage Shingles has no price per BD', 'Lines 12: the branch sells no "Black" of Drip Edge 2x2'])('keep what is about the order: %p', (words) => {
		expect(told(words)).toBe(words);
	});

	it('are left as they are by an operation that holds nothing about people, and where n8n cannot resolve a field', () => {
		expect(withoutPersonalData('jane@example.com', [], [ORDER])).toBe('jane@example.com');
		const broken = () => {
			throw new Error('no such node');
		};
		expect(withoutPersonalData('Jane', orderPersonalFields, [broken])).toBe('Jane');
	});
});
