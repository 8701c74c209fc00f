/**
 * Units of measure as people write them, in small letters without points and blanks, by the code of SIPS. The codes are those of its documents and of
 * clients; which of them a branch sells a product in is told by its own list alone.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
	BD: ['bd', 'bdl', 'bdls', 'bds', 'bndl', 'bndls', 'bndle', 'bndles', 'bundle', 'bundles', 'bun', 'bund'],
	SQ: ['sq', 'sqs', 'sqr', 'sqrs', 'square', 'squares', 'sqare', 'sqares'],
	PC: ['pc', 'pcs', 'pce', 'piece', 'pieces', 'peice', 'peices', 'stick', 'sticks', 'length', 'lengths', 'lgth'],
	EA: ['ea', 'eas', 'each', 'unit', 'units', 'count'],
	RL: ['rl', 'rls', 'roll', 'rolls', 'rol', 'rll'],
	PAL: ['pal', 'pals', 'pallet', 'pallets', 'palet', 'plt', 'plts', 'skid', 'skids'],
	BX: ['bx', 'bxs', 'box', 'boxes', 'bxes', 'carton', 'cartons', 'ctn', 'ctns', 'case', 'cases', 'cs'],
	BG: ['bg', 'bgs', 'bag', 'bags'],
	TB: ['tb', 'tbs', 'tube', 'tubes', 'tub', 'cartridge', 'cartridges'],
	SHT: ['sht', 'shts', 'sheet', 'sheets', 'sh'],
	LF: ['lf', 'lnft', 'linft', 'linearfeet', 'linearfoot', 'linealfeet', 'linealft', 'linearft', 'lft', 'ft', 'feet'],
	GA: ['ga', 'gal', 'gals', 'gallon', 'gallons'],
	PL: ['pl', 'pail', 'pails', 'bucket', 'buckets', 'bkt', 'bkts'],
	KIT: ['kit', 'kits', 'kt', 'kts'],
};

const CODE_OF = new Map(Object.entries(WORDS).flatMap(([code, words]) => words.map((word) => [word, code] as const)));

/** The code of a unit as a person wrote it, such as `bdl.`; undefined where it is none that is known. */
export function unitOfWord(written: string): string | undefined {
	return CODE_OF.get(written.normalize('NFKC').toLowerCase().replace(/[\s./()-]+/g, ''));
}

/** Words of a unit that stand for one of the thing itself where a product is sold by the piece: `3 rolls` of a roll that is sold so. */
const CONTAINERS: Readonly<Record<string, RegExp>> = { RL: /\broll\b/i, TB: /\btube\b/i, SHT: /\b(?:board|panel|sheet)\b/i, PL: /\bgallon\b/i, KIT: /\bkit\b/i };

/** Units that count pieces: `20 each` of what is sold by the piece. */
const COUNTS: readonly string[] = ['EA', 'PC'];

/**
 * The unit in which a product is sold and that means the same as the given one, where nobody has to reckon: each and piece, and the container that a product is
 * (`3 rolls` of `Ridge Vent 20' Roll`, sold by the piece).
 *
 * @returns undefined where none does, or several
 */
export function sameUnit(unit: string, sold: readonly string[], productName: string): string | undefined {
	const counted = sold.filter((one) => COUNTS.includes(one.toUpperCase()));
	if (counted.length !== 1) return undefined;
	const isCount = COUNTS.includes(unit);
	return isCount || CONTAINERS[unit]?.test(productName) ? counted[0] : undefined;
}
