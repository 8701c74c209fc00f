import type { INodeProperties } from 'n8n-workflow';

/** The collection of what may be left out. */
export function additionalFields(options: INodeProperties[], description: string): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description,
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** What stands above the fields of an update: Su replaces all that it has. @param lost what is lost where it is left empty, @param kept what is not */
export function lossNotice(kept: string, lost: string): INodeProperties {
	return {
		displayName: `Su replaces all that it has of it. ${kept} Lost unless filled in here: ${lost}.`,
		name: 'lossNotice',
		type: 'notice',
		default: '',
	};
}

/** The members of an object that are not empty text, by Su's names for them. */
export function filledIn<T extends Record<string, string>>(members: T): Partial<T> {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '')) as Partial<T>;
}
