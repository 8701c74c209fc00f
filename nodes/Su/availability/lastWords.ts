import { daysAfter, type IsoDay } from '../../../engine/calendar';
import type { Failure } from '../../../engine/failure';
import type { Outcome } from '../../../engine/operation/operation';
import type { Change } from './change';
import { membersOfPlan, membersOfRoom, type SetMembers } from './setMembers';

/** What a run said last of one field on one day. */
export interface Word {
	/** As text; undefined where only items that failed set it. */
	sent: string | undefined;
	/** Whether an item that failed sets it, too, of which it is not known whether Su carried it out. */
	isInDoubt: boolean;
}

/** What an update sets, and for which rate plan; `''` for what is of the room type alone. */
export function partsOf(change: Change): Array<{ ratePlanId: string; members: SetMembers }> {
	return [
		{ ratePlanId: '', members: membersOfRoom(change) },
		{ ratePlanId: change.ratePlanId, members: membersOfPlan(change) },
	].filter(({ members }) => Object.keys(members).length > 0);
}

/** Every day from a first to a last one. */
export function daysFrom({ from, to }: Pick<Change, 'from' | 'to'>): IsoDay[] {
	const days: IsoDay[] = [];
	for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day);
	return days;
}

/** The last word of a run on each field and day: what a later item sets, an earlier one is not measured by. */
export class LastWords {
	private readonly words = new Map<string, Map<IsoDay, Map<string, Word>>>();

	/** @param outcomes in the order in which they were sent */
	constructor(outcomes: ReadonlyArray<Outcome<Change>>) {
		for (const { parameters: change, items, failure } of outcomes) {
			// What Su has refused it has not carried out: such an item has no word in this.
			if (items === undefined && isRefused(failure)) continue;
			const days = daysFrom(change);
			for (const { ratePlanId, members } of partsOf(change)) this.take(aboutOf(change, ratePlanId), days, members, items !== undefined);
		}
	}

	/** @returns the word on a field that some item of the run sets on that day */
	on(change: Change, ratePlanId: string, day: IsoDay, field: string): Word | undefined {
		return this.words.get(aboutOf(change, ratePlanId))?.get(day)?.get(field);
	}

	private take(about: string, days: readonly IsoDay[], members: SetMembers, isDone: boolean): void {
		const ofThing = this.words.get(about) ?? new Map<IsoDay, Map<string, Word>>();
		this.words.set(about, ofThing);
		for (const day of days) {
			const ofDay = ofThing.get(day) ?? new Map<string, Word>();
			ofThing.set(day, ofDay);
			for (const [field, sent] of Object.entries(members)) {
				const before = ofDay.get(field);
				ofDay.set(field, { sent: isDone ? sent : before?.sent, isInDoubt: !isDone || (before?.isInDoubt ?? false) });
			}
		}
	}
}

/** Kinds of failures by which Su says no to what an item asks for. A try of it that was lost before would have been refused as well. */
const REFUSED: readonly string[] = ['validation', 'notFound', 'conflict'];

function isRefused(failure: Failure | undefined): boolean {
	return failure !== undefined && REFUSED.includes(failure.kind) && failure.details.mayArriveLate !== true;
}

function aboutOf({ hotelId, roomId }: Change, ratePlanId: string): string {
	// Ids that differ in capitals alone may be one at Su.
	return JSON.stringify([hotelId, roomId, ratePlanId]).toLowerCase();
}
