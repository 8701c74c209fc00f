import { isoDay } from '../../../engine/calendar';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { creation } from '../shared/creation';
import { chosenAs, readId } from '../shared/fields';
import { ageFaults, personFact } from '../shared/ofAge';
import { actingAs } from '../shared/requestor';
import { JOINT_PERSON } from '../shared/things';

interface Content {
	first: string;
	second: string;
	/** In the zone of the workflow. */
	today: string;
}

const PATH = '/entities/joint-persons';
const LABELS = { first: 'First Person ID', second: 'Second Person ID' } as const;

function read(fields: FieldReader, { now, timezone }: RunContext): Content {
	const first = readId(fields, 'np1Id', LABELS.first);
	const second = readId(fields, 'np2Id', LABELS.second);
	if (first !== '' && first.toLowerCase() === second.toLowerCase()) fields.fault(LABELS.second, `must be another person than ${LABELS.first}`);
	return { first, second, today: isoDay(now, timezone) ?? '' };
}

/**
 * Puts two natural persons together, `POST /entities/joint-persons` (api_migration_guide; body and answer are known from notes). Tradevest takes no key,
 * and no call lists them, so that one whose answer is lost stays unknown.
 */
export const create = creation<Content>({
	action: 'Create a joint person',
	description: 'Put two natural persons together, for an account that both have; the same two are sent at most once',
	source: { call: `POST ${PATH}`, standing: 'name known; body and answer are inferred from notes' },
	thing: JOINT_PERSON,
	hasExternalId: false,
	hasRequestor: 'ifGiven',
	properties: [
		chosenAs('np1Id', LABELS.first, 'searchNaturalPersons', 'A natural person of age, as Tradevest knows it'),
		chosenAs('np2Id', LABELS.second, 'searchNaturalPersons', 'Another natural person of age, as Tradevest knows it'),
	],
	read,
	label: ({ first, second }) => `joint person of ${first} and ${second}`,
	sameAs: ({ first, second }) => [first.toLowerCase(), second.toLowerCase()].sort(),
	request: ({ first, second, requestorId }) => ({ method: 'POST', path: PATH, body: { np1Id: first, np2Id: second }, ...actingAs({ requestorId }) }),
	beforehand: {
		facts: ({ first, second }) => ({ first: personFact(first), second: personFact(second) }),
		check: ({ today }, { first, second }) => [...ageFaults(LABELS.first, first, today), ...ageFaults(LABELS.second, second, today)],
	},
	whenInTheWay: () => 'These two were put together before, with the first and the second person the other way round. If that is to be done once more, turn on Send Even If Already Sent under Options. Nothing was sent.',
	whereToLook: 'No call of Tradevest lists joint persons. Its notification (Tradevest Trigger) names the jointPersonId; else ask Tradevest.',
});
