import { createServer } from 'node:net';

/** Below the range from which systems take the ports of outgoing calls: one of those could be in the way later. */
const FIRST = 15_000;
const LAST = 32_000;
const ATTEMPTS = 100;

/** Free local ports, all different. */
export async function freePorts(count: number): Promise<number[]> {
	const ports = new Set<number>();
	for (let attempt = 0; attempt < ATTEMPTS && ports.size < count; attempt++) {
		const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
		if (!ports.has(port) && (await isFree(port))) ports.add(port);
	}
	if (ports.size < count) throw new Error(`Found no ${count} free ports between ${FIRST} and ${LAST}.`);
	return [...ports];
}

async function isFree(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
