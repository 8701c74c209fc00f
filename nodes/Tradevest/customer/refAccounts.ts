import type { INodeProperties } from 'n8n-workflow';

import { bic } from '../../../engine/fieldKinds/bic';
import { iban } from '../../../engine/fieldKinds/iban';
import { FieldReader, readerOf } from '../../../engine/items/fields';

/** A bank account of the customer elsewhere, to which money goes (api-reference/roles/schemas). */
export interface RefAccount {
	iban: string;
	ownerName: string;
	bankName?: string;
	bic?: string;
	type: (typeof TYPES)[number];
}

const TYPES = ['PRIMARY', 'OTHER'] as const;

/** What Tradevest takes for an IBAN, beside the check digits: the shortest ones (of Norway) are too short for it. */
const TAKEN = /^[A-Z]{2}[0-9A-Z]{14,31}$/;

const LONGEST = 255;
const LABEL = 'Reference Accounts';

export const refAccounts: INodeProperties = {
	displayName: LABEL,
	name: 'refAccounts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Account',
	default: {},
	description: 'Bank accounts of the customer elsewhere, to which money goes',
	options: [
		{
			displayName: 'Account',
			name: 'account',
			values: [
				{ displayName: 'Bank Name', name: 'bankName', type: 'string', default: '', placeholder: 'e.g. Musterbank', description: 'May be left out' },
				{ displayName: 'BIC', name: 'bic', type: 'string', default: '', placeholder: 'e.g. BYLADEM1001', description: 'May be left out' },
				{ displayName: 'IBAN', name: 'iban', type: 'string', default: '', placeholder: 'e.g. DE02120300000000202051', description: 'Its check digits are checked before anything is sent' },
				{ displayName: 'Owner Name', name: 'ownerName', type: 'string', default: '', placeholder: 'e.g. Lena Maria Hartwig', description: 'Whose account it is' },
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Primary', value: 'PRIMARY' },
						{ name: 'Other', value: 'OTHER' },
					],
					default: 'PRIMARY',
					description: 'Whether it is the first account of the customer, or a further one',
				},
			],
		},
	],
};

/** Reads them. Faults are noted in `fields`. */
export function readRefAccounts(fields: FieldReader): RefAccount[] {
	const accounts = fields.optionalList('refAccounts.account', { label: LABEL }).map((row, at) => readAccount(fields, row, at));
	const twice = accounts.find((account, at) => account.iban !== '' && accounts.findIndex((other) => other.iban === account.iban) !== at);
	if (twice) fields.fault(LABEL, 'must not have the same IBAN twice');
	return accounts;
}

function readAccount(fields: FieldReader, row: Record<string, unknown>, at: number): RefAccount {
	const part = new FieldReader(readerOf(row), `${LABEL} ${at + 1}: `);
	const number = part.kind('iban', { label: 'IBAN' }, iban, '');
	if (number !== '' && !TAKEN.test(number)) part.fault('IBAN', 'must have 16 to 33 signs: Tradevest takes no other');
	const bankName = part.optionalText('bankName', { label: 'Bank Name', longest: LONGEST });
	const code = part.optionalKind('bic', { label: 'BIC' }, bic);
	const account: RefAccount = {
		iban: number,
		ownerName: part.text('ownerName', { label: 'Owner Name', longest: LONGEST }),
		...(bankName === '' ? {} : { bankName }),
		...(code === undefined ? {} : { bic: code }),
		type: Object.hasOwn(row, 'type') ? part.oneOf('type', { label: 'Type' }, TYPES) : 'PRIMARY',
	};
	fields.take(part);
	return account;
}
