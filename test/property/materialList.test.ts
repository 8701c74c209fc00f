import fc from 'fast-check';

import { ProductIndex } from '../../nodes/SrsSips/materialList/productIndex';
import { soldProducts } from '../../nodes/SrsSips/materialList/soldProducts';
import { TextMatcher } from '../../nodes/SrsSips/materialList/textMatch';
import { lineOf } from '../../nodes/SrsSips/materialList/materialLine';
import { matchList } from '../../nodes/SrsSips/materialList/matchList';
import { productsAt } from '../../sandbox/srsSips/data/productLists';

const body = productsAt('SBDEN', 0);
const answer = { status: 200, headers: {}, body };
const sold = [...soldProducts(answer).values()];
const matcher = new TextMatcher(new ProductIndex(sold));
const anyProduct = fc.constantFrom(...sold);
const meant = (text: string) => matcher.match(text).product;

describe('the name of a product, as somebody may write it', () => {
	it('means that product', () => {
		for (const product of sold) expect([product.productName, meant(product.productName)?.productId]).toEqual([product.productName, product.productId]);
	});

	it('with its words in another order means that product, or is left to a person', () => {
		fc.assert(
			fc.property(anyProduct, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (product, keys) => {
				const words = product.productName.match(/[#\d][^ ]*(?: x [\d][^ ]*)*(?: (?:ga|sq|SQ|LF|lb|ct|oz|mil|CFM|W|Gallon|Year|in)\b)?|\S+/g) ?? [];
				const shuffled = words.map((word) => ({ word, key: keys.next().value as number })).sort((one, other) => one.key - other.key).map(({ word }) => word).join(' ');
				expect([undefined, product]).toContain(meant(shuffled));
			}),
		);
	});

	it('with a typo in a word means that product, or is left to a person', () => {
		fc.assert(
			fc.property(anyProduct, fc.nat(), fc.nat(), fc.constantFrom('swap', 'drop', 'double'), (product, which, place, how) => {
				const words = product.productName.split(' ');
				const long = words.map((word, at) => ({ word, at })).filter(({ word }) => /^[A-Za-z]{5,}$/.test(word));
				if (long.length === 0) return;
				const { word, at } = long[which % long.length]!;
				const cut = 1 + (place % (word.length - 2));
				const [first, second] = [word[cut]!, word[cut + 1]!];
				words[at] = word.slice(0, cut) + (how === 'swap' ? second + first : how === 'drop' ? second : first + first + second) + word.slice(cut + 2);
				expect([undefined, product]).toContain(meant(words.join(' ')));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('with another number means no product without that number', () => {
		fc.assert(
			fc.property(anyProduct, fc.nat(), fc.integer({ min: 1, max: 130 }), (product, which, number) => {
				const numbers = [...product.productName.matchAll(/\d+(?:[-./]\d+)*/g)];
				if (numbers.length === 0) return;
				const { 0: written, index } = numbers[which % numbers.length]!;
				const other = meant(product.productName.slice(0, index) + String(number) + product.productName.slice(index + written.length));
				if (other && other !== product) expect(other.productName).toMatch(new RegExp(`(?<![\\d./-])${number}(?:\\.0)?(?![\\d/])`));
				if (other === product) expect(written).toBe(String(number));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('with a word that no product has is left to a person', () => {
		fc.assert(fc.property(anyProduct, fc.constantFrom('timberline', 'hdz', 'or', 'not', 'equal', 'zzz', 'copperline'), (product, word) => expect(meant(`${product.productName} ${word}`)).toBeUndefined()));
	});

	it('without a word means what has all that is left in its name, or is left to a person', () => {
		fc.assert(
			fc.property(anyProduct, fc.nat(), (product, which) => {
				const words = product.productName.split(' ');
				const left = words.filter((_word, at) => at !== which % words.length);
				const found = meant(left.join(' '));
				if (!found || found === product) return;
				// "Heritage HP" without its "HP" is another product, whose whole name stands there.
				for (const word of left.filter((each) => /^[A-Za-z]{3,}$/.test(each))) expect(found.productName).toContain(word);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('a line', () => {
	it('is never certain with a colour that it does not name, a unit that the branch does not sell, or a part of a unit', async () => {
		const units = fc.constantFrom('', 'bd', 'SQ', 'pcs', 'each', 'rolls', 'box', 'lf', 'crate');
		const colors = fc.constantFrom('', 'N/A', 'Black', 'Black Shadow', 'gray', 'Country Gray', 'brown', 'White', 'Charcoal', 'wood');
		const quantities = fc.constantFrom('', '1', '24', '24.5', '24.33', '0', '1,250', 'x');
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(anyProduct, quantities, units, colors), { minLength: 1, maxLength: 20 }), async (given) => {
				const lines = given.map(([{ productName }, quantity, unit, color], at) => lineOf({ line: at + 1, cells: { text: productName, quantity, unit, color } }));
				const settings = { sourceSystem: 'X', branchCode: 'SBDEN', branchId: undefined, codeMap: [], customer: undefined };
				const matched = await matchList(lines, settings, async () => await Promise.resolve(answer));
				expect(matched).toHaveLength(lines.length);
				for (const [at, line] of matched.entries()) {
					const [product, , , color] = given[at]!;
					expect(line.needsDecision).toBe(line.undecided.length > 0);
					if (line.needsDecision) continue;
					expect(line.productId).toBe(product.productId);
					expect(product.choices.variants.find(({ option }) => option === line.option)?.units).toContain(line.uom);
					expect(Number.isSafeInteger(line.orderQuantity) && line.orderQuantity! >= 1).toBe(true);
					if (line.option !== 'N/A') expect(line.option!.toLowerCase()).toBe(color.toLowerCase());
				}
			}),
			{ numRuns: 60 },
		);
	});
});
