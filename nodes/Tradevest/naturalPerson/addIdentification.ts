import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import { isoDay, type IsoDay } from '../../../engine/calendar';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { isObject } from '../../../engine/values';
import { readCountry } from '../shared/address';
import { onlyGiven } from '../shared/bodies';
import { deed } from '../shared/deed';
import { LABELS, naturalPersonId, readId } from '../shared/fields';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { readPastDay } from '../shared/pastDay';
import { actingAs } from '../shared/requestor';
import { NATURAL_PERSON } from '../shared/things';

/** Years that Tradevest looks back at most (api-reference/entities/natural-persons-directory/identification). */
const YEARS_BACK = 2;

const BIRTH_CERTIFICATE = 'BIRTH_CERTIFICATE';
const PATHS = ['identification', 'identifications'] as const;
const LONGEST = 255;

/** What only a birth certificate tells, by Tradevest's names and the panel's. */
const PARENTS = [
	['documentFatherResidenceCity', "Father's City", 'e.g. Bremen'],
	['documentFatherFullName', "Father's Full Name", 'e.g. Jens Hartwig'],
	['documentMotherResidenceCity', "Mother's City", 'e.g. Bremen'],
	['documentMotherFullName', "Mother's Full Name", 'e.g. Lena Maria Hartwig'],
] as const;

interface Identification {
	externalVerifier: string;
	identificationType: string;
	identificationDate: IsoDay;
	identificationDocumentType: string;
	documentNumber: string;
	documentCountry: string;
	documentIssuer: string;
	documentIssueDate: IsoDay;
	documentExpiryDate: IsoDay;
	documentMotherFullName?: string;
	documentMotherResidenceCity?: string;
	documentFatherFullName?: string;
	documentFatherResidenceCity?: string;
}

interface Content {
	id: string;
	/** The last part of the path. */
	lastPart: (typeof PATHS)[number];
	identification: Identification;
}

const day = (displayName: string, name: string, description: string): INodeProperties => ({ displayName, name, type: 'dateTime', typeOptions: { dateOnly: true }, required: true, default: '', description });

const properties: INodeProperties[] = [
	naturalPersonId,
	openChoice('externalVerifier', 'External Verifier', ['ID_NOW', 'WEB_ID'], 'Who identified the person', { required: true }),
	openChoice('identificationType', 'Identification Type', ['VIDEO_IDENT'], 'How; one value is known', { required: true }),
	day('Identification Date', 'identificationDate', 'When the person was identified, at most 24 months ago'),
	openChoice('identificationDocumentType', 'Document Type', [BIRTH_CERTIFICATE, 'ID'], 'What the person was identified by. Two values are known; below 18 it is a birth certificate', { required: true, default: 'ID' }),
	typedField('documentNumber', 'Document Number', 'e.g. L01X00T47', 'As on the document', { required: true }),
	typedField('documentCountry', 'Document Country', 'e.g. DE', 'ISO 3166-1, two letters', { required: true }),
	typedField('documentIssuer', 'Document Issuer', 'e.g. Stadt Bremen', 'As on the document', { required: true }),
	day('Document Issue Date', 'documentIssueDate', 'As on the document'),
	day('Document Expiry Date', 'documentExpiryDate', 'As on the document; of a birth certificate, the day on which the person comes of age'),
	{
		displayName: 'Parents',
		name: 'parents',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'For a birth certificate only',
		options: PARENTS.map(([name, label, placeholder]) => typedField(name, label, placeholder, 'For a birth certificate only')),
	},
];

const pathOption: INodeProperties = {
	displayName: 'Path',
	name: 'identificationPath',
	type: 'options',
	options: [
		{ name: 'Identification (Reference)', value: 'identification' },
		{ name: 'Identifications (Process Pages)', value: 'identifications' },
	],
	default: 'identification',
	description: "The end of the call's path: Tradevest's reference has the first, its pages about the process have the second. Choose the other one if Tradevest does not know the call.",
};

