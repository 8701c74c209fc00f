import type { UserRequest } from './types';

/** The users of the extranet, each known by its email address. */
export class Users {
	private held = new Map<string, UserRequest>();

	save(user: UserRequest): void {
		this.held.set(user.Email.toLowerCase(), user);
	}

	view(): readonly UserRequest[] {
		return [...this.held.values()];
	}

	reset(): void {
		this.held.clear();
	}
}
