import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startSuSandbox, type SuSandbox } from '../../../../sandbox/su';
import { messages } from '../../../../sandbox/su/data/reservations';

const [FIRST, SECOND, ...MORE] = messages.filter(({ hotel_id }) => hotel_id === 'HVIEW-1');
const OTHER = messages.find(({ hotel_id }) => hotel_id === 'PINE-2')!;

let sandbox: SuSandbox;
let receiver: Server;
/** Ids in the order in which they came, and what is answered to each. */
let came: string[] = [];
let answer: (id: string) => string;

const acknowledgement = (id: string) => JSON.stringify({ reservation_notif: { reservation_notif_id: [id] } });

beforeAll(async () => {
	receiver = createServer((request, response) => {
		let text = '';
		request.on('data', (part: Buffer) => (text += part.toString()));
		request.on('end', () => {
			const [{ reservation_notif_id: id }] = (JSON.parse(text) as { reservations: [{ reservation_notif_id: string }] }).reservations;
			came.push(id);
			response.end(answer(id));
		});
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => receiver.once('listening', resolve));
	sandbox = await startSuSandbox();
});

afterAll(async () => {
	await sandbox.close();
	receiver.close();
});

beforeEach(async () => {
	await sandbox.control.reset();
	sandbox.control.change({ webhookUrl: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`, pushRepeatMs: 20 });
	came = [];
	answer = acknowledgement;
});

const states = () => sandbox.pushes().map(({ reservationNotifId, state, tries }) => [reservationNotifId, state, tries]);

describe('messages that Su pushes', () => {
	it('go out one after the other for a property, as each is acknowledged', async () => {
		sandbox.push(FIRST!, SECOND!, ...MORE);
		await sandbox.control.settled();
		const ids = [FIRST!, SECOND!, ...MORE].map(({ reservation_notif_id }) => reservation_notif_id);
		expect(came).toEqual(ids);
		expect(states()).toEqual(ids.map((id) => [id, 'acknowledged', 1]));
	});

	it.each<[string, string]>([
		['another id', acknowledgement('177000000000000000000')],
		['a word', '{"status":"Success"}'],
		['nothing', ''],
	])('hold back later ones of the property, and no other property, while the answer is %s; after three tries a mail is written', async (_what, wrong) => {
		answer = (id) => (id === FIRST!.reservation_notif_id ? wrong : acknowledgement(id));
		sandbox.push(FIRST!, SECOND!, OTHER);
		await sandbox.control.settled();
		expect(came.filter((id) => id === FIRST!.reservation_notif_id)).toHaveLength(3);
		expect(states()).toEqual([[FIRST!.reservation_notif_id, 'mailed', 3], [SECOND!.reservation_notif_id, 'waiting', 0], [OTHER.reservation_notif_id, 'acknowledged', 1]]);
	});

	it('that are acknowledged at the second try go on from there', async () => {
		answer = (id) => (came.length === 1 ? '' : acknowledgement(id));
		sandbox.push(FIRST!, SECOND!);
		await sandbox.control.settled();
		expect(states()).toEqual([[FIRST!.reservation_notif_id, 'acknowledged', 2], [SECOND!.reservation_notif_id, 'acknowledged', 1]]);
	});
});
