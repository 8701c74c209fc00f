/** Phrases that people write otherwise than a catalogue, in their order. What is put in their place has no blank where it is one word for the comparison. */
const PHRASES: ReadonlyArray<readonly [RegExp, string]> = [
	[/\b(?:3|three)[ -]?tabs?\b/g, ' threetab '],
	[/\b(?:class|cl\.?) ?(?:4|iv)\b/g, ' classfour '],
	[/\b(?:class|cl\.?) ?(?:3|iii)\b/g, ' classthree '],
	[/\bhi(?:gh)?[ -]?temp(?:erature)?s?\b\.?/g, ' hightemp '],
	[/\bh\/t\b|\bht\b/g, ' hightemp '],
	[/\bhi(?:gh)?[ -]?pro(?:file)?\b/g, ' highprofile '],
	[/\bheavy[ -]?duty\b/g, ' hd '],
	[/\bk[ -]?style\b/g, ' kstyle '],
	[/\btear[ -]?off\b/g, ' tearoff '],
	[/\b(?:ice ?(?:&|and|n|\+|\/|-)? ?wa?te?r|i ?& ?w|i\/w|iws|ice ?shi?e?ld)\b(?: ?shi?e?ld\b)?(?: ?barrier\b)?/g, ' icewater '],
	[/\b(?:hip ?(?:&|and|n|\/|\+)? ?ridge|h ?& ?r|h\/r)\b(?: ?caps?\b)?/g, ' ridge cap '],
	[/\bridge ?caps? shing(?:les?)?\b/g, ' ridge cap '],
	[/\b(?:pipe|plumbing|vent ?pipe) (?:jacks?|collars?|flashings?|flanges?)\b|\b(?:vent|plumbing|vent ?pipe) boots?\b/g, ' pipe boot '],
	[/\bfelt (?:paper|underlayment)\b/g, ' felt '],
	[/\bmod(?:ified|\.)? ?bit(?:umen|\.)?(?=\W|$)/g, ' modified bitumen '],
	[/\bpoly ?iso(?:cyanurate)?\b|\biso(?= )|\biso$/g, ' polyiso '],
	[/\bstarter (?:shingles?|course|rolls?)\b/g, ' starter '],
	[/\bstd?g?\.? ?seam\b/g, ' standing seam '],
	[/\bexp(?:\.|osed)? ?fast(?:\.|eners?)?(?=\W|$)/g, ' exposed fastener '],
	[/\bu\/l\b/g, ' underlayment '],
	[/\bw\//g, ' '],
];

/** Short forms of single words. A colour's short form stands here only where it can mean one thing. */
const SHORT: Readonly<Record<string, string>> = {
	syn: 'synthetic', synth: 'synthetic', undl: 'underlayment', undlmt: 'underlayment', ul: 'underlayment', underlay: 'underlayment', gran: 'granular', flash: 'flashing', flsh: 'flashing', flshg: 'flashing', flsg: 'flashing',
	alum: 'aluminum', alu: 'aluminum', aluminium: 'aluminum', dwnspt: 'downspout', downspt: 'downspout', dspt: 'downspout', dnspt: 'downspout', shgl: 'shingle', shgls: 'shingle', shngl: 'shingle', shngls: 'shingle', shing: 'shingle', brkt: 'bracket',
	cntr: 'counter', ctr: 'counter', mtl: 'metal', rf: 'roof', rfg: 'roofing', pnl: 'panel', pnls: 'panel', hem: 'hemmed', plas: 'plastic', cem: 'cement', strtr: 'starter', srtr: 'starter', mem: 'membrane', memb: 'membrane', gtr: 'gutter', skylt: 'skylight',
	perm: 'permanent', mfd: 'modified', scrw: 'screw', scrws: 'screw', designr: 'designer', sealnt: 'sealant', insul: 'insulation', galvalum: 'galvalume',
	blk: 'black', brn: 'brown', wht: 'white', gry: 'gray', grey: 'gray', grn: 'green', brz: 'bronze', brnz: 'bronze', alm: 'almond', char: 'charcoal', chrcl: 'charcoal', wthrd: 'weathered', wthd: 'weathered', weath: 'weathered', ctry: 'country', cntry: 'country',
	hrvst: 'harvest', slvr: 'silver', colour: 'color',
};

/** Words that say nothing about which product is meant. They need not stand in its name. */
const NOISE = new Set([
	'and', 'of', 'for', 'the', 'with', 'w', 'per', 'in', 'to', 'a', 'an', 'on', 'roof', 'roofing', 'new', 'install', 'installed', 'supply', 'furnish', 'material', 'color', 'qty', 'quantity', 'approx', 'finish', 'type', 'size', 'only', 'asphalt',
	'architectural', 'laminated', 'laminate', 'dimensional', 'metal', 'please', 'need', 'order', 'wide', 'long', 'dia', 'diameter', 'thick', 'x',
]);

export function isNoise(word: string): boolean {
	return NOISE.has(word);
}

/** The text with what is written otherwise in catalogues as there; in small letters. */
export function respelt(text: string): string {
	let spelt = text
		.replace(/(\d?)([¼½¾⅛⅜⅝⅞])/g, (_all, before: string, sign: string) => `${before}${before === '' ? '' : '-'}${FRACTIONS[sign] ?? ''}`)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[“”„″]|''/g, '"')
		.replace(/[‘’′`]/g, "'")
		.replace(/[×✕]/g, 'x');
	for (const [written, meant] of PHRASES) spelt = spelt.replace(written, meant);
	return spelt;
}

const FRACTIONS: Readonly<Record<string, string>> = { '¼': '1/4', '½': '1/2', '¾': '3/4', '⅛': '1/8', '⅜': '3/8', '⅝': '5/8', '⅞': '7/8' };

/** A single word as it is compared: short forms written out, without the s of a plural. */
export function plainWord(word: string): string {
	const full = SHORT[word] ?? word;
	return full.length > 3 && full.endsWith('s') && !full.endsWith('ss') ? full.slice(0, -1) : full;
}
