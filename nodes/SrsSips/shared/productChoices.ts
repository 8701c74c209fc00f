import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import type { BranchProduct, Unproven } from './contract';
import { NO_OPTION } from './sips';

/** What one variant of a product is sold as. */
export interface Variant {
	/** What an order sends as `option`; `''` where SIPS names none. */
	option: string;
	/** The colour as it is shown; often the same as the option. */
	colorName: string;
	units: string[];
	/** `''` where SIPS names none. */
	defaultUnit: string;
}

/** What there is to choose about a product at a branch (order-flow-1994858m0; field names as a live client reads them). */
export interface ProductChoices {
	/** Colours or other choices, each once. Empty where SIPS lists none. */
	options: string[];
	variants: Variant[];
}

/**
 * Reads the choices of a product in Active Branch Products, as far as it has any. Whether SIPS lists a product once, or once for each of
 * its options, is told in words only; with several rows the choices of all of them count.
 */
export function productChoices(rows: ReadonlyArray<Unproven<BranchProduct>>): ProductChoices {
	const each = rows.map(rowChoices);
	if (each.length < 2) return each[0] ?? { options: [], variants: [] };
	// A row without options among others that have some is the product without one.
	const optionsOf = ({ options }: ProductChoices) => (options.length > 0 ? options : [NO_OPTION]);
	const isChosen = each.some(({ options }) => options.length > 0);
	const hasVariants = each.some(({ variants }) => variants.length > 0);
	// So that the units of one row do not count for an option of another, of which none are listed.
	const withoutUnits = (row: ProductChoices) => optionsOf(row).map((option): Variant => ({ option, colorName: option, units: [], defaultUnit: '' }));
	return {
		options: isChosen ? [...new Set(each.flatMap(optionsOf))] : [],
		variants: hasVariants ? each.flatMap((row) => (row.variants.length > 0 ? row.variants : withoutUnits(row))) : [],
	};
}

function rowChoices(product: Unproven<BranchProduct>): ProductChoices {
	const variants = (Array.isArray(product.productVariant) ? (product.productVariant as unknown[]) : []).filter(isObject).map(variant);
	const named = variants.flatMap(({ option }) => (option === '' ? [] : [option]));
	return { options: [...new Set([...texts(product.productOptions), ...named])], variants };
}

/** The units of an option, or those of all options where it has no variant of its own. */
export function unitsOf({ variants }: ProductChoices, option: string): string[] {
	const own = variants.filter((candidate) => candidate.option === option);
	return [...new Set((own.length > 0 ? own : variants).flatMap(({ units }) => units))];
}

function variant({ selectedOption, colorName, uoMs, defaultUOM }: IDataObject): Variant {
	const option = (textOf(selectedOption) ?? textOf(colorName) ?? '').trim();
	return {
		option,
		colorName: (textOf(colorName) ?? option).trim(),
		units: texts(uoMs),
		defaultUnit: textOf(defaultUOM)?.trim() ?? '',
	};
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.flatMap((entry) => textOf(entry)?.trim() ?? []) : [];
}
