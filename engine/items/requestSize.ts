import { validationFailure, type Failure } from '../failure';

/**
 * Groups whose requests are not too large, in the order of the given ones: one that is gets halved.
 *
 * @param bodyOf the body of a group's request
 * @param most bytes of it
 * @returns the groups, and the positions whose request is too large even alone
 */
export function withinSize(groups: readonly number[][], bodyOf: (group: readonly number[]) => unknown, most: number): { groups: number[][]; alone: number[] } {
	const alone: number[] = [];
	const divided = (group: number[]): number[][] => {
		if (bytesOf(bodyOf(group)) <= most) return [group];
		if (group.length === 1) {
			alone.push(...group);
			return [];
		}
		const middle = Math.ceil(group.length / 2);
		return [...divided(group.slice(0, middle)), ...divided(group.slice(middle))];
	};
	return { groups: groups.flatMap(divided), alone };
}

/** What is told of an item that is too large by itself. @param field of the panel that makes it so */
export function tooLarge(partner: string, { bytes, field }: { bytes: number; field: string }): Failure {
	return validationFailure('The item', [{ field, expected: `must be less: the request for this item alone has more than the ${Math.floor(bytes / 1024)} KB that ${partner} takes. Divide it into several items` }]);
}

function bytesOf(body: unknown): number {
	return new TextEncoder().encode(JSON.stringify(body ?? {})).length;
}
