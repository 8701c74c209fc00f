import type { IDataObject } from 'n8n-workflow';

import { isSameCode } from '../shared/codes';
import { converted } from './unitConversions';
import { sameUnit, unitOfWord } from './unitWords';

/** In what unit, and how much of it, a line is to be ordered; or what is not certain about that. */
export type UnitChoice =
	| { uom: string; quantity: number; reason: string }
	| { uom: string | null; quantity: null; undecided: 'unit' | 'quantity'; reason: string };

/** What is known of a line and of the option that it means. */
export interface UnitQuestion {
	/** Exact decimal; undefined where the line says none that can be read. */
	quantity: string | undefined;
	/** As the line has it. */
	unit: string;
	/** What the code map says; `''` where it says nothing. */
	mapped: string;
	/** Whether who decided on the code map's unit saw that of the line; else the line must not have another that nobody can reckon with. */
	isUnitDecided?: boolean;
	/** Units in which the branch sells the option, the usual one first. */
	sold: readonly string[];
	productName: string;
	/** The answer of UOM Conversion; undefined where it was not asked. */
	conversions?: readonly IDataObject[];
	/** Why it was not asked, in words. */
	notAsked?: string;
}

/** Whether the choice depends on how the units of the item convert. */
export function needsConversion(question: UnitQuestion): boolean {
	const { quantity, unit, mapped, isUnitDecided, sold, productName } = question;
	const code = unitOfWord(unit);
	if (quantity === undefined || code === undefined || sold.length === 0) return false;
	const same = sold.find((one) => isSameCode(one, code)) ?? sameUnit(code, sold, productName);
	if (mapped !== '' && (same === undefined || !isSameCode(same, mapped))) return !(isCount(code) && isUnitDecided);
	if (same === undefined) return true;
	return !isWhole(quantity) && sold.length > 1;
}

/**
 * The unit of a line, and its quantity in it. What is no whole number of units is not rounded in silence: either the number that was rounded when the
 * line was written is found again (`24.33` squares are 73 bundles), which is said, or a person decides.
 */
export function orderUnit(question: UnitQuestion): UnitChoice {
	const { unit, mapped, isUnitDecided, sold, productName } = question;
	if (sold.length === 0) return { uom: null, quantity: null, undecided: 'unit', reason: `SIPS lists no unit for ${productName}` };
	const names = sold.join(', ');
	const wanted = mapped === '' ? undefined : sold.find((one) => isSameCode(one, mapped));
	if (mapped !== '' && wanted === undefined) return { uom: null, quantity: null, undecided: 'unit', reason: `The code map says ${mapped}, and the branch sells ${productName} in ${names}` };
	const code = unitOfWord(unit);
	if (unit.trim() === '') {
		const only = wanted ?? (sold.length === 1 ? sold[0] : undefined);
		if (only === undefined) return { uom: null, quantity: null, undecided: 'unit', reason: `The line names no unit: ${names}` };
		return taken(question, only, wanted ? '' : `The line names no unit; ${only} is the only one`);
	}
	if (code === undefined) {
		// Whoever decided on this very line knew its unit.
		if (wanted && isUnitDecided) return taken(question, wanted, `"${unit.trim()}" was read as ${wanted}, by the code map`);
		return { uom: null, quantity: null, undecided: 'unit', reason: `"${unit.trim()}" is no unit that is known; the branch sells it in ${names}` };
	}
	const listed = sold.find((one) => isSameCode(one, code));
	const same = listed ?? sameUnit(code, sold, productName);
	if (wanted && (same === undefined || !isSameCode(same, wanted))) {
		if (isCount(code) && isUnitDecided) return taken(question, wanted, `${code} was read as ${wanted}, by the code map`);
		return reckoned(question, code, [wanted]);
	}
	if (same === undefined) return reckoned(question, code, sold);
	const note = listed ? '' : `${code} was read as ${same}`;
	if (question.quantity !== undefined && !isWhole(question.quantity) && sold.length > 1) return reckoned(question, code, sold.filter((one) => !isSameCode(one, same)), same);
	return taken(question, same, note);
}

/** The quantity as it is, in this unit. */
function taken({ quantity }: UnitQuestion, uom: string, reason: string): UnitChoice {
	if (quantity === undefined) return { uom, quantity: null, undecided: 'quantity', reason };
	if (!isWhole(quantity)) return notWhole(uom, `${quantity} ${uom}`, Math.ceil(Number(quantity)), reason);
	return whole(uom, Number(quantity), reason);
}

/** The quantity in the first of some units in which it is a whole number. */
function reckoned(question: UnitQuestion, code: string, units: readonly string[], listed?: string): UnitChoice {
	const { quantity, conversions, notAsked, sold, productName } = question;
	if (quantity === undefined) return { uom: listed ?? null, quantity: null, undecided: listed ? 'quantity' : 'unit', reason: listed ? '' : `The branch sells ${productName} in ${sold.join(', ')}, and not in ${code}` };
	const all = conversions === undefined ? [] : units.flatMap((uom) => {
		const found = converted(conversions, quantity, code, uom);
		return found ? [{ uom, ...found }] : [];
	});
	for (const { uom, quantity: value, wrongBy } of all) {
		const nearest = Math.round(value);
		// With one decimal or none, less than what was asked for may be too little.
		// A coarse factor, such as 0.33, leaves room for several.
		const isOne = Math.ceil(value - wrongBy) === Math.floor(value + wrongBy);
		const isMeant = isOne && (nearest >= value - 1e-4 * value || (quantity.split('.')[1]?.length ?? 0) >= 2);
		if (isMeant && nearest >= 1) return whole(uom, nearest, `${quantity} ${code} are ${nearest} ${uom} by UOM Conversion`);
	}
	const [first] = all;
	if (first) return notWhole(first.uom, `${quantity} ${code} are ${Number(first.quantity.toFixed(2))} ${first.uom} by UOM Conversion`, Math.ceil(first.quantity - first.wrongBy), '');
	const why = notAsked ?? `SIPS knows no conversion of it from ${code} to ${units.join(' or ')} that can be relied on`;
	if (listed !== undefined) return notWhole(listed, `${quantity} ${listed}`, Math.ceil(Number(quantity)), why);
	return { uom: null, quantity: null, undecided: 'unit', reason: `The branch sells ${productName} in ${sold.join(', ')}, and not in ${code}: ${why}` };
}

function notWhole(uom: string, what: string, up: number, more: string): UnitChoice {
	return { uom, quantity: null, undecided: 'quantity', reason: [`${what}, which is no whole number: ${up} ${uom} would cover it`, more].filter(Boolean).join('; ') };
}

function whole(uom: string, quantity: number, reason: string): UnitChoice {
	if (quantity < 1) return { uom, quantity: null, undecided: 'quantity', reason: 'The quantity is 0: nothing is to be ordered' };
	if (!Number.isSafeInteger(quantity)) return { uom, quantity: null, undecided: 'quantity', reason: 'The quantity is too large to be one' };
	return { uom, quantity, reason };
}

function isWhole(quantity: string): boolean {
	return /^\d+(?:\.0*)?$/.test(quantity);
}

function isCount(code: string): boolean {
	return code === 'EA' || code === 'PC';
}
