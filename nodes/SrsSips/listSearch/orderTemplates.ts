import type { ListSource } from '../../../engine/listSearch/listSearch';
import { textOf } from '../../../engine/values';
import { orderTemplatesRequest } from '../shared/listRequests';
import { sipsList } from './sipsList';

const customerTemplates = sipsList<{ customerCode: string }, { id: string; name: string; description: string }>({
	what: 'Order Templates',
	most: 20,
	request: ({ customerCode }) => orderTemplatesRequest(customerCode),
	read({ templateId, name, description }) {
		const id = textOf(templateId)?.trim();
		return id === undefined ? undefined : { id, name: textOf(name)?.trim() ?? '', description: textOf(description) ?? '' };
	},
	unknown: ({ customerCode }) => ({ message: `No order templates for customer ${customerCode}`, advice: 'Check Customer Code.' }),
});

/** The templates that the customer keeps in Roof Hub. */
export const orderTemplates: ListSource = async ({ fields, sender }) => {
	const customerCode = fields.needed('customerCode', 'Customer Code');
	return (await customerTemplates(sender, { customerCode })).map(({ id, name, description }) => ({
		name: name === '' ? `Template ${id}` : `${name} (${id})`,
		value: id,
		also: description,
	}));
};
