import { namedChoice } from '../../../engine/listSearch/choices';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import { isObject, textOf } from '../../../engine/values';
import { branchLocationsRequest, customerBranchesRequest } from '../shared/listRequests';
import { sipsList } from './sipsList';

/** A branch of a customer, with the customer's job accounts there. */
interface CustomerBranch {
	code: string;
	name: string;
	/** undefined where SIPS does not list them. */
	jobAccounts: Array<{ number: string; name: string }> | undefined;
}

/** The branches of a customer, or that one which is named. */
export const branchesOfCustomer = sipsList<{ customerCode: string; branchCode?: string }, CustomerBranch>({
	what: 'Customer Branch Locations',
	most: 20,
	request: ({ customerCode, branchCode }) => customerBranchesRequest(customerCode, branchCode),
	read({ branchCode, branchName, jobAccounts }) {
		const code = textOf(branchCode)?.trim();
		if (code === undefined) return undefined;
		const accounts = Array.isArray(jobAccounts) ? (jobAccounts as unknown[]).filter(isObject) : undefined;
		return {
			code,
			name: textOf(branchName)?.trim() ?? '',
			jobAccounts: accounts?.flatMap(({ jobAccountNumber, jobAccountName }) => {
				const number = textOf(jobAccountNumber)?.trim();
				return number === undefined ? [] : [{ number, name: textOf(jobAccountName)?.trim() ?? '' }];
			}),
		};
	},
	unknown: ({ customerCode }) => ({
		message: `No branches for customer ${customerCode}`,
		advice: 'Check Customer Code. If SIPS asks for a branch here, type this field in instead of choosing it.',
	}),
});

const allBranches = sipsList<object, { code: string; name: string; city: string }>({
	what: 'Branch Locations',
	most: 5,
	request: () => branchLocationsRequest(),
	// No public copy names the fields of this answer; these are the names of the same things elsewhere.
	read({ branchCode, branchName, city }) {
		const code = textOf(branchCode)?.trim();
		return code === undefined ? undefined : { code, name: textOf(branchName)?.trim() ?? '', city: textOf(city) ?? '' };
	},
	unknown: () => ({ message: 'No list of branches', advice: 'Type the branch code in instead of choosing it.' }),
});

/** All branches of SRS. */
export const branches: ListSource = async ({ sender }) => (await allBranches(sender, {})).map(({ code, name, city }) => namedChoice(code, name, city));

/** The branches of the customer that stands beside the field. */
export const customerBranches: ListSource = async ({ fields, sender }) => {
	const customerCode = fields.needed('customerCode', 'Customer Code');
	return (await branchesOfCustomer(sender, { customerCode })).map(({ code, name }) => namedChoice(code, name));
};
