import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * n8n-core reads and writes its settings in the user's home as soon as it is loaded. Import this before it, so that
 * a test run leaves a person's own n8n alone.
 */
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-engine-test-'));
process.env.N8N_ENCRYPTION_KEY = 'engine-tests-only';
