import { LABELS } from '../shared/labels';
import { onceMore } from '../shared/onceMore';

/** The ID of a property a second time. @param whose such as `the property that is to be deleted` */
export const confirmHotelId = (whose: string) => onceMore(LABELS.hotelId, 'confirmHotelId', 'e.g. HVIEW-1', whose);
