import { randomUUID } from 'node:crypto';

import { people } from './data/people';
import type { EntityStatus, NaturalPerson, NaturalPersonRequest } from './types';

/** The natural persons, oldest first. */
export class PersonBook {
	private held: NaturalPerson[] = [...people];

	create(request: NaturalPersonRequest, status: EntityStatus): NaturalPerson {
		const now = new Date().toISOString();
		const person = {
			...request,
			naturalPersonId: randomUUID(),
			globalId: `SBX${String(this.held.length + 1).padStart(9, '0')}`,
			status,
			roles: [],
			createdOn: now,
			modifiedOn: now,
		};
		this.held.push(person);
		return person;
	}

	find(naturalPersonId: string): NaturalPerson | undefined {
		return this.held.find((person) => person.naturalPersonId === naturalPersonId.toLowerCase());
	}

	hasExternalId(externalId: string): boolean {
		return this.held.some((person) => person.externalId === externalId);
	}

	view(): NaturalPerson[] {
		return [...this.held];
	}

	reset(): void {
		this.held = [...people];
	}
}
