import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import { isObject } from '../../../engine/values';
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

/** The policies of a booking, as each kind of access calls them. */
const PARTS = ['policies', 'quotes'] as const;

/** Members of a policy in its small form. */
const PART_FIELDS = ['id', 'status', 'previewed_status', 'policy_type', 'policy_start_date', 'policy_end_date', 'price', 'price_diff', 'refund_value', 'cover_amount', 'can_be_cancelled', 'cancelled_at'];

/** An object of XCover as it is wanted. @param names of the members of its small form */
export function shown(object: IDataObject, names: readonly string[], { simplified, links }: Output): IDataObject {
	const told = simplified ? withSmallParts(fieldsOf(object, names)) : object;
	return links ? told : withoutLinks(told);
}

/** The same with its policies in their small form: each may hold thirty members and texts of pages. */
function withSmallParts(object: IDataObject): IDataObject {
	const small = { ...object };
	for (const name of PARTS) {
		const list: unknown = small[name];
		if (Array.isArray(list)) small[name] = (list as unknown[]).map((part) => (isObject(part) ? smallPart(part) : part)) as IDataObject[];
	}
	return small;
}

/** With a signed request the name of a policy stands one level down. */
function smallPart(part: IDataObject): IDataObject {
	const named = isObject(part.policy) ? fieldsOf(part.policy, ['policy_name']) : {};
	return { ...fieldsOf(part, PART_FIELDS), ...named };
}
