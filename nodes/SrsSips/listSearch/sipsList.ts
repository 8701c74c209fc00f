import { partnerList, type PartnerList, type ReadList } from '../../../engine/listSearch/partnerList';
import { listAnswer } from '../shared/answers';
import { SIPS } from '../shared/sips';

/** A list of SIPS that there is to choose from. */
export function sipsList<A, T extends { name: string }>(list: Omit<PartnerList<A, T>, 'partner' | 'rows'>): ReadList<A, T> {
	return partnerList({ ...list, partner: SIPS, rows: listAnswer });
}
