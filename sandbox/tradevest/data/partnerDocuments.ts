import type { PartnerDocument } from '../types';

const stamps = { createdOn: '2026-01-05T08:00:00.000Z', modifiedOn: '2026-01-05T08:00:00.000Z' };

/** Invented, the oldest first. The first one holds no more. */
export const partnerDocuments: readonly PartnerDocument[] = Object.freeze([
	{ documentId: '2b64e7f0-15c8-4d3a-97b1-e08a5c4f9d20', size: 1, version: 1, validFrom: '2024-01-01', validUntil: '2025-12-31', name: 'Terms and conditions', type: 'TERMS_AND_CONDITIONS', createdOn: '2024-01-01T08:00:00.000Z', modifiedOn: '2024-01-01T08:00:00.000Z' },
	{ documentId: '8c0d35a9-e4b7-4162-b5f3-47a19d82c06e', size: 1, version: 2, validFrom: '2026-01-01', name: 'Terms and conditions', type: 'TERMS_AND_CONDITIONS', ...stamps },
	{ documentId: 'e97a4c12-0f58-4b6d-8a23-b1c60d75f394', size: 1, version: 1, validFrom: '2026-01-01', name: 'Data privacy policy', type: 'DATA_PRIVACY_POLICY', ...stamps },
	{ documentId: '46f1b8d3-92ca-4e05-a7d8-5c3e0f9b2a71', size: 1, version: 1, validFrom: '2026-01-01', name: 'Risk information', type: 'RISK_INFORMATION', ...stamps },
]);
