import { randomUUID } from 'node:crypto';

import { writePdf } from '../core/pdf';
import { Book } from './book';
import type { Books } from './books';
import type { IdentificationVerification } from './types';

/**
 * Video identifications by Tradevest's provider: `PENDING`, then `APPROVED`. With that comes a certificate, a document that the partner
 * learns of by its notification.
 */
export function verificationBook(books: Books): Book<IdentificationVerification> {
	return new Book<IdentificationVerification>(
		{
			idName: 'identificationVerificationId',
			eventType: 'IDENTIFICATION_VERIFICATION_NOTIFICATION',
			statuses: { ACCEPTED: 'PENDING', REVIEW: 'REVIEW', INVALID: 'INVALID', REJECTED: 'REJECTED' },
			told: ({ identificationVerificationId, naturalPersonId }) => ({ identificationVerificationId, naturalPersonId }),
			next: ({ status, naturalPersonId }) =>
				status === 'PENDING' ? { afterMs: books.life.settings().decideAfterMs, outcome: () => ({ changes: identified(books, naturalPersonId) }) } : null,
		},
		books.life,
	);
}

function identified(books: Books, naturalPersonId: string): Partial<IdentificationVerification> {
	const bytes = writePdf(['Identification certificate']);
	const { documentId } = books.documents.create(
		({ id, ...stamp }) => ({
			documentId: id,
			size: kilobytesOf(bytes),
			name: 'Identification certificate',
			resourceType: 'NATURAL_PERSON',
			resourceId: naturalPersonId,
			type: 'IDENTIFICATION_CERTIFICATE',
			...stamp,
		}),
		{ status: 'CREATED' },
	);
	books.files.set(documentId, bytes);
	const naturalPersonIdentificationId = randomUUID();
	const { identifications = [] } = books.people.find(naturalPersonId) ?? {};
	books.people.move(naturalPersonId, { identifications: [...identifications, { naturalPersonIdentificationId, externalVerifier: 'WEB_ID', identificationType: 'VIDEO_IDENT' }] });
	return { status: 'APPROVED', documentId, naturalPersonIdentificationId };
}

/** The size of a file as documents tell it. */
export function kilobytesOf(bytes: Buffer): number {
	return Math.ceil(bytes.length / 1024);
}
