import { codes, errorAnswer, unknownHotel } from '../errors';
import type { Holdings } from '../holdings';
import type { Pictures } from '../pictures';
import type { SuHandler } from '../types';

/** Keeps pictures (content/image-api/create-images). */
export function createImages(holdings: Holdings, pictures: Pictures): SuHandler<'createImages'> {
	return ({ body: { hotelid, images } }) => {
		if (!holdings.find(hotelid)) return unknownHotel(hotelid);
		const Data = pictures.add(hotelid, images).map(({ pms_imageid, imageid, source_url: image_url, su_url }) => ({ ...(pms_imageid === '' ? { imageid } : { pms_imageid }), image_url, su_url }));
		return { status: 200, body: { Status: 'Success', Data } };
	};
}

/** The pictures of a property (content/image-api/retrieve-images). */
export function listImages(holdings: Holdings, pictures: Pictures): SuHandler<'listImages'> {
	return ({ body: { hotelid } }) => (holdings.find(hotelid) ? { status: 200, body: { Status: 'Success', Data: pictures.list(hotelid) } } : unknownHotel(hotelid));
}

/** Assigns pictures (content/image-api/associate-images). How an unknown room type or picture is refused is invented. */
export function associateImages(holdings: Holdings, pictures: Pictures): SuHandler<'associateImages'> {
	return ({ body: { hotelid, roomid, images } }) => {
		const house = holdings.find(hotelid);
		if (!house) return unknownHotel(hotelid);
		if (roomid !== undefined && !house.rooms.some((room) => room.roomid === roomid)) return refused(`roomid: Invalid (${roomid})`);
		return pictures.associate(hotelid, images) ? { status: 200, body: { Status: 'Success' } } : refused('images: Image Not Found');
	};
}

function refused(text: string) {
	return { status: 400 as const, body: errorAnswer(codes.notReadable, text) };
}
