import { hostFor, HOSTS } from '../../host';

/** An n8n, as far as what is wanted differs by it. */
export interface Line {
	readonly version: string;
	/** Whether it evaluates expressions in isolates, which cost it more each. */
	readonly hasIsolates: boolean;
}

/** The n8n with this version. @throws Error where `host/versions.ts` does not know it */
export function lineOf(version: string): Line {
	return { version, hasIsolates: hostFor(version).compiled.includes('isolated-vm') };
}

/** All that are measured, the oldest first. */
export function allLines(): Line[] {
	return HOSTS.map(({ n8n }) => lineOf(n8n));
}
