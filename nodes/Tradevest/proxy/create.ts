import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { textOf } from '../../../engine/values';
import { creation } from '../shared/creation';
import { entityIdField, entityTypeField, readEntityType, type EntityType } from '../shared/entityTypes';
import { isId, LABELS, naturalPersonId, readId } from '../shared/fields';
import { alikeIn, inList } from '../shared/lookUps';
import { inWords } from '../shared/openChoice';
import { actingAs } from '../shared/requestor';
import { PROXY } from '../shared/things';
import { proxies } from './proxies';

/** How long a proxy of each type may hold (known from notes). `JOINT_ACCOUNT_HOLDER` is made by Tradevest itself. */
const VALIDITIES = {
	GENERAL_POWER_OF_ATTORNEY: ['IN_CASE_OF_DEATH', 'UNLIMITED', 'UNTIL_CASE_OF_DEATH'],
	GUARDIAN: ['UNTIL_LEGAL_AGE'],
	INFORMATION_PROXY: ['UNLIMITED', 'UNTIL_CASE_OF_DEATH'],
	LIQUIDATOR: ['UNLIMITED'],
	SIGNATORY: ['UNLIMITED'],
} as const;

type ProxyType = keyof typeof VALIDITIES;
type Validity = (typeof VALIDITIES)[ProxyType][number];

const TYPES = Object.keys(VALIDITIES) as ProxyType[];
const ALL_VALIDITIES: readonly Validity[] = ['IN_CASE_OF_DEATH', 'UNLIMITED', 'UNTIL_CASE_OF_DEATH', 'UNTIL_LEGAL_AGE'];
const NOT_GIVEN = '';
const SCOPES = [NOT_GIVEN, 'INDIVIDUAL', 'JOINT'] as const;
const CUSTODIES = [NOT_GIVEN, 'JOINT_CUSTODY', 'SINGLE_CUSTODY'] as const;

interface Content {
	proxyType: ProxyType;
	/** Who acts. */
	person: string;
	entityId: string;
	entityType: EntityType;
	validityType: Validity;
	/** `''` for all but a signatory. */
	scopeType: (typeof SCOPES)[number];
	/** `''` for all but a guardian. */
	custodyType: (typeof CUSTODIES)[number];
	/** Products that the proxy may act on; none where nothing is said of them. */
	productIds: string[];
}

const PATH = '/roles/proxies';

/** @param first what is chosen beforehand */
function choice(displayName: string, name: string, values: readonly string[], first: string, description: string, more: Partial<INodeProperties> = {}): INodeProperties {
	const options = values.map((value) => ({ name: value === NOT_GIVEN ? 'None' : inWords(value), value }));
	return { displayName, name, type: 'options', options, default: first, description, ...more };
}

/** Hidden for the other types. An expression for the type shows it. */
const onlyFor = (type: ProxyType): Pick<INodeProperties, 'displayOptions'> => ({ displayOptions: { hide: { proxyType: TYPES.filter((each) => each !== type) } } });

const properties: INodeProperties[] = [
	{ ...naturalPersonId, description: 'The natural person who is to act for the other, as Tradevest knows it. The list shows the newest 100.' },
	entityIdField('For whom the person acts'),
	entityTypeField('What that is'),
	choice('Proxy Type', 'proxyType', TYPES, 'GENERAL_POWER_OF_ATTORNEY', 'As what the person acts'),
	choice('Validity', 'validityType', ALL_VALIDITIES, 'UNLIMITED', 'How long. Guardian: until legal age. Signatory and liquidator: unlimited. Information proxy: unlimited or until case of death. General power of attorney: these and in case of death.'),
	choice('Scope', 'scopeType', SCOPES, NOT_GIVEN, 'For a signatory: individual where the person may sign alone as legal representative of the company, else joint', onlyFor('SIGNATORY')),
	choice('Custody', 'custodyType', CUSTODIES, NOT_GIVEN, 'For a guardian', onlyFor('GUARDIAN')),
];

