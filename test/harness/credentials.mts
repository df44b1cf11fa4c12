import type { Body, Rest } from './rest.mts';

export interface CredentialTest {
	/** `OK` or `Error`. */
	status: string;
	message: string;
}

export function credentials({ call }: Rest) {
	return {
		create: async (type: string, name: string, data: Body) => {
			const { id } = await call('POST', '/rest/credentials', { type, name, data });
			return String(id);
		},
		/** Tests a stored credential as the editor does: with the stored values, or with others in their place. */
		test: async (id: string, changes: Body = {}): Promise<CredentialTest> => {
			const stored = await call('GET', `/rest/credentials/${id}?includeData=true`);
			const { name, type } = stored;
			// Secrets come back blanked out, and n8n fills them in again when it sees the blank.
			const data = { ...(stored.data as Body), ...changes };
			const body = { credentials: { id, name, type, data } };
			const { status, message } = await call('POST', '/rest/credentials/test', body);
			return { status: String(status), message: String(message) };
		},
	};
}
