/** Finds numbers that stand under certain names in JSON. */
export type ExactMembers = RegExp;

/**
 * What finds numbers under these names.
 *
 * @param names of members; none holds a sign that means something in a regular expression
 */
export function exactMembers(names: readonly string[]): ExactMembers {
	return new RegExp(`("(?:${names.join('|')})"\\s*:\\s*)(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)(?![\\d.eE])`, 'g');
}

/**
 * The same JSON with these numbers as text: an amount of `25.00` stays `25.00`, and one of 30 digits keeps them all. A text that happens to
 * hold such a member has its quotes escaped, so it is not taken for one.
 */
export function withExactMembers(json: string, members: ExactMembers): string {
	return json.replace(members, '$1"$2"');
}
