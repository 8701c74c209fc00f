import { isSameCode } from '../shared/codes';
import { NO_OPTION } from '../shared/sips';

/** Letters and digits in small letters, one blank between words. */
export function words(text: string): string {
	return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether an option is none. */
export function isNoOption(option: string): boolean {
	return option.trim() === '' || isSameCode(option, NO_OPTION);
}

/** What two spellings of one option have in common; `''` of none. Signs count beside digits only: `10"` and `10'` are two sizes. */
export function optionKey(option: string): string {
	if (isNoOption(option)) return '';
	const signs = /\d/.test(option) ? option.replace(/[“”″]/g, '"').replace(/[‘’′]/g, "'").replace(/[\s\p{L}\p{M}-]+/gu, '') : '';
	return words(option) === '' ? '' : `${words(option)} ${signs}`.trim();
}
