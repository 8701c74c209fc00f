import type { IDataObject } from 'n8n-workflow';

/** Something the partner lists that may be the write that is looked for. */
export interface Candidate {
	/** Its number at the partner; null where it has none yet. */
	id: string | null;
	/**
	 * - `same`: it carries the write's own key, which no other write has
	 * - `maybe`: it looks like the write, as by its PO number, and carries no key
	 * - `other`: it looks like it and carries another key: a second write for the same purpose, most likely
	 * - `foreign`: it looks like it and names another owner. It never stops a write, is never adopted, and is told to a person
	 */
	likeness: 'same' | 'maybe' | 'other' | 'foreign';
	/** What speaks against its being the write, without ruling it out, such as `customer number 50123`. Then it is told, and never adopted. */
	doubt?: string;
	/** Whether the partner says that it has only taken it in so far. That never overwrites what is known. */
	isWaiting?: boolean;
	/** Whether the partner says that nothing comes of it: rejected or cancelled. That is known without a number, too. */
	isRefused?: boolean;
	/** That it was told by the partner's answer to the write itself, sent again under its key: whether only this sending carried it out. */
	answered?: { isNew: boolean };
	/** Output items that tell it, as if the write had just been answered. */
	items: IDataObject[];
	/** The same where an earlier run sent it, of which only the partner tells; left out where that makes no difference. */
	itemsOfEarlier?: IDataObject[];
}
