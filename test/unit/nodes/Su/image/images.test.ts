import { add } from '../../../../../nodes/Su/image/add';
import { assign } from '../../../../../nodes/Su/image/assign';
import { webAddress } from '../../../../../nodes/Su/image/webAddress';
import { answer, failureOf, fieldsOf, panel, RUN } from '../../../../support/panels/pure';

const IMAGE = { hotelId: 'HVIEW-1', url: 'https://example.com/pool.jpg', name: 'Pool', pmsImageId: 'pool-2' };

describe('an image that is added', () => {
	const read = (changes: object = {}) => add.parameters(panel({ ...IMAGE, ...changes }), RUN);

	it('goes out under an ID of its own', () => {
		if (!('request' in add)) throw new Error('It has another form now.');
		const images = [{ url: 'https://example.com/pool.jpg', name: 'Pool', pms_imageid: 'pool-2' }];
		expect(add.request(read())).toEqual({ method: 'POST', path: '/SUAPI/jservice/imageCreate', body: { hotelid: 'HVIEW-1', images } });
	});

	it('tells of all that is wrong at once', () => {
		expect(fieldsOf(failureOf(() => read({ hotelId: '', url: 'pool.jpg', name: '', pmsImageId: '' })))).toEqual(['Property ID', 'Image URL', 'Image Name', 'Own Image ID']);
	});

	it('comes out as the row of its ID, in the words of Su', () => {
		if (!('items' in add)) throw new Error('It has another form now.');
		const { items } = add;
		const row = { pms_imageid: 'pool-2', image_url: IMAGE.url, su_url: 'https://su.example.com/1.jpg' };
		expect(items(answer({ Status: 'Success', Data: [{ ...row, pms_imageid: 'other' }, row, row] }), read())).toEqual([row]);
		for (const Data of [[], [{ ...row, pms_imageid: 'other' }], undefined]) expect(failureOf(() => items(answer({ Status: 'Success', Data }), read())).kind).toBe('brokenAnswer');
		expect(failureOf(() => items(answer({ Data: [row] }), read())).message).toContain('Status: Success');
	});
});

describe('the address of an image', () => {
	it.each(['https://example.com/a.jpg', 'http://example.com/a%20b?c=d', ' HTTPS://example.com '])('can be %s', (given) => {
		expect(webAddress(given)).toEqual({ value: given.trim() });
	});

	it.each(['example.com/a.jpg', 'ftp://example.com/a', 'https://', 'https://exa mple.com', 'https://example.com/a\nb', 'data:image/png;base64,AAAA', `https://example.com/${'x'.repeat(2_000)}`, 12, {}])('is none: %j', (given) => {
		expect(webAddress(given)).toEqual({ fault: expect.stringContaining('is no web address') as string });
	});
});

describe('images that are assigned', () => {
	const body = (values: object) => {
		if (!('request' in assign)) throw new Error('It has another form now.');
		return assign.request(assign.parameters(panel({ hotelId: 'HVIEW-1', identifyBy: 'pmsImageId', ...values }), RUN)).body;
	};

	it('are named by either ID, for the property or a room type', () => {
		expect(body({ imageIds: 'lobby-1, pool-2, lobby-1' })).toEqual({ hotelid: 'HVIEW-1', images: [{ pms_imageid: 'lobby-1' }, { pms_imageid: 'pool-2' }] });
		expect(body({ imageIds: ['100', 101], identifyBy: 'imageId', roomId: 'SUP-DBL' })).toEqual({ hotelid: 'HVIEW-1', roomid: 'SUP-DBL', images: [{ imageid: '100' }, { imageid: '101' }] });
	});

	it('must be named', () => {
		expect(fieldsOf(failureOf(() => body({ imageIds: ' , ', identifyBy: 'mine' })))).toEqual(['Identify By', 'Image IDs']);
	});

	it('come out with the property where there is no room type', () => {
		if (!('items' in assign)) throw new Error('It has another form now.');
		const parameters = assign.parameters(panel({ hotelId: 'HVIEW-1', identifyBy: 'pmsImageId', imageIds: 'lobby-1' }), RUN);
		expect(assign.items(answer({ Status: 'Success' }), parameters)).toEqual([{ assigned: true, hotelId: 'HVIEW-1', roomId: null, imageIds: ['lobby-1'] }]);
	});
});
