import { findBranch } from '../data/branches';
import { share } from '../data/share';
import type { RealOrder } from './heldOrder';

/** A point on the map, in degrees. */
export interface Position {
	latitude: number;
	longitude: number;
}

/** No site is farther from its branch than this many degrees, about 35 km north to south. */
const REACH = 0.3;

/** Where the goods go: a made-up place near the branch, always the same for the same address. */
export function siteOf({ request }: RealOrder): Position {
	const { addressLine1, zipCode } = request.shipTo;
	const from = branchOf(request.branchCode);
	const offset = (axis: string) => (share(`${axis} ${addressLine1} ${zipCode}`) - 0.5) * 2 * REACH;
	return { latitude: rounded(from.latitude + offset('north')), longitude: rounded(from.longitude + offset('east')) };
}

/** Where the truck is while it is on its way: half way. */
export function halfWay(order: RealOrder): Position {
	const [from, to] = [branchOf(order.request.branchCode), siteOf(order)];
	return { latitude: rounded((from.latitude + to.latitude) / 2), longitude: rounded((from.longitude + to.longitude) / 2) };
}

function branchOf(branchCode: string): Position {
	const { latitude = 0, longitude = 0 } = findBranch(branchCode) ?? {};
	return { latitude, longitude };
}

// Five digits are about a metre.
function rounded(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}
