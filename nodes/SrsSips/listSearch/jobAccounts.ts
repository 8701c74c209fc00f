import { Failure } from '../../../engine/failure';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import { isSameCode } from '../shared/codes';
import { SIPS } from '../shared/sips';
import { branchesOfCustomer } from './branches';

/**
 * The customer's job accounts at the branch. The number alone is stored, and another branch may have the same, so the
 * shown name says the branch: it stays when the branch is changed.
 */
export const jobAccounts: ListSource = async ({ fields, sender }) => {
	const customerCode = fields.needed('customerCode', 'Customer Code');
	const branchCode = fields.needed('branchCode', 'Branch Code');
	const branches = await branchesOfCustomer(sender, { customerCode, branchCode });
	const rows = branches.filter(({ code }) => isSameCode(code, branchCode));
	const [branch] = rows;
	if (!branch) {
		throw new Failure('notFound', `${branchCode} is not a branch of customer ${customerCode}`, { advice: 'Choose Branch Code again.' });
	}
	if (rows.every((row) => row.jobAccounts === undefined)) {
		throw new Failure('brokenAnswer', `${SIPS} lists no job accounts with branch ${branchCode}`, {
			advice: 'Type the number in instead of choosing it.',
		});
	}
	const accounts = rows.flatMap((row) => row.jobAccounts ?? []);
	return accounts.map(({ number, name }) => ({ name: `${name || 'Job account'} (${number} at ${branch.code})`, value: number }));
};
