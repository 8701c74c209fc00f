import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { includeLinks, withoutLinks } from './bearerLinks';

/** How what XCover sent is put out. */
export interface Output {
	simplified: boolean;
	/** Whether links to personal data are put out, too. */
	links: boolean;
}

/** The switch for the small form, and the option for links to personal data. */
export const outputFields: { readonly properties: INodeProperties[]; readonly options: INodeProperties[] } = { properties: [simplify], options: [includeLinks] };

/** Reads them. Faults are noted in `fields`. */
export function readOutput(fields: FieldReader): Output {
	return { simplified: isSimplified(fields), links: fields.optionalFlag('options.includeLinks', { label: includeLinks.displayName }) ?? false };
}

/** An object of XCover as it is wanted. @param names of the members of its small form */
export function shown(object: IDataObject, names: readonly string[], { simplified, links }: Output): IDataObject {
	const told = simplified ? fieldsOf(object, names) : object;
	return links ? told : withoutLinks(told);
}
