import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import type { OnceOperation, RunContext } from '../../../engine/operation/operation';
import { path } from '../../../engine/transport/path';
import { textOf } from '../../../engine/values';
import { creation, type Creating } from '../shared/creation';
import { LABELS, legalEntityId, readId } from '../shared/fields';
import { alikeIn, inList } from '../shared/lookUps';
import { readPerson, relatedPersonFields, type Person } from '../shared/person';
import { pageQuery } from '../shared/reads';
import { actingAs } from '../shared/requestor';
import type { Kind } from '../shared/things';

/** What is told of somebody who belongs to a company. */
interface Content {
	company: string;
	person: Person;
	/** What they are to the company, by Tradevest's names. */
	position: IDataObject;
}

/** What tells one kind of them from the other. */
interface OfCompany {
	readonly name: string;
	readonly displayName: string;
	readonly action: string;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	readonly thing: Kind;
	/** The last part of the path. */
	readonly lastPart: 'legal-representatives' | 'beneficial-owners';
	/** Fields that come before those of the person. */
	readonly properties: INodeProperties[];
	readonly options?: INodeProperties[];
	/** Reads what they are to the company. Faults are noted in `fields`. */
	position(fields: FieldReader): IDataObject;
}

/**
 * Adds somebody to a company, `POST /entities/{legalEntityId}/…`. Tradevest takes no key, and the same person may be added twice: so the list of the
 * company is read before, and who is in it already stops it.
 */
export function personOfCompany(of: OfCompany): OnceOperation<Creating<Content>> {
	const { thing, lastPart } = of;
	const list = ({ company }: Content, cursor: string | undefined): PartnerRequest => ({ method: 'GET', path: path`/entities/${company}/${lastPart}`, query: pageQuery(cursor) });
	const isSamePerson = (row: IDataObject, { person }: Content) => (['firstName', 'lastName'] as const).every((member) => plain(row[member]) === plain(person[member])) && [undefined, person.birthDay].includes(textOf(row.birthDay));
	return creation<Content>({
		name: of.name,
		displayName: of.displayName,
		action: of.action,
		description: of.description,
		source: of.source,
		thing,
		hasExternalId: false,
		hasRequestor: true,
		properties: [legalEntityId, ...of.properties, ...relatedPersonFields],
		...(of.options ? { options: of.options } : {}),
		read: (fields: FieldReader, run: RunContext) => ({ company: readId(fields, 'legalEntityId', LABELS.legalEntityId), person: readPerson(fields, run, true), position: of.position(fields) }),
		label: ({ company, person: { firstName, lastName } }) => `${thing.what} ${firstName} ${lastName} of legal entity ${company}`,
		sameAs: ({ company, person: { firstName, lastName, birthDay } }) => [company.toLowerCase(), plain(firstName), plain(lastName), birthDay],
		request: ({ company, person, position, requestorId }) => ({ method: 'POST', path: path`/entities/${company}/${lastPart}`, body: bodyOf(person, position), ...actingAs({ requestorId }) }),
		readAgain: inList(thing, list),
		lookUp: alikeIn<Creating<Content>>(thing, list, isSamePerson, 'all'),
		stopsWhenListed: true,
		whenInTheWay: () => `The company has a ${thing.what} of this name and birth day already, or one was sent before. If this is another one, or that came to nothing (INVALID or REJECTED), turn on Send Even If Already Sent under Options. Nothing was sent.`,
		whereToLook: `Look at the ${thing.what}s of the company at Tradevest: no operation of this node lists them yet.`,
	});
}

/** Their nationalities are plain codes, where those of natural persons are objects (api-reference/entities). */
function bodyOf({ nationalities, taxDetails, mainAddress, ...person }: Person, position: IDataObject): IDataObject {
	return { ...person, ...(nationalities.length > 0 ? { nationalities } : {}), ...(taxDetails.length > 0 ? { taxDetails } : {}), ...(mainAddress ? { mainAddress } : {}), ...position };
}

function plain(name: unknown): string {
	return (textOf(name) ?? '').trim().toLowerCase();
}
