import { isoDay } from '../../../engine/calendar';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { textOf } from '../../../engine/values';
import { creation } from '../shared/creation';
import { LABELS, naturalPersonId, readId } from '../shared/fields';
import { alikeIn } from '../shared/lookUps';
import { ageFaults, personFact } from '../shared/ofAge';
import { pageQuery } from '../shared/reads';
import { actingAs } from '../shared/requestor';
import { IDENTIFICATION_VERIFICATION } from '../shared/things';

interface Content {
	person: string;
	/** Where the person lands afterwards; `''` where nothing is said of it. */
	redirectUrl: string;
	/** In the zone of the workflow. */
	today: string;
}

const PATH = '/entities/identification-verifications';
const REDIRECT = 'Redirect URL';

function read(fields: FieldReader, { now, timezone }: RunContext): Content {
	const redirectUrl = fields.optionalText('options.redirectUrl', { label: REDIRECT, longest: 2_000 });
	if (redirectUrl !== '' && !/^https:\/\/[^\s/]+\S*$/i.test(redirectUrl)) fields.fault(REDIRECT, 'must be an address that begins with https://');
	return { person: readId(fields, 'naturalPersonId', LABELS.naturalPersonId), redirectUrl, today: isoDay(now, timezone) ?? '' };
}

/**
 * Has a person identified by video, `POST /entities/identification-verifications` (api-reference/entities/natural-persons). The person gets a call
 * link. Tradevest takes no key.
 */
export const startVideoIdentification = creation<Content>({
	name: 'startVideoIdentification',
	displayName: 'Start Video Identification',
	action: 'Start a video identification of a natural person',
	description: 'Have a person of age identified by video, by the provider of Tradevest; out comes the link that the person calls, identificationUrl, once Tradevest shows it',
	source: { call: `POST ${PATH}`, standing: 'documented; redirectUrl is known from notes' },
	thing: IDENTIFICATION_VERIFICATION,
	hasExternalId: false,
	hasRequestor: true,
	properties: [naturalPersonId],
	options: [{ displayName: REDIRECT, name: 'redirectUrl', type: 'string', default: '', placeholder: 'e.g. https://www.example.com/identified', description: 'Where the person lands after the identification' }],
	read,
	label: ({ person }) => `video identification of natural person ${person}`,
	sameAs: ({ person }) => person.toLowerCase(),

	request: ({ person, redirectUrl, requestorId }) => ({
		method: 'POST',
		path: PATH,
		body: { naturalPersonId: person, externalVerifier: 'WEB_ID', identificationType: 'VIDEO_IDENT', ...(redirectUrl === '' ? {} : { redirectUrl }) },
		...actingAs({ requestorId }),
	}),

	readAgain: {
		request: (id, { requestorId }) => ({ method: 'GET', path: IDENTIFICATION_VERIFICATION.one(id), ...actingAs({ requestorId }) }),
		also: (row) => ({ identificationUrl: textOf(row.identificationUrl) ?? null }),
		isReady: (row) => textOf(row.identificationUrl) !== undefined,
	},

	beforehand: {
		facts: ({ person }) => ({ person: personFact(person) }),
		check: ({ today }, { person }) => ageFaults(LABELS.naturalPersonId, person, today),
	},

	lookUp: alikeIn(
		IDENTIFICATION_VERIFICATION,
		({ requestorId }, cursor) => ({ method: 'GET', path: PATH, query: pageQuery(cursor), ...actingAs({ requestorId }) }),
		(row, { person }) => textOf(row.naturalPersonId)?.toLowerCase() === person.toLowerCase(),
		'recent',
	),
	stopsWhenListed: true,
	whenInTheWay: () => 'The person has a video identification that is under way or approved: Natural Person: Get Identification reads its link. If another one is to be started, turn on Send Even If Already Sent under Options. Nothing was sent.',
	whereToLook: 'Ask the person whether a link has come, or start it again with Send Even If Already Sent: that makes another link.',
});
