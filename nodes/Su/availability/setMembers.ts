import type { Change } from './change';

/** What an update sets, by the name of the field in the panel, prices by `prices.` and the number of guests; flags as `true` and `false`. */
export type SetMembers = Readonly<Record<string, string>>;

/** What is of the room type alone. */
export function membersOfRoom({ roomsToSell }: Change): SetMembers {
	return roomsToSell === undefined ? {} : { roomsToSell };
}

/** Flags, and what else Su shows of a rate plan: Su's name in an update, and ours. */
const FLAGS = { closed: 'closed', closedonarrival: 'closedOnArrival', closedondeparture: 'closedOnDeparture' } as const;
const STAYS = { minimumstay: 'minimumStay', maximumstay: 'maximumStay' } as const;

/** What can be set and is not shown by `BulkARIdetails` (logs/bulk-rates-and-inventory-logs-future-date): Su's name in an update, and ours. */
const NOT_SHOWN = {
	minimumstaythrough: 'minimumStayThrough',
	maximumstaythrough: 'maximumStayThrough',
	extraadultrate: 'extraAdultRate',
	extrachildrate: 'extraChildRate',
	minimumadvancereservation: 'minimumAdvanceReservation',
	maximumadvancereservation: 'maximumAdvanceReservation',
} as const;

/** What is of the room type together with the rate plan, and can be read back. */
export function membersOfPlan({ ofRatePlan }: Change): SetMembers {
	const flags = named(FLAGS).flatMap(([sent, name]) => (ofRatePlan[sent] === undefined ? [] : [[name, String(ofRatePlan[sent] === '1')] as const]));
	const stays = named(STAYS).flatMap(([sent, name]) => (ofRatePlan[sent] === undefined ? [] : [[name, ofRatePlan[sent]] as const]));
	const prices = (ofRatePlan.price ?? []).map(({ NumberOfGuests, value }) => [`prices.${NumberOfGuests}`, value] as const);
	return Object.fromEntries([...flags, ...stays, ...prices]);
}

/** The fields of the panel that an update sets and that cannot be read back. */
export function membersNotShown({ ofRatePlan }: Change): string[] {
	return named(NOT_SHOWN).flatMap(([sent, name]) => (ofRatePlan[sent] === undefined ? [] : [name]));
}

function named<T extends object>(names: T): Array<[keyof T, T[keyof T]]> {
	return Object.entries(names) as Array<[keyof T, T[keyof T]]>;
}
