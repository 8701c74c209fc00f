import type { SoldProduct } from './soldProducts';

/** By what a product was found. */
export type MatchedBy = 'codeMap' | 'itemCode' | 'genericName' | 'text';

/** A product that was found for a line. */
export interface Found {
	by: MatchedBy;
	product: SoldProduct;
	/** From 0 to 1, as far as the product goes. */
	confidence: number;
	reason: string;
	/** The option that it was found in; `''` where the line tells it. */
	option: string;
	/** Whether that option stands whatever the line names. */
	isOptionDecided: boolean;
	/** The unit that the code map says; `''` elsewhere. */
	uom: string;
	/** Whether who decided on it saw the unit of the line. */
	isUnitDecided?: boolean;
	/** Whether the code map knows it by the code of the line, and not by its text. */
	isByCode?: boolean;
	/** SRS item code of the option, where it is known. */
	itemCode?: string;
}

/** A product that was found, or why none was, for a person to decide. */
export type Finding = Found | { by: null; reason: string };
