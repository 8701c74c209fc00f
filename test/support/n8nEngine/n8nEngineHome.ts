import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * n8n-core reads and writes its settings in the user's home as soon as it is loaded. Import this before it, so that
 * a test run leaves a person's own n8n alone. One folder for each of jest's workers, so that they do not meet.
 */
const home = join(tmpdir(), `n8n-engine-test-${process.env.JEST_WORKER_ID ?? '0'}`);
mkdirSync(home, { recursive: true });
process.env.N8N_USER_FOLDER = home;
process.env.N8N_ENCRYPTION_KEY = 'engine-tests-only';
