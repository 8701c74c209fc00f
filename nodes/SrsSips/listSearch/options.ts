import { namedChoice } from '../../../engine/listSearch/choices';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import { NO_OPTION } from '../shared/sips';
import { chosenProduct } from './products';

/** Colours or other choices in which the branch sells the product; N/A where it has none. */
export const options: ListSource = async ({ fields, sender }) => {
	const { choices } = await chosenProduct(sender, fields);
	if (choices.options.length === 0) return [{ name: NO_OPTION, value: NO_OPTION }];
	return choices.options.map((option) => {
		return namedChoice(option, choices.variants.find((variant) => variant.option === option)?.colorName ?? '');
	});
};
