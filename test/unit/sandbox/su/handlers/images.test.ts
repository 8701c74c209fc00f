import type { Image } from '../../../../../sandbox/su/types';
import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: images', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const list = async (hotelid = 'HVIEW-1') => (await su.ask<{ Data: Image[] }>('imageRetrieve', { hotelid })).body.Data;
	const image = (pms_imageid: string | undefined, name: string) => ({ url: `https://example.com/${name}.jpg`, name, pms_imageid });
	const add = async (...images: object[]) => await su.ask<{ Data: object[] }>('imageCreate', { hotelid: 'HVIEW-1', images });
	const assign = async (images: object[], more: object = {}) => await su.ask('imageAssociation', { hotelid: 'HVIEW-1', images, ...more });

	it('are kept once under an id of the partner, and each time without one', async () => {
		expect((await add(image('pool-2', 'Pool'))).body.Data).toEqual([{ pms_imageid: 'pool-2', image_url: 'https://example.com/Pool.jpg', su_url: expect.any(String) as string }]);
		await add(image('pool-2', 'Pool at Night'));
		expect((await list()).map(({ image_name }) => image_name)).toEqual(['Lobby', 'Pool at Night']);
		expect((await add(image(undefined, 'Bar'))).body.Data).toEqual([{ imageid: expect.any(Number) as number, image_url: 'https://example.com/Bar.jpg', su_url: expect.any(String) as string }]);
		await add(image(undefined, 'Bar'));
		expect(await list()).toHaveLength(4);
		expect(await list('PINE-2')).toEqual([]);
	});

	it('are assigned by either id, all of them or none', async () => {
		await add(image('pool-2', 'Pool'), image('bar-3', 'Bar'));
		const states = async () => (await list()).map(({ is_associate }) => is_associate);
		const refused = { status: 400, body: { Status: 'Fail' } };
		expect(await assign([{ pms_imageid: 'pool-2' }, { pms_imageid: 'none' }])).toMatchObject(refused);
		expect(await assign([{ pms_imageid: 'pool-2' }], { roomid: 'NO-SUCH' })).toMatchObject(refused);
		expect(await states()).toEqual([true, false, false]);
		expect((await assign([{ pms_imageid: 'pool-2' }], { roomid: 'SUP-DBL' })).body).toEqual({ Status: 'Success' });
		const [, , bar] = await list();
		await assign([{ imageid: String(bar?.imageid) }]);
		expect(await states()).toEqual([true, true, true]);
	});

	it('are answered as the document says', async () => {
		const images = [image('pool-2', 'Pool'), image(undefined, 'Bar')];
		const problems = [
			await su.problems('createImages', 'imageCreate', { hotelid: 'HVIEW-1', images }),
			await su.problems('createImages', 'imageCreate', { hotelid: 'NOWHERE', images }),
			await su.problems('listImages', 'imageRetrieve', { hotelid: 'HVIEW-1' }),
			await su.problems('listImages', 'imageRetrieve', { hotelid: 'NOWHERE' }),
			await su.problems('associateImages', 'imageAssociation', { hotelid: 'HVIEW-1', images: [{ imageid: '100' }] }),
			await su.problems('associateImages', 'imageAssociation', { hotelid: 'HVIEW-1', images: [{ imageid: '1' }] }),
			await su.problems('associateImages', 'imageAssociation', { hotelid: 'NOWHERE', images: [{ imageid: '1' }] }),
		];
		expect(problems.flat()).toEqual([]);
	});
});
