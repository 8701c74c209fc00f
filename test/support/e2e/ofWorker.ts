import type { OfWorker } from './environment';

/** What this worker's test files share, where they are end-to-end tests (`environment.ts`). */
export function ofWorker(): OfWorker | undefined {
	return (globalThis as { ofWorker?: OfWorker }).ofWorker;
}
