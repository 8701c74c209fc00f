import type { MapRow } from './codeMap';

/** Whose list it is, and at which branch. */
export interface ListSettings {
	sourceSystem: string;
	branchCode: string;
	/** Number of the branch; undefined where generic names are not to be asked for. */
	branchId: number | undefined;
	codeMap: readonly MapRow[];
	/** For prices, which tell the item codes by which units convert; undefined where these are not to be asked for. */
	customer: { customerCode: string; jobAccountNumber: number } | undefined;
}
