import { Failure } from '../../../engine/failure';
import type { ListSource } from '../../../engine/listSearch/listSearch';
import { unitsOf } from '../shared/productChoices';
import { SIPS } from '../shared/sips';
import { chosenProduct } from './products';

/** Units whose meaning the documents give. */
const IN_WORDS: Readonly<Record<string, string>> = { BD: 'bundle', SQ: 'square', PC: 'piece', EA: 'each', RL: 'roll', PAL: 'pallet' };

/** Units in which the branch sells the product: those of the chosen option, or of all where none is chosen. */
export const units: ListSource = async ({ fields, sender }) => {
	const { id, branchCode, choices } = await chosenProduct(sender, fields);
	const option = fields.optional('option');
	const all = unitsOf(choices, option);
	if (all.length === 0) {
		throw new Failure('notFound', `${SIPS} lists no units of product ${id} at ${branchCode}`, {
			advice: 'Type the unit in instead of choosing it.',
		});
	}
	const defaults = new Set(choices.variants.filter((variant) => variant.option === option).map(({ defaultUnit }) => defaultUnit));
	return all.map((unit) => {
		const notes = [IN_WORDS[unit.toUpperCase()] ?? [], defaults.has(unit) ? 'default' : []].flat();
		return { name: notes.length > 0 ? `${unit} (${notes.join(', ')})` : unit, value: unit };
	});
};
