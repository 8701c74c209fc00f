import type { Image, ImageCreateRequest } from './types';

type NewImage = ImageCreateRequest['images'][number];

/** How a picture is named: by Su's id or by the partner's. */
interface Named {
	imageid?: string;
	pms_imageid?: string;
}

const LOBBY: Image = { ...held(100, { url: 'https://example.com/lobby.jpg', name: 'Lobby', pms_imageid: 'lobby-1' }), is_associate: true };

/** The pictures that are kept, by the property's id. */
export class Pictures {
	private kept = new Map<string, Image[]>();

	private last = 0;

	constructor() {
		this.reset();
	}

	/** Keeps pictures. One that comes again under the same id of the partner takes the place of the first. */
	add(hotelId: string, images: readonly NewImage[]): Image[] {
		return images.map((image) => {
			const others = this.list(hotelId).filter(({ pms_imageid: id }) => id === '' || id !== image.pms_imageid);
			this.last += 1;
			const added = held(this.last, image);
			this.kept.set(hotelId, [...others, added]);
			return added;
		});
	}

	list(hotelId: string): Image[] {
		return this.kept.get(hotelId) ?? [];
	}

	/** Assigns pictures: all of them, or none where one is not there. Others stay assigned. */
	associate(hotelId: string, named: readonly Named[]): boolean {
		const isNamed = (image: Image) => named.some((name) => isSame(name, image));
		if (!named.every((name) => this.list(hotelId).some((image) => isSame(name, image)))) return false;
		this.kept.set(hotelId, this.list(hotelId).map((image) => (isNamed(image) ? { ...image, is_associate: true } : image)));
		return true;
	}

	reset(): void {
		this.kept = new Map([['HVIEW-1', [LOBBY]]]);
		this.last = LOBBY.imageid;
	}
}

function held(imageid: number, { url, name, pms_imageid }: NewImage): Image {
	return { image_name: name, source_url: url, su_url: `https://pictures.example.com/${imageid}.jpg`, imageid, pms_imageid: pms_imageid ?? '', is_associate: false };
}

function isSame({ imageid, pms_imageid }: Named, image: Image): boolean {
	return imageid === undefined ? pms_imageid === image.pms_imageid : imageid === String(image.imageid);
}
