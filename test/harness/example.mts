import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8n, WorkflowInput } from './n8n.mts';

/** Names of the nodes in `examples/hired-to-bamboohr.json` that the demo and the tests look at. */
export const NODES = {
	trigger: 'Candidate hired in 100Hires',
	lookUp: 'Look up everyone in BambooHR',
	create: 'Create the employee in BambooHR',
	alreadyThere: 'Already an employee',
} as const;

/** Which credential each type of node takes. */
const CREDENTIAL_OF: Record<string, string> = {
	'n8n-nodes-100hires.hundredHiresTrigger': 'hundredHiresApi',
	'n8n-nodes-base.bambooHr': 'bambooHrApi',
};

export interface Accounts {
	hires: { apiKey: string; baseUrl: string };
	bamboo: { company: string; apiKey: string };
}

/**
 * Does what the sticky notes of `examples/hired-to-bamboohr.json` ask for: makes the two credentials, imports the flow as it is,
 * and chooses the credentials in its nodes.
 *
 * @returns the workflow's ID; it is not active yet
 */
export async function importExample(n8n: N8n, { hires, bamboo }: Accounts): Promise<string> {
	const credentials: Record<string, { id: string; name: string }> = {
		hundredHiresApi: {
			name: '100Hires',
			id: await n8n.createCredential('hundredHiresApi', '100Hires', {
				apiKey: hires.apiKey,
				companyId: '',
				baseUrl: hires.baseUrl,
			}),
		},
		bambooHrApi: {
			name: 'BambooHR',
			id: await n8n.createCredential('bambooHrApi', 'BambooHR', {
				subdomain: bamboo.company,
				apiKey: bamboo.apiKey,
			}),
		},
	};
	const file = join(import.meta.dirname, '../../examples/hired-to-bamboohr.json');
	const example: WorkflowInput = JSON.parse(readFileSync(file, 'utf8'));
	const nodes = example.nodes.map((node) => {
		const type = CREDENTIAL_OF[String(node.type)];
		return type ? { ...node, credentials: { [type]: credentials[type] } } : node;
	});
	return await n8n.createWorkflow({ ...example, nodes });
}
