import { houses } from '../data/properties';
import type { SuHandler } from '../types';

/** All properties (content/listing/property-listing). */
export const listProperties: SuHandler<'listProperties'> = () => ({
	status: 200,
	body: { properties: houses.map(({ property }) => property) },
});
