import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { orderIdKey } from './codes';
import { CUSTOMER_CODE } from './customerMatch';
import { isAssignedId } from './placeholders';
import { tolerantReader } from './tolerantReader';
import { SIPS } from './sips';

const FRAMES = ['orderheader', 'order', 'podetails', 'deliveryheader', 'delivery', 'customer', 'branch', 'invoiceheader', 'invoice'];

/** How something is named in the answers of SIPS. */
interface Id {
	/** Fields that hold it, in small letters. */
	names: readonly string[];
	/** Fields that may hold it, or a number of another kind: they only show that it is the one. */
	others?: readonly string[];
	/** What an id of this kind looks like; something else in its place shows nothing. */
	spelling: RegExp;
}

/** By the name of the field that asks for it. */
const IDS: Readonly<Record<string, Id>> = {
	orderId: { names: ['orderid', 'ordernumber'], spelling: /^\d+$/ },
	customerCode: { names: ['customercode'], others: ['customerid', 'customerkey', 'customernumber', 'accountnumber'], spelling: /./s },
	/** The code under which Validate asks. Digits alone may be a number of another kind. */
	accountNumber: { names: ['customercode', 'accountnumber'], others: ['customerid', 'customerkey', 'customernumber'], spelling: CUSTOMER_CODE },
	/** V1 named branches by a number of their own (`branchId`), which may have been given for the code. */
	branchCode: { names: ['branchcode'], others: ['branchid', 'branchnumber'], spelling: /[a-z]/i },
	invoiceNumber: { names: ['invoicenumber'], spelling: /^\d{10}-\d{3}$/ },
};

/**
 * Makes sure that details are of the thing that was asked for: the paths of some calls are not confirmed, or were corrected by hand. An
 * answer without an id passes; capitals and zeros in front do not count.
 *
 * @param field that asks for it, such as `orderId`
 * @param what the call as people know it, such as `Order Details`
 * @throws Failure of kind `brokenAnswer`
 */
export function checkRequestedId(row: IDataObject, field: string, asked: string, what: string): void {
	const id = IDS[field];
	if (!id?.spelling.test(asked)) return;
	const { texts } = tolerantReader(row, FRAMES);
	const given = texts(id.names).filter((text) => isAssignedId(text) && id.spelling.test(text));
	const isAsked = (text: string) => orderIdKey(text) === orderIdKey(asked);
	if (given.length === 0 || [...given, ...texts(id.others ?? [])].some(isAsked)) return;
	throw new Failure('brokenAnswer', `${SIPS} was asked for ${asked} and answered with ${given.join(', ')} (${what})`, {
		advice: 'Nothing is put out, since it is about something else. Check the base URL of the credential, and Endpoint Path where the node has one, then ask SRS.',
		subject: { [field]: asked },
	});
}
