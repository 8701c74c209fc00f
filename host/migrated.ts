import { cachedFolder } from './cache';
import { n8nCommand } from './importer';
import type { Host } from './install';
import { freePorts } from './ports';
import { silent, type Report } from './report';

/** What is done there is to be done anew when this changes. */
const MADE_BY = ['list:workflow'];

/**
 * What n8n keeps in a new folder before anybody has used it: its key, and a database with all tables. Made once for each n8n, by one of its commands: n8n
 * works for some seconds on that, and tests start many of them.
 *
 * @returns the folder, to be copied
 */
export async function migratedFolder(host: Host, report: Report = silent): Promise<string> {
	return await cachedFolder({
		folder: `${host.folder}-new`,
		ingredients: { n8n: host.version, environment: host.environment, madeBy: MADE_BY },
		report,
		make: async (folder) => {
			const [port = 0, brokerPort = 0] = await freePorts(2);
			await n8nCommand({ host, userFolder: folder, port, brokerPort }, MADE_BY);
		},
	});
}
