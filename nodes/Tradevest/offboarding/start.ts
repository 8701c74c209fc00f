import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { creation } from '../shared/creation';
import { alikeIn } from '../shared/lookUps';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { actingAs } from '../shared/requestor';
import { readRole, roleFields, type Role } from '../shared/roles';
import { OFFBOARDING } from '../shared/things';
import { offboardingsOf } from './offboardings';

interface Content extends Role {
	reason: string;
}

/** Reasons, known from notes. The ordinary one ends in two months and alone can be cancelled. */
const REASONS = [
	'CANCELLATION_BY_PARTNER_IMMEDIATE',
	'CANCELLATION_BY_PARTNER_ORDINARY',
	'COMPANY_STRUCTURE_CHANGES_IMMEDIATE',
	'CUSTOMER_REQUEST_IMMEDIATE',
	'DEATH_IMMEDIATE',
	'DISSOLUTION_IMMEDIATE',
	'INSOLVENCY_IMMEDIATE',
];

const properties: INodeProperties[] = [
	...roleFields,
	{ displayName: 'Confirm Role ID', name: 'confirmRoleId', type: 'string', required: true, default: '', placeholder: 'e.g. 7a2e5d34-55b0-4c3e-8f0a-98c1b6f0d2e7', description: 'The same ID once more: it ends a customer, and takes its proxies along' },
	openChoice('reason', 'Reason', REASONS, 'The ordinary cancellation ends in two months, and alone can be cancelled; before an immediate one all products must be closed', { default: 'CANCELLATION_BY_PARTNER_ORDINARY' }),
];

function read(fields: FieldReader): Content {
	const role = readRole(fields);
	const confirmed = fields.code('confirmRoleId', { label: 'Confirm Role ID' });
	if (confirmed !== '' && role.roleId !== '' && confirmed.toLowerCase() !== role.roleId.toLowerCase()) fields.fault('Confirm Role ID', `must be ${role.roleId}, as Role ID is`);
	return { ...role, reason: readOpenChoice(fields, 'reason', 'Reason') };
}

/** Ends a customer or proxy, `POST /roles/offboardings` (api-reference/roles/offboarding). Tradevest refuses a second one while one is under way. */
export const start = creation<Content>({
	name: 'start',
	displayName: 'Start',
	action: 'Start an offboarding',
	description: 'End a customer or a proxy, which takes proxies and owners with it; its ID is typed in twice, and it is sent once in an execution',
	source: { call: 'POST /roles/offboardings', standing: 'documented; the reasons are known from notes' },
	thing: OFFBOARDING,
	hasExternalId: false,
	hasRequestor: true,
	isAnew: true,
	properties,
	read,
	label: ({ roleType, roleId, reason }) => `offboarding of ${roleType} ${roleId} (${reason})`,
	sameAs: ({ roleType, roleId, reason }) => [roleType, roleId.toLowerCase(), reason],
	request: ({ roleType, roleId, reason, requestorId }) => ({ method: 'POST', path: '/roles/offboardings', body: { roleType, roleId, reason }, ...actingAs({ requestorId }) }),
	lookUp: alikeIn(
		OFFBOARDING,
		(parameters) => offboardingsOf(parameters),
		(row, { reason }) => row.reason === reason && row.status !== 'CANCELED',
	),
	whereToLook: 'Look with Offboarding: Get Many.',
});
