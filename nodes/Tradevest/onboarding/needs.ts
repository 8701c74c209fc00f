import type { IDataObject } from 'n8n-workflow';

import type { IsoDay } from '../../../engine/calendar';
import { isObject, textOf } from '../../../engine/values';
import { isOfAge } from '../shared/ofAge';
import { RECEIVED } from '../shared/states';

/** Documents of which one is enough. */
type OneOf = readonly string[];

const EXTRACT: OneOf = ['CURRENT_REGISTRY_EXTRACT', 'CHRONOLOGICAL_REGISTRY_EXTRACT'];
const SHAREHOLDERS: OneOf = ['SHAREHOLDER_LIST'];
const TRANSPARENCY: OneOf = ['TRANSPARENCY_REGISTER_EXTRACT'];
const STATUTE: OneOf = ['STATUTE'];

/** What a company of each legal form has to show (notes on entities/legal-entities). A form that is not here is not known. */
const OF_LEGAL_FORM: Readonly<Record<string, readonly OneOf[]>> = {
	ASSOCIATION: [STATUTE],
	FOUNDATION: [EXTRACT, STATUTE],
	GENERAL_PARTNERSHIP: [EXTRACT, SHAREHOLDERS, TRANSPARENCY],
	LIMITED_LIABILITY_COMPANY: [EXTRACT, SHAREHOLDERS],
	LIMITED_LIABILITY_COMPANY_AND_LIMITED_PARTNERSHIP: [EXTRACT, SHAREHOLDERS, TRANSPARENCY],
	LIMITED_PARTNERSHIP: [EXTRACT, TRANSPARENCY],
	PARTNERSHIP: [['PARTNERSHIP_AGREEMENT']],
	PUBLIC_LIMITED_COMPANY: [EXTRACT, TRANSPARENCY],
	REGISTERED_BUSINESSMAN: [EXTRACT],
};

/** The documents that a company needs; undefined where its legal form is not known. */
export function documentsOfCompany({ legalForm }: IDataObject): readonly OneOf[] | undefined {
	return OF_LEGAL_FORM[textOf(legalForm) ?? ''];
}

/** The documents that a person needs (notes on api-guidelines/onboarding). @param today in the zone of the workflow */
export function documentsOfPerson({ birthDay, mainAddress, taxDetails }: IDataObject, today: IsoDay): readonly OneOf[] {
	const country = isObject(mainAddress) ? textOf(mainAddress.country) : undefined;
	const hasNoTin = Array.isArray(taxDetails) && (taxDetails as unknown[]).some((each) => isObject(each) && each.noTinConfirmation === true);
	return [
		[isOfAge(textOf(birthDay), today) === false ? 'BIRTH_CERTIFICATE' : 'IDENTIFICATION_CERTIFICATE'],
		...(country !== undefined && country !== 'DE' ? [['PROOF_OF_RESIDENCE']] : []),
		...(hasNoTin ? [['TIN_NA_CONFIRMATION']] : []),
	];
}

/** States of documents that do not count. */
const LOST = ['INVALID', 'REJECTED', 'ARCHIVED'];

/**
 * Those that are wanted and not among the documents, in words. What was only received so far, or does not hold today any more, does not count.
 *
 * @param of whose documents
 * @param today in the zone of the workflow
 */
export function missingOf(wanted: readonly OneOf[], documents: readonly IDataObject[], of: string, today: IsoDay): string[] {
	const alive = documents.filter(({ status, validUntil }) => !LOST.includes(textOf(status) ?? '') && (textOf(validUntil) ?? today).slice(0, 10) >= today);
	return wanted.flatMap((types) => {
		const fitting = alive.filter(({ type }) => types.includes(textOf(type) ?? ''));
		if (fitting.some(({ status }) => status !== RECEIVED)) return [];
		return [`${types.join(' or ')} of ${of}${fitting.length > 0 ? ': one was received, and is not decided on yet' : ''}`];
	});
}