const productIds: INodeProperties = { displayName: 'Product IDs', name: 'productIds', type: 'string', default: '', placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33', description: 'The accounts and wallets that the proxy may act on, with commas between them: customerProductId of Product: Get Many' };

function read(fields: FieldReader): Content {
	const person = readId(fields, 'naturalPersonId', LABELS.naturalPersonId);
	const entityId = readId(fields, 'entityId', 'Entity ID');
	if (person !== '' && person.toLowerCase() === entityId.toLowerCase()) fields.fault('Entity ID', `must be another than ${LABELS.naturalPersonId}: nobody is a proxy of their own`);
	const content = {
		proxyType: fields.oneOf('proxyType', { label: 'Proxy Type' }, TYPES),
		person,
		entityId,
		entityType: readEntityType(fields),
		validityType: fields.oneOf('validityType', { label: 'Validity' }, ALL_VALIDITIES),
		scopeType: readIfThere(fields, 'scopeType', 'Scope', SCOPES),
		custodyType: readIfThere(fields, 'custodyType', 'Custody', CUSTODIES),
		productIds: readProductIds(fields),
	};
	checkType(fields, content);
	return content;
}

/** A field that n8n leaves out where it is hidden. */
function readIfThere<T extends string>(fields: FieldReader, name: string, label: string, allowed: readonly T[]): T {
	return fields.optionalText(name, { label }) === '' ? ('' as T) : fields.oneOf(name, { label }, allowed);
}

/** What goes with which type (notes; api-reference/roles/proxies). */
function checkType(fields: FieldReader, { proxyType, entityType, validityType, scopeType, custodyType }: Content): void {
	if (fields.isFaultyAt('Proxy Type')) return;
	const validities: readonly string[] = VALIDITIES[proxyType];
	if (!validities.includes(validityType) && !fields.isFaultyAt('Validity')) fields.fault('Validity', `must be ${validities.join(' or ')} for ${proxyType}`);
	if ((proxyType === 'SIGNATORY') !== (scopeType !== '') && !fields.isFaultyAt('Scope')) fields.fault('Scope', proxyType === 'SIGNATORY' ? 'must be INDIVIDUAL or JOINT for SIGNATORY' : 'must be left out: only SIGNATORY has one');
	if ((proxyType === 'GUARDIAN') !== (custodyType !== '') && !fields.isFaultyAt('Custody')) fields.fault('Custody', proxyType === 'GUARDIAN' ? 'must be SINGLE_CUSTODY or JOINT_CUSTODY for GUARDIAN' : 'must be left out: only GUARDIAN has one');
	if (proxyType === 'SIGNATORY' && entityType !== 'LEGAL_ENTITY') fields.fault('Entity Type', 'must be LEGAL_ENTITY for SIGNATORY: a signatory is a legal representative of a company');
}

function readProductIds(fields: FieldReader): string[] {
	const ids = fields.optionalCodes('options.productIds', { label: 'Product IDs' });
	return ids.some((id) => !isId(id)) ? fields.fault('Product IDs', 'must be IDs as Tradevest makes them, with commas between them', []) : ids;
}

/** Lets a natural person act for somebody else, `POST /roles/proxies` (api-reference/roles/proxies). Tradevest takes no key: who is such a proxy already stops it. */
export const create = creation<Content>({
	action: 'Create a proxy',
	description: 'Let a natural person act for another person or a company; where that is so already, nothing is sent unless that is wanted',
	source: { call: `POST ${PATH}`, standing: 'documented; which values go together is known from notes' },
	thing: PROXY,
	hasExternalId: false,
	hasRequestor: true,
	properties,
	options: [productIds],
	read,
	label: ({ proxyType, person, entityId }) => `${proxyType} ${person} for ${entityId}`,
	sameAs: ({ proxyType, person, entityId }) => [proxyType, person.toLowerCase(), entityId.toLowerCase()],

	request: ({ proxyType, person, entityId, entityType, validityType, scopeType, custodyType, productIds: products, requestorId }) => ({
		method: 'POST',
		path: PATH,
		body: {
			proxyType,
			naturalPersonId: person,
			entityId,
			entityType,
			validityType,
			...(scopeType === '' ? {} : { scopeType }),
			...(custodyType === '' ? {} : { custodyType }),
			...(products.length > 0 ? { productIds: products } : {}),
		},
		...actingAs({ requestorId }),
	}),

	readAgain: inList(PROXY, (_parameters, cursor) => proxies(cursor)),
	lookUp: alikeIn(
		PROXY,
		(_parameters, cursor) => proxies(cursor),
		(row, { proxyType, person, entityId }) => row.proxyType === proxyType && textOf(row.naturalPersonId)?.toLowerCase() === person.toLowerCase() && textOf(row.entityId)?.toLowerCase() === entityId.toLowerCase(),
		'all',
	),
	stopsWhenListed: true,
	whenInTheWay: ({ proxyType }) => `The person is a ${proxyType} of the other already, or was made one before. If that is no more, or came to nothing, turn on Send Even If Already Sent under Options. Nothing was sent.`,
	whereToLook: 'Look with Proxy: Get Many.',
});
