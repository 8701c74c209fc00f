import { asText, shown, type Reading } from '../../../engine/fieldKinds/reading';

/** Longest address that is sent. Su states none; this keeps nonsense out. */
const LONGEST = 2_000;

/** An address of the web from which Su can fetch a picture, as typed. Whether something is there nobody can tell from here. */
export function webAddress(value: unknown): Reading<string> {
	const text = asText(value) ?? '';
	if (text.length <= LONGEST && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return { value: text };
	return { fault: `${shown(value)} is no web address. Give one that begins with https:// and has no blanks, such as https://example.com/room.jpg` };
}
