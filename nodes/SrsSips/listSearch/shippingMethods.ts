import { Failure } from '../../../engine/failure';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import { textOf } from '../../../engine/values';
import { isSameCode } from '../shared/codes';
import { branchLocationsRequest } from '../shared/listRequests';
import { shippingLabels } from '../shared/shippingLabels';
import { SIPS } from '../shared/sips';
import { sipsList } from './sipsList';

const branchMethods = sipsList<{ branchCode: string }, { name: string; methods: string[] }>({
	what: 'Branch Locations',
	most: 20,
	request: ({ branchCode }) => branchLocationsRequest(branchCode),
	read(row) {
		const code = textOf(row.branchCode)?.trim();
		return code === undefined ? undefined : { name: code, methods: shippingLabels(row) };
	},
	unknown: () => ({ message: 'No list of branches', advice: 'Type the shipping method in instead of choosing it.' }),
});

/** The labels that the chosen branch uses. */
export const shippingMethods: ListSource = async ({ fields, sender }) => {
	const branchCode = fields.needed('branchCode', 'Branch Code');
	const branch = (await branchMethods(sender, { branchCode })).find(({ name }) => isSameCode(name, branchCode));
	if (!branch || branch.methods.length === 0) {
		throw new Failure('notFound', `${SIPS} lists no shipping methods of branch ${branchCode}`, {
			advice: 'Type the shipping method in instead of choosing it, such as Ground Drop.',
		});
	}
	return branch.methods.map((label) => ({ name: label, value: label }));
};
