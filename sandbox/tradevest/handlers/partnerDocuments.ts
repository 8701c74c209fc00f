import { FileBody } from '../../core/fileBody';
import { writePdf } from '../../core/pdf';
import { notFound } from '../answers';
import { isSame, type Books } from '../books';
import { partnerDocuments } from '../data/partnerDocuments';
import { pageAnswer } from '../page';
import type { PartnerDocument, TradevestHandler } from '../types';

/** The partner's own documents, newest first (tv:api-reference/partner-documents). */
export function listPartnerDocuments({ life }: Books): TradevestHandler<'listPartnerDocuments'> {
	return ({ query }) => {
		const { isValid, documentType } = query;
		const today = new Date(life.now()).toISOString().slice(0, 10);
		const all = [...partnerDocuments].reverse().filter((document) => (isValid === undefined || holds(document, today) === isValid) && (documentType === undefined || document.type === documentType));
		return pageAnswer(all, ({ documentId }) => documentId, query);
	};
}

/** The file of one, in Base64 (known from notes of an integrator). */
export function downloadPartnerDocument(): TradevestHandler<'downloadPartnerDocument'> {
	return ({ path }) => {
		const document = partnerDocuments.find(({ documentId }) => isSame(documentId, path.documentId));
		if (!document) return notFound('partner document', path.documentId);
		const base64 = writePdf([document.name, `Version ${document.version}`]).toString('base64');
		return { status: 200, body: new FileBody(Buffer.from(base64), 'text/plain', `${document.documentId}.txt`) };
	};
}

function holds({ validFrom, validUntil }: PartnerDocument, today: string): boolean {
	return validFrom <= today && (validUntil === undefined || today <= validUntil);
}
