import type { Ask } from '../../engine/operation/reads';
import type { ListSettings } from '../../nodes/SrsSips/materialList/listSettings';
import { lineOf, type MaterialLine } from '../../nodes/SrsSips/materialList/materialLine';
import { matchList } from '../../nodes/SrsSips/materialList/matchList';
import { trigramsOf } from '../../nodes/SrsSips/materialList/typos';
import { productsAt } from '../../sandbox/srsSips/data/productLists';
import { CORPUS } from '../support/materialList/corpus';
import { HELD_OUT } from '../support/materialList/heldOut';
import { median } from './measure';
import { count, round, rowAsText, type Row, type Table } from './row';

const LINES = 500;
const PRODUCTS = 5_000;
const MOST_SECONDS = 2;
/** How many times as fast as the plain comparison it has to be. It looks only at products that share a word with a line; half of its time is reading the names of all products, once. */
const LEAST_RATIO = 3;
const SETTINGS: ListSettings = { sourceSystem: 'DEMOCRM', branchCode: 'SBDEN', branchId: undefined, codeMap: [], customer: undefined };

/**
 * A list of material matched against what a branch sells, its calls answered at once, beside the plain way: each line compared with each product by trigrams. Both in this process,
 * without n8n, which has no part in it.
 */
export async function measureLists(rounds: number): Promise<Table> {
	const products = productsAt('SBDEN', 0).length;
	const body = productsAt('SBDEN', PRODUCTS - products);
	if (body.length !== PRODUCTS) throw new Error(`There are ${body.length} products, and not ${PRODUCTS}`);
	const ask: Ask = async () => await Promise.resolve({ status: 200, headers: {}, body });
	const lines = differentLines(body.map(({ productName }) => String(productName)));
	const ours: number[] = [];
	const plain: number[] = [];
	// The first round warms the process up.
	for (let turn = 0; turn <= rounds; turn += 1) {
		const times = [await timeOf(async () => void (await matchList(lines, SETTINGS, ask))), await timeOf(async () => await Promise.resolve(nearestByTrigrams(lines, body.map(({ productName }) => String(productName)))))];
		if (turn === 0) continue;
		ours.push(times[0]!);
		plain.push(times[1]!);
	}
	const seconds = median(ours) / 1000;
	const ratio = median(plain) / median(ours);
	const row: Row = {
		what: `Product: Match, ${count(LINES)} lines, ${count(PRODUCTS)} products`,
		figure: round(ratio),
		bounds: [{ value: ratio, least: LEAST_RATIO }, { of: 'seconds', value: seconds, most: MOST_SECONDS }],
		beside: { 'seconds of both': `${seconds.toFixed(2)} / ${(median(plain) / 1000).toFixed(2)}` },
	};
	console.log(rowAsText(row));
	return { name: 'lists', rows: [row] };
}

/** Lines of estimates, and names of products with typos, no two alike: what is read once is not read again. */
function differentLines(names: readonly string[]): MaterialLine[] {
	const typed = names.map((name, at) => (at % 3 === 0 ? name.replace(/(\w)(\w)(\w{3})\b/, '$2$1$3') : name.toUpperCase()));
	const texts = [...new Set([...CORPUS, ...HELD_OUT].map(({ text }) => text).concat(typed))].slice(0, LINES);
	if (texts.length !== LINES) throw new Error(`There are ${texts.length} lines, and not ${LINES}`);
	return texts.map((text, at) => lineOf({ line: at + 1, cells: { text, quantity: String(at + 1), unit: 'pc', color: 'Black Shadow' } }));
}

/** The place of the name that shares most trigrams with each line (Dice). */
function nearestByTrigrams(lines: readonly MaterialLine[], names: readonly string[]): number[] {
	const sets = names.map((name) => trigramsOf(name.toLowerCase()));
	return lines.map(({ text }) => {
		const own = trigramsOf(text.toLowerCase());
		let best = { at: -1, likeness: 0 };
		for (const [at, set] of sets.entries()) {
			let shared = 0;
			for (const trigram of own) if (set.has(trigram)) shared += 1;
			const likeness = (2 * shared) / (own.size + set.size);
			if (likeness > best.likeness) best = { at, likeness };
		}
		return best.at;
	});
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}