function read(fields: FieldReader, run: RunContext): Content {
	const { now, timezone } = run;
	const identificationDocumentType = readOpenChoice(fields, 'identificationDocumentType', 'Document Type');
	const identificationDate = readPastDay(fields, 'identificationDate', 'Identification Date', run);
	const oldest = yearsBefore(isoDay(now, timezone) ?? '');
	if (identificationDate !== '' && identificationDate < oldest) fields.fault('Identification Date', `must be ${oldest} or later: Tradevest takes none that is older than 24 months`);
	const documentIssueDate = readPastDay(fields, 'documentIssueDate', 'Document Issue Date', run);
	const documentExpiryDate = fields.day('documentExpiryDate', { label: 'Document Expiry Date' }, timezone);
	fields.daysInOrder(documentIssueDate, 'Document Issue Date', documentExpiryDate, 'Document Expiry Date');
	return {
		id: readId(fields, 'naturalPersonId', LABELS.naturalPersonId),
		lastPart: fields.oneOf('options.identificationPath', { label: 'Path' }, PATHS),
		identification: {
			externalVerifier: readOpenChoice(fields, 'externalVerifier', 'External Verifier'),
			identificationType: readOpenChoice(fields, 'identificationType', 'Identification Type'),
			identificationDate,
			identificationDocumentType,
			documentNumber: fields.text('documentNumber', { label: 'Document Number', longest: LONGEST }),
			documentCountry: readCountry(fields, 'documentCountry', 'Document Country'),
			documentIssuer: fields.text('documentIssuer', { label: 'Document Issuer', longest: LONGEST }),
			documentIssueDate,
			documentExpiryDate,
			...readParents(fields, identificationDocumentType),
		},
	};
}

function readParents(fields: FieldReader, documentType: string): Partial<Identification> {
	const given = onlyGiven(Object.fromEntries(PARENTS.map(([name, label]) => [name, fields.optionalText(`parents.${name}`, { label, longest: LONGEST })])));
	const tooMuch = PARENTS.filter(([name]) => name in given && documentType !== BIRTH_CERTIFICATE && documentType !== '');
	for (const [, label] of tooMuch) fields.fault(label, 'must be left out: only a birth certificate tells it');
	return given;
}

/** The same day so many years before. */
function yearsBefore(today: IsoDay): IsoDay {
	return `${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4)}`;
}

/**
 * The identifications that a person shows of this day, verifier and type. One that was corrected has the same, so that only the number of the document
 * tells which it is; whether that is shown is not known.
 */
function identificationsLike({ identifications }: IDataObject, wanted: Identification): IDataObject[] {
	const told: unknown[] = Array.isArray(identifications) ? identifications : [];
	return told.filter(isObject).filter((each) => (['externalVerifier', 'identificationType', 'identificationDate'] as const).every((member) => each[member] === wanted[member]));
}

/**
 * Tells Tradevest that a person was identified, `POST /entities/natural-persons/{naturalPersonId}/identification` (…/identification). The answer names
 * no id. That the person shows it later is known from notes, under which name is a guess: where it does not for certain, `applied` stays null.
 */
export const addIdentification = deed<Content>({
	name: 'addIdentification',
	displayName: 'Add Identification',
	action: 'Add an identification to a natural person',
	description: 'Tell that a person was identified by a provider of your own; the same one is sent at most once',
	source: {
		call: 'POST /entities/natural-persons/{naturalPersonId}/identification, POST /entities/natural-persons/{naturalPersonId}/identifications',
		standing: 'documented, under two paths; not all values of its lists, nor how the person shows it',
	},
	thing: NATURAL_PERSON,
	properties,
	options: [pathOption],
	read,
	id: ({ id }) => id,
	isOnceForEver: true,
	sameAs: ({ identification }) => identification,
	request: ({ id, lastPart, identification, requestorId }) => ({ method: 'POST', path: `${NATURAL_PERSON.one(id)}/${lastPart}`, body: { ...identification }, ...actingAs({ requestorId }) }),

	isDone: (row, { identification }) => identificationsLike(row, identification).some(({ documentNumber }) => documentNumber === identification.documentNumber),
	isLike: (row, { identification }) => identificationsLike(row, identification).length > 0,
	whereToLook: 'Tradevest names no number for it. Look at the person with Natural Person: Get, Simplify switched off.',
});
