import type { IsoDay } from '../../../engine/calendar';
import { isFailure, type Fault } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import type { Facts } from '../../../engine/operation/reads';
import { isObject, textOf } from '../../../engine/values';
import { NATURAL_PERSON } from './things';
import { TRADEVEST } from './tradevest';

/** From so many years on a person is of age at Tradevest (api-reference/entities/natural-persons). */
const YEARS = 18;

/** The read of a person whose age matters. */
export function personFact(id: string): PartnerRequest {
	return { method: 'GET', path: NATURAL_PERSON.one(id) };
}

/**
 * What is wrong with a person who must be of age. One whose birth day is not shown is Tradevest's to judge.
 *
 * @param field as the panel calls it
 * @param fact what the read gave
 * @param today in the zone of the workflow
 */
export function ageFaults(field: string, fact: Facts[string] | undefined, today: IsoDay): Fault[] {
	if (isFailure(fact)) return [{ field, expected: `must be a natural person at ${TRADEVEST}: it does not know this one` }];
	const birthDay = isObject(fact?.body) ? textOf(fact.body.birthDay) : undefined;
	return isOfAge(birthDay, today) === false ? [{ field, expected: `must be a person of ${YEARS} years or more` }] : [];
}

/** Whether somebody is of age; undefined where the birth day is not known. @param today in the zone of the workflow */
export function isOfAge(birthDay: IsoDay | undefined, today: IsoDay): boolean | undefined {
	const [year, monthAndDay] = [Number(birthDay?.slice(0, 4)), birthDay?.slice(4)];
	return birthDay === undefined || !Number.isInteger(year) ? undefined : `${year + YEARS}${monthAndDay}` <= today;
}
