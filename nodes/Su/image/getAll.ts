import { listOfProperty } from '../shared/listOfProperty';
import { IMAGES } from '../shared/lists';

/** Pictures, `POST imageRetrieve` (content/image-api/retrieve-images). */
export const getAll = listOfProperty({
	rows: 'images',
	description: 'List the pictures that Su keeps for a property, and whether they are assigned',
	source: { call: 'POST /SUAPI/jservice/imageRetrieve', standing: 'documented; what is answered where there are none is not' },
	list: IMAGES,
});
