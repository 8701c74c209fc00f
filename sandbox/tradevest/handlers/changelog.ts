import { isWithin } from '../answers';
import { isSame, type Books } from '../books';
import { pageAnswer } from '../page';
import type { TradevestHandler } from '../types';

/** What was changed of entities, the oldest first unless asked otherwise (tv:api-reference/changelogs/new-changelogs). */
export function listEntityChanges({ changelog }: Books): TradevestHandler<'listEntityChanges'> {
	return ({ query }) => {
		const found = changelog.view().filter((entry) => (query.itemId === undefined || isSame(entry.itemId, query.itemId)) && isWithin(entry, query));
		return pageAnswer(query.orderDirection === 'DESC' ? found.reverse() : found, ({ entryId }) => entryId, query);
	};
}
